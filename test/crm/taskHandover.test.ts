import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { mentionedIn } from '#crm/tasks/mentions.ts';
import { LARGEST_FILE } from '#crm/tasks/taskFiles.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildHouse, buildStaff, buildTeam, dismissEverybody, type House } from './support.ts';

const database = testDatabase();
let house: House;

beforeEach(async () => {
  house = buildHouse(database.db);
  await dismissEverybody(house);
  await database.db.client.task.deleteMany();
});

const raise = (given: object = {}) =>
  house.services.tasks.raise({ type: 'callBack', title: '请回电', priority: 'normal', ...given });

test('a task goes to a colleague, who is told each time with the note; or to another team, where it waits', async () => {
  const [one, two] = [await buildStaff(house), await buildStaff(house)];
  const team = await buildTeam(house, 'technical');
  const { tasks } = house.services;
  const { id } = await raise({ ownerId: one.id });
  house.notified.length = 0;
  expect(await tasks.assign(id, { staffId: one.id, ownerId: two.id, note: '客户要换货' })).toMatchObject({
    owner: { id: two.id },
  });
  await expect(tasks.assign(id, { staffId: one.id, ownerId: one.id })).rejects.toMatchObject({ code: 'taskTaken' });
  await tasks.assign(id, { staffId: two.id, ownerId: one.id });
  await tasks.assign(id, { staffId: one.id, ownerId: two.id });
  expect(house.notified.map(({ staffIds, kind, note }) => [staffIds, kind, note])).toEqual([
    [[two.id], 'taskAssigned', '客户要换货'],
    [[one.id], 'taskAssigned', null],
    [[two.id], 'taskAssigned', null],
  ]);
  expect(await tasks.assign(id, { staffId: two.id, teamId: team.id })).toMatchObject({
    owner: null,
    team: { id: team.id },
  });
  expect((await tasks.get(id)).events.at(-1)).toMatchObject({ kind: 'assigned', note: 'technical' });
  await expect(tasks.assign(id, { staffId: two.id, ownerId: team.id })).rejects.toMatchObject({ code: 'invalidInput' });
});

test('a note tells the colleagues whom it names, once each, and not its writer', async () => {
  const [writer, wang, longer] = [
    await buildStaff(house, { name: '林晓' }),
    await buildStaff(house, { name: '王芳' }),
    await buildStaff(house, { name: '王芳芳' }),
  ];
  const { tasks } = house.services;
  const { id } = await raise({ ownerId: writer.id });
  house.notified.length = 0;
  await tasks.comment(id, { staffId: writer.id, note: '@王芳芳 请查库存，@王芳芳 谢谢。@林晓' });
  await tasks.comment(id, { staffId: writer.id, note: 'mail me at x@y.example' });
  await tasks.note(id, { staffId: null, note: '@王芳 是客户写的' });
  expect(house.notified).toMatchObject([{ staffIds: [longer.id], kind: 'taskMentioned', taskId: id }]);
  expect(house.notified[0]!.note).toContain('林晓: @王芳芳 请查库存');
  expect(wang.active).toBe(true);
});

test('whoever is named after an @ is found, whatever stands around', () => {
  const name = fc.constantFrom('Mia', 'Mia Collins', '周晓岚', '周晓', 'O’Neil');
  const around = fc.string({ maxLength: 8 }).map((text) => text.replaceAll('@', ''));
  const people = ['Mia', 'Mia Collins', '周晓岚', '周晓', 'O’Neil'].map((each) => ({ name: each }));
  fc.assert(
    fc.property(around, name, around, (before, wanted, after) => {
      const found = mentionedIn(`${before}@${wanted}。${after}`, people).map((each) => each.name);
      expect(found).toEqual([wanted]);
      expect(mentionedIn(`${before}${wanted}${after}`, people)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('files are attached, read and taken away: by their name, with limits, by who may', async () => {
  const [one, two, manager] = [
    await buildStaff(house),
    await buildStaff(house),
    await buildStaff(house, { role: 'manager' }),
  ];
  const { tasks, taskFiles } = house.services;
  const { id } = await raise();
  const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
  await taskFiles.attach(id, { name: '../../收据\n.png', bytes: png }, one.id);
  await taskFiles.attach(id, { name: 'page.html', bytes: Buffer.from('<script>') }, one.id);
  const { files, events } = await tasks.get(id);
  expect(files).toMatchObject([
    { name: '收据.png', contentType: 'image/png', size: 10, staff: { id: one.id } },
    { name: 'page.html', contentType: 'application/octet-stream' },
  ]);
  expect(files[0]).not.toHaveProperty('bytes');
  expect(events.at(-1)).toMatchObject({ kind: 'attached', note: 'page.html' });
  expect(Buffer.from((await taskFiles.read(id, files[0]!.id)).bytes)).toEqual(png);
  await expect(taskFiles.remove(id, files[0]!.id, two.id)).rejects.toMatchObject({ status: 403 });
  await taskFiles.remove(id, files[0]!.id, one.id);
  await taskFiles.remove(id, files[1]!.id, manager.id);
  await expect(taskFiles.read(id, files[0]!.id)).rejects.toMatchObject({ status: 404 });
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(LARGEST_FILE + 1)]) {
    await expect(taskFiles.attach(id, { name: 'x', bytes }, one.id)).rejects.toMatchObject({ code: 'invalidInput' });
  }
  await expect(taskFiles.attach(files[0]!.id, { name: 'x', bytes: png }, one.id)).rejects.toMatchObject({
    status: 404,
  });
  for (let index = 0; index < 20; index++) await taskFiles.attach(id, { name: `${index}`, bytes: png }, one.id);
  await expect(taskFiles.attach(id, { name: 'x', bytes: png }, one.id)).rejects.toMatchObject({ code: 'tooManyFiles' });
});
