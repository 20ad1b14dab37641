import type { Activity } from 'botbuilder';
import { expect, test } from 'vitest';
import { capabilitiesOf } from '#bot/channels/capabilities.ts';
import { choicesOf, chosenFrom, labelsOf, numberedText } from '#bot/channels/choices.ts';
import { type Links, present } from '#bot/channels/presenting.ts';

const upload = '01a21cd6-3af7-73ca-ac43-10eee0e45c78';
const links: Links = {
  open: (path) => `https://shop.example${path}`,
  form: (id) => `https://shop.example/f/${id}`,
  file: async () => ({ url: 'https://shop.example/file?t=1', size: 30 * 1024 * 1024 }),
};
const shownOn = async (channel: string, activity: Partial<Activity>) =>
  (await present({ type: 'message', ...activity }, { capabilities: capabilitiesOf(channel), links })).activities;
const buttons = (...titles: string[]) => ({
  to: [],
  actions: titles.map((title) => ({ type: 'imBack', title, value: title })),
});

const product = {
  contentType: 'application/vnd.zhiyin.product+json',
  content: {
    name: 'Kettle',
    model: 'K1',
    price: '¥199',
    imageUrl: '/p/k.png',
    attributes: [{ label: 'Power', value: '1 kW' }],
  },
};
const stars = { contentType: 'application/vnd.zhiyin.rating+json', content: { max: 5 } };

test('a product is a card, a picture with words, or words', async () => {
  const activity = {
    text: 'Look',
    locale: 'en',
    channelData: { sources: [{ title: 'Care' }], feedback: true },
    attachments: [product],
  };
  const [webchat] = await shownOn('webchat', activity);
  expect(webchat).toMatchObject({
    text: 'Look\n\nSource: Care',
    attachments: [
      { content: { title: 'Kettle', subtitle: 'K1 · ¥199', images: [{ url: 'https://shop.example/p/k.png' }] } },
    ],
  });
  expect(webchat?.channelData).toBeUndefined();
  const [unknown] = await shownOn('carrierpigeon', activity);
  expect(unknown).toMatchObject({
    text: 'Look\n\nSource: Care\n\nKettle · K1 · ¥199\nPower: 1 kW',
    textFormat: 'plain',
    attachments: [{ contentType: 'image/png', contentUrl: 'https://shop.example/p/k.png' }],
  });
  expect((await shownOn('sms', activity))[0]?.attachments).toBeUndefined();
});

test('choices are tapped below the message, on a card, or numbered', async () => {
  const rating = { text: 'How was it?', locale: 'en', attachments: [stars] };
  expect((await shownOn('telegram', rating))[0]?.suggestedActions?.actions.map(({ value }) => value)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
  const [teams] = await shownOn('msteams', rating);
  expect(teams?.suggestedActions).toBeUndefined();
  expect(teams?.attachments?.[0]?.content.buttons).toHaveLength(5);
  expect((await shownOn('sms', rating))[0]?.text).toBe(
    'How was it?\n\nAnswer with the number:\n1. ★\n2. ★★\n3. ★★★\n4. ★★★★\n5. ★★★★★',
  );
  // WhatsApp has three buttons of 20 letters.
  expect(
    (await shownOn('whatsapp', { text: 'a', suggestedActions: buttons('x', 'y') }))[0]?.suggestedActions,
  ).toBeDefined();
  expect((await shownOn('whatsapp', { text: 'a', suggestedActions: buttons('x'.repeat(21)) }))[0]?.text).toContain(
    '1. xxx',
  );
});

test('a choice keeps the number it begins with, and takes a letter under a numbered list', () => {
  const scores = { text: '?', suggestedActions: buttons('5 good', '4 fair', '1 bad', 'Rather not say') };
  expect(labelsOf(scores)).toEqual(['5', '4', '1', 'A']);
  expect(['5', ' ４。', '01', 'a)', '2'].map((said) => chosenFrom(scores, said)?.title)).toEqual([
    '5 good',
    '4 fair',
    '1 bad',
    'Rather not say',
    undefined,
  ]);
  // A figure off the scale is one, and never a refusal.
  const steps = { text: '?', suggestedActions: buttons('0', '1', '2', 'no') };
  expect(labelsOf(steps)).toEqual(['0', '1', '2', 'A']);
  expect(chosenFrom(steps, '3')).toBeUndefined();
  expect(numberedText('?', choicesOf(steps), labelsOf(steps), 'en')).toBe(
    '?\n\nAnswer with the number or letter:\n0\n1\n2\nA. no',
  );
  const list = { text: 'Kept:\n1. unscented\n2. mornings', suggestedActions: buttons('All right', 'Forget all') };
  expect(labelsOf(list)).toEqual(['A', 'B']);
  expect(chosenFrom(list, 'b')?.title).toBe('Forget all');
  expect(chosenFrom(list, '2')).toBeUndefined();
});

test('an Adaptive Card becomes its words and choices where it cannot be shown', async () => {
  const card = {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: {
      body: [
        { type: 'TextBlock', text: 'Your order' },
        { type: 'FactSet', facts: [{ title: 'No.', value: '7' }] },
      ],
      actions: [
        { type: 'Action.OpenUrl', title: 'Track', url: 'https://shop.example/7' },
        { type: 'Action.Submit', title: 'Return it', data: 'I want to return it' },
      ],
    },
  };
  const said = { text: 'Here:', locale: 'en', attachments: [card] };
  expect((await shownOn('msteams', said))[0]?.attachments).toEqual([card]);
  expect((await shownOn('line', said))[0]).toMatchObject({
    text: 'Here:\n\nYour order\nNo.: 7\nTrack https://shop.example/7',
    suggestedActions: { actions: [{ title: 'Return it', value: 'I want to return it' }] },
  });
});

test('a file that is too large, or where no file can be sent, is a link; a long text is several', async () => {
  const file = { contentType: 'application/pdf', name: 'Manual', contentUrl: `/v3/directline/attachments/${upload}` };
  expect((await shownOn('webchat', { text: 'a', attachments: [file] }))[0]?.text).toBe(
    'a\n\n[Manual](https://shop.example/file?t=1)',
  );
  expect((await shownOn('sms', { text: 'a', attachments: [file] }))[0]?.text).toBe(
    'a\n\nManual https://shop.example/file?t=1',
  );
  const long = { text: `${'好'.repeat(1500)}\n\n${'的'.repeat(1500)}`, suggestedActions: buttons('x') };
  const parts = await shownOn('facebook', long);
  expect(parts.map(({ text }) => text?.length)).toEqual([1500, 1500]);
  expect(parts.map(({ suggestedActions }) => suggestedActions !== undefined)).toEqual([false, true]);
  expect(await shownOn('sms', { type: 'typing' })).toEqual([]);
});
