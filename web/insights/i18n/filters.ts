import type { Dictionary } from '../../desk/i18n/dictionary.ts';

const zh = {
  names: { product: '产品', rated: '评价对象' },
  and: '、',
  unheeded: (names: string, why: string) => `没有按${names}筛选：${why}`,
  remove: '去掉这个筛选',
  cutOnly: (name: string) => `没有按产品筛选：正在只看“${name}”，一次只看一组。`,
  unknownCut: (cut: string) => `“只看 ${cut}”在这里没有用上。`,
  whole: (name: string) => `这张表比较的是全部，没有只看“${name}”。`,
  why: {
    view: '这里的数字不分是谁的评价。',
    wholeShop: '客户状态和留存按全店每晚统计，分不出产品。',
    complaints: '投诉不分评价了谁。',
    promises: '承诺不分产品，也不分评价。',
    levels: '时限不分产品，也不分评价。',
    tasks: '任务不分产品，也不分评价。',
    voucher: '券发给整张订单，分不出产品。',
  },
  tasksNow: '截至现在，不按时间段。',
  /** What a figure of the relation means where one product is chosen. */
  ofProduct: {
    enquiryCosts: '只算说到这个产品的部分。',
    leaving: '只看流失前一年买过这个产品的客户，金额只算它。',
    profiling: '只看买过这个产品的客户；金额只算它。',
    persistency: '只看买过这个产品的客户；次数和间隔按他们的全部订单。',
    profitability: '只算这个产品的销售额、咨询成本和投诉补偿；券用于整张订单，不扣。',
    performance: '只算这个产品。',
    prospecting: '“买过”指买过这个产品；预计回购只看买过它的客户，金额按他们的全部订单。',
    productAnalysis: '只看这个产品；搭配只看含它的。',
    promotion: '“买了”指买了这个产品。',
  } as Record<string, string>,
};

/** Words of what the filters do, and do not do, to a figure. */
export const filterTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    names: { product: 'product', rated: 'who was rated' },
    and: ' and ',
    unheeded: (names, why) => `Not filtered by ${names}: ${why}`,
    remove: 'Remove this filter',
    cutOnly: (name) => `Not filtered by product: only “${name}” is in view, one group at a time.`,
    unknownCut: (cut) => `“Only ${cut}” says nothing here.`,
    whole: (name) => `This table compares all of them, not only “${name}”.`,
    why: {
      view: 'these figures do not depend on whose help was rated.',
      wholeShop: 'segments and retention are counted each night for the whole shop.',
      complaints: 'complaints do not depend on who was rated.',
      promises: 'promises are not of a product or a rating.',
      levels: 'targets are not of a product or a rating.',
      tasks: 'tasks are not of a product or a rating.',
      voucher: 'vouchers are for whole orders.',
    },
    tasksNow: 'As of now, whatever the period.',
    ofProduct: {
      enquiryCosts: 'Only the parts that were about this product.',
      leaving: 'Only customers who bought this product in the year before they left, and only its money.',
      profiling: 'Only customers who have bought this product; the money is of this product.',
      persistency: 'Only customers who have bought this product; numbers and gaps are of all their orders.',
      profitability:
        'Sales, cost of enquiries and compensation of this product alone; vouchers are for whole orders and not taken off.',
      performance: 'Only this product.',
      prospecting:
        '“Bought” means this product; who is due next are customers who have bought it, by all their orders.',
      productAnalysis: 'Only this product; pairs with it.',
      promotion: '“Bought” means this product.',
    },
  },
};
