import { spaced } from '../spaced.ts';
import type { Slot } from './draft.ts';
import type { Hazard } from './safety.ts';

type State = 'received' | 'understood' | 'inHand' | 'answered' | 'closed' | 'reopened';

const zh = {
  textOnly: '请用文字联系',
  sorry: '给您添麻烦了，真抱歉。我来帮您登记，尽快有人处理。',
  sorryShort: '真抱歉。',
  advice: {
    breathing: '请马上拨打 120。让人坐起来、解开领口，不要独处，不要再碰这个产品。',
    fire: '请先保证人的安全：离远一点，能安全够到的话拔掉插头或拉下电闸，不要用水泼通电的电器；火控制不住就离开房间，拨 119。之后不要再通电。',
    shock: '请不要再碰它：先拉下电闸，再拔插头。被电到的人如果心慌、胸闷、头晕或有灼伤，请马上就医，严重时拨 120。',
    swallowed:
      '请先把嘴里剩下的清出来，用清水漱口；不要催吐，也不要急着灌水灌奶。带上产品包装马上去医院，或拨 120；误吞电池一分钟也不要等。',
    burn: '请马上用流动的凉水冲烫到的地方 20 分钟，不要用冰、牙膏或酱油；水泡别挑破，用干净的布轻轻盖住。面积大、起泡，或者是孩子、脸和手，请尽快就医。',
    eyes: '请马上用大量清水冲眼睛 15 分钟，边冲边眨眼，有隐形眼镜先取下，不要揉。还疼或看不清，请立刻去看眼科，带上产品。',
    allergy:
      '请先停用，用清水把残留的洗干净，不要抓，也先别用别的护肤品。如果脸或嘴唇肿起来、胸闷、喘不上气，请马上拨 120；一天内不见好，请去看皮肤科，带上产品。',
    cut: '请先用干净的布按住伤口 10 分钟止血，再用清水冲洗包好。伤口深、血止不住或有碎片，请马上去医院。产品和碎片先别动。',
  } satisfies Record<Hazard, string>,
  urgent: (by: string) =>
    `这件事我已经标为紧急，叫了同事，最晚${spaced(by)}跟进。您先处理要紧的，方便的时候再回答我几个问题：`,
  ask: {
    product: '是哪款产品呢？名字、型号，或者您平时怎么叫它都行。',
    whatHappened: '发生了什么？您照实说就好，有照片也可以直接发过来。',
    when: '大概是什么时候的事？“昨天”“上周末”这样说就行。',
    contact: '怎么联系您方便？留电话或邮箱都可以，想在这里回复也行。',
    wish: '您希望我们怎么处理？',
  } satisfies Record<Slot, string>,
  askKnownContact: (contact: string) => `还是用 ${contact} 联系您吗？换一个也可以，或者就在这里回复您。`,
  askPhone: '为了马上联系到您，请留个电话。不方便的话，我们就在这里回复您。',
  buttons: {
    product: [],
    whatHappened: [],
    when: ['今天', '昨天', '记不清了'],
    contact: ['在这里回复我'],
    wish: ['退货退款', '换一个新的', '维修', '只想反映一下'],
  } satisfies Record<Slot, string[]>,
  explain: {
    product: '知道是哪一款，才能转给负责它的同事。不记得名字，说说它是做什么用的也行；实在不清楚就说“跳过”。',
    whatHappened: '一两句话就够：它怎么了，对您有什么影响。有照片更好。',
    when: '大致时间就行，比如“昨天晚上”“上个月”。记不清就说“跳过”。',
    contact: '同事要用它告诉您处理结果，只用在这次投诉上。说“在这里”，我们就在这个对话里回复。',
    wish: '退款、换新、维修、一个说法，都可以。没想好就说“跳过”。',
    confirm: '这是我要登记的内容。没问题就说“提交”；想改哪一项就告诉我；不想登记了就说“取消”。',
    change: '告诉我要改哪一项，比如“时间”。',
  } satisfies Record<Slot | 'confirm' | 'change', string>,
  labels: {
    product: '产品',
    whatHappened: '经过',
    when: '时间',
    contact: '联系方式',
    wish: '希望',
  } satisfies Record<Slot, string>,
  form: {
    offer: '想一次填完、传多张照片，可以打开下面的页面；也可以就在这里一句一句回答。',
    title: '请把情况告诉我们，能填多少填多少。提交以后，我会在对话里读一遍，请您确认。',
    photos: '照片、视频或票据（最多 10 个，每个 10 MB 以内）',
    when: '哪天发生的',
    contact: '怎么联系您（电话或邮箱；不填就在对话里回复）',
    send: '提交',
  },
  photosLabel: '照片',
  photoCount: (count: number) => `${count} 张`,
  notGiven: '未填',
  readBack: '我读一遍，您看对不对：',
  readBackTail:
    '没问题的话我就提交；照片现在补也来得及。等查明原因、改好以后，要我告诉您吗？要的话点“提交，改好了告诉我”。',
  confirmButtons: ['没问题，提交', '改一下', '取消', '提交，改好了告诉我'],
  willTell: '原因查明、改好以后，我会在这里告诉您。',
  extraLabels: { batch: '批号', purchasePlace: '购买渠道', purchasedOn: '购买日期' },
  whichToChange: '要改哪一项？',
  photosKept: (count: number) => `照片收到了（共 ${count} 张）。`,
  phoneFault: '这个号码好像多了或少了一位，麻烦再看一眼？也可以留邮箱，或者就在这里回复您。',
  emailFault: '这个邮箱好像不完整，麻烦再看一眼？也可以留电话，或者就在这里回复您。',
  notCaught: '这句我没接上。',
  here: '在这个对话里回复',
  recorded: (number: string) => `登记好了，编号 **${number}**。`,
  next: {
    safety: '这是最优先的一类，同事会在半小时内联系您。',
    serious: '我们按重要投诉处理，4 个工作小时内会有同事联系您。',
    normal: '最晚下个工作日中午，会有同事联系您。',
  },
  promise: (number: string) => `同事会就投诉 ${number} 联系您`,
  askLater: '想知道进展，随时问我“我的投诉怎么样了”。',
  left: '好的，这次就不登记了，什么都没有提交。改主意了随时说。',
  leftUrgent: '好的，投诉先不登记。不过安全的事我们不会放下，同事还是会联系您。',
  none: '您名下还没有登记过投诉。',
  noneButtons: ['我要投诉'],
  notYours: (number: string) => `${number} 不在您名下，我没法查看。要是在别的渠道登记的，请说“转人工”，同事帮您核对。`,
  status: (number: string, about: string, day: string) => `**${number}**（${about}，${day}登记）：`,
  states: {
    received: '已收到，还没有人动手处理。下一步：同事会先联系您了解情况。',
    understood: '同事已经了解清楚。下一步：定处理办法，然后告诉您。',
    inHand: '正在处理。有了结果，同事会马上告诉您。',
    answered: '已经给了您答复。要是还不满意，跟我说一声，我请同事重新看。',
    closed: '已经办结。要是又出问题，随时告诉我。',
    reopened: '已经重新打开。下一步：同事会再联系您。',
  } satisfies Record<State, string>,
  unnamedProduct: '产品未注明',
  urgentTitle: '安全问题，马上联系客户',
};

const en: typeof zh = {
  textOnly: 'in writing, please',
  sorry: 'I am sorry about this. I will take it down so that somebody can put it right soon.',
  sorryShort: 'I am so sorry.',
  advice: {
    breathing:
      'Please call an ambulance now (120 in China). Sit the person up, loosen anything tight, do not leave them alone, and keep away from the product.',
    fire: 'Safety first: step back and, only if you can reach it safely, pull the plug or switch off the power at the fuse box. No water on anything that is plugged in. If it burns on, leave the room and call the fire brigade (119 in China). Please do not switch it on again.',
    shock:
      'Please do not touch it again: switch off the power at the fuse box first, then pull the plug. If whoever was shocked feels faint, has chest pain, a racing heart or a burn, see a doctor now; if it is severe, call 120.',
    swallowed:
      'Please clear what is left in the mouth and rinse it with water. Do not make them vomit and do not force drinks on them. Take the packaging and go to hospital now, or call 120; with a swallowed battery, do not wait a minute.',
    burn: 'Please hold the burn under cool running water for 20 minutes now. No ice, no toothpaste, no butter; leave blisters closed and cover them lightly with a clean cloth. If it is large, blistered, or on a child, a face or hands, please see a doctor soon.',
    eyes: 'Please rinse the eye with plenty of clean water for 15 minutes now, blinking as you do. Take out contact lenses and do not rub. If it still hurts or sight is blurred, see an eye doctor at once and take the product along.',
    allergy:
      'Please stop using it, rinse off what is left with plain water, do not scratch, and put nothing else on for now. If the face or lips swell or breathing gets hard, call 120 at once; if it is no better within a day, see a doctor and take the product along.',
    cut: 'Please press a clean cloth on the wound for 10 minutes, then rinse and cover it. If it is deep, keeps bleeding or has splinters in it, go to hospital now. Leave the product and any pieces as they are.',
  },
  urgent: (by) =>
    `I have marked this as urgent and called a colleague, who will follow up by ${by} at the latest. See to what matters first; when you can, a few questions:`,
  ask: {
    product: 'Which product is it? Its name, its model, or whatever you call it will do.',
    whatHappened: 'What happened? Just tell it as it was. Photos are welcome, too.',
    when: 'When was that, roughly? “Yesterday” or “last weekend” is fine.',
    contact: 'How may we reach you? A phone number or a mail address, or here in the chat if you prefer.',
    wish: 'What would put it right for you?',
  },
  askKnownContact: (contact) =>
    `Shall we reach you at ${contact} again? Another way is fine, too, or here in the chat.`,
  askPhone:
    'So that we can reach you at once, please leave a phone number. If you would rather not, we will answer here.',
  buttons: {
    product: [],
    whatHappened: [],
    when: ['Today', 'Yesterday', 'I do not remember'],
    contact: ['Here in the chat'],
    wish: ['A refund', 'A replacement', 'A repair', 'Just letting you know'],
  },
  explain: {
    product:
      'Knowing which one it is brings this to the people who look after it. If you do not know the name, tell me what it is for; if you really cannot say, “skip” it.',
    whatHappened: 'A sentence or two will do: what it did, and what that meant for you. A photo helps.',
    when: 'Roughly is fine, such as “last night” or “last month”. If you do not remember, say “skip”.',
    contact:
      'My colleague needs it to tell you the outcome, and it is used for this complaint only. Say “here” and we answer in this chat.',
    wish: 'A refund, a new one, a repair, an explanation: whatever it is. If you do not know yet, say “skip”.',
    confirm: 'This is what I am about to submit. Say “submit” if it is right, tell me what to change, or say “cancel”.',
    change: 'Tell me which part to change, for example “when”.',
  },
  labels: {
    product: 'Product',
    whatHappened: 'What happened',
    when: 'When',
    contact: 'Contact',
    wish: 'What you would like',
  },
  form: {
    offer:
      'To fill everything in at once and send several photos, open the page below; or simply answer here, one question at a time.',
    title: 'Tell us what happened, as far as you can. Once sent, I read it back to you in our conversation.',
    photos: 'Photos, film or receipts (up to 10, 10 MB each)',
    when: 'The day it happened',
    contact: 'How to reach you (phone or mail; else we answer in the conversation)',
    send: 'Send',
  },
  photosLabel: 'Photos',
  photoCount: (count) => `${count}`,
  notGiven: 'not given',
  readBack: 'Let me read it back to you:',
  readBackTail:
    'If it is right, I will submit it. You can still add photos. Shall we tell you once the cause is found and fixed? If so, choose “Submit, and tell me when it is fixed”.',
  confirmButtons: ['Correct, submit it', 'Change something', 'Cancel', 'Submit, and tell me when it is fixed'],
  willTell: 'I will tell you here once the cause is found and fixed.',
  extraLabels: { batch: 'Batch', purchasePlace: 'Bought at', purchasedOn: 'Bought on' },
  whichToChange: 'Which part shall I change?',
  photosKept: (count) => (count === 1 ? 'I have your photo.' : `I have your photos (${count} in all).`),
  phoneFault:
    'That number seems to have a digit too many or too few. Could you check it? A mail address is fine, too, or we answer here.',
  emailFault: 'That address seems incomplete. Could you check it? A phone number is fine, too, or we answer here.',
  notCaught: 'I did not quite catch that.',
  here: 'here in the chat',
  recorded: (number) => `It is on record. Your number is **${number}**.`,
  next: {
    safety: 'This goes before everything else: a colleague will contact you within half an hour.',
    serious: 'We treat this as serious: a colleague will contact you within 4 working hours.',
    normal: 'A colleague will contact you by noon of the next working day at the latest.',
  },
  promise: (number) => `a colleague will contact you about complaint ${number}`,
  askLater: 'To hear how it is going, just ask me “how is my complaint doing?”.',
  left: 'All right, I will leave it. Nothing was submitted. If you change your mind, just say so.',
  leftUrgent:
    'All right, no complaint for now. But we do not let go of a safety matter: my colleague will contact you all the same.',
  none: 'There is no complaint under your name yet.',
  noneButtons: ['I have a complaint'],
  notYours: (number) =>
    `${number} is not under your name, so I cannot show it. If you reported it elsewhere, say “a person” and a colleague will look it up with you.`,
  status: (number, about, day) => `**${number}** (${about}, recorded ${day}): `,
  states: {
    received: 'received, not yet worked on. Next, a colleague will contact you to hear more.',
    understood: 'we know what happened. Next, we decide how to put it right and tell you.',
    inHand: 'in hand. A colleague will tell you as soon as there is a result.',
    answered: 'we have given you an answer. If it does not satisfy you, tell me and a colleague will look at it again.',
    closed: 'closed. If anything comes up again, tell me.',
    reopened: 'open again. Next, a colleague will contact you.',
  },
  unnamedProduct: 'product not named',
  urgentTitle: 'Safety: contact the customer at once',
};

export const replies = { zh, en };
