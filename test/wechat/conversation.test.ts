import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { buildStaff } from '#test/crm/support.ts';
import { wechatWorld } from './world.ts';

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
/** A colleague who has taken the conversation over: what they write goes out as it is. */
async function colleagueOf(openid: string) {
  const { id } = await conversationOf(openid);
  const staff = await buildStaff({ ...world.app, clock: world.wechat.clock as never } as never);
  await world.app.services.conversations.takeover(id, staff.id);
  return (text: string) => world.app.services.conversations.say(id, staff.id, text);
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

  test('three deliveries of one push over two instances are one turn, answered alike', async () => {
    const { wechat } = world;
    const openid = world.somebody();
    const fields = { ToUserName: wechat.settings.originalId, FromUserName: openid, MsgType: 'text', Content: '谢谢' };
    const created = Math.floor(wechat.clock.now().getTime() / 1000);
    const request = wechat.pusher.request({ ...fields, CreateTime: created, MsgId: '22363405356629001' });
    wechat.people.acted(wechat.person(openid), 'message');
    const attempts = await Promise.all([1, 2, 3].map((number) => wechat.pusher.post('dupe', number, request)));
    expect(attempts.map(({ fault }) => fault)).toEqual([null, null, null]);
    expect(await saidBy(openid)).toEqual(['谢谢']);
    const later = await wechat.pusher.post('dupe', 2, request);
    const answers = attempts.filter(({ body }) => body !== 'success');
    // Whoever ran the turn answered with the reply; from then on every repeat is answered so.
    expect(answers.length).toBeGreaterThan(0);
    expect(later.body).not.toBe('success');
    expect(
      await world.app.db.client.activity.count({
        where: { sender: 'bot', conversationId: (await conversationOf(openid)).id },
      }),
    ).toBe(1);
    expect(wechat.said(openid), 'nothing went out a second time').toEqual([]);
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
