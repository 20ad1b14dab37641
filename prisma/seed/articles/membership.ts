import type { ArticleSource } from './shapes.ts';

/** Membership, what is remembered, and messages. */
export const membership: ArticleSource[] = [
  {
    slug: 'member-tiers',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '会员等级和权益有哪些？',
      body: `下过一单就是会员，不收会费。等级看最近 12 个月的实付金额，每月 1 日更新：

| 等级 | 门槛 | 权益 |
|---|---|---|
| 普卡 | 0 元 | 生日月 10 元券 |
| 银卡 | 1000 元 | 生日月 30 元券、免费退货取件每年 2 次 |
| 金卡 | 3000 元 | 生日月 60 元券、免费退货取件不限次、新品优先试用 |

每实付 1 元得 1 积分，100 积分抵 1 元，积分从得到那天起 24 个月有效。退货会把这一单的积分扣回。等级降了，已经发的券照样能用。`,
    },
    en: {
      title: 'What are the membership levels worth?',
      body: `One order makes you a member; there is no fee. The level follows what you paid in the last 12 months and is updated on day 1 of each month:

| Level | From | What you get |
|---|---|---|
| Standard | CNY 0 | CNY 10 voucher in your birthday month |
| Silver | CNY 1000 | CNY 30 voucher, free return pick-up 2 times a year |
| Gold | CNY 3000 | CNY 60 voucher, free pick-up without limit, new products first |

Each CNY 1 paid gives 1 point; 100 points are worth CNY 1 and last 24 months. Returned goods take their points back. Vouchers stay valid if your level drops.`,
    },
  },
  {
    slug: 'vouchers-and-offers',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '有优惠券吗？现在有什么活动？',
      body: `优惠券有三个来处：

- **生日月券**：会员在生日当月自动收到，金额看等级。
- **积分**：100 积分抵 1 元，付款时勾选。
- **大促**：每年六月和十一月各一次，提前一周在首页写明规则，不搞先涨后降；买完 15 天内降价，差价可以退。

券在“我的—优惠券”里，写着有效期和能用的商品，过期不补。一单用 1 张，可以和积分一起用。平时没有别的暗号和内部券，有人说能代领，请别信。`,
    },
    en: {
      title: 'Do you have vouchers, discounts or offers?',
      body: `There are three kinds:

- **Birthday voucher**: members get it in their birthday month; the amount follows the level.
- **Points**: 100 points are worth CNY 1; tick the box when you pay.
- **Sales**: twice a year, in June and November; the rules stand on the front page a week before. If the price drops within 15 days of your order, the difference is paid back.

Vouchers with their dates and the goods they hold for are under "My vouchers". One order takes 1, together with points. There are no secret codes; please do not trust anybody who sells them.`,
    },
  },
  {
    slug: 'what-we-remember',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '你们会记住我的哪些信息？怎么删？',
      body: `助手只记您**同意记**的事，比如“只用无香的”“晚上 6 点后再打电话”。每次要记之前都会问一句，您说不，就不记。

- 想看：在聊天里说“你知道我什么”，会列出每一条，连同当时的原话。
- 想改：直接说新的，比如“现在可以接受淡香了”，确认后替换旧的。
- 想删：说“把这条删掉”，立刻删，不留备份给营销用。

订单、投诉和保修记录按法律和售后需要保存，删不了其中的交易凭证，但可以停止一切推送。我们不卖、不换您的资料，也不会因为您拒绝被记住而少给服务。`,
    },
    en: {
      title: 'What do you remember about me, and how do I delete it?',
      body: `The assistant keeps only what you **agree** to, such as "unscented only" or "call after 6 pm". It asks each time, and no means no.

- To see it: ask "what do you know about me?" and every entry is listed with your own words.
- To change it: say the new wish, for instance that light scents are fine now; after your yes it replaces the old one.
- To delete it: say "delete that". It is gone at once, with no copy for marketing.

Orders, complaints and warranty records must be kept as the law and service require, yet you can stop every message. We never sell or swap your data, and saying no costs you nothing.`,
    },
  },
  {
    slug: 'unsubscribe',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '不想收到推送和短信，怎么关？',
      body: `三种办法，选顺手的：

1. 在聊天里说“不要再给我发消息”，助手确认一次就停，立刻生效。
2. 短信回复 **T**，24 小时内停发营销短信。
3. 会员中心里的“消息设置”，能单独关：新品、生日券、用完提醒、满意度回访。

关掉之后，只有和您的订单直接有关的还会发：发货、到货、退款、维修进度，以及万一产品需要召回的通知。想重新打开，随时再说一句。

我们晚上 21:00 到早上 9:00 不发任何推送；同一个人 7 天内最多收到 1 条营销消息。如果您收到更多，请截图告诉我们，那是我们的错。`,
    },
    en: {
      title: 'How do I stop your messages?',
      body: `Whichever is easiest:

1. Say in the chat "don't message me any more"; the assistant asks once and stops at once.
2. Reply **T** to a text message; marketing texts stop within 24 hours.
3. In the member centre, "Message settings" turns off new products, birthday vouchers, refill reminders or surveys one by one.

After that you hear from us only about your own orders: dispatch, delivery, refunds, repairs, and a recall should there ever be one. You can switch it on again any time.

We send nothing between 21:00 and 9:00, and at most 1 marketing message to a person in 7 days. If you get more, send a screenshot: that is our mistake.`,
    },
  },
  {
    slug: 'samples',
    kind: 'service',
    productSkus: ['S210', 'B110', 'F420', 'F430', 'Y110'],
    zh: {
      title: '有试用装吗？怎么领？',
      body: `每单可以挑 **2 份** 10 ml 试用装，免费，在购物车最下面勾选。目前有：无香舒缓洗发水、无香温和沐浴露、神经酰胺面霜、玻尿酸精华、婴儿洗发沐浴二合一。

- 只要试用装、不买别的：付 8 元运费，一次最多 3 份，每人每年 2 次。
- 金卡会员上新时会收到邀请，试用 14 天，写几句真话就行，好坏都可以。
- 试用装没有泵头，剪开一次用不完，用夹子夹住，7 天内用掉。

敏感肌建议先用试用装做 48 小时手肘测试，再买正装。电器没有试用，可以在 7 天内无理由退，前提是没装过水、没煮过东西。`,
    },
    en: {
      title: 'Do you have samples?',
      body: `Choose **2** free samples of 10 ml with every order, at the end of the basket: Calm shampoo, Calm body wash, ceramide cream, hyaluronic serum, baby hair and body wash.

- Samples only: CNY 8 for shipping, up to 3 at a time, twice a year.
- Gold members are invited to try new things for 14 days and tell us the truth, good or bad.
- They have no pump; clip an opened one and use it within 7 days.

With sensitive skin do the 48 hour elbow test with a sample before you buy. Appliances have no samples; they can be returned within 7 days if they have never held water or food.`,
    },
  },
];
