import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '价值和成本',
  brought: '带来',
  paid: (money: string, orders: number) => `销售额 ${money}（${orders} 单）`,
  margin: (money: string) => `毛利 ${money}`,
  cost: '花费',
  enquiries: (money: string, n: number, minutes: number) => `咨询 ${money}（${n} 次，人工 ${minutes} 分钟）`,
  given: (money: string) => `补偿和券 ${money}`,
  left: '至今剩下',
  unknown: '毛利率没有设置（设置 → 成本费率）',
  future: '以后的价值',
  futureIs: (money: string, multiple: string) => `${money}（近一年毛利 × ${multiple}）`,
  futureHint: (share: string, n: number) =>
    `留存率 ÷ (1 + 折现率 − 留存率)；全店留存率 ${share}（${n} 位客户）。Gupta、Lehmann 2003`,
  futureUnknown: '毛利率没有设置，或回头客太少，算不出来',
  byYear: '各年',
  year: '年',
  orders: '订单',
  revenue: '销售额',
  marginName: '毛利',
  enquiryName: '咨询和任务',
  givenName: '补偿和券',
  minutes: (n: number) => `人工 ${n} 分钟`,
};

/** Words of what a customer brought and cost. */
export const worthTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Value and cost',
    brought: 'Brought',
    paid: (money, orders) => `${money} paid (${orders} orders)`,
    margin: (money) => `margin ${money}`,
    cost: 'Cost',
    enquiries: (money, n, minutes) => `enquiries ${money} (${n}, ${minutes} min of staff)`,
    given: (money) => `compensation and vouchers ${money}`,
    left: 'Left so far',
    unknown: 'No margin is set (settings, cost rates)',
    future: 'Worth of the future',
    futureIs: (money, multiple) => `${money} (last year’s margin × ${multiple})`,
    futureHint: (share, n) =>
      `retention / (1 + discount - retention); the shop’s retention is ${share} (${n} customers). Gupta and Lehmann 2003`,
    futureUnknown: 'No margin is set, or too few came back to tell',
    byYear: 'By year',
    year: 'Year',
    orders: 'Orders',
    revenue: 'Revenue',
    marginName: 'Margin',
    enquiryName: 'Enquiries, tasks',
    givenName: 'Compensation, vouchers',
    minutes: (n) => `${n} min of staff`,
  },
};
