import type { Dictionary } from '../../desk/i18n/dictionary.ts';

const zh = {
  title: '兑现承诺',
  label: '的承诺按时兑现',
  count: (n: string) => `${n} 个到期的承诺`,
  tooFew: (n: string) => `只有 ${n} 个承诺到期，太少，不计算比例`,
  tooFewText: '至少 5 个才显示比例；可选更长的时间段。',
  weak: '少于 30 个，仅供参考',
  none: '这段时间没有到期的承诺',
  noneText: '同事在对话里说“周五前给您答复”，确认后就是一个承诺；机器人说“同事会联系您”也算。',
  note: '按了结的日期计入；撤回的算没有兑现，改期前没到期的按新日期算。',
  notKept: '没有按时兑现的承诺',
  late: '超时',
  broken: '未兑现',
  withdrawn: '撤回',
  moved: '改过期',
  table: '谁答应的',
  said: '同事说的',
  bot: '机器人说的',
  n: '个数',
  kept: '按时兑现',
  share: '比例',
  interval: '95% 区间',
  few: '太少',
  look: '在工作台查看超时的',
};

/** Words of the card of promises. */
export const promiseReportTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Promises kept',
    label: 'of promises were kept in time',
    count: (n) => (n === '1' ? '1 promise fell due' : `${n} promises fell due`),
    tooFew: (n) =>
      n === '1' ? 'Only 1 promise fell due: too few for a share' : `Only ${n} promises fell due: too few for a share`,
    tooFewText: 'A share is shown from 5 on. Try a longer period.',
    weak: 'Fewer than 30: only an indication',
    none: 'No promise fell due in this period',
    noneText:
      'When a colleague writes “I’ll send it tomorrow” and confirms it, it is a promise; so is the bot’s “a colleague will call you”.',
    note: 'Counted by the day they were settled. Withdrawn ones were not kept; one that was moved in time counts by its new day.',
    notKept: 'Promises kept late or broken',
    late: 'Late',
    broken: 'Broken',
    withdrawn: 'Withdrawn',
    moved: 'Moved',
    table: 'Who promised',
    said: 'Colleagues',
    bot: 'The bot',
    n: 'Number',
    kept: 'Kept in time',
    share: 'Share',
    interval: '95% interval',
    few: 'too few',
    look: 'See late ones on the desk',
  },
};
