import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '下次什么时候联系这位客户？',
  titleMany: '下次什么时候联系这些任务的客户？（没有客户的任务不受影响）',
  none: '不需要',
  days: '3 天后',
  week: '1 周后',
  month: '1 个月后',
  other: '其他时间',
  kind: '做什么',
  when: '时间',
  needed: '请选择下次联系的时间，或选“不需要”',
  keep: '记下',
  planned: '已安排下次联系',
  noted: '已记下：不需要再联系',
  follows: '接续',
  followedBy: '下次联系',
};

/** Words of the question for the next contact. */
export const nextContactTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'When is this customer to be contacted next?',
    titleMany: 'When are the customers of these tasks to be contacted next? (Tasks without a customer are just done.)',
    none: 'No need',
    days: 'In 3 days',
    week: 'In a week',
    month: 'In a month',
    other: 'Another time',
    kind: 'What to do',
    when: 'When',
    needed: 'Choose when the next contact is, or “No need”',
    keep: 'Keep',
    planned: 'The next contact is planned',
    noted: 'Noted: no further contact',
    follows: 'Follows',
    followedBy: 'Next contact',
  },
};
