import type { Examples } from '#ai/examples.ts';

/** What customers say when they ask what they were promised. */
export const examples: Examples = {
  promises: {
    zh: [
      '你们答应我什么了',
      '你们答应过我什么',
      '你们承诺了我什么',
      '答应我的事办了吗',
      '你们的承诺兑现了吗',
      '看看你们答应了我哪些事',
    ],
    en: [
      'What did you promise me?',
      'what have you promised me',
      'which promises did you make',
      'did you keep your promise',
      'show me your promises',
      'what was I promised',
    ],
  },
};
