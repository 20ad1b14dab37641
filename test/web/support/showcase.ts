import type { FakeConversation } from './fakeConversation.ts';
import type { FakeServer } from './fakeServer.ts';

type Lines = Record<
  'zh' | 'en',
  { welcome: string; choices: string[]; answer: string; source: string; excerpt: string }
>;

const lines: Lines = {
  zh: {
    welcome: '您好，这里是**栖木**。产品怎么选、怎么用，或者遇到了不顺心的事，都可以直接告诉我。',
    choices: ['问产品', '我要投诉', '找人工客服'],
    answer:
      '云息加湿器每周清洗一次就好：\n\n1. 断电，倒掉水箱余水\n2. 用**白醋兑水（1∶10）**浸泡 20 分钟\n3. 清水冲净，晾干后再装回\n\n底座请勿直接冲水。详见[清洁说明](https://example.com/care)。',
    source: '云息加湿器 · 清洁与除垢',
    excerpt: '水垢较多时可用白醋与水按 1∶10 浸泡二十分钟，勿使用洗洁精或消毒液。',
  },
  en: {
    welcome: 'Hello, this is **Qimu**. Ask about our products, or tell us when something went wrong.',
    choices: ['About a product', 'Make a complaint', 'Talk to a person'],
    answer:
      'Once a week is enough for the Yunxi humidifier:\n\n1. Unplug it and empty the tank\n2. Soak with **white vinegar and water (1:10)** for 20 minutes\n3. Rinse, let it dry, put it back\n\nNever hold the base under water. See the [care guide](https://example.com/care).',
    source: 'Yunxi humidifier · cleaning',
    excerpt: 'Soak with one part of white vinegar and ten of water for twenty minutes. No soap, no bleach.',
  },
};

/** A shop that greets and, whatever it is told, answers with everything the page can show. */
export function playShowcase(server: FakeServer): void {
  server.onBegin = (conversation) => greet(conversation);
  server.onActivity = (conversation, activity) => {
    if (activity.type !== 'message') return;
    if (activity.text === 'cards') cards(conversation);
    else if (activity.text === 'person') person(conversation);
    else if (activity.text === 'adaptive') adaptive(conversation);
    else if (activity.text === 'rating') rate(conversation);
    else answer(conversation);
  };
}

/** The language in which a conversation of the fake server was begun. */
export function languageOfFake({ id }: FakeConversation): 'zh' | 'en' {
  return id.endsWith('-en') ? 'en' : 'zh';
}

function greet(conversation: FakeConversation): void {
  const { welcome, choices } = lines[languageOfFake(conversation)];
  const actions = choices.map((title) => ({ type: 'imBack', title, value: title }));
  conversation.say({ text: welcome, suggestedActions: { actions } });
}

function answer(conversation: FakeConversation): void {
  const { answer: text, source, excerpt } = lines[languageOfFake(conversation)];
  const sources = [{ title: source, excerpt, url: 'https://example.com/care' }];
  conversation.say({ text, channelData: { feedback: true, sources } });
}

function cards(conversation: FakeConversation): void {
  const zh = languageOfFake(conversation) === 'zh';
  const product = (name: string, model: string, price: number, size: string) => ({
    contentType: 'application/vnd.zhiyin.product+json',
    content: {
      sku: model,
      name,
      model,
      price,
      ...(model === 'YX-200' && { imageUrl: '/images/product.svg' }),
      attributes: [
        { label: zh ? '水箱' : 'Tank', value: size },
        { label: zh ? '噪音' : 'Noise', value: '28 dB' },
        { label: zh ? '保修' : 'Warranty', value: zh ? '2 年' : '2 years' },
      ],
      url: 'https://example.com/p',
    },
  });
  conversation.say({
    text: zh ? '这两款都适合卧室：' : 'Both suit a bedroom:',
    attachmentLayout: 'carousel',
    attachments: [
      product(zh ? '云息静音加湿器' : 'Yunxi quiet humidifier', 'YX-200', 329, '2.5 L'),
      product(zh ? '云息大容量加湿器' : 'Yunxi large humidifier', 'YX-500', 459, '5 L'),
    ],
  });
  conversation.say({
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: {
          title: zh ? '投诉 C-10027' : 'Complaint C-10027',
          subtitle: zh ? '处理中' : 'In progress',
          text: zh ? '客服会在**明天 18:00 前**给您来电。' : 'We will call you **before 6 pm tomorrow**.',
          buttons: [{ type: 'imBack', title: zh ? '补充照片' : 'Add a photo', value: 'photo' }],
        },
      },
    ],
  });
}

function rate(conversation: FakeConversation): void {
  const zh = languageOfFake(conversation) === 'zh';
  const buttons = zh
    ? ['5 很满意', '4 满意', '3 一般', '2 不满意', '1 很不满意', '不评价']
    : ['5 very satisfied', '4 satisfied', '3 so-so', '2 not satisfied', '1 not at all', 'Rather not say'];
  conversation.say({
    text: zh ? '这次的帮助您还满意吗？' : 'How was the help you got?',
    attachments: [{ contentType: 'application/vnd.zhiyin.rating+json', content: { max: 5 } }],
    suggestedActions: { actions: buttons.map((title) => ({ type: 'imBack', title, value: title })) },
  });
}

function person(conversation: FakeConversation): void {
  const zh = languageOfFake(conversation) === 'zh';
  const from = { id: 'staff', name: zh ? '林晓' : 'Lin Xiao', role: 'bot' };
  conversation.say({
    from,
    text: zh
      ? '您好，我是林晓，前面的对话我都看到了。先确认一下：漏水是在底座还是水箱？'
      : 'Hello, I am Lin Xiao and have read it all. Does it leak at the base or at the tank?',
    channelData: { sender: 'person' },
  });
  conversation.pass({ from, channelData: { sender: 'person' } });
}

function adaptive(conversation: FakeConversation): void {
  conversation.say({
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          version: '1.5',
          body: [
            { type: 'TextBlock', text: 'Pick a time <b>for us</b> to call', wrap: true, weight: 'Bolder' },
            { type: 'Input.Text', id: 'phone', label: 'Phone' },
          ],
          actions: [{ type: 'Action.Submit', title: 'Send', data: { kind: 'callback' } }],
        },
      },
    ],
  });
}
