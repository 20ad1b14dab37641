import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { buildStaff } from '#test/crm/support.ts';
import { expectNoSecretsIn, wechatWorld } from './world.ts';

const notice = 'tmpl-news';
const world = wechatWorld({ instances: 2, env: { WECHAT_SUBSCRIPTION_NOTICE: `${notice}:thing1=text,time2=time` } });

const budgetOf = (openid: string) => world.app.services.messageBudget.state({ channel: 'wechat', account: openid });
const conversationOf = (openid: string) =>
  world.app.db.client.conversation.findFirstOrThrow({ where: { channel: 'wechat', userId: openid } });
const saidBy = async (openid: string) => {
  const { id: conversationId } = await conversationOf(openid);
  const where = { conversationId, direction: 'inbound', type: 'message' } as const;
  const rows = await world.app.db.client.activity.findMany({ where, orderBy: { sequence: 'asc' } });
  return rows.map(({ text }) => text);
};
/** The switch of the platform for what is wrong with its pushes; `safe`: nothing. */
const pushing = (mode: 'badsig' | 'dupe' | 'reorder' | 'safe') =>
  fetch(`${world.wechat.url}/__ctl/config`, { method: 'POST', body: JSON.stringify({ mode }) });
/** A colleague who has taken the conversation over: what they write goes out as it is. */
async function colleagueOf(openid: string) {
  const { id } = await conversationOf(openid);
  const staff = await buildStaff({ ...world.app, clock: world.wechat.clock as never } as never);
  await world.app.services.conversations.takeover(id, staff.id);
  return (text: string) => world.app.services.conversations.say(id, staff.id, text);
}

/** A colleague's browser at the desk of an instance. */
async function signedIn(app: (typeof world)['app']) {
  const person = {
    email: `desk-${Math.random()}@example.com`,
    name: '林晓',
    role: 'staff',
    password: 'a calm morning',
  } as const;
  await app.services.staff.create(person, null);
  const signIn = async () => (await app.services.staff.signIn(person.email, person.password)).token;
  let token = await signIn();
  const ask = async (method: string, path: string, body?: Buffer) => {
    const headers = { cookie: `zhiyin_session=${token}`, 'sec-fetch-site': 'same-origin' };
    const type = body && { 'content-type': 'application/octet-stream' };
    const sent = body && { body: new Uint8Array(body) };
    const response = await fetch(`${app.url}/api/v1${path}`, { method, headers: { ...headers, ...type }, ...sent });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  };
  return async (...call: Parameters<typeof ask>) => {
    const answer = await ask(...call);
    if (answer.status !== 401) return answer;
    token = await signIn();
    return ask(...call);
  };
}

describe('a person talks to the account', () => {
  test('one plain text is the answer to the push itself; choices come as a menu, and a tap is what it says', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    const thanks = await wechat.write(openid, '谢谢');
    expect(thanks.attempts).toHaveLength(1);
    expect(thanks.text).toBeTruthy();
    expect((await budgetOf(openid)).left, 'no message of the budget was used').toBe(5);

    const hello = await wechat.write(openid, '你好');
    expect(hello.text).toBeNull();
    await expect.poll(() => wechat.person(openid).seen.at(-1)?.choices?.length).toBeGreaterThan(1);
    expect((await budgetOf(openid)).left).toBe(4);

    await wechat.tap(openid, '我要投诉');
    await expect.poll(() => wechat.said(openid).length).toBeGreaterThan(2);
    expect(await saidBy(openid)).toEqual(['谢谢', '你好', '我要投诉']);
  });

  test('a slow turn runs once: the push is answered in time, its repeats too, and the reply is a message', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    await wechat.event(openid, 'subscribe');
    await expect.poll(() => wechat.said(openid)).toHaveLength(1);
    // A new person cannot be recorded while this table is locked: the turn waits.
    const lock = new pg.Client({ connectionString: world.databaseUrl });
    await lock.connect();
    try {
      await lock.query('BEGIN; LOCK TABLE "Customer" IN EXCLUSIVE MODE');
      const answered = await wechat.write(openid, '谢谢');
      expect(answered).toMatchObject({ text: null, outOfOrder: false, attempts: [{ attempt: 1, body: 'success' }] });
    } finally {
      await lock.query('COMMIT');
      await lock.end();
    }
    await expect.poll(() => wechat.said(openid)).toHaveLength(2);
    expect(wechat.person(openid).seen.at(-1)?.passive).toBeUndefined();
    expect(await saidBy(openid)).toEqual(['谢谢']);
  }, 30_000);

  test('four deliveries of one push over two instances are one turn, answered alike', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    await pushing('dupe');
    const { attempts, text } = await wechat.write(openid, '谢谢');
    await pushing('safe');
    expect(attempts.map(({ fault }) => fault)).toEqual([null, null, null, null]);
    expect(await saidBy(openid)).toEqual(['谢谢']);
    // Whoever ran the turn answered with the reply; from then on every repeat is answered so.
    expect(text).toBeTruthy();
    expect(attempts.at(-1)?.body).not.toBe('success');
    expect(
      await world.app.db.client.activity.count({
        where: { sender: 'bot', conversationId: (await conversationOf(openid)).id },
      }),
    ).toBe(1);
    expect(wechat.said(openid), 'nothing went out a second time').toEqual([text]);
  });

  test('pushes that overtake one another are each heard once; what counts by its time of writing counts so', async () => {
    const { wechat, app } = world;
    const [openid, leaver] = [world.somebody(), world.somebody()];
    await wechat.write(openid, '谢谢');
    await pushing('reorder');
    const earlier = wechat.write(openid, '保修多久？');
    wechat.clock.advance(60_000);
    const later = wechat.clock.now();
    await Promise.all([earlier, wechat.write(openid, '你好')]);
    expect(await saidBy(openid)).toEqual(['谢谢', '你好', '保修多久？']);
    const account = { channel: 'wechat', account: openid };
    const allowance = await app.db.client.messageAllowance.findFirstOrThrow({ where: account });
    expect(allowance.openedAt, 'the window is that of what was written last').toEqual(
      new Date(Math.floor(later.getTime() / 1000) * 1000),
    );
    // Who left after writing is gone, though what they wrote comes after the news.
    const written = wechat.write(leaver, '谢谢');
    wechat.clock.advance(60_000);
    await Promise.all([written, wechat.event(leaver, 'unsubscribe')]);
    await pushing('safe');
    expect(await saidBy(leaver)).toEqual(['谢谢']);
    expect(await budgetOf(leaver)).toMatchObject({ left: 0, refusal: 'left' });
  });

  test('who subscribes is greeted once; a scene says what its code was printed for; who leaves hears nothing more', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    await wechat.event(openid, 'subscribe', { EventKey: 'qrscene_say:我要投诉', Ticket: 't' });
    await expect.poll(() => wechat.said(openid).length).toBeGreaterThan(1);
    expect(await saidBy(openid)).toEqual(['我要投诉']);
    const before = wechat.said(openid).length;
    await wechat.event(openid, 'LOCATION', { Latitude: '1', Longitude: '2', Precision: '3' });
    await wechat.event(openid, 'VIEW', { EventKey: 'https://example.com' });
    expect(wechat.said(openid)).toHaveLength(before);
    const say = await colleagueOf(openid);
    await wechat.event(openid, 'unsubscribe');
    await say('您还在吗？');
    await expect
      .poll(() => world.app.db.client.task.count({ where: { title: { contains: 'did not arrive' } } }))
      .toBeGreaterThan(0);
    expect(await budgetOf(openid)).toMatchObject({ left: 0, refusal: 'left' });
    expect(wechat.said(openid)).toHaveLength(before);
  });

  test('pictures are fetched and kept by us; a voice that nobody wrote down is asked for in words', async () => {
    const { wechat, app } = world;
    const openid = world.somebody();
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
    await wechat.sendFile(openid, 'image', { bytes: png, contentType: 'image/jpeg' });
    const { id: conversationId } = await conversationOf(openid);
    const found = () => app.db.client.upload.findFirst({ where: { conversationId } });
    await expect.poll(async () => (await found())?.size).toBe(png.length);
    const upload = (await found())!;
    expect(upload.contentType).toBe('image/png');
    const activity = await app.db.client.activity.findFirstOrThrow({ where: { conversationId, direction: 'inbound' } });
    expect(JSON.stringify(activity.body)).toContain(upload.id);
    expect(JSON.stringify(activity.body)).not.toMatch(/access_token|media-/);
    await expect.poll(() => wechat.said(openid).join()).toContain('照片收到了');
    await wechat.sendFile(openid, 'voice', { bytes: Buffer.from('#!AMR'), contentType: 'audio/amr' });
    await expect.poll(() => wechat.said(openid).join()).toContain('听不懂语音');
    await wechat.sendFile(
      openid,
      'voice',
      { bytes: Buffer.from('#!AMR'), contentType: 'audio/amr' },
      { Recognition: '谢谢' },
    );
    await expect.poll(async () => (await saidBy(openid)).at(-1)).toBe('谢谢');
  });
});

describe('WeChat’s own desk', () => {
  const theirs = wechatWorld({ env: { WECHAT_DESK: 'wechat', WECHAT_REPLIES: 'service' } });

  test('gets who asks for a person with the answer to the push; the bot is silent until they close, then asks how it was', async () => {
    const { wechat, app } = theirs;
    const openid = theirs.somebody();
    const { client } = app.db;
    const conversation = () => client.conversation.findFirstOrThrow({ where: { userId: openid } });
    expect((await wechat.write(openid, '谢谢')).reply, 'service: no answer of ours').toBeNull();
    const asked = await wechat.write(openid, '转人工');
    expect(asked.reply).toEqual({ type: 'transfer_customer_service', text: '' });
    await expect.poll(() => wechat.said(openid).at(-1)).toMatch(/同事/);
    expect(await conversation()).toMatchObject({ holder: 'person', staffId: null });
    // While nobody has accepted, each message is given to them, and none is answered.
    const again = await wechat.write(openid, '我的加湿器漏水');
    expect(again.reply?.type).toBe('transfer_customer_service');
    expect((await wechat.event(openid, 'CLICK', { EventKey: 'say:在吗' })).reply, 'events never').toBeNull();
    const before = wechat.said(openid).length;
    await wechat.deskTakes(openid);
    expect((await wechat.write(openid, '你好')).attempts).toEqual([]);
    wechat.deskSays(openid, '您好，我是张伟');
    await wechat.deskEnds(openid);
    await expect
      .poll(() =>
        wechat
          .person(openid)
          .seen.at(-1)
          ?.choices?.map(({ title }) => title),
      )
      .toContain('5 很满意');
    expect(wechat.said(openid)).toHaveLength(before + 2);
    await wechat.tap(openid, '5 很满意');
    const { id: conversationId } = await conversation();
    await expect.poll(() => client.response.count({ where: { conversationId, score: 5 } })).toBe(1);
    expect(await conversation()).toMatchObject({ holder: 'bot' });
  });
});

const env = { PUBLIC_URL: 'http://127.0.0.1:9' };
const web = wechatWorld({ env });

describe('a page is opened from WeChat', () => {
  test('knowing who opens it: their record, once, and nobody else with the same address', async () => {
    const { wechat, app } = web;
    const openid = web.somebody();
    await wechat.write(openid, '谢谢');
    const start = `${app.url}/channels/wechat/oauth`;
    const get = (url: string, cookie = '') => fetch(url, { redirect: 'manual', headers: { cookie } });
    const begin = async (query: string) => {
      const response = await get(`${start}?${query}`);
      return { location: response.headers.get('location') ?? '', cookie: response.headers.get('set-cookie') ?? '' };
    };
    const begun = await begin('to=%2F%3Flang%3Den');
    expect(begun.location).toMatch(/response_type=code&scope=snsapi_base&state=[\w-]+#wechat_redirect$/);
    expect(begun.cookie).toMatch(/HttpOnly; SameSite=Lax/);
    const cookie = begun.cookie.split(';')[0]!;
    const back = (await get(begun.location, `openid=${openid}`)).headers.get('location')!;
    const finish = back.replace(env.PUBLIC_URL, app.url);
    expect((await get(finish)).status, 'somebody else’s code').toBe(403);
    const opened = (await get(finish, cookie)).headers.get('location')!;
    expect(opened).toMatch(/^http:\/\/127\.0\.0\.1:9\/\?lang=en&pass=[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect((await get(finish, cookie)).status, 'the code is good once').toBe(403);
    const pass = new URL(opened).searchParams.get('pass');
    const ask = async () => {
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ pass });
      const answer = await fetch(`${app.url}/api/v1/chat-tokens`, { method: 'POST', headers, body });
      return ((await answer.json()) as { userId: string }).userId;
    };
    const [first, second] = [await ask(), await ask()];
    const externalId = { in: [openid, first] };
    const identities = await app.db.client.identity.findMany({ where: { externalId } });
    expect(new Set(identities.map(({ customerId }) => customerId)).size).toBe(1);
    const stranger = await app.db.client.identity.findFirst({ where: { externalId: second } });
    expect(stranger?.customerId, 'a pass is good once').not.toBe(identities[0]?.customerId);
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example'])
      expect((await get(`${start}?to=${encodeURIComponent(to)}`)).status, to).toBe(403);
    expect((await get(`${start}?ticket=x.y`)).status).toBe(403);
  });
});

describe('a form that WeChat cannot show', () => {
  test('is a link that opens for the person of the conversation alone, who is known by it', async () => {
    const { wechat, app } = web;
    const [openid, other] = [web.somebody(), web.somebody()];
    await wechat.write(other, '谢谢');
    await wechat.write(openid, '我要投诉');
    const inChat = () => wechat.said(openid).join('\n');
    await expect.poll(inChat).toMatch(/是哪款产品[\s\S]*也可以就在这里/);
    const link = /(http:\/\/127\.0\.0\.1:9\/channels\/wechat\/oauth\?ticket=[\w.-]+)/.exec(inChat())![1]!;
    const get = (url: string, cookie = '') =>
      fetch(url.replace(env.PUBLIC_URL, app.url), { redirect: 'manual', headers: { cookie } });
    /** Opens the link as this person would in WeChat; where it ends. */
    const opened = async (person: string) => {
      const begun = await get(link);
      const cookie = begun.headers.get('set-cookie')!.split(';')[0]!;
      const back = (await get(begun.headers.get('location')!, `openid=${person}`)).headers.get('location')!;
      return get(back, cookie);
    };
    expect((await opened(other)).status, 'somebody else').toBe(403);
    const form = (await opened(openid)).headers.get('location')!;
    expect(form).toMatch(/\/f\/[\w.-]+\?pass=/);
    const page = form.replace(/\?.*/, '');
    expect((await get(page)).status, 'nobody knows who').toBe(403);
    const known = await get(form);
    const cookie = known.headers.get('set-cookie')!.split(';')[0]!;
    expect((await get(form)).status, 'the pass is good once').toBe(403);
    const shown = await get(new URL(known.headers.get('location')!, app.url).href, cookie);
    expect(await shown.text()).toContain('name="whatHappened"');
    const url = page.replace(env.PUBLIC_URL, app.url);
    const post = (headers: Record<string, string>) =>
      fetch(url, { method: 'POST', headers, body: new URLSearchParams({ product: '小夜灯', whatHappened: '不亮了' }) });
    expect((await post({})).status).toBe(403);
    expect((await post({ cookie })).status).toBe(200);
    await expect.poll(inChat).toMatch(/我读一遍[\s\S]*小夜灯/);
  });
});

describe('files from the desk', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');

  test('a picture is uploaded once and named by its id as long as WeChat has it; what WeChat does not take is an address', async () => {
    const { wechat, app } = web;
    const openid = web.somebody();
    await wechat.write(openid, '谢谢');
    const { id } = await app.db.client.conversation.findFirstOrThrow({ where: { userId: openid } });
    const desk = await signedIn(app);
    const send = (name: string, bytes: Buffer, contentType = '') =>
      desk('POST', `/conversations/${id}/files?${new URLSearchParams({ name, contentType })}`, bytes);
    expect((await send('水壶.png', png)).status, 'the conversation is not theirs').toBe(409);
    expect((await desk('POST', `/conversations/${id}/takeover`)).status).toBe(200);
    const refused = await Promise.all([
      send('a.png', Buffer.alloc(0)),
      send('a.exe', Buffer.from('MZ…')),
      send('a.png', Buffer.alloc(11 * 1024 * 1024)),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([422, 415, 413]);
    const pictures = () => wechat.person(openid).seen.filter(({ type }) => type === 'image');
    const uploads = () => wechat.api.calls.filter(({ path }) => path.endsWith('/media/upload')).length;

    expect((await send('水壶.png', png)).status).toBe(204);
    await expect.poll(() => pictures().length).toBe(1);
    const [first] = pictures();
    expect(wechat.files.find(first!.mediaId!)?.bytes).toEqual(png);
    await send('再看一次.png', png);
    await expect.poll(() => pictures().length).toBe(2);
    expect(pictures()[1]?.mediaId, 'the same picture has the same id').toBe(first?.mediaId);
    expect(uploads()).toBe(1);
    // WeChat has lost it before its time: 40007.
    wechat.files.all.delete(first!.mediaId!);
    await send('水壶.png', png);
    await expect.poll(() => pictures().length).toBe(3);
    // After three days it is not asked for any more.
    wechat.clock.advance(3 * 24 * 3600_000);
    await wechat.write(openid, '谢谢');
    const before = wechat.api.calls.length;
    await send('水壶.png', png);
    await expect.poll(() => pictures().length).toBe(4);
    expect(uploads()).toBe(3);
    expect(wechat.api.calls.slice(before).map(({ errcode }) => errcode)).not.toContain(40007);
    expect(wechat.files.find(pictures()[3]!.mediaId!)?.bytes).toEqual(png);

    await send('说明书.pdf', Buffer.from('%PDF-1.7'));
    const link = /<a href="http:\/\/127\.0\.0\.1:9(\/v3\/directline\/attachments\/[^"]+)">说明书\.pdf<\/a>/;
    await expect.poll(() => wechat.said(openid).at(-1)).toMatch(link);
    const read = await fetch(`${app.url}${link.exec(wechat.said(openid).at(-1)!)?.[1]}`);
    expect(await read.text()).toBe('%PDF-1.7');
    const history = await desk('GET', `/conversations/${id}/messages`);
    expect(JSON.stringify(history.body)).toContain('水壶.png');
  });
});

describe('who leaves', () => {
  test('and is known here alone is erased; who bought or complained stays a customer', async () => {
    const { wechat, app } = world;
    const [gone, buyer] = [world.somebody(), world.somebody()];
    const { client } = app.db;
    for (const openid of [gone, buyer]) await wechat.write(openid, '谢谢');
    const recordOf = async (externalId: string) =>
      (await client.identity.findFirstOrThrow({ where: { channel: 'wechat', externalId } })).customerId;
    const [goneId, buyerId] = [await recordOf(gone), await recordOf(buyer)];
    const bought = { orderNumber: `T-${buyer}`, amountCents: 100, purchasedAt: wechat.clock.now() };
    await client.purchase.create({ data: { customerId: buyerId, ...bought } });
    for (const openid of [gone, buyer]) await wechat.event(openid, 'unsubscribe');
    await app.services.privacy.runDue(new Date(wechat.clock.now().getTime() + 11 * 60_000));
    expect(await client.customer.findUnique({ where: { id: goneId } })).toMatchObject({ erasedAt: expect.any(Date) });
    expect(await client.identity.count({ where: { externalId: gone } })).toBe(0);
    expect(await client.accountProof.count({ where: { account: gone } })).toBe(0);
    expect(await client.customer.findUnique({ where: { id: buyerId } })).toMatchObject({ erasedAt: null });
    // Back again, they are somebody new.
    await wechat.event(gone, 'subscribe');
    await wechat.write(gone, '谢谢');
    await expect.poll(async () => await recordOf(gone).catch(() => goneId)).not.toBe(goneId);
  });
});

describe('the budget', () => {
  test('the sixth message is held, and comes with the next thing that the person says', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    await wechat.write(openid, '谢谢');
    const say = await colleagueOf(openid);
    for (let number = 1; number <= 5; number++) {
      await say(`第 ${number} 条`);
      await expect.poll(() => wechat.said(openid).at(-1)).toBe(`第 ${number} 条`);
    }
    await say('第 6 条');
    await say('第 7 条');
    await expect.poll(async () => await budgetOf(openid)).toMatchObject({ left: 0, refusal: 'spent', held: 2 });
    expect(wechat.said(openid)).toHaveLength(6);
    await wechat.write(openid, '在吗');
    // What waited together is one message.
    await expect.poll(() => wechat.said(openid).at(-1)).toBe('第 6 条\n\n第 7 条');
    expect(await budgetOf(openid)).toMatchObject({ left: 4, held: 0 });
  });

  test('what WeChat refuses is the truth: spent, closed; a notice that was agreed to says once that something waits', async () => {
    const { wechat, app } = world;
    const openid = world.somebody();
    await wechat.chooseNotice(openid, notice, true);
    await wechat.write(openid, '谢谢');
    const say = await colleagueOf(openid);
    wechat.api.faults.push({ path: 'custom/send', errcode: 45047, times: 1 });
    await say('一');
    await expect.poll(async () => await budgetOf(openid)).toMatchObject({ left: 0, refusal: 'spent', held: 1 });
    await expect.poll(() => wechat.said(openid).at(-1)).toContain('新回复');
    await wechat.tellNotices();
    await expect.poll(() => app.db.client.notice.count({ where: { account: openid, state: 'delivered' } })).toBe(1);
    await say('二');
    await expect.poll(async () => (await budgetOf(openid)).held).toBe(2);
    expect(wechat.said(openid), 'told once').toHaveLength(2);
    await wechat.write(openid, '来了');
    await expect.poll(() => wechat.said(openid).at(-1)).toBe('一\n\n二');
    wechat.clock.advance(48 * 3600_000 + 1000);
    await say('三');
    await expect.poll(async () => await budgetOf(openid)).toMatchObject({ refusal: 'closed', held: 1 });
    const calls = wechat.api.calls.filter(({ path: called, errcode }) => called.endsWith('bizsend') && errcode !== 0);
    expect(calls, 'who agreed to one notice is not asked for a second').toEqual([]);
  });

  test('a long text is cut between characters, each piece counts, and what is left goes on where it stopped', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    await wechat.write(openid, '谢谢');
    const say = await colleagueOf(openid);
    const text = '👨‍👩‍👧‍👦'.repeat(160);
    await say(text);
    await expect.poll(() => wechat.said(openid).slice(1).join('')).toBe(text);
    expect(wechat.said(openid).slice(1)).toHaveLength(2);
    expect(await budgetOf(openid)).toMatchObject({ left: 3 });
  });
});

describe('the platform is not always well', () => {
  test('a token that ends in the middle is fetched once for all who wait, and nothing is lost', async () => {
    const { wechat } = world;
    const people = [world.somebody(), world.somebody(), world.somebody()];
    await Promise.all(people.map((openid) => wechat.write(openid, '谢谢')));
    const says = await Promise.all(people.map(colleagueOf));
    await says[0]!('先热身');
    await expect.poll(() => wechat.said(people[0]!).at(-1)).toBe('先热身');
    const asked = wechat.tokens.asked;
    wechat.tokens.end();
    await Promise.all(says.map((say) => say('您好')));
    for (const openid of people) await expect.poll(() => wechat.said(openid).at(-1)).toBe('您好');
    // Two instances may each ask for themselves; none more than once.
    expect(wechat.tokens.asked - asked).toBeLessThanOrEqual(2);
  });

  test('busy is tried again, a broken line may show an answer twice, a menu that is not allowed becomes numbers', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    wechat.api.faults.push({ path: 'custom/send', errcode: 45098, times: 1 });
    await wechat.write(openid, '你好');
    await expect.poll(() => wechat.said(openid).at(-1)).toContain('2. 我要投诉');
    expect(wechat.person(openid).seen.at(-1)?.choices).toBeUndefined();
    wechat.api.faults.push(
      { path: 'custom/send', errcode: -1, times: 1 },
      { path: 'custom/send', drop: 'before', times: 1 },
    );
    const before = wechat.said(openid).length;
    await wechat.write(openid, '2');
    await expect.poll(() => wechat.said(openid).length, { timeout: 25_000 }).toBeGreaterThan(before);
    expect((await saidBy(openid)).at(-1), 'the number stands for what it stood beside').toBe('我要投诉');
  }, 40_000);
});

describe('whoever is not WeChat', () => {
  test('is not heard, however often they push: the person sees that the account is out of order', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    await pushing('badsig');
    const { attempts, outOfOrder } = await wechat.write(openid, '谢谢');
    await pushing('safe');
    expect(attempts.map(({ status, body }) => `${status} ${body}`)).toEqual(['401 ', '401 ', '401 ']);
    expect(outOfOrder).toBe(true);
    expect(await world.app.db.client.conversation.count({ where: { userId: openid } })).toBe(0);
    expect(wechat.person(openid).seen.at(-1)).toMatchObject({ from: 'platform' });
  });

  test('hears the same 401, whatever is wrong, and the address is proved with its echo', async () => {
    const { wechat } = world;
    const target = wechat.pusher.options.targets[0]!;
    const openid = world.somebody();
    const fields = { ToUserName: wechat.settings.originalId, FromUserName: openid, MsgType: 'text', Content: 'x' };
    const now = Math.floor(wechat.clock.now().getTime() / 1000);
    const good = wechat.pusher.request({ ...fields, CreateTime: now, MsgId: '1' });
    const clear = new URLSearchParams(good.query);
    clear.delete('encrypt_type');
    clear.delete('msg_signature');
    const post = async (query: string, body: string) => {
      const response = await fetch(`${target}?${query}`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'text/xml' },
      });
      return `${response.status} ${await response.text()}`;
    };
    const forged = new (await import('#test/support/wechat/pushing.ts')).Pusher(
      { ...wechat.settings, appId: 'wx-somebody-else' },
      wechat.clock,
      wechat.pusher.options,
    ).request({ ...fields, CreateTime: now, MsgId: '1' });
    const refused = [
      await post(good.query.replace(/msg_signature=\w/, 'msg_signature=x'), good.body.replace('<xml>', '<xml> ')).catch(
        String,
      ),
      await post(String(clear), `<xml><MsgType>text</MsgType></xml>`),
      await post(forged.query, forged.body),
      await post(good.query, '<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>'),
      await post(good.query, `<xml>${'a'.repeat(70_000)}</xml>`),
      await post('', ''),
    ];
    expect(new Set(refused)).toEqual(new Set(['401 ']));
    expect(await post(good.query, good.body)).toMatch(/^200 /);
    wechat.clock.advance(11 * 60_000);
    expect(await post(good.query, good.body), 'too old').toBe('401 ');
    const echo = new URLSearchParams(wechat.pusher.request(fields).query);
    echo.set('echostr', '5927782489442352469');
    const proved = await fetch(`${target}?${echo}`);
    expect(await proved.text()).toBe('5927782489442352469');
    echo.set('signature', 'x'.repeat(40));
    expect((await fetch(`${target}?${echo}`)).status).toBe(401);
  });
});

test('no secret and no token stands in the log, whatever broke', () => {
  expectNoSecretsIn(world);
});

describe('an account that may only answer', () => {
  const small = wechatWorld({
    settings: { customMessages: false, mode: 'compatible' },
    env: { WECHAT_REPLIES: 'passive' },
  });

  test('answers with numbered choices, takes the number, and sends nothing else', async () => {
    const { wechat } = small;
    const openid = small.somebody();
    const hello = await wechat.write(openid, '你好');
    expect(hello.text).toContain('2. 我要投诉');
    const complaint = await wechat.write(openid, '2');
    expect(complaint.text).toBeTruthy();
    const { client } = small.app.db;
    const last = await client.activity.findFirstOrThrow({
      where: { direction: 'inbound' },
      orderBy: { createdAt: 'desc' },
    });
    expect(last.text).toBe('我要投诉');
    expect(wechat.api.calls.filter(({ path: called }) => called.endsWith('/send'))).toEqual([]);
  });
});
