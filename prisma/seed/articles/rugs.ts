import type { ArticleSource } from './shapes.ts';

/** Rugs, with and without floor heating. */
export const rugs: ArticleSource[] = [
  {
    slug: 'wool-rug-care',
    kind: 'care',
    productSkus: ['T950'],
    zh: {
      title: '羊毛地毯掉毛、有味、洒了咖啡怎么办？',
      body: `**掉毛**：新地毯剪绒时的短毛，头 2 个月多，吸一吸就少；用平吸嘴，别开滚刷。

**味道**：羊毛味加背胶味，铺开通风 7 天；雨天会再出来一点。

**洒了**：马上用干布**按**，不要搓；温水加几滴羊毛洗涤剂按一遍，清水按一遍，压几张厨房纸，上面放书过夜。红酒先撒盐吸 5 分钟。不用 60 ℃ 以上热水，毛会毡。

每周吸尘，每 6 个月转 180 度，免得一边褪色；每 **18 个月**请专业清洗，160 × 230 cm 一般 150–200 元。

不建议铺在地暖上：14 mm 厚毛太挡热，背胶长期受热会老化掉粉。有地暖请看短绒款。`,
    },
    en: {
      title: 'Wool rug: shedding, smell, spilled coffee',
      body: `**Shedding:** short fibres from shearing, mostly in the first two months; vacuum with a flat nozzle, no beater.

**Smell:** wool and backing; air it for 7 days. It returns a little in rain.

**Spills:** **press** with a dry cloth, never rub; then water with some wool wash, then clear water, kitchen paper and a book overnight. Red wine: salt for 5 minutes first. No water above 60 °C, wool felts.

Vacuum weekly, turn it by 180 degrees every 6 months, professional cleaning every **18 months**; 160 × 230 cm usually costs CNY 150–200.

Not on floor heating: 14 mm of wool blocks the heat and its backing crumbles. See the low-pile rug for that.`,
    },
  },
  {
    slug: 'floor-heating-rugs',
    kind: 'safety',
    productSkus: ['T955', 'T950', 'T960', 'L680'],
    zh: {
      title: '有地暖能铺地毯吗？哪款合适？',
      body: `能，选**地暖短绒地毯**（QM-T955）：绒面 6 mm、无胶机织、热阻 0.09 m²·K/W，铺上后地面升温只慢 10 分钟左右。

**不合适**的：手工羊毛地毯（14 mm 厚、乳胶背胶，受热会掉粉有味）；暖脚垫（自己发热，和地暖叠加会过热）；任何带 PVC 底、泡沫底的防滑垫。

注意：

- 地表温度别超过 **28 ℃**，水温按供暖公司的来。
- 地毯不要铺满，露出至少一半地面散热。
- 第一年采暖季，每月掀开看一次木地板有没有变色。
- 拖地用木地板养护清洁剂，中性，地暖能用。

防滑请用无胶的织物网垫。铺上后有味道，先关地暖，通风 2 天，再联系我们。`,
    },
    en: {
      title: 'Rugs on floor heating: which one?',
      body: `Yes: the **floor-heating low-pile rug** (QM-T955). 6 mm pile, woven without glue, thermal resistance 0.09 m²·K/W; the floor warms only some 10 minutes later.

**Not suitable:** the hand-tufted wool rug (14 mm, latex backing, crumbles and smells), the foot mat (heats itself and would overheat), and any mat with PVC or foam below.

- Floor surface at most **28 °C**.
- Do not cover everything, leave at least half of the floor free.
- In the first season look under it monthly for discoloured wood.
- Mop with the wood floor cleaner; it is neutral and fit for floor heating.

Against slipping use a glue-free woven net. A smell? Switch the heating off, air for two days, then tell us.`,
    },
  },
  {
    slug: 'washable-rug-care',
    kind: 'care',
    productSkus: ['T955'],
    zh: {
      title: '地暖短绒地毯怎么机洗？卷边、起皱怎么办？',
      body: `整张 4.5 kg，家里要 **10 kg** 以上的滚筒才转得开；不够大，送自助洗衣店，选轻柔。

1. 先吸尘、拍灰，绒面朝里卷成卷，放进去。
2. 30 ℃ 以下，洗衣液 40 ml，转速 400 以内，不用柔顺剂、漂白剂。
3. **不烘干**，搭在两根晾杆上，1 天左右干。
4. 干了绒面朝上铺平。

**卷边**：反着卷一晚，或者喷点水压书 24 小时。**折痕**：铺在地暖上 1–2 天自己平。

猫抓勾线：剪掉，别拽。宠物尿了：按干，1:10 的白醋水按一遍，再机洗。1–2 个月洗一次够了。12 个月内脱线、跑边，免费换。`,
    },
    en: {
      title: 'Machine washing the low-pile rug; curled edges',
      body: `It weighs 4.5 kg and needs a drum of **10 kg** or more; otherwise a launderette, gentle.

1. Vacuum, beat, roll it with the pile inside.
2. Below 30 °C, 40 ml of detergent, at most 400 turns, no softener or bleach.
3. **No dryer**; over two bars, dry in about a day.
4. Lay it flat, pile up.

**Curled edges:** roll the other way overnight, or damp with books on top for 24 hours. **Creases:** floor heating flattens them in 1–2 days.

Cat pulls: cut, never pull. Pet urine: press dry, vinegar and water 1:10, then wash. Every 1–2 months is enough. Loose threads or edges are replaced free within 12 months.`,
    },
  },
];
