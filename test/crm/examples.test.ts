import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { Conflict, InvalidInput, NotFound } from '#crm/errors.ts';
import { dialogModules } from '#dialogs/index.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildActivity, buildConversation, buildHouse, buildStaff, type House } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;
const later = '这玩意儿到底嘎不嘎';

beforeAll(async () => {
  house = buildHouse(
    database.db,
    undefined,
    dialogModules.map(({ intents }) => intents),
  );
  staffId = (await buildStaff(house)).id;
});

const examples = () => house.services.examples;
const read = (text: string) => examples().understand(text).wishes[0]!.intent;
const own = async () => (await examples().list({})).items;

async function clear(): Promise<void> {
  for (const { id } of await own()) await examples().remove(id, staffId);
  await examples().publish(staffId);
  await examples().settled();
}

describe('the shop’s own examples', () => {
  it('count once they are published, and no more once they are removed', async () => {
    const before = read(later);
    await examples().add({ intent: 'surveys', text: `${later}，给个分` }, staffId);
    const draft = await examples().add({ intent: 'surveys', text: later }, staffId);
    expect(draft).toMatchObject({ state: 'draft', language: 'zh', published: null });
    expect(read(later)).toBe(before);

    expect(await examples().publish(staffId)).toBe(2);
    await examples().settled();
    expect(read(later)).toBe('surveys');
    expect((await own()).map(({ state }) => state)).toEqual(['published', 'published']);

    await examples().remove(draft.id, staffId);
    expect((await own()).find(({ id }) => id === draft.id)?.state).toBe('removed');
    await clear();
    expect(read(later)).toBe(before);
    expect(await own()).toEqual([]);
  });

  it('keep what counts while another wording is a draft', async () => {
    const { id } = await examples().add({ intent: 'surveys', text: later }, staffId);
    await examples().publish(staffId);
    const changed = await examples().change(id, { intent: 'complaints', text: later }, staffId);
    expect(changed).toMatchObject({ state: 'changed', published: { intent: 'surveys', text: later } });
    await examples().settled();
    expect(read(later)).toBe('surveys');
    await examples().publish(staffId);
    await examples().settled();
    expect(read(later)).toBe('complaints');
    await clear();
  });

  it('reach another instance by the signal', async () => {
    const other = buildHouse(
      database.db,
      undefined,
      dialogModules.map(({ intents }) => intents),
    );
    await other.services.examples.start();
    await examples().add({ intent: 'surveys', text: later }, staffId);
    await examples().publish(staffId);
    await other.services.examples.settled();
    expect(other.services.examples.understand(later).wishes[0]!.intent).toBe('surveys');
    await other.services.close();
    await clear();
  });

  it('are refused where they say nothing, or twice, or of no intent', async () => {
    await examples().add({ intent: 'products', text: 'is the jar thingy back' }, staffId);
    await expect(examples().add({ intent: 'surveys', text: 'is the jar thingy back' }, staffId)).rejects.toThrow(
      Conflict,
    );
    const [known] = examples().intents()[0]!.zh;
    await expect(examples().add({ intent: 'products', text: known! }, staffId)).rejects.toThrow(Conflict);
    await expect(examples().add({ intent: 'cooking', text: 'boil an egg' }, staffId)).rejects.toThrow(InvalidInput);
    await expect(examples().remove(staffId, staffId)).rejects.toThrow(NotFound);
    await expect(examples().change(staffId, { intent: 'products', text: 'x1' }, staffId)).rejects.toThrow(NotFound);
    await clear();
  });

  it('are learnt between other work: nobody waits long', async () => {
    await examples().add({ intent: 'surveys', text: later }, staffId);
    await examples().publish(staffId);
    let done = false;
    const learnt = examples()
      .settled()
      .then(() => {
        done = true;
      });
    let turns = 0;
    while (!done) {
      turns++;
      await nextTurn();
    }
    await learnt;
    expect(turns).toBeGreaterThan(20);
    await clear();
  });
});

describe('a preview', () => {
  it('shows whose messages would be read otherwise, and leaves everything as it is', async () => {
    expect(await examples().preview()).toEqual({ drafts: 0, messages: 0, examples: 0, changes: [] });
    const { id: conversationId } = await buildConversation(house);
    await buildActivity(house, { conversationId, sequence: 1, text: later });
    await buildActivity(house, { conversationId, sequence: 2, text: '我的电热毯漏电了，我要投诉' });
    await buildActivity(house, { conversationId, sequence: 3, text: '您好', direction: 'outbound', sender: 'bot' });
    const before = read(later);
    await examples().add({ intent: 'surveys', text: `${later}，给个分` }, staffId);
    await examples().add({ intent: 'surveys', text: later }, staffId);
    const preview = await examples().preview();
    expect(preview).toMatchObject({ drafts: 2, messages: 2 });
    expect(preview.changes[0]).toMatchObject({
      text: later,
      source: 'customer',
      conversationId,
      expected: null,
      before: { intent: before },
      after: { intent: 'surveys' },
    });
    expect(preview.changes.filter(({ source }) => source === 'customer')).toHaveLength(1);
    expect(read(later)).toBe(before);
    await clear();
  });
});
