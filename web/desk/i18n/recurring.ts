import type { RecurringTask } from '../api.ts';
import type { Dictionary } from './dictionary.ts';

type Rhythm = RecurringTask['rhythm'];

const zhDays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
const enDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const daysIn = (names: string[], { weekdays = [] }: Rhythm): string[] =>
  [...weekdays].sort().map((day) => names[day - 1] ?? '');

const zh = {
  lead: '按时自动新建的任务，例如每周一核对库存。上一项还没完成时不会再建，只在记录里写一笔。',
  none: '还没有定期任务。',
  add: '新增定期任务',
  title: '要做什么',
  detail: '说明',
  type: '类型',
  priority: '优先级',
  team: '小组（留空按规则）',
  owner: '负责人（留空按规则）',
  customer: '为哪位客户（可不填）',
  ofCustomer: '定期要做的',
  manage: '管理',
  every: '周期',
  units: { day: '每天', week: '每周', month: '每月' },
  interval: '间隔（每几天／周／月）',
  time: '时间',
  weekdays: '星期',
  dayNames: zhDays,
  monthDay: '几号（没有这一天的月份用最后一天）',
  startsOn: '从哪天起',
  workdaysOnly: '遇到不上班的日子顺延到下一个工作日',
  active: '启用',
  off: '已停用',
  coming: '接下来',
  comma: '、',
  edit: '编辑',
  remove: '删除',
  save: '保存',
  cancel: '取消',
  rhythm: (each: Rhythm): string => {
    const { every, interval = 1, monthDay, time, workdaysOnly } = each;
    const unit = { day: '天', week: '周', month: '个月' }[every];
    const often = interval === 1 ? { day: '每天', week: '每周', month: '每月' }[every] : `每 ${interval} ${unit}`;
    const on = every === 'week' ? daysIn(zhDays, each).join('、') : every === 'month' ? `${monthDay} 号` : '';
    return `${often}${on} ${time}${workdaysOnly ? '（只在工作日）' : ''}`;
  },
};

/** Words of tasks that come back. */
export const recurringTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    lead: 'Tasks that are raised by the clock, such as counting the stock every Monday. While the last one is open no other is raised; its log says that it came again.',
    none: 'Nothing comes back yet.',
    add: 'Add recurring task',
    title: 'What is to be done',
    detail: 'Details',
    type: 'Type',
    priority: 'Priority',
    team: 'Team (empty: by rule)',
    owner: 'Owner (empty: by rule)',
    customer: 'For which customer (optional)',
    ofCustomer: 'What comes back',
    manage: 'Manage',
    every: 'Rhythm',
    units: { day: 'Daily', week: 'Weekly', month: 'Monthly' },
    interval: 'Every how many days, weeks or months',
    time: 'Time',
    weekdays: 'Weekdays',
    dayNames: enDays,
    monthDay: 'Day of the month (or its last)',
    startsOn: 'Starting on',
    workdaysOnly: 'A day without work goes to the next working day',
    active: 'Active',
    off: 'Switched off',
    coming: 'next',
    comma: ', ',
    edit: 'Edit',
    remove: 'Remove',
    save: 'Save',
    cancel: 'Cancel',
    rhythm: (each) => {
      const { every, interval = 1, monthDay, time, workdaysOnly } = each;
      const often =
        interval === 1
          ? { day: 'Every day', week: 'Every week', month: 'Every month' }[every]
          : `Every ${interval} ${every}s`;
      const on =
        every === 'week' ? ` on ${daysIn(enDays, each).join(', ')}` : every === 'month' ? ` on day ${monthDay}` : '';
      return `${often}${on} at ${time}${workdaysOnly ? ', working days only' : ''}`;
    },
  },
};
