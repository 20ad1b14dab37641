import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { capabilitiesOf } from '#bot/channels/capabilities.ts';
import { Forms } from '#bot/channels/forms/forms.ts';
import { createLinks } from '#bot/channels/links.ts';
import { present } from '#bot/channels/presenting.ts';
import { keptKey } from '#crm/keptKey.ts';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { copyDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
let app: RunningApp;
let forms: Forms;
const clock = { time: new Date('2026-11-20T02:00:00Z'), now: () => clock.time };
beforeAll(async () => {
  database = await copyDatabase();
  app = await startApp({ databaseUrl: database.url, clock, env: { PUBLIC_URL: 'https://shop.example' } });
  const { db, turns, services } = app;
  forms = new Forms({ db, turns, services, clock, signingKey: await keptKey(db, 'signingKey'), dataDir: '/nowhere' });
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const card = {
  contentType: 'application/vnd.microsoft.card.adaptive',
  content: {
    type: 'AdaptiveCard',
    body: [
      { type: 'TextBlock', text: 'What went <wrong>?' },
      { type: 'Input.Text', id: 'story', label: 'Your story', isMultiline: true, isRequired: true },
      {
        type: 'Input.ChoiceSet',
        id: 'wish',
        label: 'Your wish',
        isRequired: true,
        choices: [
          { title: 'A refund', value: 'refund' },
          { title: 'A repair', value: 'repair' },
        ],
      },
      { type: 'Input.Toggle', id: 'call', title: 'Call me', valueOn: 'yes', valueOff: 'no' },
      { type: 'Input.Date', id: 'day', label: 'When' },
    ],
    actions: [{ type: 'Action.Submit', title: 'Send it', data: { form: 'complaint' } }],
  },
};

/** A conversation in which the form was sent, and what a channel shows of it. */
async function asked(channel = 'smsgateway') {
  const { client } = app.db;
  const userId = v7();
  const conversation = await client.conversation.create({ data: { channel, externalId: userId, userId, sequence: 1 } });
  const id = v7();
  const body = { id, type: 'message', text: 'Please tell us.', locale: 'en', attachments: [card] };
  const row = {
    id,
    conversationId: conversation.id,
    sequence: 1,
    direction: 'outbound',
    type: 'message',
    sender: 'bot',
    body,
  } as const;
  await client.activity.create({ data: row });
  const links = createLinks(
    app.db,
    'https://shop.example',
    async () => '',
    (activityId) => forms.pathOf(activityId),
  );
  const { activities } = await present(body, { capabilities: capabilitiesOf(channel), links });
  const path = /https:\/\/shop\.example(\/f\/\S+)/.exec(activities[0]?.text ?? '')?.[1];
  return { conversationId: conversation.id, activities, url: `${app.url}${path}` };
}
const open = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, html: await response.text() };
};
const send = async (url: string, fields: Record<string, string>) => {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, html: await response.text() };
};
const said = (conversationId: string) =>
  app.db.client.activity.findMany({
    where: { conversationId, direction: 'inbound' },
    select: { text: true, body: true },
  });

test('a form is a card where cards are shown, and a page behind a link everywhere else', async () => {
  expect((await asked('msteams')).activities[0]?.attachments).toEqual([card]);
  const { activities, url, conversationId } = await asked();
  expect(activities[0]?.text).toMatch(/^Please tell us\.\n\nWhat went <wrong>\?\n\nFill it in on this page/);
  const page = await open(url);
  expect(page.html).toContain('What went &#60;wrong&#62;?');
  expect(page.html).not.toContain('<wrong>');
  expect(page.html).toMatch(/<textarea id="story"[^>]* required[\s\S]*A refund[\s\S]*type="date"[\s\S]*Send it/);
  const filled = { story: 'It leaks "badly"', wish: 'refund', call: 'yes', other: 'x' };
  expect((await send(url, filled)).html).toContain('We have it, thank you');
  await expect.poll(async () => (await said(conversationId)).length).toBe(1);
  const [message] = await said(conversationId);
  expect(message?.text).toBe('Your story: It leaks "badly"\nYour wish: A refund\nCall me');
  expect(message?.body).toMatchObject({
    value: { form: 'complaint', story: 'It leaks "badly"', wish: 'refund', call: 'yes', day: '' },
  });
  expect((message!.body as { value: object }).value).not.toHaveProperty('other');
  // Once is enough: the link says so, and nothing is heard again.
  expect((await open(url)).html).toContain('We have it, thank you');
  expect((await send(url, { ...filled, story: 'again' })).status).toBe(200);
  expect(await said(conversationId)).toHaveLength(1);
});

describe('what is refused', () => {
  test('a form that is not filled in comes back with what was written', async () => {
    const { url, conversationId } = await asked();
    const back = await send(url, { story: 'It <leaks>', wish: 'a million' });
    expect(back.status).toBe(400);
    expect(back.html).toMatch(/It &#60;leaks&#62;<\/textarea>[\s\S]*Please fill this in/);
    expect(await said(conversationId)).toEqual([]);
    expect((await send(url, { story: 'x'.repeat(70_000), wish: 'refund' })).status).toBe(413);
  });

  test('a link that is not ours, too old, or of somebody who was erased', async () => {
    const { url, conversationId } = await asked();
    const another = (await asked()).url;
    const [id] = url.split('/f/')[1]!.split('.');
    const forged = url.replace(id!, another.split('/f/')[1]!.split('.')[0]!);
    expect((await open(forged)).status).toBe(404);
    expect((await open(`${url}x`)).status).toBe(404);
    await app.db.client.conversation.update({ where: { id: conversationId }, data: { erasedAt: clock.now() } });
    expect((await open(url)).status).toBe(404);
    clock.time = new Date(clock.time.getTime() + 8 * 86_400_000);
    expect((await open(another)).status).toBe(404);
    expect((await send(another, { story: 'x', wish: 'refund' })).html).toMatch(
      /已经失效[\s\S]*cannot be used any more/,
    );
  });
});

describe('dialogs offer their form where the channel shows none', () => {
  /** A customer of a channel that has words alone, and what the bot says to them. */
  async function talk(channel: string) {
    const { client } = app.db;
    const userId = v7();
    const conversation = { channel, externalId: userId, userId };
    const { id } = await client.conversation.create({ data: conversation });
    const from = { id: userId, role: 'user' };
    let messages = 0;
    const said = () =>
      client.activity.findMany({
        where: { conversationId: id, direction: 'outbound', sender: 'bot', type: 'message' },
        orderBy: { sequence: 'asc' },
      });
    /** Says something, or waits for the answer to what was filled in; the last reply as the channel shows it. */
    const hear = async (text?: string) => {
      const before = (await said()).length;
      const activity = { type: 'message', text, from, channelId: channel, conversation: { id: userId } } as object;
      if (text !== undefined) {
        await app.turns.receive({ conversationId: id, externalId: `m${++messages}`, activity });
        await expect.poll(async () => (await said()).length, { timeout: 10_000 }).toBeGreaterThan(before);
      }
      const waiting = () => client.inboxEntry.count({ where: { conversationId: id, state: 'waiting' } });
      await expect.poll(waiting, { timeout: 10_000 }).toBe(0);
      const last = (await said()).at(-1)!;
      const links = createLinks(
        app.db,
        'https://shop.example',
        async () => '',
        (activityId) => forms.pathOf(activityId),
      );
      const { activities } = await present(last.body as object, { capabilities: capabilitiesOf(channel), links });
      return activities.map((each) => each.text).join('\n');
    };
    return { id, hear };
  }
  const linkIn = (text: string) => `${app.url}${/https:\/\/shop\.example(\/f\/\S+)/.exec(text)?.[1]}`;
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');

  test('a complaint: several photos and the day of purchase go into the one that is under way; or it is answered here', async () => {
    const { id, hear } = await talk('smsgateway');
    const asked = await hear('我要投诉');
    expect(asked).toMatch(/是哪款产品[\s\S]*也可以就在这里[\s\S]*https:/);
    const url = linkIn(asked);
    // Here: answered in words, and the link is not repeated with every question.
    expect(await hear('床头小夜灯')).toMatch(/^发生了什么(?![\s\S]*https:)/);
    const page = await open(url);
    expect(page.html).toMatch(/enctype="multipart\/form-data"[\s\S]*type="file" multiple[\s\S]*购买日期/);
    const filled = (photos: [string, Buffer][]) => {
      const form = new FormData();
      for (const [name, text] of Object.entries({
        whatHappened: '用了一天就不亮了',
        purchasedOn: '2026-11-02',
        when: '',
      }))
        form.append(name, text);
      for (const [name, bytes] of photos) form.append('photos', new Blob([new Uint8Array(bytes)]), name);
      if (photos.length === 0) form.append('photos', new Blob([]), '');
      return form;
    };
    const refused = await fetch(url, { method: 'POST', body: filled([['virus.exe', Buffer.from('MZ')]]) });
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(/文件没有收下[\s\S]*用了一天就不亮了<\/textarea>/);
    const photos: [string, Buffer][] = [
      ['a.png', png],
      ['b.png', png],
    ];
    const sent = await fetch(url, { method: 'POST', body: filled(photos) });
    expect(await sent.text()).toContain('收到了，谢谢');
    expect(await hear()).toMatch(/我读一遍[\s\S]*床头小夜灯[\s\S]*用了一天就不亮了[\s\S]*2026-11-02[\s\S]*2 张/);
    // Once: what is sent again changes nothing and leaves no files.
    await fetch(url, { method: 'POST', body: filled(photos) });
    expect(await app.db.client.upload.count({ where: { conversationId: id } })).toBe(2);
    expect(await hear('提交')).toMatch(/编号/);
    const complaint = await app.db.client.complaint.findFirstOrThrow({
      where: { conversationId: id },
      include: { evidence: true },
    });
    expect(complaint).toMatchObject({ productText: '床头小夜灯', whatHappened: '用了一天就不亮了' });
    expect(complaint.purchasedOn).toEqual(new Date('2026-11-02'));
    expect(complaint.evidence.map(({ name }) => name)).toEqual(['a.png', 'b.png']);
    expect(await app.db.client.complaint.count({ where: { conversationId: id } })).toBe(1);
  });

  test('where forms are cards, and where no page can be reached, nothing of it', async () => {
    const { hear } = await talk('directline');
    expect(await hear('我要投诉')).not.toMatch(/也可以就在这里|https:/);
  });
});
