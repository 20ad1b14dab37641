import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { echo, message, startConnector } from './startConnector.ts';
import { appId, startChannelService, startIssuer } from './world.ts';

const database = testDatabase();
let issuer: Awaited<ReturnType<typeof startIssuer>>;
let service: Awaited<ReturnType<typeof startChannelService>>;
let bot: Awaited<ReturnType<typeof startConnector>>;

beforeAll(async () => {
  issuer = await startIssuer();
  service = await startChannelService();
  bot = await startConnector(database.db, { decide: echo, issuer, publicUrl: 'https://shop.example' });
});
afterAll(async () => {
  await bot.close();
  await service.close();
  await issuer.close();
});

const signed = async (serviceUrl = service.url) => ({ Authorization: `Bearer ${await issuer.token(serviceUrl)}` });
const sentTo = (conversation: { id: string }) => service.sent.filter(({ path }) => path.includes(conversation.id));
const stored = (externalId: string) =>
  database.db.client.conversation.findUniqueOrThrow({
    where: { channel_externalId: { channel: 'testchannel', externalId } },
  });

describe('a message of a channel', () => {
  it('is stored, acknowledged, and answered where it came from', async () => {
    const posted = message(service.url, 'hello|again');
    const response = await bot.post(posted, await signed());
    expect(response).toMatchObject({ status: 202, text: '' });
    await expect.poll(() => sentTo(posted.conversation).length).toBe(2);
    const [first, second] = sentTo(posted.conversation);
    expect(first).toMatchObject({
      path: `/v3/conversations/${posted.conversation.id}/activities/${posted.id}`,
      headers: { authorization: `Bearer token-of-${appId}` },
      activity: {
        type: 'message',
        text: 'echo: hello',
        replyToId: posted.id,
        from: { id: 'bot-1' },
        recipient: { id: 'user-1', name: 'Ann' },
        conversation: { id: posted.conversation.id },
        channelId: 'testchannel',
      },
    });
    expect(first?.activity.id).toBeUndefined();
    expect(second?.activity.text).toBe('echo: again');
    const conversation = await stored(posted.conversation.id);
    expect(conversation).toMatchObject({
      userId: 'user-1',
      reference: { serviceUrl: service.url, user: { id: 'user-1' }, bot: { id: 'bot-1' }, channelId: 'testchannel' },
    });
    const entry = await database.db.client.inboxEntry.findFirstOrThrow({ where: { conversationId: conversation.id } });
    expect(entry).toMatchObject({ externalId: posted.id, claims: { aud: appId, serviceurl: service.url } });
  });

  it('that is delivered twice is answered alike and runs once', async () => {
    const posted = message(service.url, 'once');
    const responses = await Promise.all([bot.post(posted, await signed()), bot.post(posted, await signed())]);
    responses.push(await bot.post(posted, await signed()));
    expect(responses.map(({ status }) => status)).toEqual([202, 202, 202]);
    await expect.poll(() => sentTo(posted.conversation).length).toBe(1);
    const { id } = await stored(posted.conversation.id);
    await expect
      .poll(() => database.db.client.outboxEntry.count({ where: { conversationId: id, state: 'sent' } }))
      .toBe(1);
    expect(await database.db.client.activity.count({ where: { conversationId: id } })).toBe(2);
    expect(sentTo(posted.conversation).length).toBe(1);
  });

  it('keeps its place while the channel stumbles', async () => {
    const posted = message(service.url, 'one|two');
    service.answers(503, 500);
    await bot.post(posted, await signed());
    await expect
      .poll(() => sentTo(posted.conversation).map(({ activity }) => activity.text))
      .toEqual(['echo: one', 'echo: two']);
  });

  it('is not answered again and again where the channel refuses, nor at another address', async () => {
    for (const status of [403, 307]) {
      const posted = message(service.url, 'refused');
      service.answers(status);
      await bot.post(posted, await signed());
      const { id } = await stored(posted.conversation.id);
      await expect
        .poll(() => bot.failures.find(({ conversationId }) => conversationId === id)?.reason)
        .toContain(`${status}`);
      expect(sentTo(posted.conversation)).toEqual([]);
    }
  });

  it('moves its conversation to the serviceUrl it came from', async () => {
    const posted = message(service.url, 'hello');
    await bot.post(posted, await signed());
    const moved = `${service.url}/moved/`;
    const again = message(moved, 'there', { conversation: posted.conversation });
    await bot.post(again, await signed(moved));
    await expect.poll(() => sentTo(posted.conversation).at(-1)?.path).toContain('/moved/v3/conversations/');
    expect((await stored(posted.conversation.id)).reference).toMatchObject({ serviceUrl: moved });
  });

  it('is answered as a new message once nobody knows its id any more', async () => {
    const { client } = database.db;
    const posted = message(service.url, 'hello');
    await bot.post(posted, await signed());
    await expect.poll(() => sentTo(posted.conversation).length).toBe(1);
    const { id: conversationId } = await stored(posted.conversation.id);
    const row = { id: v7(), conversationId, sequence: 9 };
    const body = { type: 'message', text: 'late', replyToId: v7() };
    await client.activity.create({ data: { ...row, direction: 'outbound', type: 'message', sender: 'bot', body } });
    await client.outboxEntry.create({ data: { ...row, activityId: row.id } });
    await expect
      .poll(() => sentTo(posted.conversation)[1])
      .toMatchObject({
        path: `/v3/conversations/${posted.conversation.id}/activities`,
        headers: { authorization: `Bearer token-of-${appId}` },
        activity: { text: 'late', recipient: { id: 'user-1' } },
      });
    expect(sentTo(posted.conversation)[1]?.activity.replyToId).toBeUndefined();
  });

  it('offers choices by their numbers where the channel has no buttons, and takes a number for the choice', async () => {
    const posted = message(service.url, 'choose');
    await bot.post(posted, await signed());
    await expect
      .poll(() => sentTo(posted.conversation)[0]?.activity.text)
      .toBe('How?\n\nAnswer with the number or letter:\n5 good\n1 bad\nA. none');
    await bot.post(message(service.url, ' 1.', { conversation: posted.conversation }), await signed());
    await expect.poll(() => sentTo(posted.conversation)[1]?.activity.text).toBe('echo: it is 1 bad');
    await bot.post(message(service.url, '2', { conversation: posted.conversation }), await signed());
    await expect.poll(() => sentTo(posted.conversation)[2]?.activity.text).toBe('echo: 2');
  });
});

describe('what is answered in the response', () => {
  it('expectReplies: all replies, the same for a repeated request, and none is delivered besides', async () => {
    const posted = message(service.url, 'a|b', { deliveryMode: 'expectReplies' });
    const first = await bot.post(posted, await signed());
    const second = await bot.post(posted, await signed());
    expect(first.status).toBe(200);
    expect(first.json().activities).toMatchObject([
      { text: 'echo: a', replyToId: posted.id },
      { text: 'echo: b', replyToId: posted.id },
    ]);
    expect(second.json()).toEqual(first.json());
    const { id } = await stored(posted.conversation.id);
    expect(await database.db.client.outboxEntry.count({ where: { conversationId: id } })).toBe(0);
  });

  it('invoke: the status and body that the bot gave; 501 where it gave none', async () => {
    const invoke = message(service.url, '', { type: 'invoke', name: 'card/action', value: { a: 1 }, text: undefined });
    const answered = await bot.post(invoke, await signed());
    expect(answered.status).toBe(200);
    expect(answered.json()).toEqual({ got: { a: 1 } });
    expect((await bot.post({ ...invoke, id: 'other', name: 'nobody' }, await signed())).status).toBe(501);
    const { id } = await stored(invoke.conversation.id);
    expect(await database.db.client.outboxEntry.count({ where: { conversationId: id } })).toBe(0);
  });

  it('is waited for while another instance runs the turn', async () => {
    const { client } = database.db;
    const first = message(service.url, 'first');
    await bot.post(first, await signed());
    await expect.poll(() => sentTo(first.conversation).length).toBe(1);
    const { id } = await stored(first.conversation.id);
    const lease = { lease: '00000000-0000-7000-8000-000000000000', leaseUntil: new Date(Date.now() + 3_600_000) };
    await client.conversation.update({ where: { id }, data: lease });
    const posted = message(service.url, 'second', { conversation: first.conversation, deliveryMode: 'expectReplies' });
    const answer = bot.post(posted, await signed());
    await expect.poll(() => client.inboxEntry.count({ where: { conversationId: id } })).toBe(2);
    await client.conversation.update({ where: { id }, data: { lease: null, leaseUntil: null } });
    expect((await answer).json().activities).toMatchObject([{ text: 'echo: second' }]);
  });

  it('a turn that takes too long: 504, and the answer for whoever asks again', async () => {
    let decideNow: () => void = () => undefined;
    const decided = new Promise<void>((resolve) => {
      decideNow = resolve;
    });
    const slow = await startConnector(database.db, {
      issuer,
      answerMs: 50,
      decide: async (turn) => {
        await decided;
        return echo(turn);
      },
    });
    const posted = message(service.url, 'slow', { deliveryMode: 'expectReplies' });
    expect((await slow.post(posted, await signed())).status).toBe(504);
    decideNow();
    await expect.poll(async () => (await slow.post(posted, await signed())).status).toBe(200);
    await slow.close();
  });
});

describe('other activities', () => {
  it('somebody joins: greeted, without being taken for the customer', async () => {
    const joins = message(service.url, '', {
      type: 'conversationUpdate',
      text: undefined,
      from: { id: 'the-channel' },
      membersAdded: [{ id: 'user-1' }],
    });
    expect((await bot.post(joins, await signed())).status).toBe(202);
    await expect.poll(() => sentTo(joins.conversation).map(({ activity }) => activity.text)).toEqual(['welcome']);
    expect(sentTo(joins.conversation)[0]?.activity.replyToId).toBeUndefined();
    expect(await stored(joins.conversation.id)).toMatchObject({ userId: null });
  });

  it('an event from outside is never one of our own', async () => {
    const event = message(service.url, 'x', { type: 'event', name: 'surveyDue', value: { invitationId: '1' } });
    await bot.post(event, await signed());
    const { id } = await stored(event.conversation.id);
    const activities = await database.db.client.activity.findMany({ where: { conversationId: id, type: 'event' } });
    expect(activities.map(({ direction }) => direction)).toEqual(['inbound']);
  });

  it('typing reaches the desk and is not stored; the unknown is thanked for', async () => {
    const posted = message(service.url, 'hello');
    await bot.post(posted, await signed());
    const { id } = await stored(posted.conversation.id);
    const seen: unknown[] = [];
    const stop = database.db.signals.subscribe('typing', (signal) => seen.push(signal));
    const typing = message(service.url, '', { type: 'typing', text: undefined, conversation: posted.conversation });
    expect((await bot.post(typing, await signed())).status).toBe(202);
    expect((await bot.post({ ...typing, type: 'installationUpdate' }, await signed())).status).toBe(202);
    stop();
    expect(seen).toEqual([{ conversationId: id, from: 'user-1' }]);
    expect(await database.db.client.inboxEntry.count({ where: { conversationId: id } })).toBe(1);
  });
});
