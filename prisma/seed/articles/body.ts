import type { ArticleSource } from './shapes.ts';

/** Body and hands. */
export const body: ArticleSource[] = [
  {
    slug: 'shower-oil-safety',
    kind: 'safety',
    productSkus: ['B130'],
    zh: {
      title: '沐浴油会不会滑倒？怎么用才安全？',
      body: `油落在瓷砖上确实滑，请照这几步：

1. 铺好防滑垫，先打湿身体。
2. 一次约 **8 ml**，倒在手心，不要直接淋在身上。
3. 抹开变奶白色后再冲，顺手把脚下的地面冲一遍，**先冲地再抬脚**。
4. 出来前踩一踩毛巾。

家里有老人、孕晚期、腿脚不便的，建议坐着洗，或者换无香温和沐浴露。浴缸里别用，缸底会留一层油膜。

沾了油的毛巾要当天洗，别堆在暖气上，植物油在高温下会发热变味。进了眼睛用清水冲 5 分钟就好。它有植物精油，3 岁以下不用。`,
    },
    en: {
      title: 'Is the shower oil slippery? How to use it safely',
      body: `Oil on tiles is slippery indeed, so please:

1. Lay a non-slip mat and wet your body.
2. About **8 ml** in the palm, do not pour it over yourself.
3. Spread until milky, rinse, and rinse the floor **before you lift a foot**.
4. Step on a towel on the way out.

Older people, late pregnancy, weak legs: wash sitting or take the Calm body wash. Do not use it in the tub, a film stays.

Wash oily towels the same day and do not pile them on a radiator; plant oils heat up and turn rancid. In the eyes: rinse with water for 5 minutes. It contains essential oil, so not under 3 years.`,
    },
  },
  {
    slug: 'soap-care',
    kind: 'care',
    productSkus: ['B140'],
    zh: {
      title: '羊奶皂出水、变软、有白霜正常吗？',
      body: `都正常，说明它是真的冷制皂。

- **表面“出汗”**：天然甘油吸潮，梅雨天更明显，擦干继续用。
- **白霜**：皂和空气里的二氧化碳起的粉，叫苏打灰，不影响使用，洗两次就没了。
- **软得快**：它没加硬化剂。用完放在带孔的皂盒里，离开花洒，一块 100 g 能洗 4–6 周；泡在水里，10 天就没了。
- **颜色变深**：羊乳里的糖，放久会变米黄，正常。

有哈喇味、长橙色斑点，就是油氧化了，别用了，来换一块。

pH 约 9，比沐浴露碱，洗脸后请马上擦面霜；敏感期、湿疹发作时改用无香温和沐浴露。对羊奶、燕麦过敏的不要用。`,
    },
    en: {
      title: 'The goat milk soap sweats, softens or has white powder',
      body: `All normal for a real cold-process bar.

- **Sweat:** natural glycerin draws moisture, more so in the rainy season. Wipe and use.
- **White bloom:** soda ash from the air's carbon dioxide; gone after two washes.
- **Softens fast:** no hardeners. In a dish with holes, away from the shower, a bar of 100 g lasts 4–6 weeks; standing in water, 10 days.
- **Darkens:** the milk's sugar turns beige with time.

A rancid smell or orange spots mean the oil has oxidised: stop and ask for another one.

Its pH is about 9, more alkaline than a body wash. Use a cream after washing your face, and the Calm body wash during eczema. Not for people allergic to goat milk or oats.`,
    },
  },
  {
    slug: 'refill-hand-wash',
    kind: 'use',
    productSkus: ['B150', 'B160'],
    zh: {
      title: '洗手液补充装怎么灌？能灌别的瓶子吗？',
      body: `1. 瓶子用到底，清水晃洗一遍，**倒扣晾干**，残水会让新的变质。
2. 剪开袋角，斜着慢慢倒，一袋 600 ml 正好两瓶。
3. 只倒到瓶肩的线，太满泵头会溢。
4. 拧紧，空按 5 下出泡。

剪开的袋子夹紧，6 个月内用完。灌好的日期用笔写在瓶底。

只配我们的泡沫洗手液瓶：别的泡沫泵网眼不一样，出来可能是水；普通的按压瓶也打不出泡。补充装和瓶装是同一个配方，不用兑水。

一个瓶子可以灌 5 次左右，泵头松了来要一个新的，免费寄。`,
    },
    en: {
      title: 'How do I use the hand wash refill?',
      body: `1. Empty the bottle, rinse it and let it **dry upside down**; old water spoils the new filling.
2. Cut the corner and pour slowly; 600 ml fill exactly two bottles.
3. Stop at the shoulder line or the pump overflows.
4. Screw tight and press 5 times until it foams.

Clip the opened pouch and use it up within 6 months; write the date under the bottle.

It only fits our foaming bottle: other foam pumps have another mesh and give water, ordinary pumps give no foam at all. Same formula, do not dilute.

A bottle takes about 5 refills. If the pump gets loose ask for a new one, free.`,
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
];
