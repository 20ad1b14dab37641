import type { ArticleSource } from './shapes.ts';

/** Ordering, delivery, invoices and payment. */
export const shopping: ArticleSource[] = [
  {
    slug: 'service-hours',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '人工客服几点上班？',
      body: `人工客服**每天 9:00–21:00**（北京时间）都在，周末和节假日照常，只有除夕到正月初二是 10:00–18:00。

- 在线聊天：直接说“找人工”，排到您就接。
- 电话：400-555-0100，市话费。
- 夜里留言也行：智能助手 24 小时在线，能查产品、记投诉；需要人处理的，第二天 9:00 开始按先后顺序回电。

涉及烫伤、过敏、冒烟这类安全问题，请说清楚症状和产品，我们会优先处理，值班同事在班时 30 分钟内联系您。`,
    },
    en: {
      title: 'When can I talk to a person?',
      body: `Our people are here **every day, 9:00–21:00** (Beijing time), weekends and holidays included; only from New Year's Eve to the second day of the lunar year it is 10:00–18:00.

- Chat: say "a person, please" and the next free colleague takes over.
- Phone: 400-555-0100, at local rates.
- At night, leave a message: the assistant answers 24 hours a day and records complaints. What needs a person is called back in order from 9:00.

For burns, allergic reactions or smoke, tell us the symptom and the product. Such cases go first: within 30 minutes while we are on duty.`,
    },
  },
  {
    slug: 'delivery-time',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '下单后多久能收到？',
      body: `每天 **16:00 前**付款的订单当天发出，之后的第二天发出。我们有杭州、佛山两个仓，系统自动选近的那个。

| 地区 | 发出后 |
|---|---|
| 江浙沪皖、广东 | 1–2 天 |
| 其他大部分省份 | 2–4 天 |
| 新疆、西藏、青海、宁夏、甘肃、内蒙古 | 5–8 天 |

大件（除湿机、地毯、净水机）走送货上门的物流，比表里多 1 天。下单时选了“定期送”的，发货前一天会发短信确认。超过表里的时间还没到，把订单号发给我们，我们去催，不用您自己打快递电话。`,
    },
    en: {
      title: 'How long does delivery take?',
      body: `Orders paid before **16:00** leave the same day, later ones the next day, from Hangzhou or Foshan, whichever is nearer.

| Region | After dispatch |
|---|---|
| Jiangsu, Zhejiang, Shanghai, Anhui, Guangdong | 1–2 days |
| Most other provinces | 2–4 days |
| Xinjiang, Tibet, Qinghai, Ningxia, Gansu, Inner Mongolia | 5–8 days |

Large things (dehumidifier, rugs, water purifier) come with a carrier who brings them to the door and take 1 day more. Late? Send us the order number and we chase the carrier; you need not call anybody.`,
    },
  },
  {
    slug: 'delivery-areas',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '哪些地方能送？港澳台和国外呢？',
      body: `中国大陆 31 个省、自治区、直辖市都送，乡镇也送到；村里如果快递不进村，会放在最近的代收点，短信里写明地址。

暂时**不送**香港、澳门、台湾和海外，也不接受转运仓地址：电器是按国内 220 V 电压和插头做的，出了问题我们没法就近保修，不想让您买了没人管。

沐浴油、发油、喷雾这类液体走陆运，不上飞机，去新疆、西藏的会比普通件多 2 天。收货地址写得越细越好：小区、楼号、门牌，大件请注明有没有电梯。`,
    },
    en: {
      title: 'Where do you deliver? Hong Kong, Taiwan, abroad?',
      body: `To all 31 provinces, regions and municipalities of mainland China, towns included. Where couriers do not enter a village the parcel waits at the nearest pick-up point and a text message says where.

We do **not** deliver to Hong Kong, Macao, Taiwan or abroad for now, nor to forwarding warehouses. Our appliances are made for 220 V and Chinese sockets, and we could not honour the warranty there.

Liquids such as shower oil, hair oil and sprays travel by road, so Xinjiang and Tibet take 2 days more. For large things please say whether there is a lift.`,
    },
  },
  {
    slug: 'shipping-cost',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '运费怎么算？多少包邮？',
      body: `- 实付满 **99 元**包邮。
- 不满 99 元，运费 **8 元**。
- 新疆、西藏满 199 元包邮，不满收 15 元。
- 除湿机、净水机、地毯这些大件**送货上门不另收费**；没有电梯、超过 6 楼的，师傅会先打电话和您商量。

用券后的金额才算“实付”。比如买了 105 元的东西、用了 10 元券，实付 95 元，就差一点：加一支 19 元的除垢粉比付运费划算。拆成几单不能合并算包邮，请放进购物车一起付。补发和换货的运费都由我们出。`,
    },
    en: {
      title: 'What does shipping cost, and when is it free?',
      body: `- Free when you pay **CNY 99** or more.
- Below CNY 99 it is **CNY 8**.
- Xinjiang and Tibet: free from CNY 199, otherwise CNY 15.
- Dehumidifier, water purifier and rugs are carried to your door **without a surcharge**; above floor 6 without a lift the driver calls first.

What counts is the amount after vouchers. Goods for CNY 105 with a voucher of CNY 10 make CNY 95: a pack of descaler at CNY 19 costs little more than the shipping. Separate orders are not added together. Replacements always travel at our cost.`,
    },
  },
  {
    slug: 'change-order',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '订单能改地址、改规格或者取消吗？',
      body: `看包裹走到哪一步：

1. **还没发货**：在“我的订单”里自己改地址、改颜色，或者直接取消，钱原路退回，1 小时内到账。
2. **仓库正在打包**（付款后约 2 小时，状态是“拣货中”）：系统锁了，找人工客服，我们打电话到仓库拦，多数拦得住。
3. **已经发出**：同城改派可以，跨城市改不了。不想要了就**拒收**，包裹回到仓库后 3 个工作日内退款，往返运费算我们的，一年限 3 次。

买错颜色不用重新下单，发出前说一声就换。已经用掉的优惠券，取消后会退回账户，有效期不变。`,
    },
    en: {
      title: 'Can I change or cancel an order?',
      body: `It depends how far the parcel is:

1. **Not dispatched:** change the address or colour or cancel under "My orders". Money is back within 1 hour.
2. **Being packed** (about 2 hours after payment): the order is locked; ask for a person and we phone the warehouse. Most can be stopped.
3. **On its way:** we can redirect within the same city, not to another. If you no longer want it, **refuse the parcel**; you are refunded within 3 working days of its return, shipping on us, up to 3 times a year.

A wrong colour needs no new order: tell us before dispatch. A used voucher returns to your account with its old expiry date.`,
    },
  },
  {
    slug: 'invoice',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '怎么开发票？能补开吗？',
      body: `**电子普通发票**：确认收货后，在“我的订单—申请发票”填抬头和税号，24 小时内发到邮箱，和纸质的一样能报销。

**增值税专用发票**：公司采购请联系人工客服，发来开票资料，3 个工作日内开出电子专票。

- 下单 180 天内都可以补开。
- 抬头写错了：同一自然年内可以红冲重开，请把原发票号一起发来。
- 用积分、优惠券抵掉的部分不能开进金额里，发票按实付开。
- 退货的订单，发票会同步冲红，公司已入账的请先和财务说一声。

内容默认开商品明细，不能改成“办公用品”。`,
    },
    en: {
      title: 'How do I get an invoice (fapiao)?',
      body: `**Electronic ordinary fapiao:** after you confirm receipt choose "My orders – request invoice", enter name and tax number, and it is mailed within 24 hours. It counts like paper.

**VAT special fapiao:** companies send us their details through a person at service; issued within 3 working days.

- Can be requested up to 180 days after the order.
- A wrong title can be reversed and issued again within the same calendar year; send the old number.
- The amount is what you paid, without points and vouchers.
- When goods are returned, the invoice is reversed too.

It lists the goods as they are; we cannot write "office supplies" instead.`,
    },
  },
  {
    slug: 'payment-methods',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '可以怎么付款？能分期吗？',
      body: `支持**微信支付、支付宝、银联云闪付**，以及对公转账。没有货到付款。

- 分期：单笔满 600 元，可选 3 期或 6 期，3 期免手续费；6 期的手续费在付款页写明，由支付机构收。
- 一单可以叠加 1 张店铺券和积分，不能叠加 2 张店铺券。
- 付款失败但扣了钱：一般是银行延迟，30 分钟内订单会变成已付款；没变的话，钱会自动原路退回，不用再付第二次。
- 对公转账请备注订单号，到账后才发货，通常当天能查到。

我们不会用短信、电话让您扫码补差价，也不会问您验证码。遇到这种，请直接挂断，打 400-555-0100 核实。`,
    },
    en: {
      title: 'How can I pay? Are instalments possible?',
      body: `**WeChat Pay, Alipay, UnionPay** and bank transfer for companies. No cash on delivery.

- Instalments from CNY 600 in 3 or 6 parts; 3 are free of charge, the fee for 6 is shown by the payment provider.
- One order takes 1 shop voucher plus points, not 2 vouchers.
- Charged but the order still says unpaid? Banks may lag: it turns to paid within 30 minutes, or the money returns by itself. Do not pay a second time.
- Companies: put the order number in the transfer.

We never ask you by phone or text to scan a code for a price difference, nor for verification codes. Hang up and call 400-555-0100.`,
    },
  },
  {
    slug: 'bulk-orders',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '公司团购、酒店采购有折扣吗？',
      body: `有。同一款满 **20 件**或一单满 **5000 元**，可以走团购：

- 20–49 件 95 折，50–199 件 9 折，200 件以上单独报价。
- 可以印贺卡，50 件起可以换外盒贴纸，设计稿确认后 7 天出货。
- 支持对公转账、增值税专用发票、分地址发货（每个地址多收 8 元运费）。

请把产品、数量、希望到货的日期和联系人告诉人工客服，1 个工作日内有专人回电报价。节前（中秋、春节）请提前 15 天，否则能发的颜色会少。团购的产品一样享受质保；非质量问题的退货，需要包装没有拆封。`,
    },
    en: {
      title: 'Is there a discount for companies and hotels?',
      body: `Yes, from **20 pieces** of one product or **CNY 5000** an order:

- 20–49 pieces 5 % off, 50–199 pieces 10 % off, a quotation from 200.
- Greeting cards; from 50 pieces your own sticker on the box, ready 7 days after you approve the design.
- Bank transfer, VAT invoice, several addresses (CNY 8 shipping for each further one).

Give a person at service the products, numbers, date and contact; someone calls with a price within 1 working day. Before Mid-Autumn and Spring Festival please ask 15 days ahead. The warranty is the same as for everybody; returns without a fault need unopened boxes.`,
    },
  },
  {
    slug: 'gift-wrapping',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '可以当礼物送吗？有礼盒和贺卡吗？',
      body: `可以。结算页勾选“送人”：

- **礼盒** 12 元一个，再生纸浆做的，装得下 3 瓶 400 ml 的洗护，或一套浴巾。电器和地毯不提供礼盒。
- **手写贺卡**免费，最多 60 个字，中英文都行，我们真的是手写，所以会晚半天发出。
- 包裹里不放价格单，发票发到您的邮箱。

收礼的人 7 天内想换颜色或尺寸，拿着包裹上的单号就能找我们换，不用问您要订单。要退货的话，钱只能退给付款的人。节日前一周礼盒紧张，建议早两三天下单。`,
    },
    en: {
      title: 'Can you send it as a gift?',
      body: `Yes, tick "This is a gift" at the checkout:

- A **gift box** of recycled pulp for CNY 12; it holds 3 bottles of 400 ml or a pair of towels. None for appliances and rugs.
- A **handwritten card** is free, up to 60 characters, Chinese or English. It really is written by hand, so the parcel leaves half a day later.
- No prices in the parcel; the invoice goes to your mail.

Within 7 days the person who received it can change colour or size with the parcel number alone. Refunds can only go back to the payer. Boxes run short before holidays: order two or three days earlier.`,
    },
  },
];
