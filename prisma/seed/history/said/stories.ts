import type { Localized } from '../../catalogue/shapes.ts';
import type { Severity } from '../rows.ts';

/** Something that went wrong with a product; `from` and `to` are the days ago between which it happened (all the time if absent). */
export interface Story {
  sku: string;
  severity: Severity;
  weight: number;
  from?: number;
  to?: number;
  what: Localized;
  wish: Localized;
}

const replace: Localized = { zh: '换一个新的', en: 'A replacement' };
const refund: Localized = { zh: '退货退款', en: 'A refund' };
const repair: Localized = { zh: '修好', en: 'A repair' };
const tell: Localized = { zh: '希望你们改进', en: 'Please improve it' };

/** The kettle's lid seal gets loose: it began eight months ago and is not over. */
const kettle: Story[] = [
  {
    sku: 'K710',
    severity: 'serious',
    weight: 12,
    from: 240,
    to: 0,
    wish: replace,
    what: {
      zh: '水壶盖子用了三个月就关不严，烧水的时候一圈都在冒热气',
      en: 'After three months the kettle lid no longer closes and steam comes out all round',
    },
  },
  {
    sku: 'K710',
    severity: 'safety',
    weight: 6,
    from: 240,
    to: 0,
    wish: refund,
    what: {
      zh: '倒水的时候盖子弹开，开水溅到手背，烫红了一片',
      en: 'The lid sprang open while pouring and boiling water scalded the back of my hand',
    },
  },
  {
    sku: 'K710',
    severity: 'serious',
    weight: 8,
    from: 240,
    to: 0,
    wish: replace,
    what: {
      zh: '盖子里的灰色胶圈翘起来了，一倾斜就滴水',
      en: 'The grey ring in the lid has come up and it drips when tilted',
    },
  },
  {
    sku: 'K710',
    severity: 'normal',
    weight: 4,
    wish: repair,
    what: {
      zh: '水没开就跳，要按两三次',
      en: 'It switches off before the boil, I have to press it two or three times',
    },
  },
  {
    sku: 'K710',
    severity: 'normal',
    weight: 2,
    wish: tell,
    what: { zh: '新壶塑料味很重，煮了五次还有', en: 'A strong plastic smell even after five boils' },
  },
];

/** The humidifier's valve leaked in one winter's batch, until it was mended. */
const humidifier: Story[] = [
  {
    sku: 'A820',
    severity: 'serious',
    weight: 11,
    from: 430,
    to: 250,
    wish: replace,
    what: {
      zh: '加湿器底部漏水，一晚上把木地板泡起来了，批号 H24 开头',
      en: 'The humidifier leaks below and soaked my wooden floor overnight, batch H24',
    },
  },
  {
    sku: 'A820',
    severity: 'serious',
    weight: 8,
    from: 430,
    to: 250,
    wish: replace,
    what: {
      zh: '水箱阀门不回弹，放上去就漏',
      en: 'The valve of the tank does not spring back, it leaks as soon as I put it on',
    },
  },
  {
    sku: 'A820',
    severity: 'safety',
    weight: 2,
    from: 430,
    to: 250,
    wish: refund,
    what: {
      zh: '漏的水流到插线板上，跳闸了，闻到一点焦味',
      en: 'The water ran into the power strip, the breaker tripped and it smelt burnt',
    },
  },
  {
    sku: 'A820',
    severity: 'normal',
    weight: 5,
    wish: repair,
    what: { zh: '用了半年雾越来越小，洗过也没用', en: 'The mist gets weaker and weaker although I clean it' },
  },
  {
    sku: 'A820',
    severity: 'normal',
    weight: 2,
    wish: tell,
    what: { zh: '家具上全是白粉，说明书里没写', en: 'White dust on the furniture, the manual says nothing of it' },
  },
];

/** What goes wrong now and then with everything else. */
const others: Story[] = [
  {
    sku: 'K740',
    severity: 'normal',
    weight: 5,
    wish: replace,
    what: { zh: '炸篮涂层用了四个月开始起皮', en: 'The coating of the basket peels after four months' },
  },
  {
    sku: 'K740',
    severity: 'serious',
    weight: 2,
    wish: refund,
    what: { zh: '空气炸锅用着用着冒白烟，屋里全是味', en: 'The air fryer gives off white smoke while running' },
  },
  {
    sku: 'K730',
    severity: 'normal',
    weight: 4,
    wish: repair,
    what: { zh: '破壁机打豆浆声音突然变大，还有铁锈味', en: 'The blender has become very loud and smells of metal' },
  },
  {
    sku: 'K720',
    severity: 'normal',
    weight: 3,
    wish: repair,
    what: { zh: '电饭煲老报 E1，重启才好', en: 'The rice cooker keeps showing E1' },
  },
  {
    sku: 'K760',
    severity: 'normal',
    weight: 2,
    wish: replace,
    what: { zh: '收到的白瓷内胆有一道裂纹', en: 'The porcelain bowl arrived with a crack' },
  },
  {
    sku: 'K750',
    severity: 'normal',
    weight: 2,
    wish: repair,
    what: { zh: '咖啡机滴到一半就停', en: 'The coffee maker stops halfway' },
  },
  {
    sku: 'A810',
    severity: 'normal',
    weight: 3,
    wish: repair,
    what: { zh: '净化器红灯一直亮，换了滤芯也不行', en: 'The purifier stays red even with a new filter' },
  },
  {
    sku: 'A830',
    severity: 'normal',
    weight: 3,
    wish: repair,
    what: { zh: '除湿机水箱倒空还显示 FL', en: 'The dehumidifier shows FL although the tank is empty' },
  },
  {
    sku: 'A860',
    severity: 'normal',
    weight: 2,
    wish: repair,
    what: { zh: '循环扇摇头时咔咔响，晚上睡不着', en: 'The circulator clicks when it swings' },
  },
  {
    sku: 'W840',
    severity: 'serious',
    weight: 4,
    wish: repair,
    what: { zh: '净水机报 E6，机器下面一摊水', en: 'The water purifier shows E6 and stands in water' },
  },
  {
    sku: 'W840',
    severity: 'normal',
    weight: 3,
    wish: tell,
    what: {
      zh: '滤芯说是 12 个月，8 个月就提示要换',
      en: 'The cartridge should last 12 months but asked to be changed after 8',
    },
  },
  {
    sku: 'O510',
    severity: 'normal',
    weight: 5,
    wish: replace,
    what: { zh: '牙刷续航从两个月掉到一个星期', en: 'The battery of the toothbrush dropped from two months to a week' },
  },
  {
    sku: 'O540',
    severity: 'normal',
    weight: 3,
    wish: repair,
    what: { zh: '冲牙器水压越来越小', en: 'The flosser has lost its pressure' },
  },
  {
    sku: 'S220',
    severity: 'safety',
    weight: 3,
    wish: refund,
    what: {
      zh: '薄荷洗发水用完头皮又红又痒，起了小疹子',
      en: 'The mint shampoo left my scalp red and itchy with a rash',
    },
  },
  {
    sku: 'S210',
    severity: 'normal',
    weight: 3,
    wish: replace,
    what: { zh: '无香洗发水的泵头按不出来', en: 'The pump of the unscented shampoo does not work' },
  },
  {
    sku: 'S240',
    severity: 'normal',
    weight: 2,
    wish: refund,
    what: { zh: '去屑洗发水用了六周，头屑一点没少', en: 'Six weeks of the dandruff shampoo and no change' },
  },
  {
    sku: 'F450',
    severity: 'safety',
    weight: 4,
    wish: refund,
    what: {
      zh: '视黄醇晚霜用了两次，脸上脱皮、火辣辣地疼',
      en: 'After two nights of the retinol cream my face peels and burns',
    },
  },
  {
    sku: 'F440',
    severity: 'normal',
    weight: 2,
    wish: refund,
    what: { zh: '防晒霜泛白得厉害，跟戴面具一样', en: 'The sunscreen leaves a mask-like white cast' },
  },
  {
    sku: 'F420',
    severity: 'normal',
    weight: 2,
    wish: replace,
    what: { zh: '面霜封口膜是开的，像被人用过', en: 'The seal of the cream was open when it came' },
  },
  {
    sku: 'B130',
    severity: 'serious',
    weight: 2,
    wish: tell,
    what: {
      zh: '用沐浴油差点在浴室滑倒，瓶子上提醒的字太小',
      en: 'I nearly slipped on the shower oil, the warning is far too small',
    },
  },
  {
    sku: 'L620',
    severity: 'normal',
    weight: 3,
    wish: refund,
    what: { zh: '凝珠没化开，粘在毛衣上洗不掉', en: 'A pod did not dissolve and stuck to my jumper' },
  },
  {
    sku: 'L610',
    severity: 'normal',
    weight: 3,
    wish: replace,
    what: { zh: '洗衣液快递漏了半瓶，箱子全湿', en: 'Half of the laundry liquid leaked in the parcel' },
  },
  {
    sku: 'L670',
    severity: 'normal',
    weight: 2,
    wish: refund,
    what: { zh: '洗碗块洗完杯子一层白雾', en: 'The dishwasher tablets leave glasses cloudy' },
  },
  {
    sku: 'T910',
    severity: 'normal',
    weight: 3,
    wish: refund,
    what: { zh: '四件套洗了两次就起球', en: 'The bedding set pilled after two washes' },
  },
  {
    sku: 'T940',
    severity: 'safety',
    weight: 3,
    wish: refund,
    what: {
      zh: '电热毯一边特别烫，被子闻到糊味',
      en: 'One side of the electric blanket gets scorching and smells burnt',
    },
  },
  {
    sku: 'T940',
    severity: 'normal',
    weight: 3,
    wish: replace,
    what: { zh: '电热毯左边不热了', en: 'The left side of the electric blanket stays cold' },
  },
  {
    sku: 'T955',
    severity: 'normal',
    weight: 2,
    wish: replace,
    what: { zh: '地毯四个角卷边，铺不平', en: 'All corners of the rug curl up' },
  },
  {
    sku: 'T950',
    severity: 'normal',
    weight: 2,
    wish: refund,
    what: { zh: '羊毛地毯掉毛两个月了还在掉', en: 'The wool rug still sheds after two months' },
  },
  {
    sku: 'T970',
    severity: 'normal',
    weight: 2,
    wish: refund,
    what: { zh: '浴巾不吸水，像塑料', en: 'The towels do not absorb at all' },
  },
  {
    sku: 'Y150',
    severity: 'serious',
    weight: 3,
    wish: replace,
    what: { zh: '调奶器玻璃壶底有裂纹，不敢给宝宝用', en: 'The glass of the formula kettle has a crack at the bottom' },
  },
  {
    sku: 'Y110',
    severity: 'safety',
    weight: 1,
    wish: refund,
    what: { zh: '宝宝用了沐浴露身上起红点', en: 'My baby got red spots from the wash' },
  },
  {
    sku: 'Y140',
    severity: 'normal',
    weight: 2,
    wish: replace,
    what: { zh: '湿巾有两包是干的', en: 'Two packs of wipes were dry' },
  },
];

/** Everything that customers complain of. */
export const stories: Story[] = [...kettle, ...humidifier, ...others];

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

/** What colleagues write when they act: on a complaint, and on a task. */
export const notes = {
  understood: [
    { zh: '已电话了解，客户发来照片和批号。', en: 'Called; photos and batch number received.' },
    { zh: '情况属实，待技术判断。', en: 'As described; waiting for the technician.' },
  ],
  inHand: [
    { zh: '新机已发出，快递单号已告知客户。', en: 'Replacement sent, tracking number given.' },
    { zh: '已安排上门取件，检测中。', en: 'Pick-up arranged, being examined.' },
    { zh: '退款已提交财务。', en: 'Refund passed to accounts.' },
  ],
  answered: [
    { zh: '客户收到新的，试用正常。', en: 'The customer has the new one and it works.' },
    { zh: '退款到账，客户确认。', en: 'Refund arrived, customer confirmed.' },
    { zh: '指导清洁除垢后恢复正常。', en: 'Works again after cleaning as explained.' },
  ],
  reached: [
    { zh: '电话里聊了十分钟，客户接受方案。', en: 'Ten minutes on the phone; the customer agrees.' },
    { zh: '微信上说清楚了。', en: 'Cleared up in chat.' },
    { zh: '道歉并送了一张 30 元券。', en: 'Apologised and gave a voucher of CNY 30.' },
  ],
  notReached: [{ zh: '两次没接通，已发消息。', en: 'No answer twice, left a message.' }],
} satisfies Record<string, Localized[]>;

/** Things that colleagues promised and must still do; {n} is the product. */
export const followUps: Localized[] = [
  { zh: '新的到货后回访：{n}', en: 'Check after the replacement: {n}' },
  { zh: '检测结果出来后告诉客户：{n}', en: 'Tell the customer the result: {n}' },
  { zh: '约好的回电：{n} 的使用问题', en: 'Agreed call back: using {n}' },
  { zh: '补寄零件并确认收到：{n}', en: 'Send the part and confirm: {n}' },
];
