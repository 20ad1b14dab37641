import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
const pdf = Buffer.from('%PDF-1.7 a manual');
const fileInfo = 'application/vnd.microsoft.teams.file.download.info';

const post = async (activity: object) =>
  bot.post(activity, { Authorization: `Bearer ${await issuer.token(service.url)}` });
const teams = (text: string, given: object = {}, conversationType = 'personal') =>
  message(service.url, text, {
    channelId: 'msteams',
    conversation: { id: `conv-${v7()}`, conversationType },
    ...given,
  });
const stored = (externalId: string) =>
  database.db.client.conversation.findUniqueOrThrow({
    where: { channel_externalId: { channel: 'msteams', externalId } },
  });
const sentTo = (conversation: { id: string }) =>
  service.sent.filter(({ path: sent }) => sent.includes(conversation.id)).map(({ activity }) => activity);

/** A talk in Teams in which a file of ours lies, and what Teams is shown when it is sent. */
async function offered(conversationType: string, file: { name: string; contentType: string; bytes: Buffer }) {
  const { client } = database.db;
  const posted = teams('hello', {}, conversationType);
  await post(posted);
  await expect.poll(() => sentTo(posted.conversation).length).toBe(1);
  const { id: conversationId, userId, reference } = await stored(posted.conversation.id);
  const { bytes, ...rest } = file;
  const id = v7();
  await client.upload.create({ data: { id, conversationId, ...rest, size: bytes.length } });
  mkdirSync(path.join(bot.dataDir, 'uploads'), { recursive: true });
  writeFileSync(path.join(bot.dataDir, 'uploads', id), bytes);
  const attachment = { ...rest, contentUrl: `/v3/directline/attachments/${id}` };
  const activity = { type: 'message', text: 'Here.', locale: 'en', attachments: [attachment] };
  const place = { id: conversationId, channel: 'msteams', externalId: posted.conversation.id, userId };
  const conversation = { ...place, reference: reference as Record<string, never> };
  await bot.deliver({ conversation, activity, repliesTo: null, claims: { aud: appId } });
  const shown = sentTo(posted.conversation).at(-1)!;
  const answer = async (action: 'accept' | 'decline', upload: object = {}, context: object = { file: id }) =>
    post({
      ...teams('', { conversation: posted.conversation }),
      type: 'invoke',
      name: 'fileConsent/invoke',
      replyToId: 'card-1',
      value: { type: 'fileUpload', action, context, ...(action === 'accept' ? { uploadInfo: upload } : {}) },
    });
  return { posted, shown, answer, id };
}

test('files from OneDrive and pictures in a message are fetched once, typed by what is in them, and kept by us', async () => {
  service.files.set('/onedrive/secret', { bytes: pdf, contentType: 'application/octet-stream' });
  service.files.set('/v3/attachments/a1/views/original', {
    bytes: png,
    contentType: 'application/octet-stream',
    token: `token-of-${appId}`,
  });
  const attachments = [
    { contentType: 'text/html', content: '<p>see</p>' },
    {
      contentType: fileInfo,
      contentUrl: 'https://contoso.sharepoint.com/personal/ann/manual.pdf',
      name: 'manual.pdf',
      content: { downloadUrl: `${service.url}/onedrive/secret`, uniqueId: 'u1', fileType: 'pdf' },
    },
    { contentType: 'image/*', contentUrl: `${service.url}/v3/attachments/a1/views/original` },
    // Of somebody else: our token does not go there.
    { contentType: 'image/png', contentUrl: 'https://elsewhere.example/x.png' },
    { contentType: fileInfo, name: 'gone.pdf', content: { downloadUrl: `${service.url}/gone`, fileType: 'pdf' } },
  ];
  const posted = teams('see', { attachments });
  expect((await post(posted)).status).toBe(202);
  expect((await post(posted)).status, 'a repeat has the same files').toBe(202);
  const { id: conversationId } = await stored(posted.conversation.id);
  const { client } = database.db;
  const uploads = () => client.upload.findMany({ where: { conversationId }, orderBy: { name: 'asc' } });
  await expect
    .poll(async () => (await uploads()).map(({ name, contentType, size }) => [name, contentType, size]))
    .toEqual([
      ['gone.pdf', 'application/pdf', 0],
      ['image', 'image/png', png.length],
      ['manual.pdf', 'application/pdf', pdf.length],
    ]);
  const manual = (await uploads()).find(({ name }) => name === 'manual.pdf')!;
  expect(readFileSync(path.join(bot.dataDir, 'uploads', manual.id))).toEqual(pdf);
  // No address of theirs is kept, nor is what cannot be had tried for ever.
  await expect.poll(() => client.mediaFetch.count({ where: { channel: 'msteams' } })).toBe(0);
  const kept = await client.activity.findFirstOrThrow({ where: { conversationId, direction: 'inbound' } });
  const body = JSON.stringify(kept.body);
  expect(body).toContain(`/v3/directline/attachments/${manual.id}`);
  expect(body).not.toMatch(/sharepoint|onedrive|views\/original/);
  expect(body).toContain('https://elsewhere.example/x.png');
});

test('a file of ours is offered by a card; accepted, it lies in their OneDrive, once, and the card is gone', async () => {
  const { posted, shown, answer, id } = await offered('personal', {
    name: 'manual.pdf',
    contentType: 'application/pdf',
    bytes: pdf,
  });
  expect(shown.attachments).toEqual([
    {
      contentType: 'application/vnd.microsoft.teams.card.file.consent',
      name: 'manual.pdf',
      content: {
        description: 'A file for you. If you accept, it is saved to your OneDrive.',
        sizeInBytes: pdf.length,
        acceptContext: { file: id },
        declineContext: { file: id },
      },
    },
  ]);
  const upload = {
    contentUrl: 'https://contoso.sharepoint.com/ann/manual.pdf',
    uploadUrl: `${service.url}/upload/${id}`,
    uniqueId: 'u9',
    name: 'manual.pdf',
    fileType: 'pdf',
  };
  const answers = await Promise.all([answer('accept', upload), answer('accept', upload)]);
  expect(answers.map(({ status, text }) => `${status} ${text}`)).toEqual(['200 ', '200 ']);
  await expect.poll(() => sentTo(posted.conversation).length).toBe(3);
  expect(service.put).toEqual([
    { path: `/upload/${id}`, range: `bytes 0-${pdf.length - 1}/${pdf.length}`, bytes: pdf },
  ]);
  expect(sentTo(posted.conversation).at(-1)?.attachments).toEqual([
    {
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      name: 'manual.pdf',
      contentUrl: upload.contentUrl,
      content: { uniqueId: 'u9', fileType: 'pdf' },
    },
  ]);
  await expect.poll(() => service.deleted).toEqual([`/v3/conversations/${posted.conversation.id}/activities/card-1`]);
});

test('declined, or not taken by OneDrive, it is an address; what is no file of the conversation is refused', async () => {
  const file = { name: 'manual.pdf', contentType: 'application/pdf', bytes: pdf };
  const declined = await offered('personal', file);
  expect((await declined.answer('decline')).status).toBe(200);
  const link = (id: string) => `https://shop.example/v3/directline/attachments/${id}`;
  await expect.poll(() => sentTo(declined.posted.conversation).at(-1)?.text).toContain(link(declined.id));

  const broken = await offered('personal', file);
  expect((await broken.answer('accept', { uploadUrl: 'x' })).status).toBe(400);
  expect((await broken.answer('decline', {}, { file: declined.id })).status).toBe(400);
  service.answers(507);
  const upload = { contentUrl: 'https://contoso.example/m', uploadUrl: `${service.url}/up`, uniqueId: 'u', name: 'm' };
  expect((await broken.answer('accept', upload)).status).toBe(200);
  await expect.poll(() => sentTo(broken.posted.conversation).at(-1)?.text).toContain(link(broken.id));
  expect(service.put.filter(({ path: to }) => to === '/up')).toEqual([]);
});

test('in groups and channels it is an address, and small pictures stand in the message itself', async () => {
  const file = { name: 'manual.pdf', contentType: 'application/pdf', bytes: pdf };
  const { shown, id } = await offered('channel', file);
  expect(shown.text).toContain(`[manual.pdf](https://shop.example/v3/directline/attachments/${id}`);
  const picture = await offered('personal', { name: 'kettle.png', contentType: 'image/png', bytes: png });
  expect(picture.shown.attachments).toMatchObject([
    { contentType: 'image/png', contentUrl: `https://shop.example/v3/directline/attachments/${picture.id}?t=ticket` },
  ]);
});
