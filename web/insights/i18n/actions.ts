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
  choose: '选一个',
  people: (n: string) => `这里面有 ${n} 位客户；没有同意、刚问过的人不会收到。`,
  most: (n: string) => `一次最多 ${n} 位，先发给最近的这些。`,
  nobody: '这里没有能联系的客户。',
  send: '发送',
  make: '建任务',
  sent: (n: string) => `已安排 ${n} 位`,
  made: '任务已建好',
  nothingToSend: '还没有可以发的：先在工作台里开始一份。',
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
    choose: 'Choose one',
    people: (n) => `${n} customers are in view; who has not agreed or was asked just now gets nothing.`,
    most: (n) => `At most ${n} at a time: the latest ones first.`,
    nobody: 'Nobody in view can be written to.',
    send: 'Send',
    make: 'Make the task',
    sent: (n) => `${n} planned`,
    made: 'The task is there',
    nothingToSend: 'There is nothing to send yet: start one on the desk first.',
  },
};
