import type { Localized } from '../../catalogue/shapes.ts';
import { type Story, wish } from './story.ts';

/** The kettle's lid seal gets loose: it began eight months ago and is not over. */
export const kettle: Story[] = [
  {
    sku: 'K710',
    severity: 'serious',
    weight: 12,
    from: 240,
    to: 0,
    wish: wish.replace,
    what: {
      zh: '水壶盖子用了三个月就关不严，烧水的时候一圈都在冒热气',
      en: 'After three months the kettle lid no longer closes and steam comes out all round',
    },
  },
  {
    sku: 'K710',
    severity: 'safety',
    weight: 6,
    from: 240,
    to: 0,
    wish: wish.refund,
    what: {
      zh: '倒水的时候盖子弹开，开水溅到手背，烫红了一片',
      en: 'The lid sprang open while pouring and boiling water scalded the back of my hand',
    },
  },
  {
    sku: 'K710',
    severity: 'serious',
    weight: 8,
    from: 240,
    to: 0,
    wish: wish.replace,
    what: {
      zh: '盖子里的灰色胶圈翘起来了，一倾斜就滴水',
      en: 'The grey ring in the lid has come up and it drips when tilted',
    },
  },
  {
    sku: 'K710',
    severity: 'normal',
    weight: 4,
    wish: wish.repair,
    what: {
      zh: '水没开就跳，要按两三次',
      en: 'It switches off before the boil, I have to press it two or three times',
    },
  },
  {
    sku: 'K710',
    severity: 'normal',
    weight: 2,
    wish: wish.tell,
    what: { zh: '新壶塑料味很重，煮了五次还有', en: 'A strong plastic smell even after five boils' },
  },
];

/** The humidifier's valve leaked in one winter's batch, until it was mended. */
export const humidifier: Story[] = [
  {
    sku: 'A820',
    severity: 'serious',
    weight: 11,
    from: 430,
    to: 250,
    wish: wish.replace,
    what: {
      zh: '加湿器底部漏水，一晚上把木地板泡起来了，批号 H24 开头',
      en: 'The humidifier leaks below and soaked my wooden floor overnight, batch H24',
    },
  },
  {
    sku: 'A820',
    severity: 'serious',
    weight: 8,
    from: 430,
    to: 250,
    wish: wish.replace,
    what: {
      zh: '水箱阀门不回弹，放上去就漏',
      en: 'The valve of the tank does not spring back, it leaks as soon as I put it on',
    },
  },
  {
    sku: 'A820',
    severity: 'safety',
    weight: 2,
    from: 430,
    to: 250,
    wish: wish.refund,
    what: {
      zh: '漏的水流到插线板上，跳闸了，闻到一点焦味',
      en: 'The water ran into the power strip, the breaker tripped and it smelt burnt',
    },
  },
  {
    sku: 'A820',
    severity: 'normal',
    weight: 5,
    wish: wish.repair,
    what: { zh: '用了半年雾越来越小，洗过也没用', en: 'The mist gets weaker and weaker although I clean it' },
  },
  {
    sku: 'A820',
    severity: 'normal',
    weight: 2,
    wish: wish.tell,
    what: { zh: '家具上全是白粉，说明书里没写', en: 'White dust on the furniture, the manual says nothing of it' },
  },
];

/** A defect that complaints have in common. `fixedDaysAgo`: since when its fix is told; without it, it is confirmed and not fixed yet. */
interface KnownDefect {
  key: string;
  title: string;
  cause: string;
  batches: string[];
  verdict: string;
  fix?: Localized;
  fixedDaysAgo?: number;
  stories: Story[];
}

export const known: KnownDefect[] = [
  {
    key: 'kettle',
    title: '壶盖密封圈松脱 / Lid seal comes loose',
    cause: 'broken',
    batches: ['K2508', 'K2509', 'K2511'],
    verdict: '密封圈的胶在 95 °C 以上三个月后变硬，盖子锁不紧。供应商正在换材料。',
    stories: kettle.slice(0, 3),
  },
  {
    key: 'humidifier',
    title: '水箱阀门不回弹 / Tank valve sticks',
    cause: 'leak',
    batches: ['H2411', 'H2412'],
    verdict: '两批阀门弹簧的钢丝偏细，用久了压不住。',
    fix: {
      zh: '水箱阀门换成了加粗的弹簧，H2501 以后的批次都是新的。旧批次可以免费换水箱。',
      en: 'The tank valve has a stronger spring, in every batch since H2501. Tanks of older batches are exchanged free of charge.',
    },
    fixedDaysAgo: 240,
    stories: humidifier.slice(0, 3),
  },
];
