import type { ArticleSource } from './shapes.ts';

/** Returns, exchanges and refunds. */
export const returns: ArticleSource[] = [
  {
    slug: 'return-7-days',
    kind: 'returns',
    productSkus: [],
    zh: {
      title: '7 天无理由退货怎么办理？',
      body: `签收次日起 **7 天内**，不喜欢就能退，不用解释。

1. 打开“我的订单”，点“申请退货”，原因选“不想要了”。
2. 1 小时内审核，给您退货地址和上门取件的时间。
3. 原包装、配件、赠品一起放进去。
4. 仓库收到后 48 小时内验货退款。

**要能再卖**才算完好：洗护、护肤、牙膏的封口没拆；床品、毛巾没洗过、吊牌还在；电器可以插电试，但没有装水、没有煮过东西的痕迹。刷头、冲牙器喷嘴、已拆封的滤芯属于贴身和食品接触用品，拆了封只能在有质量问题时退。`,
    },
    en: {
      title: 'How does the 7-day return work?',
      body: `Within **7 days**, counted from the day after delivery, you may return what you do not like, without a reason.

1. "My orders" – "Return", reason "no longer wanted".
2. Within 1 hour you get the address and a pick-up time.
3. Pack it with its box, accessories and gifts.
4. We check and refund within 48 hours of arrival.

It must be **fit for sale**: seals of wash, skin care and toothpaste unbroken; textiles unwashed with tags; appliances may be tried, but without traces of water or cooking. Opened brush heads, flosser tips and filters touch mouth or food and can be returned only when faulty.`,
    },
  },
  {
    slug: 'return-opened-cosmetics',
    kind: 'returns',
    productSkus: [],
    zh: {
      title: '洗发水、护肤品开封了还能退吗？',
      body: `分两种情况：

**只是不喜欢味道或质地**：拆了封口膜就不能无理由退了，别人不敢再用。下单前不确定的话，选 10 ml 试用装，一单可以挑 2 份，不要钱。

**用了不舒服**：参加“过敏无忧”。签收 **30 天内**，发来 2 张照片（使用部位、产品批号）和几句话说明，洗护、护肤、母婴洗护都能退，用过也能退，同一款每人 1 次。不用先去医院，不过红肿不退请一定去看医生，我们需要时会请您补一份病历。

泵头坏了、漏液、生产日期不对，属于质量问题，随时找我们换新。`,
    },
    en: {
      title: 'Can I return an opened shampoo or cream?',
      body: `Two cases:

**You just do not like the scent or feel:** once the seal is broken it cannot go back, nobody else could use it. If you are unsure, choose 10 ml samples with your order, 2 for free.

**It did not agree with you:** our no-worry promise. Within **30 days** of delivery send 2 photos (the skin, the batch number) and a few words; wash, skin and baby care are refunded even when used, once for each product and person. You need no doctor's note first, but do see a doctor if redness or swelling stays.

A broken pump, a leak or a wrong date is a fault: we replace it any time.`,
    },
  },
  {
    slug: 'return-appliances',
    kind: 'returns',
    productSkus: [
      'K710',
      'K720',
      'K730',
      'K740',
      'K750',
      'K760',
      'K770',
      'A810',
      'A820',
      'A830',
      'A860',
      'W840',
      'Y150',
    ],
    zh: {
      title: '电器有问题，是退、换还是修？',
      body: `从签收那天算：

- **7 天内**出现性能故障：退货、换货、维修，您选。
- **15 天内**：换货或维修，您选。
- 超过 15 天、**质保期内**：免费维修；同一个毛病修了 2 次还不好，直接换新。

怎么做：在聊天里说清型号（底部标签上 QM- 开头的那串）、现象，最好拍 10 秒视频。多数故障照着视频就能判断，不用先寄回来检测。判断是故障的，来回运费我们出，上门取件。

冒烟、漏电、有焦味的，**先拔插头**，别再试机，马上告诉我们，不受上面天数限制。`,
    },
    en: {
      title: 'My appliance is faulty: refund, exchange or repair?',
      body: `Counted from delivery:

- A fault within **7 days**: refund, exchange or repair, you choose.
- Within **15 days**: exchange or repair, you choose.
- After 15 days, **within the warranty**: free repair; if the same fault returns after 2 repairs you get a new one.

Tell us the model (QM-… on the label below), what happens, and if you can a video of 10 seconds. Most faults can be judged from it without sending the thing in first. Shipping both ways is ours, with pick-up.

Smoke, electric shock, a burnt smell: **unplug first**, do not try again, tell us at once. The day limits do not apply then.`,
    },
  },
  {
    slug: 'refund-time',
    kind: 'returns',
    productSkus: [],
    zh: {
      title: '退款多久到账？',
      body: `仓库签收后 48 小时内验货，通过就立刻发起退款，之后看支付渠道：

- 微信、支付宝余额：几分钟到 24 小时。
- 银行卡、云闪付：1–3 个工作日。
- 信用卡：3–7 个工作日，会显示在下一期账单里。
- 分期付款：已还的本金退回，剩下的期数取消。
- 对公转账：退回原账户，5 个工作日。

银卡、金卡会员可以用“极速退款”：快递员一扫码取件，500 元以内先退。优惠券退回账户，过期了的补发 1 张 15 天的。查不到的话，把退款单号发给我们，我们会给您银行流水号去查。`,
    },
    en: {
      title: 'When do I get my money back?',
      body: `We check within 48 hours of arrival and start the refund at once. Then it depends on how you paid:

- WeChat or Alipay balance: minutes to 24 hours.
- Bank card, UnionPay: 1–3 working days.
- Credit card: 3–7 working days, on your next statement.
- Instalments: what you paid is returned, the rest is cancelled.
- Company transfer: 5 working days to the same account.

Silver and gold members are refunded up to CNY 500 as soon as the courier scans the parcel. Vouchers return to your account; if one has expired we issue 1 new voucher valid for 15 days. Not there? We give you the bank's reference number to ask with.`,
    },
  },
  {
    slug: 'return-shipping-cost',
    kind: 'returns',
    productSkus: [],
    zh: {
      title: '退货的运费谁出？',
      body: `一句话：**我们的问题我们出，改主意您出，但多数时候有运费险兜着。**

- 质量问题、发错、破损、过敏无忧：我们出，取件时不用垫钱。
- 7 天无理由：您出。每单我们都送了退货运费险，赔付上限 12 元，小件基本够；退款完成后 72 小时内自动赔到您的支付账户。
- 大件（除湿机、净水机、地毯）无理由退货：物流费 30–80 元，按重量算，提交时会显示金额，您确认了才取件。
- 银卡会员每年 2 次、金卡不限次免费取件，小件适用。

请不要寄到付件，仓库会拒收。自己寄的话，推荐用页面上的取件，价格比散寄便宜，也好查件。`,
    },
    en: {
      title: 'Who pays for return shipping?',
      body: `In one line: **our fault, our cost; a change of mind, yours, though mostly insured.**

- Faulty, wrong or broken goods and our no-worry promise: we pay, nothing to advance.
- 7-day return: you pay. Every order carries free return insurance up to CNY 12, enough for small parcels, paid within 72 hours after the refund.
- Large things (dehumidifier, water purifier, rugs) returned without a fault: CNY 30–80 by weight, shown before you confirm.
- Silver members have 2 free pick-ups a year, gold members any number, for small parcels.

Please do not send freight collect; the warehouse refuses it. The pick-up offered on the page is cheaper and traceable.`,
    },
  },
  {
    slug: 'damaged-on-arrival',
    kind: 'returns',
    productSkus: [],
    zh: {
      title: '收到时破损、漏液了怎么办？',
      body: `别扔，先拍照，**签收 48 小时内**告诉我们：

1. 外箱一张、里面的缓冲一张、破的地方一张，一共 3 张。
2. 把照片发在聊天里，附上订单号。
3. 我们当场补发，不用把碎的寄回；玻璃的请用报纸包好再扔，别划到手。

漏了半瓶的洗衣液、沐浴露，里面剩下的可以用，补发一整瓶。电器外壳有裂纹的，**不要插电**，我们安排取件换新。

当着快递员的面发现外箱压扁或者湿了，可以直接拒收。超过 48 小时也别放弃，照片能看出是运输造成的，一样处理，只是要多花 1–2 天和快递核对。`,
    },
    en: {
      title: 'It arrived broken or leaking. What now?',
      body: `Keep it, take photos, and tell us **within 48 hours**:

1. 3 photos: the box, the padding, the damage.
2. Send them in the chat with the order number.
3. We send a new one straight away; broken pieces need not come back. Wrap glass in newspaper before you throw it away.

If half of a laundry liquid or body wash leaked, use what is left; you get a whole new bottle. An appliance with a cracked case must **not be plugged in**: we collect and exchange it.

If the box is crushed or wet, you may refuse it at the door. After 48 hours still write: when the photos show transport damage we act all the same, it only takes 1–2 days more to check with the carrier.`,
    },
  },
  {
    slug: 'wrong-or-missing-item',
    kind: 'returns',
    productSkus: [],
    zh: {
      title: '发错了、少发了怎么办？',
      body: `先看一眼：一单有时分 **2 个包裹**从杭州仓和佛山仓发，订单详情里有两个运单号，另一个可能还在路上。赠品和刷头这类小件，常贴在箱盖内侧。

确实少了或错了：

- 拍一张全部东西的合照、一张箱外面单，7 天内发来。
- 少发：核对出库称重后当天补发。
- 发错：新的先寄，错的等快递上门取，不用您先退；价值 30 元以内的，错的就留着用吧。

不想等补发，也可以退那一件的钱，其余照留，不影响包邮。`,
    },
    en: {
      title: 'Something is wrong or missing in my parcel',
      body: `First look: one order may come in **2 parcels**, from Hangzhou and from Foshan; the order page shows both numbers. Small things such as gifts and brush heads are often taped inside the lid.

If it is really wrong or missing:

- Send a photo of everything and one of the label within 7 days.
- Missing: we compare the weight at dispatch and send it the same day.
- Wrong: the right one leaves first and the courier collects the other; anything up to CNY 30 you may keep.

If you do not want to wait we refund that one piece. The rest stays with you and free shipping is not taken back.`,
    },
  },
  {
    slug: 'exchange-size-colour',
    kind: 'returns',
    productSkus: ['T910', 'T950', 'T955', 'T970', 'T940'],
    zh: {
      title: '床品、地毯能换尺寸和颜色吗？',
      body: `签收 **15 天内**，没洗、没用、吊牌还在，可以换 1 次同款的颜色；差价多退少补。

四件套目前只有 1.8 米床的尺寸（被套 220 × 240 cm），买错尺寸只能退，不能换。地毯都是 160 × 230 cm，建议先用胶带在地上贴出这个框，坐在沙发上看一眼再下单。

换货流程：申请换货—取件—仓库收到后 24 小时内发新的。来回运费第一次由我们出。

屏幕颜色难免有偏差：“燕麦”偏米黄，“雾蓝”比照片灰一点，“松绿”接近墨绿。拿不准的，可以要一份布样，免费寄，3–5 天到。`,
    },
    en: {
      title: 'Can I exchange bedding or rugs for another colour or size?',
      body: `Within **15 days**, unused, unwashed and with tags, you may exchange the colour once; price differences are settled.

The bedding set comes only for the 1.8 m bed (duvet cover 220 × 240 cm), so a wrong size is a return, not an exchange. Both rugs are 160 × 230 cm: mark the frame on the floor with tape and look at it from the sofa before you order.

Request, pick-up, and the new one leaves within 24 hours of arrival. We pay the shipping of the first exchange.

Screens differ: "oat" is on the beige side, "mist blue" greyer than the photo, "pine green" close to bottle green. Unsure? We mail fabric samples for free, 3–5 days.`,
    },
  },
  {
    slug: 'price-protection',
    kind: 'returns',
    productSkus: [],
    zh: {
      title: '刚买就降价，能退差价吗？',
      body: `能。付款后 **15 天内**，同一款在我们自己的店铺降价了，退您差价。

- 在“我的订单—价保”点一下，系统自己比价，通过后 24 小时内原路退回。
- 一单可以申请多次，每次都和上次的价格比。
- 比的是所有人都能拿到的价格；限量秒杀、会员生日券、直播间口令券、团购价不算。
- 赠品变了不算降价，套装和单品之间不能比。

大促前买的也算在内，所以不必为了等活动把牙膏用到挤不出来。超过 15 天就没有办法了，这条对金卡会员也一样。`,
    },
    en: {
      title: 'The price dropped just after I bought it',
      body: `Within **15 days** of payment we refund the difference if the same product becomes cheaper in our own shop.

- Press "My orders – price protection"; the system compares and pays back within 24 hours.
- You may ask several times for one order, each time against the last price.
- What counts is the price open to everybody, not flash sales, birthday vouchers, live-stream codes or company prices.
- A different free gift is no price cut, and sets are not compared with single pieces.

It also covers purchases before the big sales, so there is no need to squeeze the last toothpaste while waiting. After 15 days nothing can be done, for gold members either.`,
    },
  },
  {
    slug: 'return-allergic-reaction',
    kind: 'returns',
    productSkus: ['S210', 'S220', 'B110', 'F410', 'F420', 'F430', 'F440', 'F450', 'Y110', 'Y170'],
    zh: {
      title: '用了过敏，怎么退款和报销？',
      body: `身体先放第一：停用，用清水冲净，参考《用了皮肤发红发痒怎么办》。

退款：

1. 30 天内在聊天里说“过敏”，助手会记下产品、部位、时间，并立刻建一个加急单。
2. 发 2 张照片：皮肤、瓶底批号。
3. 24 小时内退全款，产品先留着别扔，质检可能要取样，取样的运费我们出。

如果去了医院，请保留病历和收费单。医生写明与产品有关的，诊疗费由我们的产品责任险处理，专人跟进，一般 15 个工作日有结果。

退了款也请告诉我们过敏原，我们会记在您的资料里（您同意的话），以后推荐时避开。`,
    },
    en: {
      title: 'I had an allergic reaction: refund and costs',
      body: `Your health first: stop using it, rinse with water, and see "My skin turned red and itchy".

Refund:

1. Within 30 days say "allergy" in the chat; the assistant notes product, place and time and raises an urgent case.
2. Send 2 photos: the skin and the batch number under the bottle.
3. Full refund within 24 hours. Keep the product; our laboratory may collect a sample at our cost.

If you saw a doctor, keep the record and the receipt. Where it names our product, treatment is handled by our product liability insurance, with one person in charge; usually there is a result within 15 working days.

Tell us what you are allergic to. If you agree we remember it and leave it out of our suggestions.`,
    },
  },
];
