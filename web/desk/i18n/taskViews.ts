import type { Dictionary } from './dictionary.ts';

const zh = {
  view: '视图',
  list: '列表',
  board: '看板',
  calendar: '日历',
  by: '分列方式',
  kinds: { state: '进度', owner: '负责人', priority: '优先级' },
  columns: { unowned: '待认领', inHand: '处理中', snoozed: '稍后', done: '今天完成' } as Record<string, string>,
  moveTo: '移到哪里？',
  empty: '没有任务',
  more: (count: number) => `还有 ${count} 项`,
  before: '上个月',
  after: '下个月',
  today: '今天',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  dueCount: (count: number) => `${count} 项到期`,
  nothingDue: '这一天没有到期的任务。',
};

/** Words of the board and the calendar. */
export const taskViewTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    view: 'View',
    list: 'List',
    board: 'Board',
    calendar: 'Calendar',
    by: 'Columns by',
    kinds: { state: 'Progress', owner: 'Owner', priority: 'Priority' },
    columns: { unowned: 'Unclaimed', inHand: 'In hand', snoozed: 'Snoozed', done: 'Done today' },
    moveTo: 'Move to',
    empty: 'No tasks',
    more: (count) => `${count} more`,
    before: 'Month before',
    after: 'Month after',
    today: 'Today',
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    dueCount: (count) => `${count} due`,
    nothingDue: 'Nothing is due on this day.',
  },
};
