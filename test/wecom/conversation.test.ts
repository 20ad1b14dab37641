import { describe, expect, test } from 'vitest';
import { buildStaff } from '#test/crm/support.ts';
import { states } from '#test/support/wechat/kf/sessions.ts';
import { expectNoSecretsIn, wechatWorld } from '#test/wechat/world.ts';

const world = wechatWorld({ instances: 2, env: { WECOM_KF_DESK: 'wecom' } });
const shop = 'wk0fakeshop';

const accountOf = (user: string, openKfId = shop) => `${openKfId}:${user}`;
const budgetOf = (user: string) =>
  world.app.services.messageBudget.state({ channel: 'wecom', account: accountOf(user) });
const conversationOf = (user: string, openKfId = shop) =>
  world.app.db.client.conversation.findFirstOrThrow({ where: { channel: 'wecom', userId: accountOf(user, openKfId) } });
const saidBy = async (user: string) => {
  const { id: conversationId } = await conversationOf(user);
  const where = { conversationId, direction: 'inbound', type: 'message' } as const;
  return (await world.app.db.client.activity.findMany({ where, orderBy: { sequence: 'asc' } })).map(({ text }) => text);
};
const outboxOf = async (user: string) => {
  const { id: conversationId } = await conversationOf(user);
  return world.app.db.client.outboxEntry.findMany({ where: { conversationId }, orderBy: { sequence: 'asc' } });
};
async function colleagueOf(user: string) {
  const { id } = await conversationOf(user);
  const staff = await buildStaff({ ...world.app, clock: world.wechat.clock as never } as never);
  await world.app.services.conversations.takeover(id, staff.id);
  return (text: string) => world.app.services.conversations.say(id, staff.id, text);
}

describe('a person talks to the account', () => {
  test('is greeted by the welcome code, answered, and a tap is what it says; who asks is known by name', async () => {
    const { kf } = world.wechat;
    const user = world.somebody();
    kf.person(user).nickname = '小周';
    await kf.enter(user);
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    expect(kf.calls.calls.at(-1)?.path).toBe('/cgi-bin/kf/send_msg_on_event');
    expect(kf.person(user).seen.at(-1)?.choices?.length, 'a menu').toBeGreaterThan(1);
    await kf.tap(user, '我要投诉');
    await expect.poll(() => kf.said(user)).toHaveLength(2);
    expect(await saidBy(user)).toEqual(['我要投诉']);
    expect(kf.person(user).state).toBe(states.bot);
    expect(await budgetOf(user)).toMatchObject({ left: 4, allowed: 5 });
    const { client } = world.app.db;
    await expect.poll(() => client.customer.count({ where: { name: '小周' } })).toBe(1);
    // Back within 48 hours: no code, no greeting.
    await kf.enter(user);
    await kf.write(user, '算了');
    await expect.poll(() => kf.said(user)).toHaveLength(3);
  });

  test('a link says what it was made for: its answer is the one message that may be sent', async () => {
    const { kf } = world.wechat;
    const user = world.somebody();
    await kf.enter(user, { scene: 'say:我要投诉' });
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    expect(await saidBy(user)).toEqual(['我要投诉']);
    expect(await budgetOf(user)).toMatchObject({ refusal: 'never' });
  });

  test('files go both ways and are kept by us', async () => {
    const { wechat, app } = world;
    const { kf } = wechat;
    const user = world.somebody();
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex');
    await kf.sendFile(user, 'image', png, 'image/jpeg');
    await expect.poll(() => kf.said(user).join()).toContain('照片收到了');
    const { id: conversationId } = await conversationOf(user);
    await expect
      .poll(() => app.db.client.upload.findFirst({ where: { conversationId } }))
      .toMatchObject({ size: png.length, contentType: 'image/png' });
    const body = JSON.stringify(await app.db.client.activity.findFirst({ where: { conversationId } }));
    expect(body).not.toMatch(/access_token|media-/);
  });

  test('the same person at the Official Account and at two kf accounts is one customer', async () => {
    const { wechat, app } = world;
    const { kf } = wechat;
    const [openid, user] = [world.somebody(), world.somebody()];
    const care = 'wk0fakecare';
    wechat.person(openid).unionid = 'union-1';
    await wechat.write(openid, '谢谢');
    const proven = () => app.db.client.accountProof.count({ where: { proof: 'unionid:union-1' } });
    await expect.poll(proven).toBe(1);
    kf.person(user, care).unionid = 'union-1';
    await kf.write(user, '谢谢', { openKfId: care });
    await expect.poll(proven).toBe(2);
    await kf.write(user, '你好');
    await expect.poll(proven).toBe(3);
    const externalId = { in: [openid, accountOf(user), accountOf(user, care)] };
    const identities = await app.db.client.identity.findMany({ where: { externalId } });
    expect(new Set(identities.map(({ customerId }) => customerId)).size).toBe(1);
    const merges = await app.db.client.customerMerge.findMany();
    expect(new Set(merges.map(({ proof }) => proof))).toEqual(new Set(['account']));
  });
});

describe('reading', () => {
  test('a backlog of several pages is read once by two instances, in order, also after one broke off between pages', async () => {
    const { wechat, app } = world;
    const { kf } = wechat;
    const users = [world.somebody(), world.somebody(), world.somebody()];
    kf.wakes = false;
    kf.calls.pageSize = 4;
    for (let number = 1; number <= 7; number++) for (const user of users) await kf.write(user, `谢谢 ${number}`);
    // The second page breaks off: it is read again from where the first one ended.
    wechat.api.faults.push({ path: 'sync_msg', latencyMs: 1, times: 1 }, { path: 'sync_msg', drop: 'after', times: 1 });
    kf.wakes = true;
    await Promise.all([kf.wake(shop), kf.wake(shop), kf.wake(shop)]);
    for (const user of users) {
      await expect
        .poll(() => saidBy(user).catch(() => []), { timeout: 20_000 })
        .toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `谢谢 ${number}`));
    }
    const account = await app.db.client.kfAccount.findUniqueOrThrow({ where: { openKfId: shop } });
    await expect
      .poll(async () => (await app.db.client.kfAccount.findUniqueOrThrow({ where: { openKfId: shop } })).lease)
      .toBeNull();
    expect(account.cursor).toBe(`c-${kf.entries.filter(({ openKfId }) => openKfId === shop).at(-1)?.place}`);
    kf.calls.pageSize = 1000;
    // All were answered, as far as the budget goes: nothing twice, no id used for two messages.
    for (const user of users)
      await expect.poll(async () => (await budgetOf(user)).held + kf.said(user).length).toBeGreaterThan(0);
  }, 40_000);

  test('one who reads and dies holds the account only for the lease; the page is read again and known', async () => {
    const { wechat, app } = world;
    const { kf } = wechat;
    const user = world.somebody();
    // Somebody else has the lease and is gone.
    await app.db.client.kfAccount.update({
      where: { openKfId: shop },
      data: { lease: '018f2f3a-0000-7000-8000-000000000001', leaseUntil: new Date(Date.now() + 1500) },
    });
    await kf.write(user, '谢谢');
    expect(kf.said(user)).toEqual([]);
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    // The cursor was lost: everything is read again, nothing happens again.
    const before = await app.db.client.activity.count();
    await app.db.client.kfAccount.update({ where: { openKfId: shop }, data: { cursor: null } });
    await kf.wake(shop);
    await expect
      .poll(async () => (await app.db.client.kfAccount.findUniqueOrThrow({ where: { openKfId: shop } })).cursor)
      .not.toBeNull();
    expect(await app.db.client.activity.count()).toBe(before);
  });

  test('a wake-up that was lost costs minutes, an old token nothing', async () => {
    const { wechat } = world;
    const { kf, clock } = wechat;
    const user = world.somebody();
    kf.wakes = false;
    await kf.write(user, '谢谢');
    kf.wakes = true;
    clock.advance(6 * 60_000);
    await expect.poll(() => kf.said(user)).toHaveLength(1);
  });
});

describe('the budget', () => {
  test('the sixth message waits for the next thing that they say; what WeCom took and did not deliver, too', async () => {
    const { kf } = world.wechat;
    const user = world.somebody();
    await kf.write(user, '谢谢');
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    const say = await colleagueOf(user);
    for (let number = 2; number <= 4; number++) {
      await say(`第 ${number} 条`);
      await expect.poll(() => kf.said(user)).toHaveLength(number);
    }
    kf.calls.failing.push(6);
    await say('第 5 条');
    await expect.poll(async () => await budgetOf(user)).toMatchObject({ left: 0, refusal: 'spent', held: 1 });
    await say('第 6 条');
    await expect.poll(async () => (await budgetOf(user)).held).toBe(2);
    await kf.write(user, '在吗');
    await expect.poll(() => kf.said(user).slice(4)).toEqual(['第 5 条', '第 6 条']);
    world.wechat.clock.advance(48 * 3600_000 + 1000);
    await say('太晚了');
    await expect.poll(async () => await budgetOf(user)).toMatchObject({ refusal: 'closed', held: 1 });
  });

  test('what does not arrive for another reason reaches the desk, once', async () => {
    const { wechat, app } = world;
    const { kf } = wechat;
    const user = world.somebody();
    await kf.write(user, '谢谢');
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    const say = await colleagueOf(user);
    kf.calls.failing.push(10);
    await say('您好');
    const { id: conversationId } = await conversationOf(user);
    const told = () =>
      app.db.client.task.findMany({ where: { conversationId, title: { contains: 'did not arrive' } } });
    await expect
      .poll(async () => (await told()).map(({ detail }) => detail))
      .toEqual([expect.stringMatching(/您好\n\nWeCom did not deliver it: the customer refuses messages/)]);
    expect(await budgetOf(user)).toMatchObject({ refusal: 'blocked' });
    expect((await outboxOf(user)).at(-1)).toMatchObject({ state: 'failed' });
  });

  test('exactly once: the line breaks after WeCom took it, and the same id comes again', async () => {
    const { wechat } = world;
    const { kf } = wechat;
    const user = world.somebody();
    await kf.write(user, '谢谢');
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    const say = await colleagueOf(user);
    wechat.api.faults.push({ path: 'kf/send_msg', drop: 'after', times: 2 });
    const text = '👨‍👩‍👧‍👦'.repeat(160);
    await say(text);
    await expect.poll(async () => (await outboxOf(user)).at(-1)?.state, { timeout: 20_000 }).toBe('sent');
    expect(kf.said(user).slice(1).join('')).toBe(text);
    expect(kf.said(user).slice(1)).toHaveLength(2);
    expect(await budgetOf(user)).toMatchObject({ left: 2 });
  }, 30_000);
});

describe('WeCom’s own desk', () => {
  test('takes who asks for a person: the bot is silent, hears all, and asks at the end how it was', async () => {
    const { wechat, app } = world;
    const { kf } = wechat;
    const user = world.somebody();
    await kf.write(user, '你好');
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    await kf.write(user, '转人工');
    // Said by the code of the queue: in it nothing else may be sent.
    await expect.poll(() => kf.said(user).at(-1)).toMatch(/同事/);
    expect(kf.person(user).state).toBe(states.queue);
    await expect.poll(async () => await conversationOf(user)).toMatchObject({ holder: 'person', staffId: null });
    await kf.take(user);
    await kf.write(user, '我的加湿器漏水');
    await kf.say(user, '您好，我是张伟');
    const before = kf.said(user).length;
    await expect.poll(async () => (await saidBy(user)).at(-1)).toBe('我的加湿器漏水');
    const { id: conversationId } = await conversationOf(user);
    await expect
      .poll(() => app.db.client.activity.count({ where: { conversationId, sender: 'staff', text: '您好，我是张伟' } }))
      .toBe(1);
    expect(kf.said(user)).toHaveLength(before);
    expect(kf.calls.calls.filter(({ errcode }) => errcode === 95018)).toEqual([]);
    await kf.end(user);
    await expect
      .poll(() =>
        kf
          .person(user)
          .seen.at(-1)
          ?.choices?.map(({ title }) => title),
      )
      .toContain('5 很满意');
    await kf.tap(user, '5 很满意');
    await expect.poll(() => app.db.client.response.count({ where: { score: 5, conversationId } })).toBe(1);
    expect(await app.db.client.invitation.findFirst({ where: { conversationId } })).toMatchObject({
      rated: 'otherDesk',
    });
    await expect.poll(() => kf.said(user).at(-1)).toMatch(/谢谢/);
    expect(await conversationOf(user)).toMatchObject({ holder: 'bot' });
  });

  test('took somebody without being asked: what the bot was saying waits, and is not said twenty seconds too late', async () => {
    const { wechat } = world;
    const { kf, clock } = wechat;
    const user = world.somebody();
    await kf.write(user, '谢谢');
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    Object.assign(kf.person(user), { state: states.person, servicer: 'zhang.wei' });
    await kf.write(user, '你好');
    // The refusal tells that people have it.
    await expect.poll(async () => await conversationOf(user)).toMatchObject({ holder: 'person', staffId: null });
    await expect.poll(async () => (await budgetOf(user)).held).toBe(1);
    expect(kf.said(user)).toHaveLength(1);
    kf.wakes = false;
    await kf.end(user);
    clock.advance(25_000);
    kf.wakes = true;
    await kf.wake(shop);
    await expect.poll(async () => (await conversationOf(user)).holder).toBe('bot');
    await kf.write(user, '谢谢');
    await expect.poll(() => kf.said(user).length).toBeGreaterThan(1);
  });

  test('has nobody: the customer waits at ours', async () => {
    const { wechat } = world;
    const { kf } = wechat;
    const user = world.somebody();
    const { servicers } = kf.settings;
    kf.settings.servicers = [];
    await kf.write(user, '转人工');
    await expect.poll(() => kf.said(user).at(-1)).toMatch(/同事/);
    expect(await conversationOf(user)).toMatchObject({ holder: 'queue' });
    kf.settings.servicers = servicers;
  });
});

describe('whoever is not WeCom', () => {
  test('hears the same 401, whatever is wrong; the address is proved with its echo; the token ends and is fetched anew', async () => {
    const { wechat } = world;
    const { kf } = wechat;
    const target = kf.options.targets[0]!;
    const good = kf.request({ MsgType: 'event', Event: 'kf_msg_or_event', Token: 't', OpenKfId: shop });
    const post = async (query: string, body: string) => {
      const response = await fetch(`${target}?${query}`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'text/xml' },
      });
      return `${response.status} ${await response.text()}`;
    };
    const corpId = kf.settings.corpId;
    kf.settings.corpId = 'ww-somebody-else';
    const forged = kf.request({ MsgType: 'event', Event: 'kf_msg_or_event', Token: 't', OpenKfId: shop });
    kf.settings.corpId = corpId;
    const refused = [
      await post(good.query.replace(/msg_signature=\w/, 'msg_signature=x'), good.body),
      await post(forged.query, forged.body),
      await post(forged.query, forged.body.replace('ww-somebody-else', corpId)),
      await post(good.query, '<xml><ToUserName>x</ToUserName><MsgType>event</MsgType></xml>'),
      await post(good.query, `<!DOCTYPE x [<!ENTITY a "b">]>${good.body}`),
      await post(good.query, `<xml>${'a'.repeat(70_000)}</xml>`),
      await post('', ''),
    ];
    expect(new Set(refused)).toEqual(new Set(['401 ']));
    expect(await post(good.query, good.body)).toMatch(/^200 /);
    expect(await post(good.query, good.body), 'a repeat is answered alike').toMatch(/^200 /);
    const echo = kf.seal('1616140317555161061');
    const proved = await fetch(`${target}?${echo.query}&echostr=${encodeURIComponent(echo.sealed)}`);
    expect(await proved.text()).toBe('1616140317555161061');
    expect((await fetch(`${target}?${echo.query}&echostr=x`)).status).toBe(401);
    const user = world.somebody();
    kf.calls.endTokens();
    await kf.write(user, '谢谢');
    await expect.poll(() => kf.said(user)).toHaveLength(1);
    wechat.clock.advance(11 * 60_000);
    expect(await post(good.query, good.body), 'too old').toBe('401 ');
  });
});

test('no secret and no token stands in the log, whatever broke', () => {
  expectNoSecretsIn(world);
});
