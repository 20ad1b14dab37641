import type { Localized } from '../../catalogue/shapes.ts';

/** How customers ask for a fact and how it is told: {p} is what they call the product, {n} its name, {v} the value. */
export interface FactTalk {
  key: string;
  asks: Localized[];
  /** For yes or no: the answer to true, then to false; else one answer. */
  tells: Localized[];
}

/** Talk about single facts of products, by attribute; "price" is the price. */
export const factTalks: FactTalk[] = [
  {
    key: 'price',
    asks: [
      { zh: '{p}多少钱？', en: 'How much is the {p}?' },
      { zh: '你好，{p}现在什么价', en: 'Hi, what does the {p} cost at the moment' },
      { zh: '想问下{p}贵不贵', en: 'Is the {p} expensive?' },
    ],
    tells: [{ zh: '**{n}**，价格：¥{v}。满 99 元包邮。', en: '**{n}**, price: ¥{v}. Shipping is free from CNY 99.' }],
  },
  {
    key: 'warrantyMonths',
    asks: [
      { zh: '{p}保修多久？', en: 'How long is the warranty on the {p}?' },
      { zh: '{p}坏了能修吗，保几年', en: 'If the {p} breaks, for how long is it covered?' },
    ],
    tells: [{ zh: '**{n}**，质保期：{v} 个月，从签收那天算。', en: '**{n}**, warranty: {v} months from delivery.' }],
  },
  {
    key: 'noiseDb',
    asks: [
      { zh: '{p}吵不吵？晚上想开着', en: 'Is the {p} loud? I want it on at night' },
      { zh: '{p}声音大吗', en: 'How noisy is the {p}' },
    ],
    tells: [{ zh: '**{n}**，噪音：{v} dB。', en: '**{n}**, noise: {v} dB.' }],
  },
  {
    key: 'powerW',
    asks: [
      { zh: '{p}费电吗？多少瓦', en: 'How many watts does the {p} use?' },
      { zh: '{p}功率是多少', en: 'What is the power of the {p}?' },
    ],
    tells: [{ zh: '**{n}**，额定功率：{v} W。', en: '**{n}**, rated power: {v} W.' }],
  },
  {
    key: 'capacityL',
    asks: [{ zh: '{p}是几升的', en: 'What is the capacity of the {p}?' }],
    tells: [{ zh: '**{n}**，容量：{v} L。', en: '**{n}**, capacity: {v} L.' }],
  },
  {
    key: 'areaM2',
    asks: [{ zh: '{p}适合多大的房间？我家客厅 30 平', en: 'What size of room is the {p} for? Mine has 30 m²' }],
    tells: [{ zh: '**{n}**，适用面积：{v} 平方米以内。', en: '**{n}** suits rooms of up to {v} m².' }],
  },
  {
    key: 'filterLifeMonths',
    asks: [{ zh: '{p}的滤芯多久换一次？', en: 'How often does the {p} need a new filter?' }],
    tells: [{ zh: '**{n}**，滤芯寿命：{v} 个月左右。', en: '**{n}**, filter life: about {v} months.' }],
  },
  {
    key: 'yearlyCostYuan',
    asks: [{ zh: '{p}后面一年要花多少耗材钱', en: 'What does the {p} cost a year in consumables?' }],
    tells: [{ zh: '**{n}**，每年耗材费用：约 {v} 元。', en: '**{n}**, upkeep: about CNY {v} a year.' }],
  },
  {
    key: 'openedMonths',
    asks: [{ zh: '{p}开封以后能用多久', en: 'How long can I use the {p} once it is open?' }],
    tells: [{ zh: '**{n}**，开封后请在 {v} 个月内用完。', en: '**{n}**: use it within {v} months of opening.' }],
  },
  {
    key: 'minAgeMonths',
    asks: [{ zh: '{p}多大的孩子能用？', en: 'From what age can the {p} be used?' }],
    tells: [{ zh: '**{n}**，适用月龄：{v} 个月起。', en: '**{n}**: from {v} months of age.' }],
  },
  {
    key: 'pregnancySafe',
    asks: [
      { zh: '怀孕能用{p}吗？', en: 'Can I use the {p} while pregnant?' },
      { zh: '孕妇可以用{p}不', en: 'Is the {p} safe in pregnancy?' },
    ],
    tells: [
      {
        zh: '**{n}**孕期可用。第一次用建议先做 48 小时测试。',
        en: '**{n}** is suitable in pregnancy. Patch test for 48 hours before the first use.',
      },
      {
        zh: '**{n}**孕期不建议用，可以换无香系列。',
        en: '**{n}** is not recommended in pregnancy; the Calm range is.',
      },
    ],
  },
  {
    key: 'childSafe',
    asks: [{ zh: '小朋友可以用{p}吗', en: 'Is the {p} all right for children?' }],
    tells: [
      { zh: '**{n}**儿童可用。', en: '**{n}** is suitable for children.' },
      { zh: '**{n}**不适合儿童。', en: '**{n}** is not for children.' },
    ],
  },
  {
    key: 'unscented',
    asks: [{ zh: '{p}有香味吗？我闻不了香', en: 'Is the {p} scented? I cannot stand perfume' }],
    tells: [
      { zh: '**{n}**是无香的，配方里没有香精。', en: '**{n}** is unscented: no fragrance in the formula.' },
      { zh: '**{n}**带香味。需要无香的话，可以看无香系列。', en: '**{n}** is scented. The Calm range is not.' },
    ],
  },
  {
    key: 'floorHeatingSafe',
    asks: [{ zh: '家里有地暖，{p}能用吗', en: 'We have floor heating, is the {p} all right on it?' }],
    tells: [
      { zh: '**{n}**地暖可用。', en: '**{n}** is safe on floor heating.' },
      { zh: '**{n}**不建议用在地暖上。', en: '**{n}** should not be used on floor heating.' },
    ],
  },
  {
    key: 'machineWashable',
    asks: [{ zh: '{p}能机洗吗', en: 'Can the {p} go in the washing machine?' }],
    tells: [
      { zh: '**{n}**可以机洗，请装网袋、用柔和程序。', en: '**{n}** is machine washable; in a net, gentle programme.' },
      { zh: '**{n}**不能机洗。', en: '**{n}** is not machine washable.' },
    ],
  },
  {
    key: 'dishwasherSafe',
    asks: [{ zh: '{p}可以放洗碗机吗？', en: 'Is the {p} dishwasher safe?' }],
    tells: [
      { zh: '**{n}**的可拆部分可以放洗碗机。', en: 'The removable parts of **{n}** are dishwasher safe.' },
      { zh: '**{n}**不能放洗碗机，请手洗。', en: '**{n}** is not dishwasher safe, wash it by hand.' },
    ],
  },
];
