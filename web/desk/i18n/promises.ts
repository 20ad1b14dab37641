import type { Dictionary } from './dictionary.ts';

const zh = {
  title: '承诺',
  noticed: '发现一个承诺',
  by: (time: string) => `最晚 ${time}`,
  confirm: '确认承诺',
  bot: '机器人',
  notOne: '不是承诺',
  keep: '已兑现',
  withdraw: '撤回',
  due: '最晚时间',
  change: '改时间',
  confirmed: '已告诉客户，并为您建了任务',
  states: {
    proposed: '待确认',
    confirmed: '已承诺',
    kept: '按时兑现',
    late: '超时',
    broken: '未兑现',
    withdrawn: '已撤回',
  },
};

/** Words of promises. */
export const promiseTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Promises',
    noticed: 'This looks like a promise',
    by: (time) => `by ${time}`,
    confirm: 'Confirm',
    bot: 'The bot',
    notOne: 'Not a promise',
    keep: 'Kept',
    withdraw: 'Withdraw',
    due: 'By when',
    change: 'Change',
    confirmed: 'The customer was told, and you have a task',
    states: {
      proposed: 'To confirm',
      confirmed: 'Promised',
      kept: 'Kept in time',
      late: 'Late',
      broken: 'Broken',
      withdrawn: 'Withdrawn',
    },
  },
};
