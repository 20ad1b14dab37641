import type { Localized } from '../../catalogue/shapes.ts';

/** Something a customer mentions in passing, and what is kept of it. */
export interface Mention {
  key: string;
  value: Localized;
  quote: Localized;
  weight: number;
}

/** What customers tell about themselves. */
export const mentions: Mention[] = [
  {
    key: 'fragrance',
    weight: 9,
    value: { zh: '无香', en: 'unscented' },
    quote: { zh: '我只用无香的', en: 'I only use unscented things' },
  },
  {
    key: 'fragrance',
    weight: 5,
    value: { zh: '无香', en: 'unscented' },
    quote: { zh: '我闻到香精就头疼', en: 'Perfume gives me a headache' },
  },
  {
    key: 'fragrance',
    weight: 3,
    value: { zh: '木质香', en: 'woody' },
    quote: { zh: '我比较喜欢木头的味道', en: 'I like woody scents best' },
  },
  {
    key: 'fragrance',
    weight: 2,
    value: { zh: '柑橘香', en: 'citrus' },
    quote: { zh: '橙子味的我最喜欢', en: 'Anything citrus is my favourite' },
  },
  {
    key: 'skin',
    weight: 8,
    value: { zh: '敏感肌', en: 'sensitive skin' },
    quote: { zh: '我是敏感肌，换季就红', en: 'My skin is sensitive and turns red in spring' },
  },
  {
    key: 'skin',
    weight: 5,
    value: { zh: '干性', en: 'dry skin' },
    quote: { zh: '我皮肤特别干，冬天掉皮', en: 'My skin is very dry, it flakes in winter' },
  },
  {
    key: 'skin',
    weight: 4,
    value: { zh: '油性', en: 'oily skin' },
    quote: { zh: '我大油皮', en: 'My skin is really oily' },
  },
  {
    key: 'hair',
    weight: 5,
    value: { zh: '油性头皮', en: 'oily scalp' },
    quote: { zh: '我头发一天不洗就油', en: 'My hair is oily after a day' },
  },
  {
    key: 'hair',
    weight: 4,
    value: { zh: '细软', en: 'fine hair' },
    quote: { zh: '我头发又细又软', en: 'My hair is fine and flat' },
  },
  {
    key: 'hair',
    weight: 4,
    value: { zh: '染过', en: 'coloured hair' },
    quote: { zh: '我头发刚染过', en: 'I have just had my hair coloured' },
  },
  {
    key: 'allergy',
    weight: 3,
    value: { zh: '燕麦', en: 'oats' },
    quote: { zh: '我对燕麦过敏', en: 'I am allergic to oats' },
  },
  {
    key: 'allergy',
    weight: 2,
    value: { zh: '乳胶', en: 'latex' },
    quote: { zh: '我对乳胶过敏，手套都戴不了', en: 'I am allergic to latex, even gloves' },
  },
  {
    key: 'allergy',
    weight: 2,
    value: { zh: '坚果', en: 'nuts' },
    quote: { zh: '孩子对坚果过敏', en: 'My child is allergic to nuts' },
  },
  {
    key: 'contactTime',
    weight: 8,
    value: { zh: '18 点以后', en: 'after 6 pm' },
    quote: { zh: '请晚上六点以后给我打电话', en: 'Please call me after 6 pm' },
  },
  {
    key: 'contactTime',
    weight: 4,
    value: { zh: '工作日中午', en: 'weekdays at noon' },
    quote: { zh: '中午打给我比较方便', en: 'Noon on weekdays is best to call me' },
  },
  {
    key: 'contactTime',
    weight: 3,
    value: { zh: '周末', en: 'weekends' },
    quote: { zh: '平时上班接不了电话，周末联系我吧', en: 'I cannot pick up at work, weekends please' },
  },
  {
    key: 'contactChannel',
    weight: 6,
    value: { zh: '微信', en: 'WeChat' },
    quote: { zh: '有事微信上说，别打电话', en: 'Message me on WeChat rather than calling' },
  },
  {
    key: 'contactChannel',
    weight: 3,
    value: { zh: '邮件', en: 'mail' },
    quote: { zh: '发邮件给我就行', en: 'I prefer e-mail' },
  },
  {
    key: 'children',
    weight: 5,
    value: { zh: '家里有婴儿', en: 'a baby at home' },
    quote: { zh: '家里有个 6 个月的宝宝', en: 'We have a baby of 6 months' },
  },
  {
    key: 'pregnant',
    weight: 4,
    value: { zh: '怀孕', en: 'pregnant' },
    quote: { zh: '我怀孕 4 个月了', en: 'I am 4 months pregnant' },
  },
  {
    key: 'household',
    weight: 4,
    value: { zh: '养猫', en: 'cats' },
    quote: { zh: '家里两只猫', en: 'We have two cats' },
  },
  {
    key: 'household',
    weight: 3,
    value: { zh: '地暖', en: 'floor heating' },
    quote: { zh: '我家是地暖', en: 'Our flat has floor heating' },
  },
  {
    key: 'budget',
    weight: 4,
    value: { zh: '200 元以内', en: 'up to CNY 200' },
    quote: { zh: '预算 200 以内吧', en: 'My budget is up to 200 yuan' },
  },
];

/** How the bot asks to keep it; {q} are the customer's words. */
export const keeping = {
  ask: {
    zh: '您刚才说“{q}”，要我记下来吗？以后就按这个来。',
    en: 'You said “{q}”. Shall I remember that for next time?',
  },
  kept: {
    zh: '记下了。想看或者删掉，随时问我“你知道我什么”。',
    en: 'I will remember. To see or delete it, ask me “what do you know about me”.',
  },
};

/** Questions that nobody could answer, with the product where one was meant. */
export const gaps: { sku: string | null; text: Localized }[] = [
  {
    sku: 'A810',
    text: { zh: '净化器能接手机上的智能家居吗？', en: 'Does the air purifier work with smart home apps?' },
  },
  { sku: 'K720', text: { zh: '电饭煲能做酸奶吗？', en: 'Can the rice cooker make yoghurt?' } },
  {
    sku: 'S210',
    text: { zh: '无香洗发水有 1 升大瓶装吗？', en: 'Is there a 1 litre bottle of the unscented shampoo?' },
  },
  {
    sku: 'T910',
    text: { zh: '四件套什么时候出 1.5 米床的尺寸？', en: 'When will the bedding set come for a 1.5 m bed?' },
  },
  { sku: 'W840', text: { zh: '净水机能放饮料吗，比如做苏打水？', en: 'Can the water purifier make sparkling water?' } },
  {
    sku: 'O510',
    text: { zh: '牙刷充电口的胶塞掉了可以单买吗', en: 'Can I buy the rubber cap of the toothbrush alone?' },
  },
  { sku: 'F440', text: { zh: '防晒霜会伤珊瑚吗？', en: 'Is the sunscreen reef safe?' } },
  { sku: 'Y150', text: { zh: '调奶器可以煮花茶吗', en: 'May I brew tea in the formula kettle?' } },
  { sku: 'T955', text: { zh: '短绒地毯可以定做 2 米乘 3 米的吗', en: 'Can the low-pile rug be made 2 by 3 metres?' } },
  { sku: 'L610', text: { zh: '洗衣液适合化粪池吗', en: 'Is the laundry liquid fit for septic tanks?' } },
  { sku: null, text: { zh: '你们的产品做动物实验吗？', en: 'Are your products tested on animals?' } },
  { sku: null, text: { zh: '可以用公司发的福利卡付款吗', en: 'Can I pay with a company gift card?' } },
  { sku: null, text: { zh: '有没有招聘信息', en: 'Do you have any job openings?' } },
  { sku: 'K740', text: { zh: '空气炸锅的炸篮能换大号的吗', en: 'Is there a larger basket for the air fryer?' } },
];

/** The bot's words when it does not know. */
export const unknown: Localized = {
  zh: '这个问题我没有查到可靠的答案，不想随便答您。我记下来了，会有人补上。',
  en: 'I could not find a reliable answer to that, and I would rather not guess. I have noted it so that somebody fills the gap.',
};

/** What is said when a person has come. */
export const goingOn: { asks: Localized; answers: Localized } = {
  asks: { zh: '好的，那我还需要做什么吗？', en: 'All right. Is there anything that I have to do?' },
  answers: { zh: '不用，其他的我来办。', en: 'No, I take care of the rest.' },
};

/** Why somebody wants a person, how it ends, and what came of it. */
export const handoffs: { ask: Localized; staff: Localized; title: Localized; promise?: Localized }[] = [
  {
    ask: { zh: '转人工，我的快递三天没动了', en: 'A person please, my parcel has not moved for three days' },
    staff: {
      zh: '您好，我是{s}。刚和快递核实了，件卡在中转站，今天会派送，我盯着，送到给您发消息。',
      en: 'Hello, {s} here. I called the carrier: it was stuck in transit and will be delivered today. I will message you.',
    },
    title: { zh: '快递三天没动，请客服跟进', en: 'Parcel has not moved for three days' },
    promise: { zh: '今天会派送，我盯着，送到给您发消息。', en: 'I will message you.' },
  },
  {
    ask: { zh: '我要找真人，发票抬头开错了', en: 'Human please, the invoice has the wrong name' },
    staff: {
      zh: '您好，我是{s}。原来那张已经红冲，正确的抬头请发我，今天就能重开。',
      en: 'Hello, {s} here. I have cancelled the old one; send me the right name and you get a new one today.',
    },
    title: { zh: '发票抬头开错，需重开', en: 'Invoice must be issued again' },
    promise: { zh: '今天就能重开。', en: 'you get a new one today.' },
  },
  {
    ask: { zh: '人工客服，想改收货地址', en: 'Agent please, I need to change the address' },
    staff: {
      zh: '您好，我是{s}。订单还在仓库，地址改好了，请核对一下。',
      en: 'Hello, {s} here. It is still in the warehouse and the address is changed; please check it.',
    },
    title: { zh: '修改收货地址', en: 'Change of address' },
  },
  {
    ask: { zh: '转人工，公司要买 60 套浴巾', en: 'A person please, our company needs 60 towel sets' },
    staff: {
      zh: '您好，我是{s}。60 套可以 9 折，还能印贺卡，报价单发您邮箱了。',
      en: 'Hello, {s} here. 60 sets are 10 % off with a printed card; the quotation is in your mail.',
    },
    title: { zh: '企业采购 60 套浴巾，请报价', en: 'Company order of 60 towel sets' },
  },
  {
    ask: { zh: '帮我叫客服，退款一周了还没到', en: 'Get me someone, my refund is a week late' },
    staff: {
      zh: '您好，我是{s}。查到了，银行前天已经入账，流水号我发给您，麻烦看一下信用卡账单。',
      en: 'Hello, {s} here. The bank booked it two days ago; here is the reference, please check your card statement.',
    },
    title: { zh: '退款一周未到账', en: 'Refund not received for a week' },
  },
];
