import type { Dictionary } from './dictionary.ts';

const zh = {
  write: '写一条关怀',
  writeAll: '给这些客户写关怀',
  title: '给选中的客户写一条关怀',
  lead: '现在看一遍谁会收到；真正发送时还会再看一遍同意、投诉、免打扰和频率。',
  rule: '写什么',
  noRules: '还没有启用的“由同事挑选客户”规则。请先在“关怀”页写一条。',
  toRules: '去关怀页',
  total: (n: number) => `共 ${n} 位客户`,
  room: (chosen: number, aDay: number) => `今天已选 ${chosen}/${aDay} 位`,
  tooMany: '超过您今天还能选的人数，请缩小名单，或请经理来发。',
  nobody: '现在没有人会收到。',
  firstOnes: (n: number) => `前 ${n} 位：`,
  send: (n: number) => `发给这 ${n} 位`,
  cancel: '取消',
  planned: (n: number) => (n === 0 ? '这些客户今天都已经选过了。' : `已安排 ${n} 条，几分钟内发出或说明原因。`),
  limits: '每人每天能手动选几位客户',
  staff: '员工',
  manager: '经理',
  administrator: '管理员',
};

/** Words of care that staff add by hand. */
export const careByHandTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    write: 'Write to them',
    writeAll: 'Write to these customers',
    title: 'Write to the chosen customers',
    lead: 'See now who would get it; consent, complaints, quiet hours and frequency are looked at once more when it is sent.',
    rule: 'What to write',
    noRules: 'No rule for customers whom staff choose is switched on yet. Write one on the care page first.',
    toRules: 'To the care page',
    total: (n) => (n === 1 ? 'One customer' : `${n} customers`),
    room: (chosen, aDay) => `${chosen} of ${aDay} chosen today`,
    tooMany: 'More than you may still choose today: narrow the list, or ask a manager to send it.',
    nobody: 'Nobody would get it now.',
    firstOnes: (n) => `The first ${n}:`,
    send: (n) => (n === 1 ? 'Send to this one' : `Send to these ${n}`),
    cancel: 'Cancel',
    planned: (n) =>
      n === 0
        ? 'All of them were chosen today already.'
        : `${n} planned: sent in a few minutes, or the reason is told.`,
    limits: 'Customers whom one person may choose by hand on a day',
    staff: 'Staff',
    manager: 'Managers',
    administrator: 'Administrators',
  },
};
