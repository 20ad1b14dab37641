import type { Dictionary } from '../../desk/i18n/dictionary.ts';

const zh = {
  costs: '成本与流失',
  retention: '留存与状态',
  analyses: '七项分析',
  by: '按什么分',
  how: '怎么算的',
  total: '合计',
  lines: (n: string) => `${n} 行`,
  records: (n: string) => `${n} 条`,
  empty: '这段时间没有数据',
  emptyText: '可选更长的时间段。每分钟统计一次，客户状态每晚计算。',
  /** Where something must be brought first. */
  emptyOf: {
    sales: '可选更长的时间段。购买记录由导入（管理 › 导入）、接口或客户登记带来。',
    care: '可选更长的时间段。关怀规则在工作台的“关怀”里开启，优惠券在“管理 › 积分与等级”里设置。',
  },
  tooFew: '太少',
  real: '真有差别',
  noise: '可能是波动',
  rests: (n: string) => `n = ${n}`,
  interval: (low: string, high: string) => `95% 区间 ${low}–${high}`,
  behind: (name: string) => `${name}：背后的记录`,
  behindNone: '没有记录',
  press: '点一行的名称，看背后的客户或对话。比例下面的小字是 95% 区间；灰色的数少于 30，少于 5 不算比例和平均。',
  close: '收起',
  more: '再看一些',
  nobody: '不具名的客户',
  settings: '改费率',
  unknown: '没有说到产品',
  none: '未知',
  part: (part: string, parts: string) => `占 ${part}/${parts}`,
  minutes: (n: string) => `${n} 分钟`,
  tokens: (n: string) => `${n} 个 token`,
  countedAt: (at: string) => `客户的分组和历史截至 ${at}，每晚更新；之后新来的客户一小时内算入。`,
};

/** Words of the tables of the relation that are not of one report. */
export const relationTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    costs: 'Costs and leaving',
    retention: 'Retention',
    analyses: 'Seven analyses',
    by: 'By',
    how: 'How it is worked out',
    total: 'All',
    lines: (n) => `${n} lines`,
    records: (n) => `${n} records`,
    empty: 'Nothing in this period',
    emptyText: 'Try a longer period. It is counted every minute; segments are worked out each night.',
    emptyOf: {
      sales:
        'Try a longer period. Purchases come by import (Admin › Import), by the API, or by customers who register them.',
      care: 'Try a longer period. Care rules are started under Care on the desk; vouchers are set under Admin › Points and tiers.',
    },
    tooFew: 'too few',
    real: 'a real difference',
    noise: 'may be chance',
    rests: (n) => `n = ${n}`,
    interval: (low, high) => `95% interval ${low}–${high}`,
    behind: (name) => `Behind it: ${name}`,
    behindNone: 'No records',
    press:
      'Press a name to see the customers or conversations behind it. Small figures under a share are its 95% interval; grey ones rest on fewer than 30, and below 5 no share or mean is told.',
    close: 'Close',
    more: 'Show more',
    nobody: 'A customer without a name',
    settings: 'Change the rates',
    unknown: 'About no product',
    none: 'Unknown',
    part: (part, parts) => `${part}/${parts} of it`,
    minutes: (n) => `${n} min`,
    tokens: (n) => `${n} tokens`,
    countedAt: (at) =>
      `Groups and history of customers as of ${at}; looked at each night, and within an hour where somebody new has come.`,
  },
};
