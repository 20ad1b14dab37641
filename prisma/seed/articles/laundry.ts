import type { ArticleSource } from './shapes.ts';

/** Laundry, dishes and floors. */
export const laundry: ArticleSource[] = [
  {
    slug: 'laundry-dose',
    kind: 'use',
    productSkus: ['L610'],
    zh: {
      title: '洗衣液放多少？泡沫少是不是没洗干净？',
      body: `8 件日常衣物（约 4 kg）放 **40 ml**，也就是盖子里第一条线；沾了油、泥的加倍到 80 ml。波轮机水多，可以多放 10 ml。

泡沫少是故意的：去污靠表活和酶，不靠泡。泡太多反而漂不净，衣服发硬。

- 水温 30–40 ℃，酶最勤快；超过 60 ℃ 酶会失效。
- 领口袖口先抹一点，等 5 分钟再进机。
- 深色、浅色分开洗，首次洗的牛仔单独洗。
- 羊毛、真丝别用它，里面的酶会伤蛋白纤维，请用羊毛真丝洗涤剂。

一瓶 2 L，按 40 ml 算能洗 50 桶。洗完有滑腻感，说明放多了，下次减三分之一。`,
    },
    en: {
      title: 'How much laundry liquid? Is little foam a bad sign?',
      body: `For 8 everyday garments (about 4 kg) **40 ml**, the first line in the cap; with grease or mud double it to 80 ml. Top loaders use more water, add 10 ml.

Low foam is on purpose: surfactants and enzymes clean, not bubbles. Too many are hard to rinse and leave clothes stiff.

- Enzymes work best at 30–40 °C and stop above 60 °C.
- Rub a little on collar and cuffs 5 minutes before.
- Separate dark and light; new jeans alone.
- Not for wool and silk, enzymes attack protein fibres. Take the wool and silk wash.

At 40 ml a bottle of 2 L does 50 loads. A slippery feel means too much: use a third less.`,
    },
  },
  {
    slug: 'laundry-pods-use',
    kind: 'use',
    productSkus: ['L620'],
    zh: {
      title: '凝珠没化开、粘在衣服上怎么办？',
      body: `顺序对了就不会：**先放凝珠，再放衣服，最后放水**。放在衣服上面，或塞进洗衣液盒，都容易化不开。

- 6 kg 以内 1 颗，以上 2 颗。
- 手要干，湿手拿会粘、会破。
- 快洗 15 分钟、水温低于 15 ℃ 时不建议用，改用洗衣液。
- 桶里塞满八成就停，转不动的地方膜化不掉。

已经粘上了：别晾干，趁湿用 40 ℃ 温水冲，搓几下就掉；干了的先泡 30 分钟。膜是水溶的，不伤衣服。

天气潮，凝珠自己黏在一起，是盒盖没扣严，能分开的照用。它不适合手洗，浓度高，会伤手。`,
    },
    en: {
      title: 'The pod did not dissolve and sticks to my clothes',
      body: `Order matters: **pod first, then clothes, then water**. On top of the clothes or in the drawer it dissolves badly.

- One up to 6 kg, two above.
- Dry hands; wet ones stick and tear it.
- Not for 15-minute programmes or water below 15 °C: take the liquid.
- Fill the drum to eight tenths; where nothing moves the film stays.

Already stuck? Do not let it dry: rinse at 40 °C and rub; if dry, soak for 30 minutes first. The film is water soluble and does no harm.

Pods sticking together means the box was not closed in damp weather; use those that come apart. Not for hand washing, it is too concentrated for skin.`,
    },
  },
  {
    slug: 'wool-silk-wash',
    kind: 'care',
    productSkus: ['L630'],
    zh: {
      title: '羊毛衫、真丝怎么洗不缩水？',
      body: `记住三个字：**凉、轻、平**。

手洗：5 L 水放 10 ml，水温 **30 ℃ 以下**，翻面泡 5 分钟，轻压不搓，换水漂两次，水温别忽冷忽热。

机洗：先看水洗标允许，装网袋，选“羊毛”程序，转速不超过 600 转。

晾干：用毛巾卷起来压掉水，平铺在阴凉处，衣架会拉长；真丝半干时反面低温熨。

已经缩了：温水里放一点护发素，泡 30 分钟，轻轻拉回原来的尺寸，平铺晾干，多数能救回七八成。

羽绒服也能用，1 件 20 ml，晒到里面全干再拍松。蚕丝被的被胎不能水洗，只洗被罩。`,
    },
    en: {
      title: 'How do I wash wool and silk without shrinking?',
      body: `Remember **cool, gentle, flat**.

By hand: 10 ml in 5 L of water **below 30 °C**, inside out, 5 minutes, press and never rub, rinse twice at the same temperature.

By machine: only if the label allows it, in a net, wool programme, at most 600 turns.

Dry: roll it in a towel, then lay it flat in the shade; hangers stretch it. Iron silk inside out on low while slightly damp.

Already shrunk? Some hair conditioner in lukewarm water, 30 minutes, pull it gently to size and dry it flat; most of it comes back.

Down jackets too: 20 ml each, dry to the core, then beat them fluffy. The filling of a silk duvet must never be washed, only its cover.`,
    },
  },
  {
    slug: 'softener-which-clothes',
    kind: 'use',
    productSkus: ['L640', 'T970'],
    zh: {
      title: '柔顺剂什么衣服不能用？为什么毛巾不吸水了？',
      body: `柔顺剂是给纤维裹一层滑膜，衣服软了、静电少了，**吸水也差了**。这些别用：

- 毛巾、浴巾、浴袍、洗碗布。
- 速干衣、冲锋衣、运动内衣。
- 婴儿衣物和尿布。
- 羽绒服。

用法：8 件衣物 30 ml，倒进柔顺剂盒，机器会在最后一次漂洗放；没有盒子的，最后一遍漂洗时手动加，别和洗衣液一起倒，会互相抵消。

毛巾已经不吸水了：60 ℃ 热水加 2 包柠檬酸（40 g）泡 1 小时，空洗一次，晒干，吸水能回来大半。四件套可以用，但量减半。皮肤敏感的人，贴身衣物建议不用。`,
    },
    en: {
      title: 'Which clothes must not get softener? My towels repel water',
      body: `Softener wraps fibres in a slippery film: softer, less static, but **less absorbent**. Not for:

- Towels, bathrobes, dishcloths.
- Quick-dry and shell clothing, sports bras.
- Baby clothes and nappies.
- Down.

Use 30 ml for 8 garments in the softener drawer; the machine adds it in the last rinse. Without a drawer add it then by hand, never with the detergent, they cancel each other.

Towels that no longer absorb: two sachets of citric acid (40 g) in water at 60 °C for an hour, an empty wash, line dry; most of it returns. Bed linen may have half the dose. With sensitive skin leave it out of underwear.`,
    },
  },
  {
    slug: 'degreaser-use',
    kind: 'safety',
    productSkus: ['L650'],
    zh: {
      title: '油污净怎么用？哪些地方不能喷？',
      body: `1. 关火、关油烟机，等灶具**凉透**，开窗。
2. 戴手套，离 20 cm 喷，等 **3 分钟**，厚油 5 分钟，别等它干。
3. 湿布擦掉，再用清水擦 2 遍，灶台要擦到不滑。

**不能用**：铝和铝合金（会发黑）、木头、镜面漆、不粘锅内壁、还热着的表面。不锈钢先在角落试。

它 pH 约 11，碱性：溅到皮肤用水冲 10 分钟；进眼睛冲 15 分钟并就医。哮喘的人请别喷，喷在布上擦。

油烟机网拆下来，泡在 60 ℃ 热水加 50 ml 油污净里，20 分钟刷一刷就掉。**不要和除垢剂、84 消毒液混用。**`,
    },
    en: {
      title: 'How do I use the degreaser, and where not?',
      body: `1. Switch off hob and hood, let them **cool completely**, open a window.
2. Gloves on, spray from 20 cm, wait **3 minutes**, 5 for thick grease; do not let it dry.
3. Wipe with a damp cloth, then twice with water until nothing is slippery.

**Not on** aluminium (it turns black), wood, mirror lacquer, the inside of non-stick pans or anything warm. Try steel in a corner first.

At pH 11 it is alkaline: skin, rinse for 10 minutes; eyes, rinse for 15 minutes and see a doctor. With asthma put it on the cloth rather than spray.

Hood filters: 20 minutes in hot water of 60 °C with 50 ml, then brush. **Never mix it with descaler or "84" bleach.**`,
    },
  },
  {
    slug: 'citric-acid-uses',
    kind: 'use',
    productSkus: ['L660', 'K710', 'A820', 'Y150', 'K760'],
    zh: {
      title: '柠檬酸除垢粉怎么用？多久除一次？',
      body: `配比只要记一个：**1 L 水 1 包（20 g）**。

| 东西 | 做法 | 多久 |
|---|---|---|
| 电热水壶 | 烧开，泡 20 分钟，倒掉，清水再烧 1 次 | 每月 |
| 调奶器 | 同上，清水烧 2 次 | 每 2 周 |
| 加湿器 | 只泡水槽 30 分钟，别开机 | 每周 |
| 电炖盅底座 | 擦一层，10 分钟后抹净 | 每月 |

水特别硬的地方（华北、西北），间隔减半。10 包 19 元，一般家庭够用半年。

**不要用在**大理石、人造石台面、铝、铸铁和搪瓷上，酸会咬出印子。不和 84 一起用。用前开窗，倒粉时别凑近吸，呛到了喝口水、去通风处。`,
    },
    en: {
      title: 'How do I use the citric acid descaler, and how often?',
      body: `One ratio: **1 L of water, 1 sachet (20 g)**.

| What | How | How often |
|---|---|---|
| Kettle | boil, wait 20 minutes, pour out, boil clear water once | monthly |
| Formula kettle | the same, clear water twice | every 2 weeks |
| Humidifier | soak the basin only, 30 minutes, not running | weekly |
| Stew pot base | wipe on, wipe off after 10 minutes | monthly |

Very hard water (north and north-west): twice as often. 10 sachets cost CNY 19 and last most homes half a year.

**Not on** marble, artificial stone, aluminium, cast iron or enamel; acid etches them. Never with "84" bleach. Open a window and do not breathe the powder.`,
    },
  },
  {
    slug: 'dishwasher-tablets',
    kind: 'use',
    productSkus: ['L670'],
    zh: {
      title: '洗碗块没化完、杯子发白怎么办？',
      body: `**没化完**：多半是药盒被碗盘挡住打不开，或者用了 30 分钟快洗。换标准程序（50–65 ℃），把高盘子挪到另一边。水溶膜不用撕，湿手别碰。

**杯子发白**分两种，泡一下白醋看看：

- 白雾能泡掉：是水垢。水硬的城市，三合一里的软化剂不够，请另加软水盐，每月约 1 kg。
- 泡不掉：玻璃被腐蚀了，水太软、温度太高，换 50 ℃ 程序。

碗上有饭粒：别冲太干净也别堆叠，剩饭刮掉就行，喷臂要能转。

每月空机加 3 包柠檬酸（60 g），用最高温洗一次，能把内胆的垢和味道带走。一盒 40 块，拆封 6 个月内用完，受潮会结块。`,
    },
    en: {
      title: 'The tablet did not dissolve, or glasses turn cloudy',
      body: `**Not dissolved:** dishes block the dispenser, or the programme was a 30-minute one. Take the standard one (50–65 °C) and move tall plates away. The film dissolves; do not tear it, keep hands dry.

**Cloudy glasses** are of two kinds; try white vinegar:

- It comes off: limescale. In hard-water cities the built-in softener is not enough, add dishwasher salt, about a kilogram a month.
- It stays: the glass is etched by soft, hot water; choose 50 °C.

Rice on the bowls: scrape, do not stack, let the arms turn.

Once a month run the empty machine hot with 3 sachets of citric acid (60 g) against scale and smell. A box of 40 should be used within 6 months of opening; damp makes them crumble.`,
    },
  },
  {
    slug: 'wood-floor-care',
    kind: 'care',
    productSkus: ['L680'],
    zh: {
      title: '地暖木地板能用地板清洁剂吗？怎么拖不发黏？',
      body: `能用，它是中性的，实木、复合、地暖木地板都适合；没封漆的原木地板、瓷砖缝发霉的不适合。

1. 先吸尘，沙子拖着走会划。
2. 5 L 水放 **25 ml**（约 2 瓶盖），多了才会黏。
3. 拖把**拧到不滴水**，顺着木纹拖，不用过清水。
4. 地暖开着时，拖完 10 分钟就干；别用蒸汽拖把，接缝会鼓。

发黏了：说明以前的蜡或皂没洗掉。用清水拖 2 遍，再用 25 ml 重来。

一瓶 1 L，90 平方米的家每周拖 1 次，能用大约 40 次。孩子和猫狗在地上爬，等干了再让他们下来。老人房先放防滑鞋，湿地总归滑。`,
    },
    en: {
      title: 'Is the floor cleaner fit for heated wooden floors? How to avoid stickiness?',
      body: `Yes. It is neutral and suits solid, engineered and heated wood, not raw unsealed boards or mouldy tile joints.

1. Vacuum first, sand scratches.
2. **25 ml** (about two caps) in 5 L of water; more is what makes it sticky.
3. **Wring the mop until it does not drip**, go with the grain, no second rinse.
4. With the heating on it dries in 10 minutes. No steam mops, the joints swell.

Sticky? Old wax or soap is left. Mop twice with water, then start again with 25 ml.

A bottle of 1 L gives about 40 moppings, for 90 square metres once a week. Let children and pets back once it is dry; wet floors are slippery.`,
    },
  },
];
