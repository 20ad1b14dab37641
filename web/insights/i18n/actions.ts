import type { Dictionary } from '../../desk/i18n/dictionary.ts';

const zh = {
  act: '据此行动',
  makeTask: '建任务',
  sendSurvey: '发问卷',
  sendCare: '发关怀',
  writeArticle: '写文章',
  csv: '导出 CSV',
  xlsx: '导出 XLSX',
  taskTitle: '任务标题',
  titleOf: (name: string, n: string) => `看一下：${name}（${n}）`,
  most: (all: string, n: string) => `这里共有 ${all} 位客户，一次最多 ${n} 位：下面只是最近的 ${n} 位。`,
  unnamed: (n: string) => `另有 ${n} 条没有客户：匿名的，或已被删除。`,
  nobody: '这里没有能联系的客户。',
  anonymous: '匿名问卷：不知道是谁答的，不能发问卷或关怀。',
  make: '建任务',
  made: '任务已建好',
};

/** Words of what can be done about the people and products of a report. */
export const actionTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    act: 'Act on this',
    makeTask: 'Make a task',
    sendSurvey: 'Send a survey',
    sendCare: 'Send care',
    writeArticle: 'Write an article',
    csv: 'Export CSV',
    xlsx: 'Export XLSX',
    taskTitle: 'Title of the task',
    titleOf: (name, n) => `Look into: ${name} (${n})`,
    most: (all, n) => `${all} customers are in view, at most ${n} can be chosen at once: these are the latest ${n}.`,
    unnamed: (n) => `Another ${n} records have no customer: they are anonymous, or were erased.`,
    nobody: 'Nobody in view can be written to.',
    anonymous: 'Anonymous: nobody knows who answered, so no survey or care can be sent.',
    make: 'Make the task',
    made: 'The task is there',
  },
};
