import { beforeEach, expect, test } from 'vitest';
import { withStaffLinks } from '#bot/staffLinks.ts';
import type { Turn } from '#bot/turns/turn.ts';
import { buildConversation, buildHouse, buildStaff, type House } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
let house: House;
const reference = { channelId: 'msteams', serviceUrl: 'https://smba.example', conversation: { id: 'a:1' } };

beforeEach(() => {
  house = buildHouse(database.db);
});

/** What somebody writes in Teams; the bot's own answer is "a customer's". */
async function write(text: string, given: { channel?: string; conversationType?: string; isGroup?: boolean } = {}) {
  const channel = given.channel ?? 'msteams';
  const conversation = await buildConversation(house, {
    channel,
    reference: channel === 'msteams' ? reference : undefined,
  });
  const decide = withStaffLinks(async () => ({ replies: [{ type: 'message', text: 'a customer’s' }] }), {
    db: database.db,
    services: house.services,
  });
  const turn = {
    conversationId: conversation.id,
    direction: 'inbound',
    channel,
    userId: '29:1',
    claims: { aud: 'app' },
    activity: {
      type: 'message',
      text,
      conversation: {
        id: 'a:1',
        name: '',
        conversationType: given.conversationType ?? 'personal',
        isGroup: given.isGroup ?? false,
      },
    },
  } as unknown as Turn;
  const { replies } = await decide(turn);
  return replies[0]?.text;
}

test('a code written in private links the account with how it is reached, once', async () => {
  const person = await buildStaff(house, { name: 'Ann', language: 'en' });
  const { code } = await house.services.notificationAccounts.createCode(person.id, 'teams');
  for (const elsewhere of [{ conversationType: 'channel' }, { isGroup: true }, { channel: 'directline' }])
    expect(await write(code, elsewhere)).toBe('a customer’s');
  expect(await write('ZY-AAAA-AAAA')).toBe('a customer’s');
  expect(await write('hello')).toBe('a customer’s');
  expect(await house.services.notificationAccounts.of(person.id)).toEqual([]);
  expect(await write(code)).toBe('Linked, Ann. Notifications will come here from now on.');
  expect(await house.services.notificationAccounts.of(person.id)).toMatchObject([
    { way: 'teams', address: 'msteams:29:1', reference: { reference, claims: { aud: 'app' } } },
  ]);
  expect(await write(code)).toBe('a customer’s');
});

test('an account belongs to who linked it last; a code is for its way, and each replaces the one before', async () => {
  const [one, two] = [await buildStaff(house), await buildStaff(house)];
  const { notificationAccounts: accounts } = house.services;
  const first = await accounts.createCode(one.id, 'wecom');
  const second = await accounts.createCode(one.id, 'wecom');
  expect(await accounts.redeem(first.code, { way: 'wecom', address: 'lilei' })).toBeNull();
  expect(await accounts.redeem(second.code, { way: 'teams', address: 'x' })).toBeNull();
  expect(await accounts.redeem(second.code, { way: 'wecom', address: 'lilei' })).toMatchObject({ name: one.name });
  const third = await accounts.createCode(two.id, 'wecom');
  await accounts.redeem(third.code, { way: 'wecom', address: 'lilei' });
  expect(await accounts.ownerOf('wecom', 'lilei')).toMatchObject({ id: two.id });
  expect(await accounts.of(one.id)).toEqual([]);
});
