import type { ArticleSource } from './shapes.ts';

/** The coffee maker. */
export const coffee: ArticleSource[] = [
  {
    slug: 'coffee-maker-use',
    kind: 'use',
    productSkus: ['K750'],
    zh: {
      title: '滴滤咖啡机粉水比多少？咖啡淡、滴不完怎么办？',
      body: `一壶 0.6 L 配 **36 g** 中度研磨的粉（像细砂糖），大约四平勺，比例 1:16。

1. 滤网冲一下，倒粉抖平。
2. 水加到刻度，合盖，按键：先闷蒸 30 秒，全程约 5 分钟。
3. 滴完等“嘀”两声再拿壶。

- **淡**：粉太粗或少了；换细一档。
- **苦**：太细或保温太久，保温 30 分钟自动关，别再加热。
- **滴不完、溢出来**：粉太细堵了滤网，网用温水加柠檬酸泡 20 分钟。
- **出水慢、蒸汽大**：该除垢了，每 2 个月 1 次。

玻璃壶别干烧，也别进微波炉和洗碗机。滤网能洗，不用滤纸；想喝更干净的口感，也能垫一张。`,
    },
    en: {
      title: 'Coffee maker: how much coffee, and what if it is weak or does not drip?',
      body: `For 0.6 L take **36 g** of medium grind (like fine sugar), about four level scoops, a ratio of 1:16.

1. Rinse the mesh, fill, shake level.
2. Water to the line, close, press: it blooms for 30 seconds and needs about 5 minutes.
3. Wait for the two beeps before you take the pot.

- **Weak:** too coarse or too little.
- **Bitter:** too fine, or kept warm too long; it stops after 30 minutes, do not reheat.
- **Overflows:** too fine; soak the mesh with citric acid for 20 minutes.
- **Slow, steamy:** descale, every two months.

Never heat the pot dry, no microwave, no dishwasher. The mesh washes out; for a cleaner taste add a paper.`,
    },
  },
  {
    slug: 'coffee-maker-descale',
    kind: 'care',
    productSkus: ['K750', 'L660'],
    zh: {
      title: '咖啡机怎么除垢、去咖啡渍？',
      body: `**除垢**（每 2 个月，水硬的地方每月）：

1. 水箱加 0.6 L 水和半包柠檬酸（10 g），搅匀。
2. 不放粉，按键，滴一半时关机，停 **20 分钟**。
3. 再开机滴完，倒掉。
4. 清水滴 2 遍，闻不到酸味为止。

**去咖啡渍**：玻璃壶放 1 勺小苏打，倒 80 ℃ 热水泡 30 分钟，一擦就亮；滤网同样泡。

每天用完就倒粉渣，敞开盖子晾，夏天湿粉 24 小时就会长毛。长毛了别心疼，滤网泡柠檬酸水后再用两遍清水滴。

水箱拆不下来，别整机泡水。除过垢仍出水慢，或者底座发烫，拔电报修，质保 12 个月。`,
    },
    en: {
      title: 'How do I descale the coffee maker and remove stains?',
      body: `**Descale** every two months, monthly with hard water:

1. 0.6 L of water and half a sachet of citric acid (10 g) in the tank.
2. Start without coffee, switch off halfway, wait **20 minutes**.
3. Let the rest run, pour out.
4. Run clear water twice until no sour smell is left.

**Stains:** a spoon of baking soda in the pot with hot water at 80 °C for 30 minutes; the mesh likewise.

Empty the grounds daily and leave the lid open: wet coffee moulds within 24 hours in summer. If it did, soak the mesh in citric acid and run two tanks of clear water.

The tank is fixed; never put the machine into water. Still slow or a hot base? Unplug and report it, the warranty is 12 months.`,
    },
  },
];
