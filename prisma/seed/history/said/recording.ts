import type { Localized } from '../../catalogue/shapes.ts';

/** How the complaint begins, is read back and recorded; {w} what happened, {n} the product, {c} the number. */
export const recording = {
  sorry: {
    zh: '给您添麻烦了，真抱歉。我来帮您登记，尽快有人处理。',
    en: 'I am sorry about this. I will take it down so that somebody can put it right soon.',
  },
  when: {
    zh: '大概是什么时候的事？“昨天”“上周末”这样说就行。',
    en: 'When was that, roughly? “Yesterday” or “last weekend” is fine.',
  },
  wish: { zh: '您希望我们怎么处理？', en: 'What would put it right for you?' },
  contact: {
    zh: '怎么联系您方便？留电话或邮箱都可以，想在这里回复也行。',
    en: 'How may we reach you? A phone number or a mail address, or here in the chat.',
  },
  here: { zh: '在这里回复我', en: 'Here in the chat' },
  readBack: {
    zh: '我读一遍，您看对不对：\n- 产品：{n}\n- 经过：{w}\n- 希望：{h}',
    en: 'Let me read it back:\n- Product: {n}\n- What happened: {w}\n- What you would like: {h}',
  },
  submit: { zh: '没问题，提交', en: 'Correct, submit it' },
  recorded: {
    zh: '登记好了，编号 **{c}**。想知道进展，随时问我“我的投诉怎么样了”。',
    en: 'It is on record. Your number is **{c}**. Ask me “how is my complaint doing?” any time.',
  },
} satisfies Record<string, Localized>;

/** When it happened, in words, and how many days before. */
export const occasions: { text: Localized; days: number }[] = [
  { text: { zh: '今天早上', en: 'This morning' }, days: 0 },
  { text: { zh: '昨天晚上', en: 'Last night' }, days: 1 },
  { text: { zh: '昨天', en: 'Yesterday' }, days: 1 },
  { text: { zh: '前天', en: 'The day before yesterday' }, days: 2 },
  { text: { zh: '三天前', en: 'Three days ago' }, days: 3 },
  { text: { zh: '上周', en: 'Last week' }, days: 7 },
];
