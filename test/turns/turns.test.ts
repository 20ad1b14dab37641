import fc from 'fast-check';
import pino from 'pino';
import { v7 } from 'uuid';
import { afterEach, describe, expect, it } from 'vitest';
import { createMessenger } from '#bot/messenger.ts';
import type { Decide } from '#bot/turns/turn.ts';
import { Turns, type TurnsParts } from '#bot/turns/turns.ts';
import { customerOfRow } from '#crm/customers/customerOfRow.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const silent = pino({ level: 'silent' });
const opened: Turns[] = [];

/** Turns as one instance has them; `decide` says what happens in a turn. */
function instance(decide: Decide, parts: Partial<TurnsParts> = {}): Turns {
  const turns = new Turns({
    db: database.db,
    decide,
    apologise: async () => ({ replies: [{ type: 'message', text: 'sorry' }], state: null }),
    recognise: async () => undefined,
    outboxOf: () => null,
    logger: silent,
    pollMs: 20,
    ...parts,
  });
  opened.push(turns);
  return turns;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((turns) => turns.close()));
});

async function conversation(): Promise<string> {
  const id = v7();
  await database.db.client.conversation.create({ data: { id, channel: 'test', externalId: id } });
  return id;
}

const message = (conversationId: string, text: string, externalId: string = v7()) => ({
  conversationId,
  externalId,
  activity: { type: 'message', text, from: { id: 'dl_ann', name: '' } },
});

const history = async (conversationId: string) =>
  (await database.db.client.activity.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } })).map(
    ({ sequence, sender, type, text }) => ({ sequence, sender, type, text }),
  );

const said = async (conversationId: string) => (await history(conversationId)).map((row) => row.text);

const settled = async (conversationId: string) => {
  await expect
    .poll(
      async () => (await database.db.client.conversation.findUniqueOrThrow({ where: { id: conversationId } })).waiting,
      {
        interval: 5,
        timeout: 10_000,
      },
    )
    .toBe(0);
};

const echo: Decide = async ({ activity }) => ({ replies: [{ type: 'message', text: `${activity.text}!` }] });

it('a turn knows its customer, the same as the customer record says', async () => {
  const born = new Date('1990-02-28T00:00:00Z');
  const customer = await database.db.client.customer.create({
    data: { name: '小林', birthday: born, tier: 'gold', lastSeenAt: new Date('2026-11-21T01:02:03.004Z') },
  });
  const id = await conversation();
  await database.db.client.conversation.update({ where: { id }, data: { customerId: customer.id } });
  const seen: unknown[] = [];
  const turns = instance(async (turn) => {
    seen.push(turn.customer && customerOfRow(turn.customer));
    return { replies: [] };
  });
  await Promise.all([turns.receive(message(id, 'one')), turns.receive(message(id, 'two'))]);
  await settled(id);
  expect(seen).toEqual([customer, customer]);
});

describe('receiving', () => {
  it('stores before it returns, and answers a second delivery alike without a second turn', async () => {
    const turns = instance(echo);
    const id = await conversation();
    const first = await turns.receive(message(id, 'hello', 'x1'));
    const again = await turns.receive(message(id, 'hello', 'x1'));
    await settled(id);
    expect(again).toMatchObject({ id: first!.id, sequence: 1, repeated: true });
    expect(await said(id)).toEqual(['hello', 'hello!']);
  });

  it('knows deliveries that come at the very same moment on several instances', async () => {
    const instances = [instance(echo), instance(echo), instance(echo)];
    const id = await conversation();
    const results = await Promise.all(instances.map((turns) => turns.receive(message(id, 'once', 'same'))));
    await settled(id);
    expect(new Set(results.map((result) => result!.id)).size).toBe(1);
    expect(results.filter((result) => !result!.repeated)).toHaveLength(1);
    expect(await said(id)).toEqual(['once', 'once!']);
  });

  it('says null where there is no such conversation', async () => {
    expect(await instance(echo).receive(message(v7(), 'anyone?'))).toBeNull();
  });
});

describe('turns of one conversation', () => {
  it('run one at a time and in order, whatever instances receive them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 2, maxLength: 12 }), async (places) => {
        const running = new Set<string>();
        const decide: Decide = async ({ activity, conversationId, state }) => {
          expect(running.has(conversationId)).toBe(false);
          running.add(conversationId);
          await Promise.resolve();
          const heard = [...((state?.heard as string[]) ?? []), String(activity.text)];
          running.delete(conversationId);
          return { replies: [{ type: 'message', text: heard.join('') }], state: { heard } };
        };
        const instances = [instance(decide), instance(decide), instance(decide)];
        for (const turns of instances) turns.start();
        const id = await conversation();
        await Promise.all(
          places.map((place, at) => instances[place]!.receive(message(id, String.fromCharCode(97 + at)))),
        );
        await settled(id);
        const rows = await history(id);
        const heard = rows.filter((row) => row.sender === 'customer').map((row) => row.text);
        const answers = rows.filter((row) => row.sender === 'bot').map((row) => row.text);
        expect(answers).toEqual(heard.map((_, at) => heard.slice(0, at + 1).join('')));
        expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, at) => at + 1));
        await Promise.all(instances.map((turns) => turns.close()));
      }),
      { numRuns: 15 },
    );
  });

  it('never wait for those of another conversation', async () => {
    const slow = await conversation();
    const quick = await conversation();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const turns = instance(async (turn) => {
      if (turn.conversationId === slow) await held;
      return echo(turn);
    });
    await turns.receive(message(slow, 'slow'));
    await turns.receive(message(quick, 'quick'));
    await settled(quick);
    expect(await said(slow)).toEqual(['slow']);
    letGo();
    await settled(slow);
    expect(await said(slow)).toEqual(['slow', 'slow!']);
  });
});

describe('a commit', () => {
  const write = (key: string, value: string) =>
    database.db.transaction((client) => client.setting.create({ data: { key, value } }));
  const written = async (prefix: string) =>
    (await database.db.client.setting.findMany({ where: { key: { startsWith: prefix } } })).map((row) => row.value);

  it('keeps replies, state and what services wrote together', async () => {
    const turns = instance(async () => {
      await write('together', 'yes');
      return { replies: [{ type: 'message', text: 'done' }], state: { open: true } };
    });
    const id = await conversation();
    await turns.receive(message(id, 'go'));
    await settled(id);
    expect(await written('together')).toEqual(['yes']);
    const states = await database.db.client.conversationState.findMany({ where: { conversationId: id } });
    expect(states.map(({ sender, data }) => [sender, data])).toEqual([['dl_ann', { open: true }]]);
  });

  it('is refused whole when another instance has taken the lease, and only what that one decided stays', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const late = instance(
      async () => {
        await write('stolen-late', 'late');
        await held;
        return { replies: [{ type: 'message', text: 'late' }] };
      },
      { leaseMs: 1000 },
    );
    const id = await conversation();
    const received = await late.receive(message(id, 'go'));
    // The lease runs out, as it does when a process was stopped for too long.
    await database.db.pool.query(`UPDATE "Conversation" SET "leaseUntil" = now() - interval '1 second' WHERE id = $1`, [
      id,
    ]);
    const thief = instance(async () => {
      await write('stolen-other', 'other');
      return { replies: [{ type: 'message', text: 'other' }] };
    });
    thief.wake(id);
    await settled(id);
    letGo();
    await received!.settled;
    expect(await said(id)).toEqual(['go', 'other']);
    expect(await written('stolen')).toEqual(['other']);
  });

  it('after a crash decides anew: only the second run counts', async () => {
    const crashed = instance(async () => {
      await write('anew-first', 'first');
      return new Promise(() => {});
    });
    const id = await conversation();
    await crashed.receive(message(id, 'go'));
    await database.db.pool.query(`UPDATE "Conversation" SET "leaseUntil" = now() - interval '1 second' WHERE id = $1`, [
      id,
    ]);
    const next = instance(async () => {
      await write('anew-second', 'second');
      return { replies: [{ type: 'message', text: 'second' }] };
    });
    next.start();
    await settled(id);
    expect(await said(id)).toEqual(['go', 'second']);
    expect(await written('anew')).toEqual(['second']);
    opened.splice(opened.indexOf(crashed), 1); // it never ends, as a crashed one
  });
});

describe('a person who takes over', () => {
  it('in the middle of a turn: its replies become suggestions and its commands are rolled back', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const turns = instance(async () => {
      await database.db.transaction((client) => client.setting.create({ data: { key: 'taken', value: 1 } }));
      await held;
      return { replies: [{ type: 'message', text: 'let me see' }], state: { open: true } };
    });
    const id = await conversation();
    const received = await turns.receive(message(id, 'help'));
    await database.db.pool.query(
      `UPDATE "Conversation" SET holder = 'person', takeovers = takeovers + 1 WHERE id = $1`,
      [id],
    );
    letGo();
    await received!.settled;
    expect(await history(id)).toEqual([
      { sequence: 1, sender: 'customer', type: 'message', text: 'help' },
      { sequence: 2, sender: 'bot', type: 'suggestion', text: 'let me see' },
    ]);
    expect(await database.db.client.setting.count({ where: { key: 'taken' } })).toBe(0);
    expect(await database.db.client.conversationState.count({ where: { conversationId: id } })).toBe(0);
  });

  it('keeps the bot silent from then on', async () => {
    const turns = instance(echo);
    const id = await conversation();
    await database.db.client.conversation.update({ where: { id }, data: { holder: 'person', takeovers: 1 } });
    await (await turns.receive(message(id, 'are you there?')))!.settled;
    expect(await said(id)).toEqual(['are you there?']);
  });
});

describe('when something throws', () => {
  it('the customer hears one apology and the dialog is cleared', async () => {
    const turns = instance(async () => {
      throw new Error('a bug');
    });
    const id = await conversation();
    await (await turns.receive(message(id, 'go')))!.settled;
    expect(await said(id)).toEqual(['go', 'sorry']);
  });

  it('a turn that was started three times and never finished becomes the apology', async () => {
    const id = await conversation();
    let runs = 0;
    for (let crash = 1; crash <= 3; crash++) {
      const crashing = instance(async () => {
        runs++;
        return new Promise(() => {});
      });
      if (crash === 1) await crashing.receive(message(id, 'go'));
      else crashing.wake(id);
      await expect.poll(() => runs).toBe(crash);
      opened.splice(opened.indexOf(crashing), 1);
      await database.db.pool.query(
        `UPDATE "Conversation" SET "leaseUntil" = now() - interval '1 second' WHERE id = $1`,
        [id],
      );
    }
    instance(echo).wake(id);
    await settled(id);
    expect(await said(id)).toEqual(['go', 'sorry']);
  });
});

describe('what the clock or a colleague starts', () => {
  it('runs as a turn of the conversation, after what came before it', async () => {
    const turns = instance(async ({ activity, direction }) => ({
      replies: [
        { type: 'message', text: direction === 'internal' ? `event ${activity.name}` : `said ${activity.text}` },
      ],
    }));
    turns.start();
    const id = await conversation();
    const messenger = createMessenger(database.db, { now: () => new Date() }, () => null);
    await turns.receive(message(id, 'hi'));
    await database.db.transaction(async () => {
      await messenger.send(id, { kind: 'surveyDue', ids: { surveyId: '1' } });
    });
    await settled(id);
    await expect.poll(() => said(id)).toEqual(expect.arrayContaining(['hi', 'said hi', 'event surveyDue']));
  });

  it('is not heard of when the command that started it is rolled back', async () => {
    const id = await conversation();
    const messenger = createMessenger(database.db, { now: () => new Date() }, () => null);
    await database.db
      .transaction(async () => {
        await messenger.send(id, { kind: 'surveyDue', ids: {} });
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await history(id)).toEqual([]);
  });
});
