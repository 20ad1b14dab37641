import type { Dictionary } from './dictionary.ts';

const zh = {
  send: '发送…',
  one: '发问卷',
  all: '给这些客户发问卷',
  title: '发送问卷',
  lead: '先看看现在会问谁、不问谁、为什么。真正发送时，同意、投诉、免打扰、间隔和渠道会再看一遍。',
  which: '哪份问卷',
  noSurveys: '没有正在进行、可以发给客户的问卷。请先在“问卷”页开始一份。',
  toSurveys: '去问卷页',
  whom: '发给谁',
  whomSegment: '一个分群',
  whomPeople: '挑选客户',
  segment: '分群',
  everybody: '所有客户',
  people: '客户',
  peopleHint: '输入姓名、电话或邮箱',
  total: (n: number) => `共 ${n} 位客户`,
  verdicts: { ask: '会问', later: '晚些再问', never: '不问' } as Record<string, string>,
  already: '今天已经选过',
  nobody: '现在一位也不会问。',
  firstOnes: (n: number) => `前 ${n} 位：`,
  submit: (n: number) => `发给这 ${n} 位`,
  cancel: '取消',
  planned: (n: number) =>
    n === 0 ? '这些客户今天都已经选过了。' : `已安排 ${n} 份，几分钟内发出；没有发出的，在“邀请”里写明原因。`,
};

/** Words of surveys that staff send by hand. */
export const surveySendTexts: Dictionary<typeof zh> = {
  zh,
  en: {
    send: 'Send…',
    one: 'Send a survey',
    all: 'Send these customers a survey',
    title: 'Send a survey',
    lead: 'See first who would be asked now, who not and why. Consent, complaints, quiet hours, intervals and channel are looked at once more when it is sent.',
    which: 'Survey',
    noSurveys: 'No survey that can be sent to customers is running. Start one on the surveys page first.',
    toSurveys: 'To the surveys',
    whom: 'To whom',
    whomSegment: 'A segment',
    whomPeople: 'Customers one by one',
    segment: 'Segment',
    everybody: 'All customers',
    people: 'Customers',
    peopleHint: 'Name, phone or mail address',
    total: (n) => (n === 1 ? 'One customer' : `${n} customers`),
    verdicts: { ask: 'Asked', later: 'Asked later', never: 'Not asked' },
    already: 'Chosen today already',
    nobody: 'Nobody would be asked now.',
    firstOnes: (n) => `The first ${n}:`,
    submit: (n) => (n === 1 ? 'Send to this one' : `Send to these ${n}`),
    cancel: 'Cancel',
    planned: (n) =>
      n === 0
        ? 'All of them were chosen today already.'
        : `${n} planned: sent in a few minutes; those that are not say why under “Invitations”.`,
  },
};
