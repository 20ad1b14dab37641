import type { Language } from '../kit/i18n.ts';

const zh = {
  language: 'English',
  loading: '正在打开问卷',
  send: '提交',
  refuse: '不想填',
  refused: '好的，不打扰您了。',
  anonymous: '这份问卷是匿名的：我们不知道是谁填的，只记日期，不记时间。',
  known: '您的回答会和您的档案放在一起，方便我们跟进。',
  until: (time: string) => `您已经填过了，谢谢。${time} 之前还可以修改。`,
  change: '保存修改',
  done: '收到了，谢谢您！',
  followUp: '让您失望了，很抱歉。您的话已经转给同事，会有人联系您。',
  states: {
    used: { title: '已经填过了', text: '这个链接的回答我们已经收到，只算一次。谢谢您！' },
    expired: { title: '链接已过期', text: '这份问卷的时间过了，没有保存任何内容。有话想说，随时联系我们。' },
    closed: { title: '问卷已结束', text: '这份问卷不再收集回答，没有保存任何内容。谢谢您愿意来填。' },
  },
  missing: { title: '找不到这份问卷', text: '链接可能没有复制完整。请核对一下，或者向我们要一个新的。' },
  failed: '没有提交成功，您填的都还在。请检查网络，再按一次“提交”。',
  unloaded: { title: '暂时打不开', text: '请检查网络，刷新后再试。' },
};

const en: typeof zh = {
  language: '中文',
  loading: 'Opening the survey',
  send: 'Send',
  refuse: 'I would rather not',
  refused: 'All right, no questions then.',
  anonymous: 'This survey is anonymous: we do not know who answers, and keep the day but no time.',
  known: 'Your answers are kept with what we know of you, so that we can follow up.',
  until: (time) => `You have answered, thank you. You may change it until ${time}.`,
  change: 'Save the change',
  done: 'We have it. Thank you!',
  followUp: 'We are sorry that we let you down. A colleague has your words, and somebody will contact you.',
  states: {
    used: { title: 'Answered already', text: 'We have the answer of this link; it counts once. Thank you!' },
    expired: {
      title: 'This link has ended',
      text: 'Nothing was stored. If there is something to say, write to us at any time.',
    },
    closed: {
      title: 'This survey is closed',
      text: 'It takes no more answers, and nothing was stored. Thank you all the same.',
    },
  },
  missing: {
    title: 'There is no such survey',
    text: 'Perhaps the link was not copied whole. Please check it, or ask us for a new one.',
  },
  failed: 'It was not sent; what you filled in is still here. Please check your connection and press “Send” again.',
  unloaded: { title: 'It cannot be opened just now', text: 'Please check your connection and load the page again.' },
};

export const texts: Record<Language, typeof zh> = { zh, en };
