import type { ArticleSource } from './shapes.ts';

/** Skin care, and what to do when skin protests. */
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
    slug: 'skin-reaction',
    kind: 'safety',
    productSkus: ['F410', 'F420', 'F430', 'F440', 'F450', 'F460', 'B120', 'B130', 'S220'],
    zh: {
      title: '用了皮肤发红发痒怎么办？',
      body: `**马上停用**，用流动的凉水冲 10 分钟，轻按擦干，什么都别往上叠。

- 只是微红、有点热：冷毛巾敷，每次 10 分钟，间隔 1 小时；48 小时内多半会退。
- 起疹子、很痒：别抓，拍照，尽快看皮肤科，把产品带去。
- **眼皮嘴唇肿、喘不上气、头晕、全身风团：立刻拨打 120**，这是急性过敏，不要等客服。

平静后再联系我们，说清产品、批号、用了几天、同时换过什么。我们会建加急单，当班 30 分钟内有人联系，退款按“过敏无忧”办。

恢复前只用清水和已经用惯的面霜，酸类、视黄醇、磨砂至少停 2 周。`,
    },
    en: {
      title: 'My skin turned red and itchy',
      body: `**Stop at once**, rinse with cool running water for 10 minutes, pat dry, and put nothing on top.

- Slight redness or warmth: a cold cloth for 10 minutes, with an hour between; usually gone within 48 hours.
- Rash or strong itching: do not scratch, take photos, see a dermatologist and take the product with you.
- **Swollen lids or lips, short breath, dizziness, hives all over: call 120 now.** That is an acute allergy; do not wait for us.

Afterwards tell us the product, batch, how many days you used it and what else was new. It becomes an urgent case, with a call within 30 minutes on duty, and a refund.

Until healed use water and your usual cream only; no acids, retinol or scrubs for at least two weeks.`,
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
    slug: 'urea-lotion-sting',
    kind: 'use',
    productSkus: ['F460'],
    zh: {
      title: '尿素身体乳涂了刺痛？怎么改善鸡皮肤？',
      body: `5% 尿素遇到小裂口会刺，像撒了点盐，一般 1 分钟就过去。刚刮完腿毛、晒伤、湿疹破皮的地方别涂，等长好。

鸡皮肤（毛周角化）这样用：

- 洗完澡 **3 分钟**内，皮肤还潮的时候涂。
- 每天 1 次，手臂外侧和大腿每处约 2 ml。
- 坚持 8 周，摸起来会平一些；颜色淡得慢，别用磨砂去搓。

它改善的是粗糙，体质不会变，停了会慢慢回来。

脸上不要用，尿素对脸偏刺激。3 岁以下不用，宝宝皴了用婴儿润肤霜。一瓶 400 ml，只涂手臂和小腿可以用 3 个月左右。`,
    },
    en: {
      title: 'The urea lotion stings. And does it help with rough bumps?',
      body: `5 % urea meets small cracks like salt; it passes in about a minute. Not on freshly shaved legs, sunburn or broken eczema.

For keratosis pilaris:

- Within **3 minutes** of the shower, while the skin is damp.
- Once a day, about two millilitres for each arm or thigh.
- After 8 weeks it feels smoother. Colour fades slowly; do not scrub.

It softens the skin but does not change your type: without it the bumps come back slowly.

Not on the face, and not under 3 years; for babies take the baby cream. 400 ml last about 3 months on arms and shins.`,
    },
  },
  {
    slug: 'expiry-and-pao',
    kind: 'use',
    productSkus: ['F420', 'F430', 'F440', 'F450', 'S210', 'B110'],
    zh: {
      title: '保质期和开封后使用期限怎么看？过期还能用吗？',
      body: `瓶底喷码第一行是**限用日期**，没开封能放到那天。打开盖子的小罐图标写着“6M”“12M”，是开封后的月数，两个日期取早的。

- **3 个月**：视黄醇晚霜。
- **6 个月**：面霜、精华、防晒。
- **12 个月**：洗发水、沐浴露、洁面乳、身体乳、护手霜。

开封那天用记号笔写在瓶底，最省心。

出现分层、变色、哈喇味，没到日子也别用。过了限用日期的护肤品和防晒请扔掉；过期不到半年的洗发水可以洗梳子、刷浴缸。

我们发出的货，离限用日期至少还有 12 个月；收到更短的，找我们换。`,
    },
    en: {
      title: 'Shelf life and use after opening',
      body: `The first printed line under the bottle is the **use-by date** for unopened goods. The open-jar sign "6M" or "12M" gives the months after opening. The earlier one counts.

- **3 months:** retinol cream.
- **6 months:** face cream, serum, sunscreen.
- **12 months:** shampoo, body wash, face wash, body lotion, hand cream.

Easiest is to write the day of opening under the bottle.

If it separates, changes colour or smells rancid, stop earlier. Throw away expired skin care and sunscreen; a shampoo just past its date still cleans combs and bathtubs.

What we send has at least 12 months left. Less? We exchange it.`,
    },
  },
  {
    slug: 'storage-cosmetics',
    kind: 'care',
    productSkus: ['F430', 'F440', 'F450', 'B130'],
    zh: {
      title: '护肤品放冰箱好吗？夏天、冬天怎么存？',
      body: `不用进冰箱。**5–25 ℃**、避光、盖紧，就是最好的条件，卧室抽屉比浴室架子强。

- 精华、面霜：冷藏会让油水分开，拿进拿出结露更容易坏。
- 视黄醇：怕光怕热，放抽屉里。
- 防晒：别留在车上，夏天车内能到 60 ℃。
- 沐浴油：低于 8 ℃ 会起白絮，泡在 40 ℃ 温水里 10 分钟就清了，不影响用。

快递在路上冻过、晒过怎么办：放室温 24 小时再打开，能恢复均匀就可以用；分层摇不匀的，拍照给我们换。

面霜用附的小勺挖，比手指少带进水和细菌。`,
    },
    en: {
      title: 'Should skin care go into the fridge?',
      body: `No. **5–25 °C**, dark and tightly closed is best; a bedroom drawer beats the bathroom shelf.

- Serum and cream: cold may split oil from water, and condensation spoils them.
- Retinol: hates light and heat; the drawer.
- Sunscreen: not in the car, which reaches 60 °C in summer.
- Shower oil: white flakes below 8 °C clear in a bath of 40 °C after 10 minutes; it is still good.

Frozen or overheated in transit? Leave it at room temperature for 24 hours before opening. If it is even again, use it; if it stays separated, send a photo and we exchange it.

Take cream with the little spoon: less water and fewer germs than fingers.`,
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
  {
    slug: 'hand-care',
    kind: 'care',
    productSkus: ['F470', 'B150'],
    zh: {
      title: '手干裂、倒刺多，护手霜怎么涂才有用？',
      body: `洗完手**擦到半干**就涂，锁住那点水，比干透了再涂强一倍。

1. 挤一厘米长，先在手背搓开，再带到指缝和指甲边。
2. 白天每次洗手后薄涂，10 秒就吸收，能拿手机。
3. 睡前涂厚一点，戴棉手套 **20 分钟**，连着 5 晚，倒刺明显少。

洗手用泡沫洗手液，水温 35 ℃ 以下，搓 20 秒；做家务戴手套，油污净、洗碗块最伤手。

裂口出血、又红又痒、起小水泡，可能是手部湿疹，先别涂带精油的，雪松护手霜也停一停，去看皮肤科。

一支 75 g，一天 5 次大约用 6 周。3 岁以下的孩子请用婴儿润肤霜。`,
    },
    en: {
      title: 'Cracked hands and hangnails: how do I use hand cream?',
      body: `Put it on while hands are **still slightly damp**; it seals that water in and works far better than on dry skin.

1. A centimetre on the backs of the hands first, then between the fingers and round the nails.
2. A thin layer after each wash; within 10 seconds you can pick up the phone.
3. A thicker one at bedtime under cotton gloves for **20 minutes**; after 5 nights hangnails are clearly fewer.

Wash with the foaming hand wash below 35 °C for 20 seconds, and wear gloves for chores: degreaser and dishwasher tablets are the worst.

Bleeding cracks, itching or tiny blisters may be hand eczema: no essential oils then, so pause the cedar cream too, and see a dermatologist.

75 g last about 6 weeks at 5 times a day. Under 3 years take the baby cream.`,
    },
  },
];
