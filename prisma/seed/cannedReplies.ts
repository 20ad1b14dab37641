import type { Localized } from './catalogue/shapes.ts';

/** Replies that the demo shop's colleagues keep ready. */
export const cannedReplies: { shortcut: string; text: Localized }[] = [
  {
    shortcut: 'hello',
    text: {
      zh: '您好，我是{shop}的{staff}，前面的对话我都看过了，请您稍等，我来处理。',
      en: 'Hello, this is {staff} of {shop}. I have read all of this; one moment, I will take care of it.',
    },
  },
  {
    shortcut: 'photo',
    text: {
      zh: '方便的话，请拍一张产品和批号的照片发给我，这样能更快查到原因。',
      en: 'If you can, please send me a photo of the product and its batch number: that finds the cause sooner.',
    },
  },
  {
    shortcut: 'sorry',
    text: {
      zh: '给您添麻烦了，真的很抱歉。我马上去核实，有结果第一时间告诉您。',
      en: 'I am sorry for the trouble. I am looking into it and will tell you as soon as I know more.',
    },
  },
  {
    shortcut: 'hours',
    text: {
      zh: '我们的服务时间是{hours}，急事可以打 {hotline}。',
      en: 'Our hours are {hours}. If it cannot wait, please call {hotline}.',
    },
  },
];
