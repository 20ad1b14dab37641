import type { Localized } from './catalogue/shapes.ts';

interface CareRuleSource {
  name: Localized;
  occasion: string;
  days: number;
  act: 'message' | 'voucher' | 'gift' | 'call';
  gift?: string;
  voucher?: { kind: 'value' | 'percent'; amount: number; minCents: number; days: number };
  level: 'financial' | 'social' | 'structural';
  orCall?: boolean;
  active?: boolean;
  text: Localized;
}

/** Care rules to begin with. All that go by the clock are off: a shop looks who would get them first. */
export const careRules: CareRuleSource[] = [
  {
    name: { zh: '生日祝福', en: 'Birthday greeting' },
    occasion: 'birthday',
    days: 0,
    act: 'message',
    level: 'social',
    text: {
      zh: '{customer}，今天是您的生日，{shop}祝您生日快乐，一切安好。',
      en: 'Happy birthday, {customer}! All the best from {shop}.',
    },
  },
  {
    name: { zh: '电子账单', en: 'Electronic bill' },
    occasion: 'purchase',
    days: 0,
    act: 'message',
    level: 'structural',
    text: {
      zh: '订单 {order} 收到了：{product}，实付 {amount} 元。用法和保养有不清楚的，随时在这里问。\n可以先看：{tips}。',
      en: 'Order {order} is in: {product}, CNY {amount} paid. Ask here whenever you wonder how to use or care for it.\nYou may ask for: {tips}.',
    },
  },
  {
    name: { zh: '用得还好吗', en: 'How is it going?' },
    occasion: 'afterPurchase',
    days: 7,
    act: 'message',
    level: 'structural',
    text: {
      zh: '{product}用了一周，还顺手吗？安装、清洗或不好用的地方，回一句就行。',
      en: 'A week with your {product}: is all well? If setting up, cleaning or anything else is not right, just reply.',
    },
  },
  {
    name: { zh: '该保养了', en: 'Time for a check' },
    occasion: 'maintenance',
    days: 180,
    act: 'message',
    level: 'structural',
    text: {
      zh: '{product}用了半年一轮了，该清洗、除垢或换滤芯了。怎么做，在这里问就行。',
      en: 'Your {product} is due for its half-yearly check: clean, descale or change the filter. Ask here how.',
    },
  },
  {
    name: { zh: '该补货了', en: 'Running low' },
    occasion: 'replenish',
    days: -3,
    act: 'message',
    level: 'structural',
    text: {
      zh: '按您平时的用法，{product}大概快用完了，需要的话提前备一份。',
      en: 'Going by how you use it, your {product} should be running low about now.',
    },
  },
  {
    name: { zh: '好久不见', en: 'Long time no see' },
    occasion: 'winBack',
    days: 60,
    act: 'call',
    level: 'social',
    text: {
      zh: '{customer}比平时沉默得久。打个电话问候，听听是不是有什么不满意，不推销。',
      en: '{customer} has been silent for longer than usual. Call, ask how they are and whether something was not right; do not sell.',
    },
  },
  {
    name: { zh: '积分快到期', en: 'Points about to expire' },
    occasion: 'pointsExpiring',
    days: -30,
    act: 'message',
    level: 'financial',
    text: {
      zh: '{customer}，您有 {points} 积分将在 {date} 到期，可以换成券。想换就回“积分换券”。',
      en: '{customer}, {points} of your points expire on {date}. Say “exchange points” to turn them into a voucher.',
    },
  },
  {
    name: { zh: '升级祝贺', en: 'A better tier' },
    occasion: 'tierReached',
    days: 0,
    act: 'voucher',
    voucher: { kind: 'value', amount: 3000, minCents: 0, days: 90 },
    level: 'social',
    text: {
      zh: '{customer}，恭喜您升为{tier}。送您一张 30 元券，券码 {voucher}，90 天内有效。',
      en: 'Congratulations, {customer}: you have reached {tier}. Here is CNY 30 off, code {voucher}, for the next 90 days.',
    },
  },
  {
    name: { zh: '手动问候', en: 'A greeting by hand' },
    occasion: 'byHand',
    days: 0,
    act: 'message',
    level: 'social',
    active: true,
    text: {
      zh: '{customer}，最近用得还顺心吗？有什么需要，在这里说一声就行。',
      en: '{customer}, is all well with what you bought? Whatever you need, just say so here.',
    },
  },
  {
    name: { zh: '满一年的小礼物', en: 'A small gift after a year' },
    occasion: 'anniversary',
    days: 0,
    act: 'gift',
    gift: '一份试用装和一张手写卡片 / a sample and a card by hand',
    level: 'social',
    text: {
      zh: '{customer}，谢谢您又陪了{shop}一年。我们给您准备了一份小礼物，同事会和您确认地址。',
      en: 'Thank you for another year with {shop}, {customer}. There is a small gift for you; a colleague will ask where to send it.',
    },
  },
];
