import type { ArticleSource } from './shapes.ts';

/** Looking after the face. */
export const skin: ArticleSource[] = [
  {
    slug: 'patch-test',
    kind: 'safety',
    productSkus: ['F410', 'F420', 'F430', 'F440', 'F450', 'S210', 'Y110', 'Y170'],
    zh: {
      title: '怎么自己做过敏测试？',
      body: `新的护肤品、洗发水上脸上头之前，花 **48 小时**试一试：

1. 洗净手肘内侧，擦干。
2. 面霜、精华、防晒：涂黄豆大小，直径约 2 cm，不洗掉。洁面、洗发水：加水搓出泡，停 5 分钟冲净。
3. 早晚各一次，连做两天。
4. 看有没有红、肿、痒、小疹子。

没事，再在耳后试一天，然后全脸用。有反应，用清水洗掉，不要再用，签收 30 天内可以走“过敏无忧”退款。

敏感肌、孕期、湿疹刚好的人一定要做。一次只试一样，不然不知道是谁惹的。我们标了“斑贴测试”的产品，也不等于对每个人都不过敏。`,
    },
    en: {
      title: 'How do I do a patch test at home?',
      body: `Before a new product goes on face or scalp, give it **48 hours**:

1. Wash and dry the inside of the elbow.
2. Creams, serum, sunscreen: a soybean-sized amount on about two centimetres, left on. Cleansers and shampoo: lather, wait 5 minutes, rinse.
3. Morning and night for two days.
4. Look for redness, swelling, itching, bumps.

Nothing? One more day behind the ear, then the face. A reaction? Rinse, stop, and use our no-worry refund within 30 days of delivery.

A must for sensitive skin, in pregnancy and after eczema. Test one thing at a time. Even "patch tested" on the label does not mean that nobody can react.`,
    },
  },
  {
    slug: 'routine-order',
    kind: 'use',
    productSkus: ['F410', 'F420', 'F430', 'F440', 'F450'],
    zh: {
      title: '护肤的先后顺序是什么？',
      body: `从稀到稠，早上多一步防晒，晚上多一步视黄醇：

**早**：洁面乳 → 玻尿酸精华半滴管 → 神经酰胺面霜 → 等 3 分钟 → 物理防晒约 1 ml。

**晚**：洁面乳 → 精华 → 面霜。用视黄醇的晚上：洁面后等皮肤全干（约 15 分钟），涂豌豆大小，再用面霜盖住。

搓泥了怎么办：多半是精华没干就上霜，或者用多了。每层等 1 分钟，用按的，不用搓。

敏感期只留三样：温水或洁面、面霜、防晒。视黄醇和身体用的 5% 尿素都先停。精华单用会更干，一定要盖霜。`,
    },
    en: {
      title: 'In which order do I use skin care?',
      body: `From thin to thick; sunscreen by day, retinol by night:

**Morning:** face wash → half a dropper of hyaluronic serum → ceramide cream → wait 3 minutes → about 1 ml of mineral sunscreen.

**Night:** face wash → serum → cream. On retinol nights let the skin dry completely (about 15 minutes), take a pea of it, then cover with cream.

Pilling? Usually cream on wet serum, or too much. Wait a minute between layers and press instead of rubbing.

In sensitive times keep three: lukewarm water or face wash, cream, sunscreen. Pause retinol and also the body lotion's 5 % urea. Serum alone dries the skin: always seal it with cream.`,
    },
  },
  {
    slug: 'retinol-start',
    kind: 'use',
    productSkus: ['F450'],
    zh: {
      title: '第一次用视黄醇晚霜怎么开始？脱皮正常吗？',
      body: `慢就是快。我们的浓度是 **0.2%**：

| 时间 | 频率 |
|---|---|
| 第 1–2 周 | 隔 3 天 1 次 |
| 第 3–4 周 | 隔 1 天 1 次 |
| 第 5 周起 | 能耐受再每晚 |

晚上洁面后全干再用，豌豆大小，避开眼周、嘴角、鼻翼。怕刺激就“三明治”：面霜—视黄醇—面霜。

头几周轻微脱皮、泛红是建立耐受，停 3 天再接着来。火辣、起疹，就是不适合，停用，30 天内可以退。

白天必须防晒。不和酸类、磨砂同一晚用；热蜡脱毛前后各停 7 天。开封后 **3 个月**内用完，盖紧放阴凉处。`,
    },
    en: {
      title: 'How do I start with the retinol night cream? Is peeling normal?',
      body: `Slow is fast. Ours has **0.2 %**:

| When | How often |
|---|---|
| Weeks 1–2 | every 3 days |
| Weeks 3–4 | every other night |
| From week 5 | nightly if well tolerated |

On completely dry skin after cleansing, a pea, away from eyes, mouth corners and nostrils. Afraid of irritation? Sandwich it: cream – retinol – cream.

A little peeling and redness in the first weeks is the skin getting used to it: pause 3 days, go on. Burning or a rash means it is not for you: stop, refund within 30 days.

Sunscreen by day is a must. No acids or scrubs the same night; pause 7 days before and after waxing. Use up within **3 months** of opening.`,
    },
  },
  {
    slug: 'retinol-pregnancy',
    kind: 'safety',
    productSkus: ['F450', 'F420', 'F440'],
    zh: {
      title: '备孕、怀孕、哺乳能用视黄醇晚霜吗？',
      body: `**不能。** 维 A 类成分在孕期有风险，外用吸收虽少，医生的建议都是避开。请这样做：

- 备孕：准备怀孕前 **3 个月**停用。
- 用了才发现怀孕：立刻停，不必慌，外用量很小；下次产检把产品和用了多久告诉医生，由医生判断。
- 哺乳期：断奶后再用，宝宝会蹭到皮肤。

这段时间可以换成：神经酰胺舒缓面霜修护，玻尿酸精华补水，白天用物理防晒 SPF50。想淡纹，等断奶后再开始。

没开封的可以退，超过 7 天也退：孕期退视黄醇我们不限 30 天，签收 90 天内，说一声就行，不需要证明。`,
    },
    en: {
      title: 'May I use retinol when trying for a baby, pregnant or breastfeeding?',
      body: `**No.** Vitamin A and its kin are a risk in pregnancy. Little is absorbed through the skin, yet doctors advise against it:

- Planning: stop **3 months** before.
- You find out while using it: stop, do not panic, the amount is tiny; tell your doctor at the next visit how long you used it.
- Breastfeeding: wait until you have weaned, the baby touches your skin.

Meanwhile: ceramide cream, hyaluronic serum and the mineral sunscreen SPF 50. Lines can wait.

You can return it unopened beyond 7 days: for pregnancy we go past our usual 30 days to 90 days from delivery. Just say so, no proof needed.`,
    },
  },
  {
    slug: 'sunscreen-amount',
    kind: 'use',
    productSkus: ['F440'],
    zh: {
      title: '防晒霜涂多少？怎么涂不泛白？要卸妆吗？',
      body: `全脸加脖子约 **1 ml**，就是两根手指各挤一条。涂少了，SPF50 只剩一半不到。

不泛白的办法：

1. 面霜后等 3 分钟。
2. 分两层，每层约一半，先点五点再拍开，不要来回搓。
3. 等 5 分钟再上底妆。

户外每 **2 小时**补一次，出汗擦脸后马上补。它防日常出汗，不防水，游泳请选别的。

不用卸妆油，用洁面乳洗两遍就干净。3 岁以上的孩子能用，6 个月内的婴儿靠帽子和遮阳。

一支 50 ml，每天涂脸大约用 7 周。开封 6 个月内用完，别放在车里，超过 40 ℃ 会分层。`,
    },
    en: {
      title: 'How much sunscreen, and how to avoid a white cast?',
      body: `About **1 ml** for face and neck: a line on each of two fingers. With too little, SPF 50 falls to less than half.

Against the cast:

1. Wait 3 minutes after the cream.
2. Two layers of half each; dot and pat, do not rub back and forth.
3. 5 minutes before make-up.

Outdoors again every **2 hours** and after wiping sweat. It resists light sweat, not swimming.

No cleansing oil: wash twice with the face wash. For children from 3 years; babies under 6 months rely on hats and shade.

50 ml last about 7 weeks on the face every day. Use within 6 months of opening and never leave it in the car: above 40 °C it separates.`,
    },
  },
  {
    slug: 'face-wash-makeup',
    kind: 'use',
    productSkus: ['F410', 'F440'],
    zh: {
      title: '氨基酸洁面能卸妆吗？洗完紧绷怎么办？',
      body: `能洗掉我们的物理防晒（洗两遍），**卸不掉**防水睫毛膏、持久粉底，请先用卸妆油或卸妆膏，再用它洗第二遍。

怎么洗：

1. 水温 32–35 ℃，打湿脸。
2. 挤黄豆大小，加水搓到泡沫立得住。
3. T 区 20 秒，两颊 10 秒，冲 15 下。

它的 pH 是 6.5，不会假滑。洗完紧绷，一般是水太热或时间太长；干皮早上用清水就行，晚上再用。

冬天 10 ℃ 以下会变硬出珠光，是正常结晶，捏一捏就好。开封 12 个月内用完。眼睛进了泡沫，用清水冲，刺痛超过半小时请就医。`,
    },
    en: {
      title: 'Does the face wash remove make-up? Why does my skin feel tight?',
      body: `It takes off our mineral sunscreen (wash twice) but **not** waterproof mascara or long-wear foundation: use a cleansing oil or balm first.

How to:

1. Wet your face at 32–35 °C.
2. Lather a soybean-sized amount until the foam stands.
3. 20 seconds on the T-zone, 10 on the cheeks, rinse 15 times.

Its pH is 6.5, so it leaves no slippery film. Tightness comes from hot water or washing too long; dry skin needs only water in the morning.

Below 10 °C it hardens and shimmers: normal crystals, knead the tube. Use within 12 months of opening. Foam in the eye: rinse with water, and see a doctor if it stings for more than half an hour.`,
    },
  },
];
