import { simpleParser } from 'mailparser';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '#bot/config.ts';
import { careRuleSchema } from '#crm/care/rule.ts';
import { stockAt } from '#test/dialogs/shop.ts';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { copyDatabase, type TestDatabase } from '#test/support/database.ts';
import { bounce, type LetterOptions, letter, proven } from '#test/support/fakes/letters.ts';
import { type Mailbox, startMailbox } from '#test/support/fakes/mailbox.ts';
import { secret, signed } from '#test/support/fakes/signedReceiver.ts';

// A Friday morning in Hangzhou.
const clock = { now: () => new Date('2026-11-20T02:00:00Z') };
let database: TestDatabase;
let mailbox: Mailbox;
let app: RunningApp;
beforeAll(async () => {
  database = await copyDatabase();
  mailbox = await startMailbox();
  const env = {
    SMTP_URL: mailbox.url,
    MAIL_CHANNEL_ADDRESS: 'Service@shop.example',
    MAIL_CHANNEL_SECRET: secret,
    MAIL_CHANNEL_TRUSTED_SERVER: 'mx.shop.example',
    PUBLIC_URL: 'https://shop.example',
  };
  await stockAt(database.url);
  app = await startApp({ databaseUrl: database.url, env, clock });
});
afterAll(async () => {
  await app?.close();
  await mailbox?.close();
  await database?.drop();
});

async function post(raw: Buffer, { id = v7(), by = secret } = {}) {
  const headers = { 'Content-Type': 'message/rfc822', ...signed(id, raw, clock.now().getTime(), by) };
  const response = await fetch(`${app.url}/channels/mail`, { method: 'POST', headers, body: new Uint8Array(raw) });
  return { status: response.status, said: await response.text() };
}
let people = 0;
/** Somebody with a mail address of their own; what they write is signed by their domain unless told otherwise. */
function somebody() {
  const address = `ann${++people}@customer.example`;
  return {
    address,
    writes: (text: string, options: LetterOptions = {}) =>
      post(letter(text, { from: `Ann <${address}>`, above: [proven()], ...options })),
    /** What came into their mailbox, in order. */
    got: async () => {
      const mails = mailbox.mails.filter(({ to }) => to.includes(address));
      return Promise.all(mails.map(({ raw }) => simpleParser(raw)));
    },
    customer: () =>
      app.db.client.identity.findUnique({ where: { channel_externalId: { channel: 'mail', externalId: address } } }),
    conversation: () =>
      app.db.client.conversation.findFirstOrThrow({
        where: { channel: 'mail', externalId: `service@shop.example:${address}` },
      }),
  };
}
type Person = ReturnType<typeof somebody>;
const hears = (person: Person, wanted: RegExp) =>
  expect.poll(async () => (await person.got()).at(-1)?.text ?? '').toMatch(wanted);
const bare = (id: string | undefined) => String(id).replace(/[<>]/g, '');

test('a question is answered in its thread, a number is a choice, a mail that comes twice is heard once', async () => {
  const ann = somebody();
  const messageId = `${v7()}@customer.example`;
  await ann.writes('电热水壶保修多久？', { subject: '请教', messageId, references: '<old@customer.example>' });
  await ann.writes('电热水壶保修多久？', { subject: '请教', messageId, references: '<old@customer.example>' });
  await hears(ann, /24 个月/);
  const [answer] = await ann.got();
  expect(answer).toMatchObject({ subject: 'Re: 请教', inReplyTo: `<${messageId}>` });
  expect(answer?.references).toEqual(['<old@customer.example>', `<${messageId}>`]);
  expect(answer?.headers.get('auto-submitted')).toBe('auto-replied');
  expect(answer?.from?.value).toMatchObject([{ address: 'service@shop.example', name: '栖木 Qimu' }]);
  const quoted = `谢谢\n\n在 2026年11月20日，栖木 <service@shop.example> 写道：\n> 24 个月\n> 我要投诉`;
  await ann.writes(quoted, { subject: 'Re: 请教', inReplyTo: bare(answer?.messageId) });
  await hears(ann, /打几分[\s\S]*A\. 不评价/);
  await ann.writes('5\n\n-- \nAnn', { subject: 'Re: 请教', inReplyTo: bare((await ann.got()).at(-1)?.messageId) });
  await hears(ann, /谢谢/);
  const { customerId } = (await ann.customer())!;
  expect(await app.db.client.response.findMany({ where: { customerId } })).toMatchObject([{ score: 5 }]);
  // The answer, then “you are welcome” and the question for a rating, which is a message of its own kind, then thanks.
  expect(await ann.got()).toHaveLength(4);
});

test('a complaint with a photo; what may not be kept is named, and a colleague answers under their own name', async () => {
  const ann = somebody();
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );
  await ann.writes('My kettle started leaking yesterday and I want a refund. Call me on 13800138000', {
    subject: 'Complaint',
    attachments: [
      { name: 'leak.png', type: 'image/png', content: png },
      { name: 'run.exe', type: 'application/x-msdownload', content: Buffer.from('MZ…') },
    ],
  });
  await hears(ann, /read it back[\s\S]*13800138000[\s\S]*Answer with the number/);
  const { id } = await ann.conversation();
  expect(await app.db.client.upload.findMany({ where: { conversationId: id } })).toMatchObject([
    { name: 'leak.png', contentType: 'image/png', size: png.length },
  ]);
  const heard = await app.db.client.activity.findFirstOrThrow({ where: { conversationId: id, direction: 'inbound' } });
  expect(heard.body).toMatchObject({
    channelData: { mail: { leftOut: ['run.exe'], verdict: { proven: 'dkim', dkim: 'pass', spf: 'none' } } },
  });
  const { id: staffId } = await app.services.staff.create(
    { email: 'lin@shop.example', name: '林晓', role: 'staff' },
    null,
  );
  await app.services.conversations.takeover(id, staffId);
  await app.services.conversations.say(id, staffId, 'I take care of it.');
  await hears(ann, /^I take care of it\.$/);
  const letterOfStaff = (await ann.got()).at(-1);
  expect(letterOfStaff).toMatchObject({ subject: 'Re: Complaint', from: { value: [{ name: '林晓 (栖木 Qimu)' }] } });
  expect(letterOfStaff?.headers.has('auto-submitted')).toBe(false);
});

describe('a mail that anybody may have written', () => {
  test('is held, and its sender asked once, without a word of theirs; whoever answers has written all of it', async () => {
    const ann = somebody();
    const forged = { above: [], subject: 'BUY PILLS' };
    expect((await ann.writes('Buy pills at https://pills.example', forged)).said).toContain('held');
    await ann.writes('电热水壶多少钱？', { ...forged, subject: '' });
    const [asked, ...more] = await ann.got();
    expect(more).toEqual([]);
    expect(`${asked?.subject} ${asked?.text} ${asked?.html}`).not.toMatch(/pills/i);
    expect(asked?.text).toMatch(/直接回复这封邮件[\s\S]*just answer this mail/);
    expect(await ann.customer()).toBeNull();
    await ann.writes('是我', { above: [], inReplyTo: bare(asked?.messageId) });
    await hears(ann, /./);
    await expect.poll(async () => (await ann.got()).map(({ text }) => text).join('\n')).toMatch(/¥159/);
    expect(await ann.customer()).not.toBeNull();
    const { id } = await ann.conversation();
    const inbound = { conversationId: id, direction: 'inbound' as const };
    const heard = await app.db.client.activity.findMany({ where: inbound, orderBy: { sequence: 'asc' } });
    expect(heard.map(({ text }) => text?.split('\n').at(-1))).toEqual([
      'Buy pills at https://pills.example',
      '电热水壶多少钱？',
      '是我',
    ]);
  });

  test.each<[string, string[]]>([
    ['nothing is said of it', []],
    [
      'another server says it is good',
      ['Authentication-Results: mx.elsewhere.example; dkim=pass header.d=customer.example'],
    ],
    ['the domain that signed is another', [proven('spammer.example')]],
    [
      'the good word stands below that of our server',
      ['Authentication-Results: mx.shop.example; dkim=fail header.d=customer.example', proven()],
    ],
    [
      'DMARC fails',
      [
        'Authentication-Results: mx.shop.example; dmarc=fail header.from=customer.example; spf=pass smtp.mailfrom=x@customer.example',
      ],
    ],
    [
      'the good word is in a comment',
      ['Authentication-Results: mx.shop.example; none (dkim=pass header.d=customer.example)'],
    ],
  ])('is not acted upon where %s', async (_why, above) => {
    const ann = somebody();
    await ann.writes('删除我的全部信息', { above });
    await ann.writes('确定，全部删除', { above });
    expect(await ann.customer()).toBeNull();
    expect(await ann.got()).toHaveLength(1);
  });

  test('another’s mail proves nothing, though its id is known', async () => {
    const [ann, eve] = [somebody(), somebody()];
    await eve.writes('你好');
    await hears(eve, /您好/);
    const known = bare((await eve.got())[0]?.messageId);
    expect((await ann.writes('是我', { above: [], inReplyTo: known })).said).toContain('held');
  });
});

test.each<[string, LetterOptions]>([
  ['away', { below: ['Auto-Submitted: auto-replied'] }],
  ['a list', { below: ['List-Id: <news.customer.example>'] }],
  ['bulk', { below: ['Precedence: bulk'] }],
  ['nobody to answer to', { above: [proven(), 'Return-Path: <>'] }],
  ['a server', { from: 'MAILER-DAEMON@customer.example' }],
])('a program is never answered: %s', async (_what, options) => {
  const ann = somebody();
  const before = mailbox.mails.length;
  expect((await ann.writes('我要投诉', options)).said).toContain('automatic');
  expect(mailbox.mails).toHaveLength(before);
});

test('a mail that did not arrive is a task, an address that is none is left alone until it writes', async () => {
  const ann = somebody();
  await ann.writes('你好');
  await hears(ann, /您好/);
  const of = { channel: 'mail', account: ann.address };
  const refusal = async () => (await app.services.messageBudget.state(of)).refusal;
  await post(bounce(ann.address, `${v7()}@shop.example`));
  expect(await refusal()).toBeNull();
  const id = bare((await ann.got())[0]?.messageId);
  await Promise.all([post(bounce(ann.address, id)), post(bounce(ann.address, id))]);
  expect(await refusal()).toBe('blocked');
  const { customerId } = (await ann.customer())!;
  expect(await app.db.client.task.findMany({ where: { customerId } })).toMatchObject([
    { detail: expect.stringContaining('User unknown') },
  ]);
  await ann.writes('还在');
  expect(await refusal()).toBeNull();
});

test('an imported customer gets what they agreed to in a thread of its own; an empty mail “STOP” ends it; erasure leaves nothing', async () => {
  const ann = somebody();
  const { customers, careRules, care, careByHand, consents, staff, privacy } = app.services;
  const { id } = await app.db.client.customer.create({ data: { name: 'Ann', email: ann.address, language: 'en' } });
  await consents.record({
    customerId: id,
    purpose: 'care',
    channel: 'mail',
    granted: true,
    wording: 'import',
    source: 'staff',
  });
  const { id: staffId } = await staff.create({ email: 'wang@shop.example', name: '王芳', role: 'manager' }, null);
  const rule = careRuleSchema.parse({
    name: { zh: '问候', en: 'Hello' },
    occasion: 'byHand',
    days: 0,
    act: 'message',
    text: { zh: '您好', en: 'Hello {customer}, time for a new filter.' },
    level: 'social',
    controlPercent: 0,
    active: true,
  });
  const { id: ruleId } = await careRules.save(rule, staffId);
  await careByHand.plan(ruleId, { customerIds: [id] }, { id: staffId, role: 'manager' });
  await care.runDue(clock.now());
  await hears(ann, /Hello Ann, time for a new filter/);
  const [told] = await ann.got();
  expect(told).toMatchObject({ subject: 'A message from Qimu' });
  expect(told?.inReplyTo).toBeUndefined();
  expect(JSON.stringify(told?.headers.get('list'))).toContain('service@shop.example?subject=STOP');
  await ann.writes('', { subject: 'STOP' });
  await expect.poll(() => consents.may(id, 'care', 'mail')).toBe(false);
  expect((await ann.customer())?.customerId).toBe(id);
  expect(await customers.find(id)).toMatchObject({ name: 'Ann' });
  const unproven = await app.db.client.customer.create({ data: { email: 'eve@customer.example' } });
  await post(letter('secret words', { from: 'eve@customer.example' }));
  await Promise.all([
    privacy.erase(id, { source: 'staff', staffId }),
    privacy.erase(unproven.id, { source: 'staff', staffId }),
  ]);
  for (const table of ['Conversation', 'Activity', 'MessageAllowance', 'Identity', 'Customer']) {
    const rows = await app.db.client.$queryRawUnsafe<{ row: string }[]>(
      `SELECT to_jsonb(t)::text AS row FROM "${table}" t`,
    );
    expect(rows.map(({ row }) => row).join('\n'), table).not.toMatch(
      new RegExp(`${ann.address}|eve@customer|secret words`),
    );
  }
});

test('a survey comes as a link for each score; what is chosen there is kept as answered by mail, once', async () => {
  const ann = somebody();
  await ann.writes('hello');
  await hears(ann, /./);
  const { customerId } = (await ann.customer())!;
  const { consents, responses, staff, surveys, surveysByHand, surveySending } = app.services;
  const given = { purpose: 'survey', channel: 'any', granted: true, wording: 'care@2', source: 'customer' } as const;
  await consents.record({ customerId, ...given });
  const { id: staffId } = await staff.create({ email: 'asks@shop.example', name: '林晓', role: 'manager' }, null);
  await surveys.running();
  const ready = await app.db.client.survey.findUniqueOrThrow({ where: { key: 'relationship' } });
  const survey = await surveys.start(ready.id, staffId);
  await surveysByHand.send(survey.id, { customerIds: [customerId] }, staffId);
  await surveySending.runDue(clock.now());
  await hears(ann, /score=10/);
  const links = (await ann.got()).at(-1)!.text!.match(/https:\/\/shop\.example\/s\/\S+\?score=\d+/g)!;
  expect(links.map((link) => link.split('=')[1])).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  const { pathname } = new URL(links[9]!);
  const token = pathname.split('/').at(-1)!;
  const answer = (score: number) =>
    app.services.surveyLinks.answer(token, { id: v7(), answers: { score }, language: 'en', change: false });
  await Promise.all([answer(9), answer(9)]);
  await expect(answer(2)).rejects.toMatchObject({ code: 'linkUsed' });
  const { items } = await responses.list(survey.id);
  expect(items.filter((each) => each.customerId === customerId)).toMatchObject([{ score: 9, way: 'mail' }]);
});

test('what cannot be taken is said, and changes nothing', async () => {
  const ann = somebody();
  const odd = {
    subject: 'a\u0000b',
    from: `"A\u0000nn" <${ann.address}>`,
    messageId: `x\u0000${v7()}@customer.example`,
  };
  expect((await ann.writes('你\u0000好\ud800', odd)).status).toBe(202);
  await hears(ann, /您好/);
  expect((await post(Buffer.from('no mail at all'))).status).toBe(400);
  expect((await post(letter('x', { from: 'a@b.example, c@d.example' }))).said).toContain('no single sender');
  expect((await post(letter('x'), { by: `whsec_${Buffer.alloc(32, 1).toString('base64')}` })).status).toBe(401);
  expect(() => readConfig({ MAIL_CHANNEL_ADDRESS: 'a@b.example' })).toThrow('set SMTP_URL, too');
  const out = { MAIL_CHANNEL_ADDRESS: 'a@b.example', SMTP_URL: 'smtp://b.example' };
  expect(() => readConfig(out)).toThrow('MAIL_CHANNEL_IMAP_URL to fetch');
  expect(() => readConfig({ ...out, MAIL_CHANNEL_IMAP_URL: 'https://b.example' })).toThrow('imaps://');
});
