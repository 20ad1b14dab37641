import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '态度',
  none: '还没有读过这位客户的对话。',
  mean: (value: string, n: string) => `${n} 次对话平均 ${value}（-1 最不满，1 最满意）`,
  few: (n: string) => `只有 ${n} 次对话，太少，不算平均`,
  interval: (low: string, high: string) => `95% 区间 ${low} 到 ${high}`,
  chart: (n: string) => `最近 ${n} 次对话的感受，旧的在左`,
  point: (at: string, value: string) => `${at}：${value}`,
  worst: '最糟的一句',
  best: '最好的一句',
  without: (n: string, of: string) => `${of} 次咨询里 ${n} 次没有用到人`,
  gone: '（已删除）',
};

/** Words of how a customer felt from talk to talk. */
export const attitudeTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Attitude',
    none: 'No talk of this customer has been read yet.',
    mean: (value, n) => `${value} on average over ${n} talks (-1 worst, 1 best)`,
    few: (n) => `Only ${n} talks: too few for an average`,
    interval: (low, high) => `95% interval ${low} to ${high}`,
    chart: (n) => `How the last ${n} talks felt, older ones on the left`,
    point: (at, value) => `${at}: ${value}`,
    worst: 'Worst message',
    best: 'Best message',
    without: (n, of) => `${n} of ${of} enquiries needed no person`,
    gone: '(erased)',
  },
};
