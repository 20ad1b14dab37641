import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { ConsoleConversation } from '#bot/channels/console.ts';
import { createMessenger } from '#bot/messenger.ts';
import type { Decide } from '#bot/turns/turn.ts';
import { Turns } from '#bot/turns/turns.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A talk with a bot that decides as given; `said` is what the bot was told, `shown` what the terminal shows. */
async function talk(decide: Decide) {
  const said: unknown[] = [];
  const shown: string[] = [];
  const { db } = database;
  const turns = new Turns({
    db,
    decide: (turn) => {
      if (turn.direction === 'inbound') said.push({ text: turn.activity.text, value: turn.activity.value });
      return decide(turn);
    },
    apologise: async () => ({ replies: [] }),
    recognise: async () => undefined,
    outboxOf: () => null,
    logger: pino({ level: 'silent' }),
    pollMs: 20,
  });
  turns.start();
  const conversation = new ConsoleConversation(db, turns, 'en', (lines) => shown.push(...lines));
  opened.push(async () => {
    conversation.close();
    await turns.close();
  });
  await conversation.open();
  return { conversation, said, shown };
}

const message = (text: string, parts: object = {}) => ({ type: 'message', text, locale: 'en', ...parts });

describe('a talk in the terminal', () => {
  it('shows text, cards, sources and numbered buttons, and presses them', async () => {
    const buttons = {
      actions: [
        { type: 'imBack', title: 'Yes', value: 'yes please' },
        { type: 'imBack', title: 'No' },
      ],
    };
    const card = {
      contentType: 'application/vnd.zhiyin.product+json',
      content: { name: 'Kettle', price: '¥199', attributes: [{ label: 'Power', value: '1500 W' }] },
    };
    const { conversation, said, shown } = await talk(async ({ activity }) => ({
      replies:
        activity.text === 'kettle'
          ? [
              message('This one?', {
                suggestedActions: buttons,
                attachments: [card],
                channelData: { sources: [{ title: 'Care' }] },
              }),
            ]
          : [message('Hello.\nAnd welcome.')],
    }));
    expect(shown.splice(0)).toEqual(['Hello.', 'And welcome.']);
    await conversation.say('kettle');
    expect(shown.splice(0)).toEqual([
      'This one?',
      '  ▸ Kettle · ¥199',
      '    Power 1500 W',
      '  ↳ Source: Care',
      '  [1] Yes  [2] No',
    ]);
    await conversation.say('1');
    await conversation.say('1');
    expect(said.map((line) => (line as { text: string }).text)).toEqual(['kettle', 'yes please', '1']);
  });

  it('gives stars as a rating', async () => {
    const stars = { attachments: [{ contentType: 'application/vnd.zhiyin.rating+json', content: { max: 5 } }] };
    const { conversation, said, shown } = await talk(async () => ({ replies: [message('How was it?', stars)] }));
    expect(shown).toEqual(['How was it?', '  [1] ★  [2] ★★  [3] ★★★  [4] ★★★★  [5] ★★★★★']);
    await conversation.say('4');
    expect(said).toEqual([{ text: '4', value: { rating: 4 } }]);
  });

  it('is settled when the turns are over that the bot began itself', async () => {
    const { db } = database;
    const messenger = createMessenger(db, { now: () => new Date() }, () => null);
    const { conversation, shown } = await talk(async (turn) => {
      if (turn.activity.type === 'event') return { replies: [message('By the way')] };
      if (turn.direction === 'inbound') await messenger.send(turn.conversationId, { kind: 'later', ids: {} });
      return { replies: [message('Hello')] };
    });
    await conversation.say('hi');
    await conversation.settled();
    await expect.poll(() => shown).toEqual(['Hello', 'Hello', 'By the way']);
  });
});
