import fc from 'fast-check';
import pino from 'pino';
import { v7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { Gathering } from '#bot/gathering.ts';
import { type Arrival, Intake } from '#bot/turns/intake.ts';
import { Turns } from '#bot/turns/turns.ts';
import { testDatabase } from '#test/support/database.ts';

describe('gathering', () => {
  it('does together what comes meanwhile, in order, and what fails together one by one', async () => {
    const batches: number[][] = [];
    const gathering = new Gathering<number, number>(async (items) => {
      batches.push(items);
      await Promise.resolve();
      if (items.includes(3)) throw new Error('three');
      return items.map((item) => item * 10);
    }, 4);
    const all = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((item) => gathering.add(item)));
    expect(all.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)))).toEqual([
      10,
      20,
      'Error: three',
      40,
      50,
      60,
    ]);
    expect(batches).toEqual([[1, 2, 3, 4], [1], [2], [3], [4], [5, 6]]);
    expect(await gathering.add(7)).toBe(70);
  });

  it('waits for no result that takes its time', async () => {
    let letGo = (_: string) => {};
    const slow = new Promise<string>((resolve) => {
      letGo = resolve;
    });
    const gathering = new Gathering<string, string>(async (items) =>
      items.map((item) => (item === 'slow' ? slow : item)),
    );
    const first = gathering.add('slow');
    expect(await gathering.add('quick')).toBe('quick');
    letGo('done');
    expect(await first).toBe('done');
  });
});

describe('an intake', () => {
  const database = testDatabase();
  const opened: Turns[] = [];
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((turns) => turns.close()));
  });

  function instance() {
    const turns = new Turns({
      db: database.db,
      decide: async ({ activity }) => ({ replies: [{ type: 'message', text: `${activity.text}!` }] }),
      apologise: async () => ({ replies: [], state: null }),
      recognise: async () => undefined,
      outboxOf: () => null,
      logger: pino({ level: 'silent' }),
      pollMs: 20,
    });
    opened.push(turns);
    turns.start();
    return { turns, intake: new Intake(database.db, turns) };
  }

  const conversation = async () => {
    const id = v7();
    await database.db.client.conversation.create({ data: { id, channel: 'test', externalId: id } });
    return id;
  };

  const arrival = (conversationId: string, text: string): Arrival => ({
    conversationId,
    externalId: text,
    activity: { type: 'message', text, from: { id: 'somebody', name: '' } },
    direction: 'inbound',
    sender: 'customer',
  });

  const history = (conversationId: string) =>
    database.db.client.activity.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } });

  it('stores each arrival once and in order, whatever comes again and by whichever way, and every turn is run', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ where: fc.nat(2), what: fc.nat(9), by: fc.nat(2) }), { minLength: 2, maxLength: 24 }),
        async (said) => {
          const places = [await conversation(), await conversation(), await conversation()];
          const instances = [instance(), instance()];
          const all = said.map(({ where, what }) => arrival(places[where]!, `said ${what}`));
          const by = (number: number) => all.filter((_, place) => said[place]!.by === number);
          const [one, other] = await Promise.all([
            instances[0]!.intake.receive(by(0)),
            instances[1]!.intake.receive(by(1)),
            Promise.all(
              by(2).map(({ direction, sender, ...incoming }) =>
                instances[0]!.turns.receive(incoming, { direction: 'inbound', sender }),
              ),
            ),
          ]);
          const received = await Promise.all([...one, ...other]);
          expect(received.every(Boolean)).toBe(true);
          for (const id of places) {
            const wanted = new Set(
              all.filter(({ conversationId }) => conversationId === id).map((each) => each.externalId),
            );
            await expect
              .poll(async () => (await history(id)).filter(({ sender }) => sender === 'bot').length, { interval: 5 })
              .toBe(wanted.size);
            const rows = await history(id);
            expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, place) => place + 1));
            const heard = rows.filter(({ sender }) => sender === 'customer').map(({ text }) => text);
            expect(new Set(heard)).toEqual(wanted);
            expect(heard).toHaveLength(wanted.size);
            const answers = rows.filter(({ sender }) => sender === 'bot').map(({ text }) => text);
            expect(answers).toEqual(heard.map((text) => `${text}!`));
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps the order of one person, tells a repeat, and says null where the conversation is gone', async () => {
    const { intake, turns } = instance();
    const [id, other] = [await conversation(), await conversation()];
    const all = ['a', 'b', 'c', 'd', 'b'].map((text) => arrival(id, text));
    const results = await Promise.all(await intake.receive([...all, arrival(other, 'x'), arrival(v7(), 'gone')]));
    expect(results.map((each) => each && [each.sequence > 0, each.repeated])).toEqual([
      ...Array(4).fill([true, false]),
      [true, true],
      [true, false],
      null,
    ]);
    expect(results[4]!.id).toBe(results[1]!.id);
    await turns.close();
    const rows = await history(id);
    expect(rows.filter(({ sender }) => sender === 'customer').map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd']);
    expect((rows[0]!.body as { timestamp: string }).timestamp).toBe(rows[0]!.createdAt.toISOString());
  });

  it('waits for nobody’s row: who is held up comes alone and in order, the others at once', async () => {
    const { intake } = instance();
    const [held, free] = [await conversation(), await conversation()];
    let late: Promise<unknown>[] = [];
    await database.db.transaction(async (client) => {
      await client.$queryRaw`SELECT 1 FROM "Conversation" WHERE "id" = ${held}::uuid FOR UPDATE`;
      const [first, second] = await intake.receive([arrival(held, 'one'), arrival(free, 'two')]);
      expect((await second!)?.repeated).toBe(false);
      late = [first!, ...(await intake.receive([arrival(held, 'three'), arrival(free, 'four')])).slice(0, 1)];
    });
    await Promise.all(late);
    const rows = await history(held);
    expect(rows.filter(({ sender }) => sender === 'customer').map(({ text }) => text)).toEqual(['one', 'three']);
  });
});
