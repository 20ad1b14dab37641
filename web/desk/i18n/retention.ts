import type { Dictionary } from './dictionary.ts';

const zh = {
  tab: '数据保留',
  title: '数据保留期限',
  lead: '只在需要的时间内保留个人信息（《个人信息保护法》第十九条）。没有设期限的一直保留，直到有人删除。改动后先看会清理多少；保存后每天凌晨按期限清理，清理了就找不回来。',
  kinds: {
    strangers: { name: '只咨询过的人', about: '从没买过、没投诉过，最后一次联系之后到期：整个人的资料抹除。' },
    customers: {
      name: '沉默的客户',
      about: '买过或投诉过，最后一次联系或购买之后到期：整个人的资料抹除，金额和分数作为匿名数字保留。',
    },
    messages: { name: '对话内容', about: '消息的文字；条数和时间保留。还有未结投诉的对话不清理。' },
    files: { name: '客户发来的图片和语音', about: '投诉和购买的凭证不在内。' },
    complaints: { name: '已结的投诉', about: '描述、联系方式、凭证和备注；数量、原因和产品保留。' },
    tasks: { name: '做完的任务', about: '标题、说明、备注和附件；数量和时间保留。' },
    answers: { name: '评价里写的话', about: '分数保留。' },
    notifications: { name: '给同事的提醒', about: '整条删除。' },
    auditEvents: { name: '操作记录', about: '谁在什么时候改了哪一项；整条删除。' },
  } as Record<string, { name: string; about: string }>,
  forever: '一直保留',
  months: (count: number) => (count % 12 === 0 ? `${count / 12} 年` : `${count} 个月`),
  wouldCut: (count: string, oldest: string) => `现在会清理 ${count} 条，最早的是 ${oldest}`,
  wouldErase: (count: string, oldest: string) => `现在会抹除 ${count} 人，最早联系于 ${oldest}`,
  nothing: '现在没有到期的',
  save: '保存',
  saveSure: '按这些期限清理？',
  saveText: '今晚开始，到期的内容会被清理，找不回来。',
  cancel: '取消',
  saved: '已保存。今晚按新的期限清理。',
  lastRun: (when: string) => `上次清理：${when}`,
  lastRunNothing: '没有到期的内容',
  never: '还没有清理过。',
  notAllowedTitle: '仅供管理员',
  notAllowed: '保留期限会永久删除数据，所以由管理员设置。',
};

/** Texts of the page on how long data is kept. */
export const retentionTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    tab: 'Retention',
    title: 'How long data is kept',
    lead: 'What is kept of people is kept no longer than it is needed (GDPR article 5(1)(e)). Without a period it stays until somebody deletes it. See first how much a change would cut; once saved, every night cuts by it, and what was cut is gone.',
    kinds: {
      strangers: {
        name: 'People who only asked',
        about: 'Never bought, never complained; after the last contact the whole person is erased.',
      },
      customers: {
        name: 'Silent customers',
        about:
          'Bought or complained; after the last contact or purchase the whole person is erased. Amounts and scores stay as anonymous numbers.',
      },
      messages: {
        name: 'Words of conversations',
        about: 'The texts; how many and when stays. Not while a complaint of the conversation is open.',
      },
      files: { name: 'Pictures and voice of customers', about: 'Except what proves a complaint or a purchase.' },
      complaints: {
        name: 'Closed complaints',
        about: 'What was told, contact, evidence and notes; number, cause and product stay.',
      },
      tasks: { name: 'Finished tasks', about: 'Title, detail, notes and files; number and times stay.' },
      answers: { name: 'Words in ratings', about: 'Scores stay.' },
      notifications: { name: 'Notifications of colleagues', about: 'Deleted whole.' },
      auditEvents: { name: 'The audit log', about: 'Who changed which field when; deleted whole.' },
    },
    forever: 'Keep',
    months: (count) => (count % 12 === 0 ? `${count / 12} ${count === 12 ? 'year' : 'years'}` : `${count} months`),
    wouldCut: (count, oldest) => `Would cut ${count} now, the oldest of ${oldest}`,
    wouldErase: (count, oldest) => `Would erase ${count} people now, the longest silent since ${oldest}`,
    nothing: 'Nothing is due now',
    save: 'Save',
    saveSure: 'Cut by these periods?',
    saveText: 'From tonight on, what is due is cut and can not be brought back.',
    cancel: 'Cancel',
    saved: 'Saved. Tonight is cut by the new periods.',
    lastRun: (when) => `Last run: ${when}`,
    lastRunNothing: 'nothing was due',
    never: 'It has not run yet.',
    notAllowedTitle: 'For administrators',
    notAllowed: 'Periods delete data for good, so administrators look after them.',
  },
};
