import { spaced } from '../spaced.ts';

const zh = {
  hello: (name: string | null, shop: string) =>
    `${name ? `${name}，您好` : '您好'}！我是${spaced(shop)}的智能助手。产品怎么选、怎么用，都可以问我；用着不顺心，我帮您登记处理。`,
  helloAgain: (name: string | null) => `${name ? `${name}，` : ''}我在的，您说。`,
  welcomeTail: (hours: string) => `想找真人也行，说“转人工”就好（服务时间：${hours}）。`,
  startButtons: ['有哪些产品？', '我要投诉', '转人工'],
  thanks: '不客气，能帮上忙就好。',
  thanksMore: '不客气。还有别的事，随时叫我。',
  goodbye: (name: string | null) => `再见${name ? `，${name}` : ''}，祝您一切顺心。`,
  robot: (shop: string) => `我是${spaced(shop)}的智能助手，是程序，不是真人。想找真人，说“转人工”就行。`,
  praise: '谢谢您，我会继续努力。',
  upset: '让您不痛快了，对不起。要是我帮不上忙，说“转人工”，我马上请同事来。',
  hours: (hours: string) => `同事的服务时间是${hours}。我这个助手全天都在，产品和售后的事现在就可以问我。`,
  place: (shop: string, address: string | null, hotline: string | null) =>
    [
      address ? `${spaced(shop)}的地址：${address}。` : `${spaced(shop)}的地址我手上没有资料，不想随便答您。`,
      ...(hotline ? [`电话：${hotline}。`] : []),
    ].join(''),
  chat: '闲聊我不太在行，怕说错。产品和售后的事我很乐意帮您，您也可以说“转人工”找同事聊。',
  capabilities: (shop: string) =>
    [
      `我是${spaced(shop)}的智能助手，能帮您做这些：`,
      '- 回答产品问题，帮您挑选和比较，答案都附出处',
      '- 登记投诉，查进展',
      '- 记住您的喜好和忌讳（会先问您），您随时可以看、改、删',
      '- 请同事来回答您或者给您打电话',
      '',
      '办到一半也可以随时说“取消”“返回”“转人工”。',
    ].join('\n'),
  personButtons: ['转人工'],
};

const en: typeof zh = {
  hello: (name, shop) =>
    `Hello${name ? `, ${name}` : ''}! I am the assistant of ${shop}, a program. Ask me which product suits you and how to use it, and if something is wrong, I will get it taken care of.`,
  helloAgain: (name) => `I am here${name ? `, ${name}` : ''}. Go ahead.`,
  welcomeTail: (hours) => `If you would rather talk to a person, just say “a person” (${hours}).`,
  startButtons: ['What products do you have?', 'I have a complaint', 'Talk to a person'],
  thanks: 'You are welcome. I am glad I could help.',
  thanksMore: 'You are welcome. If there is anything else, just ask.',
  goodbye: (name) => `Goodbye${name ? `, ${name}` : ''}, and all the best.`,
  robot: (shop) =>
    `I am the assistant of ${shop}: a program, not a person. If you would like a person, say “a person”.`,
  praise: 'Thank you, that is kind.',
  upset: 'I am sorry I have upset you. If I am no help, say “a person” and I will get a colleague at once.',
  hours: (hours) =>
    `My colleagues are here ${hours}. I am here around the clock: ask me about products and service right now.`,
  place: (shop, address, hotline) =>
    [
      address
        ? `The address of ${shop}: ${address}.`
        : `I have no address of ${shop} at hand, and I would rather not guess.`,
      ...(hotline ? [`Telephone: ${hotline}.`] : []),
    ].join(' '),
  chat: 'I am not much good at small talk and would rather not make things up. With products and service I am glad to help, or say “a person” to talk to a colleague.',
  capabilities: (shop) =>
    [
      `I am the assistant of ${shop}. This is what I can do:`,
      '- answer questions about products, help you choose and compare, and show where an answer comes from',
      '- take a complaint and tell you how it is going',
      '- remember what you like and cannot stand (I ask first); you can see, change and delete it',
      '- get a colleague to answer you or call you',
      '',
      'In the middle of anything you can say “cancel”, “back” or “a person”.',
    ].join('\n'),
  personButtons: ['Talk to a person'],
};

export const replies = { zh, en };
