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
  forms = new Forms({ db, turns, services, clock, signingKey: await keptKey(db, 'signingKey') });
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
