import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { unknownVariables } from '#crm/conversations/cannedReplies.ts';
import { expectedWait } from '#crm/conversations/expectedWait.ts';
import { testDatabase } from '#test/support/database.ts';
import {
  buildActivity,
  buildConversation,
  buildCustomer,
  buildHouse,
  buildStaff,
  buildTeam,
  type House,
} from './support.ts';

const database = testDatabase();
let house: House;

beforeAll(() => {
  house = buildHouse(database.db);
});
beforeEach(async () => {
  await database.db.client.staffPresence.deleteMany();
  const data = { holder: 'bot', staffId: null, teamId: null, acceptedAt: null, releasedAt: null } as const;
  await database.db.client.conversation.updateMany({ data });
});

/** A customer of this tier who asked for a person just now. */
async function wait(tier: string | null = null) {
  const customer = await buildCustomer(house, { tier });
  const { id } = await buildConversation(house, { customerId: customer.id });
  await house.services.conversations.queue(id);
  house.clock.add({ minutes: 1 });
  return id;
}
/** A colleague who is at the desk. */
async function colleague(given: Parameters<typeof buildStaff>[1] = {}) {
  const staff = await buildStaff(house, given);
  await house.services.presence.seen(staff.id);
  return staff;
}
const rowOf = (id: string) => database.db.client.conversation.findUniqueOrThrow({ where: { id } });

describe('the queue', () => {
  test('runs by tier, then by who waits longest; asking again loses no place', async () => {
    const { conversations } = house.services;
    const [first, second] = [await wait(), await wait()];
    const gold = await wait('gold');
    await conversations.queue(first);
    const queue = await conversations.list({ holder: 'queue' });
    expect(queue.items.map(({ id }) => id)).toEqual([gold, first, second]);
    expect(await conversations.place(second)).toMatchObject({ place: 3 });
    await conversations.takeover(gold, (await buildStaff(house)).id);
    expect(await conversations.place(second)).toMatchObject({ place: 2 });
    expect(await conversations.place(gold)).toBeNull();
  });

  test('tells how long people waited lately, once there are enough to tell', async () => {
    const { conversations } = house.services;
    const staff = await buildStaff(house, { capacity: 20 });
    for (const minutes of [2, 4, 6, 8, 100]) {
      expect((await conversations.place(await wait()))?.waitMinutes).toBeUndefined();
      const id = await wait();
      house.clock.add({ minutes: minutes - 1 });
      await conversations.takeover(id, staff.id);
    }
    expect(await conversations.place(await wait())).toMatchObject({ here: true, waitMinutes: 6 });
    // Nobody at the desk: the waits of better days tell nothing.
    house.clock.add({ minutes: 2 });
    expect(await conversations.place(await wait())).toEqual({ place: 7, here: false });
  });

  test('who finds no room waits for conversations to end', async () => {
    const { conversations } = house.services;
    const me = await colleague({ capacity: 2 });
    for (const _ of [1, 2, 3, 4, 5]) {
      const id = await wait();
      await conversations.takeover(id, me.id);
      house.clock.add({ minutes: 12 });
      await conversations.release(id, me.id);
    }
    const [first, second] = [await wait(), await wait()];
    await house.services.presence.seen(me.id);
    expect((await conversations.place(second))?.waitMinutes).toBe(1);
    await conversations.takeover(first, me.id);
    await conversations.takeover(await wait(), me.id);
    const third = await wait();
    await house.services.presence.seen(me.id);
    // Two conversations of twelve minutes each: one ends every six.
    expect((await conversations.place(second))?.waitMinutes).toBe(6);
    expect((await conversations.place(third))?.waitMinutes).toBe(12);
  });

  test('the expected wait grows with the place and shrinks with the people', () => {
    const some = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(some, some, some, some, some, (place, room, held, waited, having) => {
        const now = { place, room, held, waited, having };
        const wait = expectedWait(now)!;
        expect(wait).toBeGreaterThanOrEqual(1);
        expect(expectedWait({ ...now, place: place + 1 })).toBeGreaterThanOrEqual(wait);
        expect(expectedWait({ ...now, room: room + 1 })).toBeLessThanOrEqual(wait);
        expect(expectedWait({ ...now, held: held + 1 })).toBeLessThanOrEqual(wait);
      }),
      { numRuns: 50 },
    );
  });

  test('is taken from the front: nobody twice, no one beyond what they may have, a team’s by the team', async () => {
    const { conversations, presence } = house.services;
    const team = await buildTeam(house, 'repairs');
    const first = await wait();
    const fixer = await colleague({ teamId: team.id, capacity: 2 });
    await conversations.takeover(first, fixer.id);
    await conversations.transfer(first, { staffId: fixer.id, toTeamId: team.id });
    expect(house.sent.at(-1)).toMatchObject({ kind: 'transferred', ids: { teamId: team.id } });
    const [second, third] = [await wait('gold'), await wait()];
    await presence.seen(fixer.id);
    // Two lines: the team's, and that for anybody.
    expect([await conversations.place(first), await conversations.place(third)]).toMatchObject([
      { place: 1 },
      { place: 2 },
    ]);
    const others = [await colleague({ capacity: 1 }), await colleague(), await colleague()];
    const taken = await Promise.all(others.map((each) => conversations.acceptNext(each)));
    expect(taken.map((each) => each?.id).sort()).toEqual([second, third, undefined].sort());
    expect(await conversations.acceptNext(others[1]!)).toBeNull();
    expect(await conversations.acceptNext(fixer)).toMatchObject({ id: first, staff: { id: fixer.id }, team: null });
    // Nobody of the team is there: it is anybody's.
    await conversations.transfer(first, { staffId: fixer.id, toTeamId: team.id });
    await presence.set(fixer.id, true);
    expect(await conversations.acceptNext(others[2]!)).toMatchObject({ id: first });
  });

  test('no one is given more than they may have, however many presses at one time; who leads steps in', async () => {
    const { conversations } = house.services;
    const [me, lead] = [await colleague({ capacity: 2 }), await colleague({ capacity: 1, role: 'manager' })];
    const ids = [await wait(), await wait(), await wait(), await wait()];
    const presses = await Promise.allSettled(ids.map(() => conversations.acceptNext(me)));
    expect(presses.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    const rest = (await conversations.list({ holder: 'queue' })).items;
    expect(rest).toHaveLength(2);
    await expect(conversations.takeover(rest[0]!.id, me.id)).rejects.toMatchObject({ code: 'handsFull' });
    for (const { id } of rest) await conversations.takeover(id, lead.id);
    expect((await house.services.presence.colleagues()).find(({ id }) => id === me.id)).toMatchObject({ holding: 2 });
  });
});

describe('a person', () => {
  test('who takes over silences the turn that the bot is deciding', async () => {
    const { conversations } = house.services;
    const id = await wait();
    const { id: staffId } = await buildStaff(house);
    await conversations.takeover(id, staffId);
    await conversations.takeover(id, staffId);
    expect(await rowOf(id)).toMatchObject({ takeovers: 1, holder: 'person' });
  });

  test('passes it on: the colleague has it and is told, the customer is told, the note stays inside', async () => {
    const { conversations } = house.services;
    const id = await wait();
    const [me, other, stranger] = [await colleague(), await colleague({ capacity: 1 }), await buildStaff(house)];
    await conversations.takeover(id, me.id);
    const pass = { staffId: me.id, toStaffId: other.id, note: '客户要换新' };
    await expect(conversations.transfer(id, { ...pass, staffId: stranger.id })).rejects.toMatchObject({
      code: 'conversationTaken',
    });
    expect(await conversations.transfer(id, pass)).toMatchObject({ staff: { id: other.id } });
    expect(house.sent.at(-1)).toMatchObject({ kind: 'transferred', ids: { name: other.name } });
    expect(house.steps.at(-1)).toMatchObject({ kind: 'transferred', staff: { id: me.id }, to: { id: other.id } });
    expect(house.notified.at(-1)).toMatchObject({ staffIds: [other.id], kind: 'conversationTransferred' });
    const [note] = (await conversations.messages(id)).items;
    expect(note).toMatchObject({ type: 'whisper', direction: 'internal', text: '客户要换新' });
    await expect(conversations.say(id, me.id, 'too late')).rejects.toMatchObject({ code: 'conversationTaken' });
    const next = await wait();
    await conversations.takeover(next, me.id);
    for (const [toStaffId, code] of [
      [other.id, 'colleagueFull'],
      [stranger.id, 'colleagueAway'],
      [me.id, 'invalidInput'],
    ]) {
      await expect(conversations.transfer(next, { staffId: me.id, toStaffId })).rejects.toMatchObject({ code });
    }
    const lead = await buildStaff(house, { role: 'manager' });
    expect(await conversations.transfer(next, { staffId: lead.id, toStaffId: lead.id })).toMatchObject({
      staff: { id: lead.id },
    });
    const gone = await buildStaff(house, { active: false });
    await expect(conversations.transfer(id, { staffId: other.id, toStaffId: gone.id })).rejects.toMatchObject({
      code: 'invalidInput',
    });
    expect(await conversations.transfer(id, { staffId: other.id, toStaffId: null })).toMatchObject({
      holder: 'queue',
    });
    expect(await conversations.place(id)).toMatchObject({ place: 1 });
  });

  test('nobody waits for who does not answer, is away or has left; looked at twice, nothing happens twice', async () => {
    const { conversations, presence, staff } = house.services;
    const names = ['silent', 'mute', 'answering', 'dismissed', 'walkedOff', 'gone', 'away'] as const;
    type Name = (typeof names)[number];
    const ids = {} as Record<Name, string>;
    const people = {} as Record<Name, string>;
    for (const name of names) ids[name] = await wait();
    for (const name of names) {
      people[name] = (await colleague()).id;
      await conversations.takeover(ids[name], people[name]);
    }
    const says = (name: Name, sender: 'customer' | 'staff', sequence: number) => {
      const direction = sender === 'staff' ? ('outbound' as const) : ('inbound' as const);
      return buildActivity(house, { conversationId: ids[name], sequence, text: '在吗', sender, direction });
    };
    for (const name of names) if (name !== 'mute') await says(name, 'customer', 1);
    house.clock.add({ minutes: 1 });
    for (const name of ['answering', 'dismissed', 'gone'] as const) await says(name, 'staff', 2);
    const before = house.sent.length;
    const given = () => house.sent.slice(before).map(({ conversationId, kind }) => [kind, conversationId]);
    const back = (name: Name) => ['requeued', ids[name]];
    const stay = async () => {
      for (const name of ['silent', 'mute', 'answering', 'away'] as const) await presence.seen(people[name]);
    };

    await staff.update(people.dismissed, { active: false }, null);
    await presence.gone(people.walkedOff);
    await presence.set(people.away, true);
    expect(await conversations.runUnanswered(house.clock.now())).toBe(2);
    expect(given().sort()).toEqual([back('dismissed'), back('walkedOff')].sort());
    const told = house.notified.at(-1)!;
    expect(told.kind).toBe('conversationWaits');
    expect(told.staffIds).toContain(people.answering);
    expect(told.staffIds).not.toContain(people.away);

    house.clock.add({ minutes: 3 });
    await stay();
    expect(await conversations.runUnanswered(house.clock.now())).toBe(1);
    expect(given().at(-1)).toEqual(back('away'));

    house.clock.add({ minutes: 7 });
    await stay();
    const later = house.clock.now();
    await Promise.all([conversations.runUnanswered(later), conversations.runUnanswered(later)]);
    expect(await conversations.runUnanswered(later)).toBe(0);
    expect(given().slice(-2).sort()).toEqual([back('mute'), back('silent')].sort());
    const kinds = new Map(house.steps.map(({ conversationId, kind }) => [conversationId, kind]));
    expect((['silent', 'walkedOff', 'away'] as const).map((name) => kinds.get(ids[name]))).toEqual([
      'unanswered',
      'left',
      'unanswered',
    ]);
    expect([await rowOf(ids.silent), await rowOf(ids.answering), await rowOf(ids.gone)]).toMatchObject([
      { holder: 'queue', staffId: null, heldAt: null },
      { holder: 'person' },
      { holder: 'person' },
    ]);

    // Whoever has left is gone for the next words, too.
    await says('gone', 'customer', 3);
    expect(await conversations.runUnanswered(house.clock.now())).toBe(1);
    expect(await rowOf(ids.gone)).toMatchObject({ holder: 'queue' });
  });

  test('what waits for an answer goes with who has the conversation, and is done when they have spoken and give it back', async () => {
    const { conversations, tasks } = house.services;
    const [owner, me] = [await colleague(), await colleague()];
    const id = await wait();
    const raise = (type: 'answer' | 'callBack') =>
      tasks.raise({ type, title: 'x', priority: 'high', conversationId: id, ownerId: owner.id });
    const [answer, call] = [await raise('answer'), await raise('callBack')];
    await conversations.takeover(id, me.id);
    expect(await tasks.get(answer.id)).toMatchObject({ owner: { id: me.id }, state: 'open' });
    await conversations.transfer(id, { staffId: me.id });
    expect(await tasks.get(answer.id)).toMatchObject({ owner: null, state: 'open' });
    await conversations.takeover(id, me.id);
    await conversations.release(id, me.id);
    expect(await tasks.get(answer.id)).toMatchObject({ state: 'open' });
    await conversations.takeover(id, me.id);
    const said = { conversationId: id, text: '好了', direction: 'outbound', sender: 'staff' } as const;
    await buildActivity(house, { ...said, sequence: 9 });
    const later = await raise('answer');
    await conversations.release(id, me.id);
    expect(await tasks.get(answer.id)).toMatchObject({ state: 'done', outcome: 'solved' });
    expect(await tasks.get(later.id)).toMatchObject({ state: 'done', owner: { id: me.id } });
    expect(await tasks.get(call.id)).toMatchObject({ state: 'open', owner: { id: owner.id } });
  });

  test('is at the desk while a page of theirs is open, until they sign out or say that they are away', async () => {
    const { presence } = house.services;
    const me = await buildStaff(house);
    expect(await presence.of(me.id)).toBe('offline');
    await presence.seen(me.id);
    house.clock.add({ minutes: 1 });
    expect(await presence.of(me.id)).toBe('online');
    house.clock.add({ minutes: 1 });
    expect(await presence.of(me.id)).toBe('offline');
    await presence.set(me.id, true);
    await presence.seen(me.id);
    expect(await presence.of(me.id)).toBe('away');
    await presence.set(me.id, false);
    expect((await presence.colleagues()).find(({ id }) => id === me.id)).toMatchObject({ state: 'online', holding: 0 });
    await presence.gone(me.id);
    expect(await presence.of(me.id)).toBe('offline');
  });
});

test('another desk takes who waits and gives back what it took; what our own people have is theirs', async () => {
  const { conversations } = house.services;
  const id = await wait();
  const me = await colleague();
  expect(await conversations.otherDesk(id, { state: 'completed' })).toBe(false);
  expect(await conversations.otherDesk(id, { state: 'accepted', message: 'Desk 7' })).toBe(true);
  expect(await conversations.otherDesk(id, { state: 'accepted' })).toBe(false);
  expect(await rowOf(id)).toMatchObject({ holder: 'person', staffId: null, takeovers: 1 });
  expect(house.steps.at(-1)).toMatchObject({ kind: 'acceptedElsewhere', note: 'Desk 7' });
  expect(await conversations.runUnanswered(house.clock.add({ hours: 1 }))).toBe(0);
  expect(await conversations.otherDesk(id, { state: 'failed' })).toBe(true);
  expect([house.sent.at(-1), await rowOf(id)]).toMatchObject([{ kind: 'requeued' }, { holder: 'queue' }]);
  await conversations.otherDesk(id, { state: 'accepted' });
  expect(await conversations.takeover(id, me.id)).toMatchObject({ staff: { id: me.id } });
  for (const state of ['accepted', 'failed', 'completed'] as const) {
    expect(await conversations.otherDesk(id, { state })).toBe(false);
  }
  await conversations.transfer(id, { staffId: me.id });
  await conversations.otherDesk(id, { state: 'accepted' });
  expect(await conversations.otherDesk(id, { state: 'completed' })).toBe(true);
  expect([house.sent.at(-1), await rowOf(id)]).toMatchObject([{ kind: 'released', ids: {} }, { holder: 'bot' }]);
});

describe('suggested replies', () => {
  /** A conversation that a colleague had, as it was said. */
  async function talk(
    customer: Parameters<typeof buildCustomer>[1],
    said: [who: 'customer' | 'staff', text: string][],
  ) {
    const { id: customerId } = await buildCustomer(house, customer);
    const conversation = { customerId, language: 'zh', acceptedAt: house.clock.now() };
    const { id: conversationId } = await buildConversation(house, conversation);
    for (const [sequence, [sender, text]] of said.entries()) {
      const direction = sender === 'staff' ? ('outbound' as const) : ('inbound' as const);
      const body = sender === 'staff' ? { from: { name: '林晓' } } : {};
      await buildActivity(house, { conversationId, sequence: sequence + 1, text, sender, direction, body });
    }
    return conversationId;
  }

  test('earlier answers, canned replies and articles, the best for what the customer waits to hear first', async () => {
    const { cannedReplies, knowledge, replySuggestions } = house.services;
    const { id: staffId } = await buildStaff(house);
    const article = { language: 'zh' as const, kind: 'care' as const };
    await knowledge.save(
      { ...article, slug: 'scale', title: '水壶怎么除垢', body: '倒入白醋和水，煮开后静置半小时，再冲洗干净。' },
      null,
    );
    const kept = await cannedReplies.save(
      { shortcut: '除垢', text: { zh: '{customer}您好，除垢用白醋煮开即可。', en: 'Use vinegar.' } },
      staffId,
    );
    await talk({ name: '陈静' }, [
      ['customer', '家里的水壶怎么除垢才好'],
      ['staff', '陈静您好，我是林晓。水垢用柠檬酸煮十分钟就能除掉，很方便。'],
    ]);
    // What is one customer's, and what is said to dealers, is for nobody else.
    await talk({ name: '王芳' }, [
      ['customer', '水壶怎么除垢呀'],
      ['staff', '除垢剂已经寄出，运单号 SF1234567890，请您查收。'],
    ]);
    await talk({ audience: 'dealer' }, [
      ['customer', '水壶怎么除垢'],
      ['staff', '经销商可以免费领取除垢剂，请联系区域经理。'],
    ]);
    house.clock.add({ minutes: 2 });
    const id = await talk({ name: '李雷' }, [
      ['customer', '你好'],
      ['staff', '您好，请讲。'],
      ['customer', '水壶怎么除垢？'],
      ['customer', '转人工'],
    ]);
    const { question, items } = await replySuggestions.find(id);
    expect(question).toBe('水壶怎么除垢？');
    expect(items.map(({ kind }) => kind).sort()).toEqual(['canned', 'earlier', 'passage']);
    expect(items.find(({ kind }) => kind === 'earlier')).toMatchObject({
      title: '家里的水壶怎么除垢才好',
      text: '{customer}您好，我是{staff}。水垢用柠檬酸煮十分钟就能除掉，很方便。',
    });
    expect(items.map(({ fit }) => fit)).toEqual(items.map(({ fit }) => fit).toSorted((a, b) => b - a));
    expect(await replySuggestions.draft(id)).toMatchObject({ sources: [{ title: '水壶怎么除垢' }] });
    await cannedReplies.remove(kept.id, staffId);
  });

  test('nothing where nobody waits for an answer, or nothing fits', async () => {
    const { replySuggestions } = house.services;
    const answered = await talk({}, [
      ['customer', '水壶怎么除垢？'],
      ['staff', '用白醋煮开即可，请放心使用。'],
    ]);
    expect(await replySuggestions.find(answered)).toEqual({ question: null, items: [] });
    expect(await replySuggestions.draft(answered)).toBeNull();
    const other = await talk({}, [['customer', '火星上有没有分店']]);
    expect(await replySuggestions.find(other)).toMatchObject({ items: [] });
    await expect(replySuggestions.find(answered.replace(/.$/, 'f'))).rejects.toMatchObject({ code: 'notFound' });
  });
});

test('canned replies: variables are known ones, a shortcut is one reply’s', async () => {
  const { cannedReplies } = house.services;
  const { id: staffId } = await buildStaff(house);
  expect(unknownVariables('{customer}，您好，{hour} {staff}')).toEqual(['hour']);
  const text = { zh: '{customer}您好', en: 'Hello {customer}' };
  await expect(cannedReplies.save({ shortcut: 'x', text: { ...text, en: '{nme}' } }, staffId)).rejects.toMatchObject({
    code: 'invalidInput',
  });
  const made = await cannedReplies.save({ shortcut: ' Hello ', text }, staffId);
  expect(made.shortcut).toBe('hello');
  await expect(cannedReplies.save({ shortcut: 'hello', text }, staffId)).rejects.toMatchObject({
    code: 'shortcutTaken',
  });
  await cannedReplies.save({ shortcut: 'hello', text: { ...text, en: 'Hi' } }, staffId, made.id);
  expect(await cannedReplies.list()).toMatchObject([{ shortcut: 'hello', text: { en: 'Hi' } }]);
  await cannedReplies.remove(made.id, staffId);
  await expect(cannedReplies.remove(made.id, staffId)).rejects.toMatchObject({ code: 'notFound' });
});
