import type { Dictionary } from '../../desk/i18n/dictionary.ts';

const zh = {
  title: '服务时限',
  met: '按时',
  facts: (met: string, n: string) => `${n} 件中 ${met} 件按时`,
  interval: (low: string, high: string) => `95% 区间 ${low}–${high}`,
  tooFew: (n: string) => `只有 ${n} 件，太少，不计算比例`,
  nothing: '这段时间没有到期的',
  missed: (n: string) => `看没有按时的 ${n} 件`,
  missedCount: (n: string) => `${n} 件没有按时`,
  waits: (n: string) => `中位数和九成按已结束的 ${n} 件算`,
  waitsFew: (n: string) => `只结束了 ${n} 件，少于 5 不算中位数`,
  business: '营业时间',
  wall: '实际时间',
  median: '中位数',
  p90: '九成以内',
  done: '完成',
  kind: '类别',
  level: '优先级和等级',
  everyTier: '全部客户',
  share: '按时比例',
  n: '到期',
  running: (open: string, late: string, paused: string) =>
    `现在有 ${open} 件在计时，其中 ${late} 件已超时、${paused} 件暂停。`,
  lookRunning: '看正在等的客户',
  bot: (median: string, p90: string, n: string) =>
    `机器人首次回答：中位数 ${median}，九成在 ${p90} 以内（${n} 次对话）。`,
  total: (median: string, p90: string, n: string) =>
    `投诉从提出到最后一次结案（含重新打开）：中位数 ${median}，九成在 ${p90} 以内（营业时间，${n} 件）。`,
  none: '这段时间还没有计时',
  noneText: '有人要求人工、投诉或有任务后，每分钟自动开始计时。',
};

/** Words of the card on service levels. */
export const levelsCardTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Service levels',
    met: 'in time',
    facts: (met, n) => `${met} of ${n} in time`,
    interval: (low, high) => `95% interval ${low}–${high}`,
    tooFew: (n) => `Only ${n}: too few for a share`,
    nothing: 'Nothing was due in this period',
    missed: (n) => (n === '1' ? 'See the one that was missed' : `See the ${n} that were missed`),
    missedCount: (n) => `${n} missed`,
    waits: (n) => `Of ${n} that ended`,
    waitsFew: (n) => `Only ${n} ended: no median below 5`,
    business: 'Business time',
    wall: 'By the clock',
    median: 'Median',
    p90: '9 in 10 within',
    done: 'Ended',
    kind: 'Kind',
    level: 'Priority and tier',
    everyTier: 'every customer',
    share: 'In time',
    n: 'Due',
    running: (open, late, paused) => `${open} clocks run now; ${late} are late, ${paused} paused.`,
    lookRunning: 'See who waits now',
    bot: (median, p90, n) => `The bot’s first answer: median ${median}, 9 in 10 within ${p90} (${n} conversations).`,
    total: (median, p90, n) =>
      `Complaints until closed for the last time, reopened ones included: median ${median}, 9 in 10 within ${p90} (business time, n = ${n}).`,
    none: 'Nothing was measured in this period',
    noneText: 'Requests for a person, complaints and tasks are measured by themselves, looked at each minute.',
  },
};
