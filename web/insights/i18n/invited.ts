import type { Dictionary } from '../../desk/i18n/dictionary.ts';

const zh = {
  title: '问了谁，没问谁',
  outcomes: { delivered: '送达', answered: '已回答', unanswered: '没有回答', withheld: '没有问' },
  why: '没有问的，为什么（一次机会算一次，不计入回复率）',
  cannotTell: '按这个条件看不出没有问谁：渠道、方式、等级和评价对象是发出时才定下来的。',
  survey: '问卷',
  rate: '回复率',
  lead: (delivered: string) => `看送达的 ${delivered} 份`,
  leadOf: (name: string, rate: string) => `${name}：回复率 ${rate}，看问了谁`,
  list: '每份邀请',
  only: (name: string) => `只看：${name}`,
  count: (n: string) => `${n} 份邀请`,
  nobody: '这里没有人。',
  unnamed: '（没有留名）',
  nobodyKnown: '（不再知道是谁）',
  none: '这段时间没有该问的时候',
  noneText: '可选更长的时间段。公开链接和导入的回答没有邀请。',
};

/** Words of whom surveys asked, and whom not. */
export const invitedTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    title: 'Who was asked, who was not',
    outcomes: { delivered: 'Delivered', answered: 'Answered', unanswered: 'Not answered', withheld: 'Not asked' },
    why: 'Not asked, and why (each occasion once; they are in no rate)',
    cannotTell:
      'Who was not asked cannot be told here: channel, way, tier and who is rated are fixed when a question is sent.',
    survey: 'Survey',
    rate: 'Response rate',
    lead: (delivered) => `See the ${delivered} delivered`,
    leadOf: (name, rate) => `${name}: response rate ${rate}, see who was asked`,
    list: 'Each invitation',
    only: (name) => `Only: ${name}`,
    count: (n) => (n === '1' ? '1 invitation' : `${n} invitations`),
    nobody: 'Nobody here.',
    unnamed: '(no name given)',
    nobodyKnown: '(no longer known who)',
    none: 'No occasion to ask in this period',
    noneText: 'Try a longer period. Answers by open link or import have no invitation.',
  },
};
