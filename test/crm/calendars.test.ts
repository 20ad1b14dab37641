import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;

beforeEach(async () => {
  house = buildHouse(database.db);
  await database.db.client.calendar.deleteMany();
  staffId = (await buildStaff(house, { role: 'manager' })).id;
});

const at = (local: string) => new Date(`${local}:00+08:00`);

test('the shop’s calendar is its hours until somebody changes it; due dates and opening follow it from then on', async () => {
  const { calendars, shop, tasks } = house.services;
  const [own] = await calendars.list();
  expect(own).toMatchObject({ isShop: true, version: 1, calendar: { zone: 'Asia/Shanghai', chineseHolidays: false } });
  expect(own!.calendar.weekly).toEqual(Array(7).fill([{ from: '09:00', to: '21:00' }]));
  const definition = {
    ...own!.calendar,
    name: own!.name,
    weekly: own!.calendar.weekly.map((_, day) =>
      day < 5
        ? [
            { from: '09:00', to: '12:00' },
            { from: '13:30', to: '18:00' },
          ]
        : [],
    ),
    chineseHolidays: true,
  };
  const changed = await calendars.change(own!.id, { ...definition, version: 1 }, staffId);
  expect(changed.version).toBe(2);
  expect(await shop.isOpen(at('2026-07-15T12:30'))).toBe(false);
  // The last afternoon before National Day: the next working day is the 8th.
  house.clock.time = at('2026-09-30T17:00');
  const due = async (priority: 'high' | 'normal') =>
    (await tasks.raise({ type: 'callBack', title: '请回电', priority })).dueAt;
  expect(await due('high')).toEqual(at('2026-10-08T12:00'));
  expect(await due('normal')).toEqual(at('2026-10-08T12:00'));
  // 10 October is a Saturday that is worked instead.
  house.clock.time = at('2026-10-09T10:00');
  expect(await due('normal')).toEqual(at('2026-10-10T12:00'));
  expect(await calendars.version(own!.id, 1)).toEqual(own!.calendar);
  const days = await calendars.days(own!.id, { from: '2026-10-08', days: 4 });
  expect(days.map(({ because, shifts }) => [because, shifts.length])).toEqual([
    ['week', 2],
    ['week', 2],
    ['makeUp', 2],
    ['week', 0],
  ]);
});

test('a change on an old version is refused; one without a difference is no new version', async () => {
  const { calendars } = house.services;
  const [own] = await calendars.list();
  const same = { ...own!.calendar, name: own!.name };
  expect((await calendars.change(own!.id, { ...same, version: 1 }, staffId)).version).toBe(1);
  await calendars.change(own!.id, { ...same, chineseHolidays: true, version: 1 }, staffId);
  await expect(calendars.change(own!.id, { ...same, version: 1 }, staffId)).rejects.toMatchObject({
    code: 'calendarChanged',
  });
});

test('new hours of the shop’s profile are its calendar’s next version; special days stay', async () => {
  const { calendars, shop } = house.services;
  const [own] = await calendars.list();
  const closed = { date: '2026-07-16', shifts: [], note: '盘点' };
  await calendars.change(own!.id, { ...own!.calendar, name: own!.name, specialDays: [closed], version: 1 }, staffId);
  const profile = await shop.profile();
  await shop.update({ ...profile, hotline: '1' }, staffId);
  expect((await calendars.get(own!.id)).version).toBe(2);
  await shop.update({ ...profile, hours: { ...profile.hours, close: '18:00' } }, staffId);
  expect(await calendars.get(own!.id)).toMatchObject({ version: 3, calendar: { specialDays: [closed] } });
  expect(await shop.isOpen(at('2026-07-15T19:00'))).toBe(false);
  await shop.update(profile, staffId);
});

test('other calendars come and go, the shop’s own stays', async () => {
  const { calendars } = house.services;
  const [own] = await calendars.list();
  const night = await calendars.create({ ...own!.calendar, name: { zh: '夜班', en: 'Night' } }, staffId);
  expect((await calendars.list()).map(({ name }) => name.en)).toEqual(['Shop hours', 'Night']);
  await calendars.remove(night.id, staffId);
  await expect(calendars.get(night.id)).rejects.toMatchObject({ status: 404 });
  await expect(calendars.remove(own!.id, staffId)).rejects.toMatchObject({ code: 'calendarNeeded' });
});

test('two instances that need the shop’s calendar at once write it once', async () => {
  const other = buildHouse(database.db);
  const both = await Promise.all([house, other].map(({ services }) => services.calendars.shops()));
  expect(both[0]!.id).toBe(both[1]!.id);
  expect(await database.db.client.calendarVersion.count({ where: { calendarId: both[0]!.id } })).toBe(1);
});
