import type { ArticleSource } from './shapes.ts';

/** Mother and baby. */
export const baby: ArticleSource[] = [
  {
    slug: 'newborn-bath',
    kind: 'use',
    productSkus: ['Y110', 'Y160'],
    zh: {
      title: '新生儿多久洗一次澡？水温多少？',
      body: `脐带没掉之前用湿毛巾擦；掉了以后，**隔天一次**，每次 5–10 分钟就够。

1. 房间 26 ℃ 左右，水 **37–38 ℃**，用手肘试，不烫不凉。
2. 先洗脸：只用清水。
3. 二合一 1 泵，加水搓出泡，从头到脚；一手始终托住颈后。
4. 清水冲净，纱布浴巾按干，脖子、腋下、腿弯翻开吸。
5. 3 分钟内涂婴儿润肤霜。

不用每次都用沐浴露，一周 2–3 次就好，其余清水。泡泡进眼睛不辣，清水带过即可。

人不要离开浴盆，**一秒也不行**，接电话就把孩子抱走。起红疹、湿疹渗水，先不用任何洗护，问医生。`,
    },
    en: {
      title: 'How often do I bathe a newborn, and how warm?',
      body: `A damp cloth until the cord has fallen off; then **every other day** for 5–10 minutes.

1. Room about 26 °C, water **37–38 °C**, tested with the elbow.
2. Face first, water only.
3. One pump of hair and body wash, lathered, head to toe; one hand always behind the neck.
4. Rinse, pat dry with the muslin towel, open the folds.
5. Baby cream within 3 minutes.

Wash is needed only 2–3 times a week, otherwise water. In the eyes it does not sting; rinse with water.

Never leave the tub, **not for a second**; take the baby along to the phone. With a rash or weeping eczema use nothing and ask the doctor.`,
    },
  },
  {
    slug: 'nappy-rash',
    kind: 'care',
    productSkus: ['Y120', 'Y140'],
    zh: {
      title: '红屁股怎么护理？护臀膏厚涂还是薄涂？',
      body: `1. 换勤一点，**2–3 小时**一次，便后马上换。
2. 温水冲洗最好，没条件用纯水湿巾，按，不擦。
3. 晾 10 分钟小屁股，干透。
4. 护臀膏**薄薄一层**，能看出白就行；已经红了，涂厚一点，像抹黄油。

15% 氧化锌是物理隔开尿湿，不含激素、不含香精，每次换尿布都能用，不用刻意搓掉，温水能带走大半。

2–3 天没好转、起小红点往外扩、破皮出水、发烧，可能是真菌感染，请看医生，护臀膏治不了。

尿不湿选大一号。腹泻期间先看肠胃。开封 6 个月内用完。不要和爽身粉一起用，会结块磨皮肤。`,
    },
    en: {
      title: 'Caring for nappy rash: a thick or a thin layer?',
      body: `1. Change every **2–3 hours**, at once after a stool.
2. Rinse with warm water; else pure-water wipes, pressing.
3. Let the skin dry for 10 minutes.
4. A **thin layer** you can just see; when red, thicker, like butter.

15 % zinc oxide keeps the wet away, no hormones, no fragrance; use it at every change and do not rub the rest off.

No better after 2–3 days, spots that spread, broken skin or fever may be a fungus: see a doctor, the cream cannot cure it.

Take nappies a size larger. With diarrhoea treat that first. Use within 6 months of opening. Not together with powder, it clumps and rubs.`,
    },
  },
  {
    slug: 'baby-laundry-stains',
    kind: 'care',
    productSkus: ['Y130'],
    zh: {
      title: '宝宝衣服上的奶渍、便渍、辅食渍怎么洗？',
      body: `都含蛋白和油，**先凉水冲**，热水会把蛋白煮在布上。

- **奶渍**：凉水冲，抹几滴婴儿洗衣液，停 15 分钟，再 40 ℃ 洗。发黄的陈渍，泡 2 小时。
- **便渍**：刮掉，凉水冲，再同上。
- **胡萝卜、南瓜**：洗完在太阳下晒，色素会退。
- **果汁**：10 分钟内冲掉最好。

用量：5 件小衣服 **15 ml**，手洗一盆 5 ml。漂 2 遍，摸着不滑。

和大人衣服分开洗，新衣先过水。不用柔顺剂、84。洗衣机每月空桶 60 ℃ 转一次，比消毒液更让人放心。含酶，双手有裂口时戴手套。`,
    },
    en: {
      title: 'Milk, nappy and food stains on baby clothes',
      body: `All hold protein and fat: **cold water first**, hot water cooks them in.

- **Milk:** rinse cold, a few drops of baby laundry liquid, 15 minutes, then 40 °C. Old yellow marks: soak for two hours.
- **Nappy:** scrape, rinse cold, the same.
- **Carrot, pumpkin:** dry in the sun, the colour fades.
- **Juice:** best within 10 minutes.

**15 ml** for 5 small garments, 5 ml for a basin. Rinse twice until not slippery.

Apart from adults' clothes; rinse new ones first. No softener, no "84" bleach. Run the empty washing machine at 60 °C once a month. It contains enzymes: wear gloves on cracked hands.`,
    },
  },
  {
    slug: 'wipes-not-flushable',
    kind: 'use',
    productSkus: ['Y140'],
    zh: {
      title: '湿巾能擦脸、擦奶嘴、冲马桶吗？',
      body: `- **擦脸、手口**：可以，99% 是水，不含酒精香精，新生儿能用。
- **擦奶嘴、玩具**：能擦掉灰，入口前再用清水冲一下，它不消毒。
- **卸妆**：不行，擦不净还扯皮肤。
- **冲马桶**：**不行**，水刺布不会散，会堵。扔垃圾桶。
- **加热**：可以，放进暖巾器 40 ℃ 左右，别用微波炉，包装里有铝层会打火。

盖严贴条，开封 **1 个月**内用完；干了别加水再用，会长菌。夏天放阴凉处，别留车里。

一箱 480 抽（80 抽 × 6 包），每天 16 抽正好用一个月。红屁股破皮时改用温水冲，湿巾会疼。`,
    },
    en: {
      title: 'Wipes on face and dummies? Flush them?',
      body: `- **Face, hands, mouth:** yes. 99 % water, no alcohol or fragrance, from birth.
- **Dummies and toys:** they take dust off; rinse before it goes in the mouth, they do not disinfect.
- **Make-up:** no, it tugs the skin.
- **Toilet:** **no**. The fabric does not fall apart and blocks pipes.
- **Warm:** in a wipe warmer at about 40 °C; never a microwave, the pack has a metal layer.

Close the label well and use them within **a month**. Dried out? Do not add water, germs grow. Not in a hot car.

A box holds 480 (6 packs of 80): a month at 16 a day. On broken skin use warm water, wipes sting.`,
    },
  },
  {
    slug: 'formula-kettle-use',
    kind: 'use',
    productSkus: ['Y150'],
    zh: {
      title: '调奶器怎么用？水一直 45 ℃ 放一天安全吗？',
      body: `1. 每天倒掉旧水，加新的**饮用水**到 1.2 L 以内。
2. 按“煮沸”：先烧到 100 ℃，保持 1 分钟，再自动降到 45 ℃。
3. 满壶降温约 **40 分钟**；急用就提前晚上烧好。
4. 听到“嘀”、灯变绿，倒水冲奶。

烧开过、盖着盖子，45 ℃ 保温最长 **24 小时**，到点提醒换水。不要开着盖，不要往里添生水——加了就得重新煮沸。

奶粉要求 70 ℃ 冲的（有些水解配方），选 70 ℃ 那档，凉到不烫再喂，手腕内侧试一滴。

壶里**只放水**：牛奶、蜂蜜、药都不行，会糊底。600 W，机身不烫，玻璃烫，孩子够不到的地方放。`,
    },
    en: {
      title: 'Using the formula kettle. Is water kept at 45 °C all day safe?',
      body: `1. Empty it daily; fresh **drinking water**, up to 1.2 L.
2. "Boil": it reaches 100 °C, stays a minute, then cools to 45 °C.
3. A full kettle takes about **40 minutes**; prepare it the evening before.
4. A beep and a green light: mix the feed.

Boiled and covered it holds 45 °C for up to **24 hours** and reminds you. Keep the lid on and never add raw water without boiling again.

Formula that asks for 70 °C: choose that, let it cool, test a drop on your wrist.

**Only water** inside; milk, honey or medicine burn on. 600 W; the body stays cool, the glass does not. Out of reach of children.`,
    },
  },
  {
    slug: 'formula-kettle-faults',
    kind: 'care',
    productSkus: ['Y150', 'L660'],
    zh: {
      title: '调奶器底部发黄、不降温、报 E1 怎么办？',
      body: `**发黄、白斑**：水垢，不是生锈。1 L 水 1 包柠檬酸（20 g），按“煮沸”，泡 20 分钟，倒掉，清水煮 2 次。每 2 周一次；用净水机的水，一个月一次就够。

**不降温**：40 分钟内都正常；夏天室温 30 ℃ 以上要 60 分钟；盖子扣太严也慢，转到“散热”位。风口在底座后面，别贴墙。

**温度不准**：用温度计量水中间，±3 ℃ 内正常；超过就报修。

| 代码 | 意思 |
|---|---|
| E1 | 探头，壶底擦干重放 |
| E2 | 干烧，加凉水等 10 分钟 |
| E3 | 壶没放正 |

玻璃有裂纹马上停用。质保 24 个月，离不开的可以申请备用机。`,
    },
    en: {
      title: 'Formula kettle: yellow bottom, slow cooling, E1',
      body: `**Yellow or white spots:** limescale, not rust. One sachet of citric acid (20 g) in 1 L, "boil", 20 minutes, pour out, boil clear water twice. Every two weeks; monthly with purified water.

**Slow cooling:** up to 40 minutes is normal, 60 minutes above 30 °C in summer. Turn the lid to "vent", keep the outlet behind the base off the wall.

**Temperature off:** measure in the middle; ±3 °C is normal, report more.

| Code | Meaning |
|---|---|
| E1 | sensor: dry the bottom, put it back |
| E2 | dry: cold water, wait 10 minutes |
| E3 | not seated |

Cracked glass: stop at once. The warranty is 24 months; you may borrow one meanwhile.`,
    },
  },
  {
    slug: 'muslin-care',
    kind: 'care',
    productSkus: ['Y160'],
    zh: {
      title: '纱布浴巾怎么洗？起皱、抽丝、缩水正常吗？',
      body: `第一次：温水泡 30 分钟，手压洗，晾干。**洗后变皱、变厚、变软**，是六层纱蓬起来了，不是缩坏。

- 之后 40 ℃ 机洗，**装网袋**，婴儿洗衣液，不放柔顺剂、漂白剂。
- 阴干或低温烘；不用熨，熨平就不吸水。
- 缩水 5% 以内正常，105 cm 的会到 100 cm 左右。
- 抽丝：剪齐，不要拽；洗 3 次以上破洞，6 个月内换新。

当盖毯：夏天一层，空调房对折。**1 岁以下睡觉不盖脸、不垫枕**，四角别塞进嘴里能够到的地方。

发黄了用过碳酸盐氧漂 40 ℃ 泡 1 小时，别用 84，棉会脆。新的和深色衣服分开洗。`,
    },
    en: {
      title: 'Washing the muslin towel. Are creases and shrinkage normal?',
      body: `First: soak for 30 minutes, press by hand, dry. It comes out **crinkled, thicker, softer**: six layers have opened, nothing is spoiled.

- Then 40 °C **in a net**, baby laundry liquid, no softener or bleach.
- Shade or low tumble; ironing kills the absorbency.
- Up to 5 % shrinkage is normal: 105 cm becomes about 100 cm.
- Pulled threads: cut. Holes after 3 washes are replaced within 6 months.

As a blanket: one layer in summer, folded in cooled rooms. **Under one year never over the face or as a pillow.**

Yellowed? Oxygen bleach at 40 °C for an hour, never "84" bleach, which makes cotton brittle. Wash apart from dark clothes.`,
    },
  },
  {
    slug: 'baby-cream-eczema',
    kind: 'care',
    productSkus: ['Y170', 'Y110'],
    zh: {
      title: '宝宝皴脸、湿疹能用润肤霜吗？涂多少？',
      body: `皴脸、干燥：**早晚各一次**，出门前再一次；洗完澡 3 分钟内涂全身。量要够，6 个月的宝宝全身一次约 8 g，150 g 一瓶大概用两三周。

湿疹：

- 稳定期、只是干：可以，每天多涂两次。
- **发红、渗水、破皮**：先看医生，遵医嘱用药，药和霜隔 15 分钟。
- 含燕麦提取物，对燕麦过敏的别用。

第一次先在小腿内侧试 **48 小时**。

洗澡 10 分钟以内、37 ℃ 左右，穿纯棉，室温 22–24 ℃，少捂。霜里没有激素，所以它不会“一抹就好”，见效快得惊人的“草本膏”反而要小心。开封 6 个月内用完。`,
    },
    en: {
      title: 'Chapped cheeks or eczema: may I use the baby cream, and how much?',
      body: `Chapped and dry: **morning and night** and before going out; all over within 3 minutes of the bath. Be generous: a baby of 6 months takes about 8 g all over, so 150 g last two to three weeks.

Eczema:

- Calm, only dry: yes, more often.
- **Red, weeping, broken:** doctor first; 15 minutes between medicine and cream.
- It contains oat extract: not with an oat allergy.

Test it inside the calf for **48 hours** first.

Baths up to 10 minutes at 37 °C, cotton, rooms of 22–24 °C. There is no hormone in it, so no miracles overnight; distrust "herbal" creams that do them. Use within 6 months of opening.`,
    },
  },
];
