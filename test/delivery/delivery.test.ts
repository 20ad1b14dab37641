import pino from 'pino';
import { v7 } from 'uuid';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type Channel,
  DeliveryDeferred,
  type DeliveryEntry,
  DeliveryHeld,
  DeliveryInterrupted,
  DeliveryRefused,
} from '#bot/channels/channel.ts';
import { Delivery, type DeliveryParts, type Undelivered } from '#bot/turns/delivery.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const logger = pino({ level: 'silent' });
const running: Delivery[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((delivery) => delivery.close()));
  await database.db.client.outboxEntry.deleteMany();
});

/** A channel of the world outside that notes what it shows. `take` stands for its moods. */
function fakeChannel(take: (entry: DeliveryEntry, call: number) => Promise<void> | void = () => undefined) {
  const shown: string[] = [];
  let calls = 0;
  const channel: Channel = {
    serves: (id) => id === 'fake',
    outbox: 'answer',
    mount: () => undefined,
    close: async () => undefined,
    async deliver(entry) {
      calls += 1;
      await take(entry, calls);
      shown.push(entry.activity.text ?? '');
    },
  };
  return { channel, shown, calls: () => calls };
}

function deliver(channel: Channel, parts: Partial<DeliveryParts> = {}) {
  const failures: Undelivered[] = [];
  const delivery = new Delivery({
    db: database.db,
    channelOf: (id) => (channel.serves(id) ? channel : undefined),
    onFailed: async (undelivered) => void failures.push(undelivered),
    logger,
    pollMs: 20,
    backoffMs: 1,
    ...parts,
  });
  running.push(delivery);
  delivery.start();
  return { delivery, failures };
}

/** A conversation with replies that wait to be delivered; returns their ids. */
async function conversationWith(
  texts: string[],
  row: { kind?: string; state?: 'sending'; attempts?: number; nextAttemptAt?: Date } = {},
  channel = 'fake',
) {
  const { client } = database.db;
  const { id: conversationId } = await client.conversation.create({
    data: { channel, externalId: v7(), userId: 'u1' },
  });
  const ids: string[] = [];
  for (const [place, text] of texts.entries()) {
    const id = v7();
    const shared = { id, conversationId, sequence: place + 1 };
    const body = { id, type: 'message', text };
    await client.activity.create({
      data: { ...shared, direction: 'outbound', type: 'message', sender: 'bot', text, body },
    });
    await client.outboxEntry.create({ data: { ...shared, activityId: id, ...row } });
    ids.push(id);
  }
  return { conversationId, ids };
}

const statesOf = async (conversationId: string) =>
  (await database.db.client.outboxEntry.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } })).map(
    ({ state }) => state,
  );

describe('delivery', () => {
  it('hands replies to their channel in order, with what the channel needs', async () => {
    const { client } = database.db;
    const seen: DeliveryEntry[] = [];
    const { channel, shown } = fakeChannel((entry) => void seen.push(entry));
    const { conversationId, ids } = await conversationWith(['one', 'two', 'three']);
    const cause = v7();
    await client.inboxEntry.create({
      data: { id: cause, conversationId, externalId: 'theirs-7', sequence: 0, claims: { aud: 'app' } },
    });
    await client.activity.updateMany({ where: { id: ids[0] }, data: { body: { text: 'one', replyToId: cause } } });
    deliver(channel);
    await expect.poll(() => shown).toEqual(['one', 'two', 'three']);
    await expect.poll(() => statesOf(conversationId)).toEqual(['sent', 'sent', 'sent']);
    expect(seen[0]).toMatchObject({
      conversation: { id: conversationId, channel: 'fake', userId: 'u1', reference: null },
      repliesTo: 'theirs-7',
      claims: { aud: 'app' },
    });
    expect(seen[1]).toMatchObject({ repliesTo: null, claims: { aud: 'app' } });
  });

  it('is woken by the signal, without waiting for the poll', async () => {
    const { channel, shown } = fakeChannel();
    const { delivery } = deliver(channel, { pollMs: 600_000 });
    await conversationWith(['hello']);
    await vi.waitFor(() => {
      database.db.signals.publish('outbox', {});
      expect(shown).toEqual(['hello']);
    });
    await delivery.close();
  });

  it('tries again, and lets nothing overtake what still waits', async () => {
    const { channel, shown } = fakeChannel((entry) => {
      if (entry.activity.text === 'one' && !shown.includes('elsewhere')) throw new Error('busy');
    });
    const { conversationId } = await conversationWith(['one', 'two']);
    const { failures } = deliver(channel, { attempts: 100 });
    await expect
      .poll(() => database.db.client.outboxEntry.count({ where: { conversationId, attempts: { gte: 2 } } }))
      .toBe(1);
    const other = await conversationWith(['elsewhere']);
    await expect.poll(() => statesOf(conversationId)).toEqual(['sent', 'sent']);
    await expect.poll(() => statesOf(other.conversationId)).toEqual(['sent']);
    expect(shown.filter((text) => text !== 'elsewhere')).toEqual(['one', 'two']);
    expect(failures).toEqual([]);
  });

  it('waits as long as the channel asks', async () => {
    const { channel, calls } = fakeChannel(() => {
      throw new DeliveryDeferred('slow down', { retryAfterMs: 3_600_000 });
    });
    const { conversationId } = await conversationWith(['one', 'two']);
    deliver(channel);
    await expect.poll(() => statesOf(conversationId)).toEqual(['waiting', 'waiting']);
    await vi.waitFor(async () => {
      const [row] = await database.db.client.outboxEntry.findMany({ where: { conversationId, attempts: 1 } });
      expect(row!.nextAttemptAt.getTime() - row!.createdAt.getTime()).toBeGreaterThan(3_500_000);
      expect(row!.error).toContain('slow down');
    });
    expect(calls()).toBe(1);
  });

  it('gives up on an activity that never gets through, tells of it, and goes on with the next', async () => {
    const { channel, shown, calls } = fakeChannel((entry) => {
      if (entry.activity.text === 'poison') throw new TypeError('cannot be said');
    });
    const { conversationId, ids } = await conversationWith(['poison', 'after']);
    const { failures } = deliver(channel, { attempts: 3 });
    await expect.poll(() => statesOf(conversationId)).toEqual(['failed', 'sent']);
    expect(shown).toEqual(['after']);
    expect(calls()).toBe(4);
    expect(failures).toEqual([
      { conversationId, activityId: ids[0], state: 'failed', reason: 'TypeError: cannot be said' },
    ]);
  });

  it('does not try again what was refused for good, or what has no channel here', async () => {
    const { channel, calls } = fakeChannel(() => {
      throw new DeliveryRefused('blocked');
    });
    const refused = await conversationWith(['one']);
    const stranger = await conversationWith(['two'], {}, 'nobody');
    const { failures } = deliver(channel);
    await expect.poll(() => failures.length).toBe(2);
    expect(await statesOf(refused.conversationId)).toEqual(['failed']);
    expect(await statesOf(stranger.conversationId)).toEqual(['failed']);
    expect(calls()).toBe(1);
  });

  it('fails what has lost its activity', async () => {
    const { channel } = fakeChannel();
    const { conversationId, ids } = await conversationWith(['gone', 'kept']);
    await database.db.client.activity.deleteMany({ where: { id: ids[0] } });
    deliver(channel);
    await expect.poll(() => statesOf(conversationId)).toEqual(['failed', 'sent']);
  });

  it('sends a survey only if it is certain that it was not shown', async () => {
    const deferred = fakeChannel((_, call) => {
      if (call === 1) throw new DeliveryDeferred('not now');
    });
    const sure = await conversationWith(['rate us?'], { kind: 'survey' });
    const first = deliver(deferred.channel);
    await expect.poll(() => statesOf(sure.conversationId)).toEqual(['sent']);
    await first.delivery.close();

    const broken = fakeChannel(() => {
      throw new Error('the line went dead');
    });
    const unsure = await conversationWith(['rate us?'], { kind: 'survey' });
    const { failures } = deliver(broken.channel);
    await expect.poll(() => statesOf(unsure.conversationId)).toEqual(['uncertain']);
    await expect.poll(() => failures.map(({ state }) => state)).toEqual(['uncertain']);
    expect(broken.calls()).toBe(1);
  });
});

describe('after a crash', () => {
  const longAgo = new Date(0);

  it('answers are sent again, anything else becomes uncertain', async () => {
    const { channel, shown } = fakeChannel();
    const half = { state: 'sending', attempts: 1, nextAttemptAt: longAgo } as const;
    const answer = await conversationWith(['answer'], half);
    const survey = await conversationWith(['survey'], { ...half, kind: 'survey' });
    const care = await conversationWith(['care'], { ...half, kind: 'care' });
    const { failures } = deliver(channel);
    await expect.poll(() => statesOf(answer.conversationId)).toEqual(['sent']);
    expect(await statesOf(survey.conversationId)).toEqual(['uncertain']);
    expect(await statesOf(care.conversationId)).toEqual(['uncertain']);
    expect(shown).toEqual(['answer']);
    await expect.poll(() => failures.map(({ state }) => state)).toEqual(['uncertain', 'uncertain']);
  });

  it('an answer that ended the process each time is not tried for ever', async () => {
    const { channel, calls } = fakeChannel();
    const { conversationId } = await conversationWith(['deadly'], {
      state: 'sending',
      attempts: 3,
      nextAttemptAt: longAgo,
    });
    const { failures } = deliver(channel, { attempts: 3 });
    await expect.poll(() => failures.length).toBe(1);
    expect(await statesOf(conversationId)).toEqual(['failed']);
    expect(calls()).toBe(0);
  });

  it('what another instance is sending is left to it, and blocks what comes after', async () => {
    const { channel, shown } = fakeChannel();
    const busy = await conversationWith(['theirs'], {
      state: 'sending',
      attempts: 1,
      nextAttemptAt: new Date(Date.now() + 3_600_000),
    });
    const { conversationId } = busy;
    const id = v7();
    await database.db.client.outboxEntry.create({ data: { id, conversationId, activityId: id, sequence: 2 } });
    const other = await conversationWith(['ours']);
    deliver(channel);
    await expect.poll(() => statesOf(other.conversationId)).toEqual(['sent']);
    expect(await statesOf(conversationId)).toEqual(['sending', 'waiting']);
    expect(shown).toEqual(['ours']);
  });

  it('an attempt that comes back after its lease changes nothing', async () => {
    const letGo: (() => void)[] = [];
    const { channel, calls } = fakeChannel(() => new Promise<void>((resolve) => void letGo.push(resolve)));
    const { conversationId } = await conversationWith(['slow']);
    const rows = () => database.db.client.outboxEntry.findMany({ where: { conversationId } });
    const first = deliver(channel, { pollMs: 600_000 });
    await expect.poll(calls).toBe(1);
    await database.db.client.outboxEntry.updateMany({ where: { conversationId }, data: { nextAttemptAt: longAgo } });
    const second = deliver(channel);
    await expect.poll(calls).toBe(2);
    letGo[0]?.();
    await first.delivery.close();
    expect(await rows()).toMatchObject([{ state: 'sending', attempts: 2 }]);
    letGo[1]?.();
    await second.delivery.close();
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }]);
  });

  it('a channel that never answers does not hold its conversation for ever', async () => {
    const { channel, shown } = fakeChannel((_, call) => (call === 1 ? new Promise(() => undefined) : undefined));
    const { conversationId } = await conversationWith(['one', 'two']);
    deliver(channel, { leaseMs: 200 });
    await expect.poll(() => statesOf(conversationId)).toEqual(['sent', 'sent']);
    expect(shown).toEqual(['one', 'two']);
  });
});

describe('several instances', () => {
  it('send every activity once, in order', async () => {
    const { channel, shown } = fakeChannel(() => new Promise((resolve) => setImmediate(resolve)));
    const conversations = await Promise.all(
      Array.from({ length: 12 }, (_, c) => conversationWith(Array.from({ length: 6 }, (_, m) => `${c}/${m}`))),
    );
    for (let instance = 0; instance < 3; instance++) deliver(channel, { atOnce: 4, pollMs: 5 });
    await expect.poll(() => shown.length, { timeout: 20_000 }).toBe(72);
    for (const c of conversations.keys()) {
      expect(shown.filter((text) => text.startsWith(`${c}/`))).toEqual([0, 1, 2, 3, 4, 5].map((m) => `${c}/${m}`));
    }
    await expect.poll(() => database.db.client.outboxEntry.count({ where: { state: 'sent' } })).toBe(72);
    expect(await database.db.client.outboxEntry.count({ where: { attempts: { not: 1 } } })).toBe(0);
  });

  it('closing lets the attempts in hand end', async () => {
    let letGo: () => void = () => undefined;
    const { channel, shown, calls } = fakeChannel(
      () =>
        new Promise<void>((resolve) => {
          letGo = resolve;
        }),
    );
    const { conversationId } = await conversationWith(['one', 'two']);
    const { delivery } = deliver(channel);
    await expect.poll(calls).toBe(1);
    const closed = delivery.close();
    letGo();
    await closed;
    expect(shown).toEqual(['one']);
    expect(await statesOf(conversationId)).toEqual(['sent', 'waiting']);
  });
});

describe('channels that count messages', () => {
  const merging = (channel: Channel): Channel => ({ ...channel, merges: true });
  const textsOf = ({ activity, following = [], rest }: DeliveryEntry) =>
    rest ?? [activity, ...following].map(({ text }) => text);

  it('get the answers of a turn together, and what a part was sent of goes on where it broke off', async () => {
    const seen: unknown[] = [];
    const faults = [
      new DeliveryInterrupted('line lost', { rest: [{ piece: 2 }, { piece: 3 }] }),
      new DeliveryDeferred('busy', { rest: [{ piece: 3 }] }),
    ];
    const { channel } = fakeChannel((entry) => {
      seen.push(textsOf(entry));
      const fault = faults.shift();
      if (fault) throw fault;
    });
    const { conversationId } = await conversationWith(['one', 'two', 'three']);
    deliver(merging(channel));
    await expect.poll(() => statesOf(conversationId)).toEqual(['sent', 'sent', 'sent']);
    expect(seen).toEqual([['one', 'two', 'three'], [{ piece: 2 }, { piece: 3 }], [{ piece: 3 }]]);
  });

  it('hold what they do not take until it is released; nothing is lost and nobody is alarmed', async () => {
    const { client } = database.db;
    let closed = true;
    const { channel, shown } = fakeChannel(() => {
      if (closed) throw new DeliveryHeld('spent');
    });
    const { conversationId } = await conversationWith(['one', 'two']);
    const { failures } = deliver(channel);
    await expect.poll(() => statesOf(conversationId)).toEqual(['held', 'held']);
    closed = false;
    await client.outboxEntry.updateMany({ where: { conversationId }, data: { state: 'waiting' } });
    await expect.poll(() => shown).toEqual(['one', 'two']);
    expect(failures).toEqual([]);
  });

  it('get answers before surveys before care, whatever was said first', async () => {
    const { client } = database.db;
    const { channel, shown } = fakeChannel();
    const { conversationId, ids } = await conversationWith(['care', 'survey', 'answer']);
    for (const [place, kind] of ['care', 'survey', 'answer'].entries())
      await client.outboxEntry.update({ where: { id: ids[place]! }, data: { kind } });
    deliver(channel);
    await expect.poll(() => statesOf(conversationId)).toEqual(['sent', 'sent', 'sent']);
    expect(shown).toEqual(['answer', 'survey', 'care']);
  });
});
