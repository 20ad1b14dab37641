import type { Localized } from '../../catalogue/shapes.ts';

/** What a colleague says, by how the task begins that keeps it (see `followUps`); {d} is the day. */
export const byColleague: { starts: Localized; said: Localized }[] = [
  {
    starts: { zh: '新的到货后回访', en: 'Check after the replacement' },
    said: { zh: '我{d}前给您回电，看看新的好不好用。', en: 'I will call you by {d} to hear how the new one does.' },
  },
  {
    starts: { zh: '检测结果', en: 'Tell the customer the result' },
    said: { zh: '检测结果我{d}前告诉您。', en: 'I will tell you the result of the test by {d}.' },
  },
  {
    starts: { zh: '约好的回电', en: 'Agreed call back' },
    said: { zh: '我{d}前给您回电，一步一步讲给您听。', en: 'I will call you by {d} and go through it step by step.' },
  },
  {
    starts: { zh: '补寄零件', en: 'Send the part' },
    said: { zh: '零件我{d}前给您寄出。', en: 'I will send you the part by {d}.' },
  },
];

/** What the bot says; {c} is the complaint's number. */
export const byBot: Record<'answer' | 'contact', Localized> = {
  answer: { zh: '同事会在这里回复您', en: 'a colleague will answer you here' },
  contact: { zh: '同事会就投诉 {c} 联系您', en: 'a colleague will contact you about complaint {c}' },
};
