import { type Activity, ActivityTypes } from 'botbuilder';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Capabilities, distinctCapabilities } from '#bot/channels/capabilities.ts';
import { choicesOf, chosenFrom } from '#bot/channels/choices.ts';
import { type Links, present } from '#bot/channels/presenting.ts';
import { presented as presentedByWechat } from '#bot/channels/wechat/presentation.ts';
import { defaultPointsRules } from '#crm/points/pointsRules.ts';
import { dialogModules } from '#dialogs/index.ts';
import { testDatabase } from '#test/support/database.ts';
import { Conversation, textOf } from '../dialogs/conversation.ts';
import { openShop, type TestShop } from '../dialogs/shop.ts';

/*
 * Every dialog is played as a conversation table; at each reply the customer of every row of the capability table must be able to
 * say what the table says: by a tap where the row can show that, else by the label that stands beside the choice. What then reaches
 * the bot is the same for all rows, so one run of the dialog stands for all.
 */

const database = testDatabase();
let shop: TestShop;
let staffId: string;
beforeAll(async () => {
  shop = await openShop(database.db);
  staffId = (await shop.services.staff.create({ email: 'a@example.com', name: '林晓', role: 'manager' }, null)).id;
});
afterAll(() => shop?.close());

const links: Links = {
  open: (path) => `https://shop.example${path}`,
  form: (id) => `https://shop.example/f/${id}`,
  file: async (id) => ({ url: `https://shop.example/files/${id}`, size: 1000 }),
};
const rows = [...distinctCapabilities()];

/** What the customer does, and what must then stand in the answer on every channel. `taps`: a choice by its title. */
type Step =
  | { says: string; hears?: RegExp }
  | { taps: string; hears?: RegExp }
  /** Something happens of which the customer is not told. */
  | { does: (conversation: Conversation) => Promise<unknown> }
  | { event: (conversation: Conversation) => Promise<{ kind: string; ids: Record<string, string> }>; hears: RegExp };

const complaint = '我要投诉：上个月在天猫旗舰店买的栖木晨雾加湿器，批号 A2306-7，昨天晚上开始漏水。电话 13800001234';
const complaintOf = ({ id }: Conversation) =>
  database.db.client.complaint.findFirstOrThrow({ where: { conversationId: id } });

/** The shop gives points, and somebody has bought enough for 1,200. */
async function earns({ id, customer }: Conversation) {
  const { points } = shop.services;
  const exchange = { active: true, minPoints: 500, centsPerPoint: 1, days: 90 };
  await points.setRules({ ...defaultPointsRules, active: true, since: '2025-01-01', exchange }, staffId);
  const purchasedAt = new Date('2026-06-01T04:00:00Z');
  const purchase = { customerId: customer.id, orderNumber: `T${id}`, amountCents: 120_000, purchasedAt };
  await database.db.client.purchase.create({ data: purchase });
  await points.runDue(shop.clock.now());
}

const talks: Record<string, Step[]> = {
  complaints: [
    { says: '我要投诉', hears: /哪款产品/ },
    { says: '电热水壶', hears: /发生了什么/ },
    { says: '烧水的时候一直漏水', hears: /什么时候/ },
    { taps: '昨天', hears: /怎么联系您/ },
    { taps: '在这里回复我', hears: /怎么处理/ },
    { taps: '换一个新的', hears: /我读一遍/ },
    { taps: '改一下', hears: /要改哪一项/ },
    { taps: '希望', hears: /怎么处理/ },
    { taps: '维修', hears: /我读一遍[\s\S]*维修/ },
    { taps: '没问题，提交', hears: /C-\d+/ },
  ],
  followUps: [
    { says: complaint, hears: /处理/ },
    { taps: '换一个新的', hears: /我读一遍/ },
    { taps: '提交，改好了告诉我', hears: /改好以后/ },
    {
      event: async (conversation) => {
        const { id } = await complaintOf(conversation);
        const { defects } = shop.services;
        const defect = await defects.suspect({ title: '漏水', complaintIds: [id] }, staffId);
        await defects.judge(
          defect.id,
          { state: 'confirmed', verdict: '密封圈', affectedBatches: ['A2306-7'] },
          staffId,
        );
        await defects.resolve(defect.id, { fix: { zh: '密封圈换了新材料。', en: 'A new seal.' } }, staffId);
        return { kind: 'defectFixed', ids: { complaintId: id } };
      },
      hears: /密封圈换了新材料/,
    },
    { taps: '解决了', hears: /太好了/ },
  ],
  handoff: [
    { says: '转人工', hears: /会在这里回复您/ },
    { says: '还要等多久？', hears: /下一位就是您/ },
  ],
  promises: [
    { says: '你们答应我什么了', hears: /没有答应了您/ },
    { taps: '转人工', hears: /会在这里回复您/ },
  ],
  products: [
    { says: '有哪些产品？', hears: /加湿器|厨房|家电/ },
    { says: '栖木晨雾加湿器', hears: /¥229/ },
    { taps: '保修多久？', hears: /12 个月/ },
    { says: '除湿机和空气净化器有什么区别', hears: /¥1,199[\s\S]*¥1,299/ },
    { says: 'compare the dehumidifier and the air purifier', hears: /¥1,199/ },
  ],
  preferences: [
    { says: '我只用无香的', hears: /要我记住/ },
    { taps: '记住吧', hears: /记/ },
    { says: '你记得我什么', hears: /无香/ },
    { taps: '有一条不对', hears: /无香|哪一条|应该/ },
    { says: '取消' },
    { says: '你记得我什么', hears: /无香/ },
    { taps: '全部忘掉', hears: /确定/ },
    { taps: '确定忘掉', hears: /删掉/ },
  ],
  privacy: [
    { says: '删除我的全部信息', hears: /确定要全部删除吗/ },
    { taps: '先不删', hears: /什么都没有删/ },
    { says: 'Please delete all my data', hears: /cannot be brought back/ },
    { taps: 'Yes, delete everything', hears: /deleted within minutes/ },
  ],
  purchases: [
    { says: '登记购买', hears: /订单号/ },
    { says: 'QM99110300017', hears: /哪款产品/ },
    { says: '没见过的杯子', hears: /哪天/ },
    { says: '11月3日', hears: /登记好了[\s\S]*QM99110300017/ },
    { taps: '不用了', hears: /随时找我/ },
    { says: '我的订单', hears: /没见过的杯子/ },
  ],
  points: [
    { says: '我有多少积分', hears: /还没有积分/ },
    { does: earns },
    { says: '我有多少积分', hears: /1200 积分|\*\*1200\*\* 积分/ },
    { says: '积分换券', hears: /换多少/ },
    { taps: '500', hears: /500[\s\S]*5 元[\s\S]*换吗/ },
    { taps: '换', hears: /700/ },
    { says: 'my vouchers', hears: /CNY 5/ },
  ],
  surveys: [
    { says: 'How long is the warranty of the kettle?', hears: /24 months/ },
    { says: 'thank you', hears: /how satisfied/i },
    { taps: '2 not satisfied', hears: /sorry|contact/i },
    { taps: 'Nothing else', hears: /thank you|rating/i },
  ],
  consent: [
    { says: '电热水壶保修多久？', hears: /24 个月/ },
    { says: '谢谢', hears: /打几分/ },
    { taps: '4 满意', hears: /谢谢/ },
    { taps: '没有了', hears: /一周最多一条/ },
    { taps: '可以', hears: /退订/ },
    { says: 'TD', hears: /./ },
  ],
  care: [
    {
      event: async ({ id, customer }) => {
        const rule = await shop.services.careRules.save(
          {
            name: { zh: '问候', en: 'Hello' },
            occasion: 'byHand',
            days: 0,
            categoryKey: null,
            tiers: [],
            act: 'message',
            text: { zh: '栖木祝您安好。', en: 'Qimu wishes you well.' },
            level: 'social',
            orCall: false,
            controlPercent: 0,
            active: true,
          },
          staffId,
        );
        const agreed = {
          purpose: 'care',
          channel: 'any',
          granted: true,
          wording: 'care@1',
          source: 'customer',
        } as const;
        await shop.services.consents.record({ customerId: customer.id, ...agreed });
        const message = await database.db.client.careMessage.create({
          data: {
            ruleId: rule.id,
            customerId: customer.id,
            conversationId: id,
            occasion: 'hand:today',
            variables: {},
            dueAt: shop.clock.now(),
            state: 'sent',
          },
        });
        return { kind: 'care', ids: { messageId: message.id } };
      },
      hears: /祝您安好/,
    },
    { says: '退订', hears: /./ },
  ],
  smallTalk: [
    { says: '你好', hears: /您好/ },
    { taps: '我要投诉', hears: /哪款产品/ },
    { says: '取消', hears: /./ },
  ],
};

/** Everything that a channel shows of a turn, as one text, and each choice as that channel's customer gives it. */
async function shownOn(row: Capabilities, activities: Partial<Activity>[]) {
  const parts: Partial<Activity>[] = [];
  for (const activity of activities) parts.push(...(await present(activity, { capabilities: row, links })).activities);
  const seen = parts.flatMap(({ text, attachments = [] }) => [text, JSON.stringify(attachments)]).join('\n');
  const tappable = parts.flatMap(({ suggestedActions, attachments = [] }) => [
    ...(suggestedActions?.actions ?? []),
    ...attachments.flatMap(({ content }) => content?.buttons ?? []),
  ]);
  return { parts, seen, tappable };
}

/** What reaches the bot when the customer of a row answers with a choice. */
function sent(shown: Awaited<ReturnType<typeof shownOn>>, last: Partial<Activity>, title: string): string | undefined {
  const button = shown.tappable.find((action) => action.title === title);
  if (button) return String(button.value);
  const lines = shown.parts.flatMap(({ text = '' }) => text.split('\n'));
  const line = lines.find((one) => one === title || one.replace(/^(?:\d{1,2}|[A-Z])\. /, '') === title);
  const label = /^(\d{1,2}|[A-Z])/.exec(line ?? '')?.[0];
  return label && chosenFrom(last, label)?.value;
}

/** Nobody is shown what their channel can not show, and nobody is shown nothing. */
function fits(row: Capabilities, name: string, shown: Awaited<ReturnType<typeof shownOn>>): void {
  expect(shown.tappable.length, name).toBeLessThanOrEqual(row.choices.most);
  for (const { text = '', attachments = [] } of shown.parts) {
    expect(row.text.in === 'bytes' ? Buffer.byteLength(text) : text.length, name).toBeLessThanOrEqual(row.text.longest);
    if (!row.markdown) expect(text, name).not.toMatch(/\*\*|^\||^#/m);
    for (const { contentType } of attachments) {
      expect(contentType, name).not.toContain('vnd.zhiyin');
      if (row.cards === 'none' && row.choices.on !== 'card') expect(contentType, name).not.toContain('card');
      if (!row.pictures) expect(contentType, name).not.toContain('image/');
    }
  }
}

test('there is a table for every dialog module', () => {
  expect(Object.keys(talks).sort()).toEqual(dialogModules.map(({ id }) => id).sort());
  expect(rows.length).toBeGreaterThan(10);
});

test.each(Object.keys(talks))('%s is whole on every channel', async (id) => {
  const account = { channel: 'test', externalId: v7() };
  const conversation = await Conversation.with(shop, await shop.services.customers.recognise(account));
  const where = { id: conversation.id };
  await database.db.client.conversation.update({ where, data: { userId: account.externalId } });
  let last: Partial<Activity> = {};
  let shown = new Map<string, Awaited<ReturnType<typeof shownOn>>>();
  for (const step of talks[id]!) {
    const before = conversation.transcript.join('\n');
    let activities: Partial<Activity>[];
    if ('does' in step) {
      await step.does(conversation);
      continue;
    }
    if ('event' in step) activities = await conversation.report(await step.event(conversation));
    else if ('says' in step) activities = await conversation.say(step.says);
    else {
      const wanted = choicesOf(last).find(({ title }) => title === step.taps);
      expect(wanted, `no choice “${step.taps}” in:\n${before}`).toBeDefined();
      for (const [name, one] of shown)
        expect(sent(one, last, step.taps), `${name}: “${step.taps}”`).toBe(wanted!.value);
      // WeChat has ways of its own: a menu, or numbers where the account has none.
      const messages = [true, false].map((menus) => presentedByWechat([last], { menus, publicUrl: undefined }));
      for (const { messages: all } of messages) expect(JSON.stringify(all)).toContain(step.taps);
      activities = await conversation.say(wanted!.value);
    }
    activities = activities.filter(({ type }) => type === ActivityTypes.Message).map((one) => ({ ...one, id: v7() }));
    shown = new Map();
    for (const [name, row] of rows) {
      const one = await shownOn(row, activities);
      fits(row, name, one);
      if (step.hears) expect(one.seen, `${name}, after\n${conversation.transcript.join('\n')}`).toMatch(step.hears);
      shown.set(name, one);
    }
    if (step.hears) expect(textOf(activities).length + JSON.stringify(activities).length).toBeGreaterThan(0);
    last = activities.at(-1) ?? {};
  }
});
