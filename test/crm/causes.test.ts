import { beforeAll, describe, expect, test } from 'vitest';
import { defaultLimits } from '#crm/compensations/limits.ts';
import { guessCause } from '#crm/complaints/causeWords.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildCustomer, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;
beforeAll(async () => {
  house = buildHouse(database.db);
  staffId = (await buildStaff(house)).id;
});

async function complain(whatHappened: string) {
  const { id: customerId } = await buildCustomer(house);
  const told = { customerId, language: 'zh' as const, severity: 'normal' as const, evidence: [] };
  return house.services.complaints.record({ ...told, whatHappened });
}

test.each([
  ['水壶底部漏水', 'leak'],
  ['It is LEAKING everywhere', 'leak'],
  ['收到的时候盒子就破了', 'transit'],
  ['底座冒烟，还漏水', 'overheating'],
  ['用了以後過敏', 'skinReaction'],
  ['用了以后脸上起红疹', 'skinReaction'],
  ['It doesn’t turn on', 'notWorking'],
  ['the plate is fine', null],
  ['没什么特别的', null],
])('“%s” is %s', async (said, code) => {
  expect(await house.services.causes.guess(said)).toBe(code);
});

test('words are words: what is written in them is no pattern, and a star is a short gap', () => {
  const causes = [{ code: 'x', words: ['a.b', '', '*', '(坏', '收到*坏'] }];
  expect(guessCause(causes, 'axb')).toBeUndefined();
  expect(guessCause(causes, 'it says a.b')).toBe('x');
  expect(guessCause(causes, '(坏')).toBe('x');
  expect(guessCause(causes, '收到就坏')).toBe('x');
  expect(guessCause(causes, '收到以后过了整整一个星期才发现坏')).toBeUndefined();
});

describe('causes of the shop’s own', () => {
  test('are made, tried, ordered, stopped and removed; what was counted under them stays', async () => {
    const { causes, complaints } = house.services;
    const lid = { name: { zh: '盖子太紧', en: 'Lid too tight' }, words: [' 盖子 ', '盖子', 'lid'], active: true };
    const made = await causes.save(lid, staffId);
    expect(made).toMatchObject({ code: 'lidTooTight', words: ['盖子', 'lid'], complaints: 0 });
    await expect(causes.save({ ...lid, name: { zh: '别的', en: 'lid too TIGHT' } }, staffId)).rejects.toMatchObject({
      code: 'causeTaken',
    });
    // Last in the order it gives way to others, first it is suggested.
    expect((await complain('盖子裂了')).causeCode).toBe('broken');
    const ids = (await causes.list()).map(({ id }) => id);
    await expect(causes.order(ids.slice(1), staffId)).rejects.toMatchObject({ code: 'invalidInput' });
    await causes.order([made.id, ...ids.filter((id) => id !== made.id)], staffId);
    const { id, causeCode } = await complain('盖子裂了');
    expect(causeCode).toBe('lidTooTight');
    await expect(causes.remove(made.id, staffId)).rejects.toMatchObject({ code: 'causeInUse' });

    // Not offered any more: not guessed, not chosen anew, and kept where it was given.
    await causes.save({ ...lid, active: false }, staffId, made.id);
    expect((await complain('盖子裂了')).causeCode).toBe('broken');
    await complaints.changeFacts(id, { causeCode: 'lidTooTight', batch: 'B1' }, staffId);
    await complaints.changeFacts(id, { causeCode: 'leak' }, staffId);
    await expect(complaints.changeFacts(id, { causeCode: 'lidTooTight' }, staffId)).rejects.toMatchObject({
      code: 'invalidInput',
    });
    await causes.remove(made.id, staffId);
    expect((await causes.list()).some(({ code }) => code === 'lidTooTight')).toBe(false);
    await expect(causes.remove(made.id, staffId)).rejects.toMatchObject({ code: 'notFound' });
  });

  test('two who make one of the same name at once make one', async () => {
    const given = { name: { zh: '掉色', en: 'Loses colour' }, words: [], active: true };
    const made = await Promise.allSettled([1, 2, 3].map(() => house.services.causes.save(given, staffId)));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('limits of compensation rise with the role', async () => {
  const { compensations } = house.services;
  await expect(compensations.changeLimits({ ...defaultLimits, staff: 200_000 }, staffId)).rejects.toThrow();
  await expect(
    compensations.changeLimits({ ...defaultLimits, manager: null, administrator: 1 }, staffId),
  ).rejects.toThrow();
  await compensations.changeLimits({ staff: 0, manager: 0, administrator: null }, staffId);
  expect(await compensations.limits()).toEqual({ staff: 0, manager: 0, administrator: null });
});
