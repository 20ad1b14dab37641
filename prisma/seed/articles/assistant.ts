import type { ArticleSource } from './shapes.ts';

/** What the assistant does, and being in touch with us. */
export const assistant: ArticleSource[] = [
  {
    slug: 'what-the-assistant-does',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '智能助手能帮我做什么？它是真人吗？',
      body: `它**不是真人**，是一个程序，24 小时都在，会直说自己不知道。它能做：

- 查产品：价格、成分、功率、质保，帮您比较和挑选，回答下面附着出处。
- 记投诉：问清楚、念给您听、给一个编号，转给能处理的人。
- 记喜好：您同意才记，随时能看、能改、能删。
- 找人：说一声“找人工”就行，不用和它绕。

它做不了的：改价格、保证几点送到、看病、替您做医疗决定。照片能收下，会交给同事看，它自己不判断伤口。

听不懂的时候，换个说法，或者带上型号，比如“QM-K710 漏水”。回答没用请点“没帮到”，这条会进入待补的清单，我们每周看一遍。`,
    },
    en: {
      title: 'What can the assistant do, and is it a person?',
      body: `It is **not a person** but a program, here 24 hours a day, and it says so when it does not know. It can:

- Answer on products: price, ingredients, power, warranty; compare and suggest, with the source below.
- Take a complaint: ask, read it back, give a number, pass it to somebody who can act.
- Remember what you like, only if you agree; see, change or delete it any time.
- Call a person: just say so.

It cannot change prices, promise an hour of delivery or give medical advice. Photos go to a colleague; it does not judge wounds.

Not understood? Say it differently or add the model, like "QM-K710 leaks". Not helpful? Press "no": we read that list every week.`,
    },
  },
  {
    slug: 'call-back',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '可以约个时间给我回电话吗？',
      body: `可以。说“下午 3 点以后给我打电话”，助手会记下时间和号码，建一个回电任务。

- 可约 **9:00–21:00** 的任何时段，最早在 30 分钟后，最晚约到 7 天内。
- 来电显示是 400-555-0100，别的号码自称我们的，请不要信。
- 没接到：当天再打一次，间隔 2 小时；还没接到就发一条消息，由您说什么时候方便，不会一直打。
- 不想接电话：说“别打电话，发消息”，以后都按这个来，您同意的话会记住。

急事不用约：烫伤、过敏、冒烟，直接说，当班 30 分钟内回。打电话的同事能看到您说过的话，不用从头再讲一遍。`,
    },
    en: {
      title: 'Can you call me back at a certain time?',
      body: `Yes. Say "call me after 3 pm": the assistant notes time and number and raises a task.

- Any time between **9:00 and 21:00**, from 30 minutes on up to 7 days ahead.
- We call from 400-555-0100. Do not trust other numbers that claim to be us.
- Missed it? We try once more the same day, two hours later, then write and let you choose; we do not keep ringing.
- No calls, please? Say "write, don't call"; if you agree it is remembered.

Urgent things need no appointment: burns, reactions, smoke. We call within 30 minutes on duty. The colleague sees what you have said, you need not start over.`,
    },
  },
  {
    slug: 'genuine-check',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '怎么辨别真假？在别的平台买的能保修吗？',
      body: `刮开盒子侧面的涂层，有 **16 位**防伪码，在会员中心“真伪查询”里输入；第一次查会显示“首次查询”，查过多次的要留心。

只有我们自己的店铺和页面里列出的 6 家门店是正规渠道。

- 二手平台、代购买到的**真货**：质保照样有，从第一次签收那天算，需要原来的订单号。
- 假货：我们没法保修，但请发图来，我们核对后给您一份说明，方便您找卖家退款。
- 特别便宜、要您私下转账、不给发票的，多半有问题。

常见的假货是无香洗发水和净水机滤芯：假滤芯没有激光批号，装上漏水。用了不明滤芯泡坏机器的，不在质保里。`,
    },
    en: {
      title: 'Is it genuine? Bought elsewhere, is there a warranty?',
      body: `Scratch the side of the box: a code of **16 digits**, to be typed under "Genuine?" in the member centre. The first look says "first query"; be careful if it was asked many times.

Only our own shop and the 6 stores listed there are official.

- **Genuine** goods from second hand: the warranty runs from the first delivery; you need the original order number.
- Fakes: we cannot repair them, but send photos and we write you a note for the seller.
- Very cheap, private transfer, no invoice: beware.

Most copied are the Calm shampoo and water purifier cartridges. Fakes have no laser batch number and leak; damage by them is not under warranty.`,
    },
  },
  {
    slug: 'recall-notice',
    kind: 'safety',
    productSkus: ['K710', 'A820'],
    zh: {
      title: '产品出现批次问题，你们会怎么通知？',
      body: `如果某一批有隐患，我们会在确认后 **24 小时内**：

1. 给买过这一批的每个人发消息和短信，关掉了推送的也会发，因为这关系到安全。
2. 在首页公布型号、批号和怎么办。
3. 先寄新的，再收旧的，运费我们出。

目前有两件事在免费处理：电热水壶（QM-K710）部分批次盖子密封圈变松；加湿器（QM-A820）H24 开头批号的水箱阀门漏水。对照底部标签，是的话直接和助手说“水壶盖子”或“加湿器漏水”。

二手买的也一样处理，不看订单。**真正的召回通知不会让您付钱、不会要验证码**；拿不准，打 400-555-0100 问一声。`,
    },
    en: {
      title: 'How do you tell me of a faulty batch?',
      body: `When a batch is unsafe, within **24 hours** of knowing we:

1. Message and text everybody who bought it, even those who stopped messages: this is about safety.
2. Publish model, batch and what to do on the front page.
3. Send the new one first, then collect the old at our cost.

Two things are being put right free now: kettles (QM-K710) of some batches whose lid seal gets loose, and humidifiers (QM-A820) with a batch that begins with H24 whose tank valve leaks. Check the label and tell the assistant "kettle lid" or "humidifier leaks".

Second-hand counts too. **A real recall never asks for money or a code**; if in doubt call 400-555-0100.`,
    },
  },
  {
    slug: 'stores-and-pickup',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '有实体店吗？可以到店自提、当面体验吗？',
      body: `有 **6 家**：杭州 2 家，上海、苏州、广州、成都各 1 家，都在商场里，营业 10:00–22:00，地址在会员中心“附近门店”。

- **体验**：净水机、净化器、电饭煲、乳胶枕都有样机，能听声音、能躺。
- **自提**：下单选门店，备好会发取货码，留 5 天；当天 15:00 前下单，有货的当天能取。
- **退换**：网上买的，7 天内可以拿到店里退，当场验、当场退款申请，不用寄。
- **维修**：门店代收，不当场修，7 个工作日左右回来取。

去之前和助手说一声想看什么，帮您问有没有样机。宠物能进，咖啡是真的能喝，用我们自己的咖啡机做的。`,
    },
    en: {
      title: 'Do you have stores? Can I try or collect there?',
      body: `**6** stores: two in Hangzhou, one each in Shanghai, Suzhou, Guangzhou and Chengdu, in shopping malls, open 10:00–22:00; see "Stores nearby" in the member centre.

- **Try:** water purifier, air purifier, rice cooker and latex pillow are on show, to be heard and lain on.
- **Collect:** choose the store when ordering; you get a code and 5 days. Ordered before 15:00 and in stock, the same day.
- **Return:** within 7 days also in a store, checked at once.
- **Repair:** stores take it in; collect it after about 7 working days.

Tell the assistant what you want to see and it asks. Pets are welcome, and the coffee comes from our own machine.`,
    },
  },
];
