import type { ArticleSource } from './shapes.ts';

/** Bedding, towels and electric warmth. */
export const bedding: ArticleSource[] = [
  {
    slug: 'bedding-set-wash',
    kind: 'care',
    productSkus: ['T910'],
    zh: {
      title: '四件套怎么洗不起球、不掉色？会缩水吗？',
      body: `头一次先用凉水单独过一遍，去浮色，再正常洗。

1. 翻面、拉上拉链、装大网袋，深浅分开。
2. **30 ℃ 以下**，柔和程序，转速 800 以内。
3. 洗衣液 40 ml，别用漂白剂；柔顺剂减半。
4. 及时抖开，通风阴干，半干时拉平四角，几乎不用熨。

长绒棉贡缎首洗缩 3% 以内，做的时候放过尺寸，被套 220 × 240 cm 配同号的被芯正好。超过 5% 属于质量问题，6 个月内换新。

烘干会让棉发硬、更容易起球；一定要烘，选低温，八成干就取。1–2 周洗一次，夏天勤一点。起了小球，用去球器轻推，别用剪刀。`,
    },
    en: {
      title: 'Washing the bedding set without pilling, fading or shrinking',
      body: `First rinse it alone in cold water to carry off loose colour.

1. Inside out, zips closed, in a large net; dark and light apart.
2. **Below 30 °C**, gentle, at most 800 turns.
3. 40 ml of detergent, no bleach; half the softener.
4. Shake out, dry in the shade, pull the corners straight while damp; hardly any ironing.

Long-staple sateen shrinks by up to 3 % at first; the cover of 220 × 240 cm allows for it. Above 5 % is a fault, replaced within 6 months.

Tumble drying stiffens cotton and makes it pill; if you must, low, and take it out slightly damp. Every 1–2 weeks, more often in summer. Use a pill remover, not scissors.`,
    },
  },
  {
    slug: 'silk-duvet-care',
    kind: 'care',
    productSkus: ['T920'],
    zh: {
      title: '蚕丝被怎么晒、怎么洗、怎么收？',
      body: `**不水洗、不干洗、不暴晒**，三样都伤丝。

- 平时套被套，脏的是被套，换它就行。
- 晴天上午通风 **2 小时**，放阴凉处；一定要见太阳，盖一层布，30 分钟以内。
- 弄脏了一小块：湿布蘸中性洗涤剂点擦，吹风机冷风吹干。
- 收纳：晾透，装布袋，**不抽真空、不放樟脑丸**，丝会压塌、会染味；上面别压重物。

被角有拉链，拉开能看见长丝，轻轻抽一根能拉得很长。刚拆封有淡淡的蚕蛹味，通风 2 天散掉。

用 3–5 年可以拿去重新拉松。1.5 kg 适合 18–24 ℃ 的房间，冬天加一床薄毯。结块在 12 个月内免费处理。`,
    },
    en: {
      title: 'Airing, washing and storing the silk duvet',
      body: `**No washing, no dry cleaning, no strong sun:** each harms silk.

- Use a cover and wash that.
- Air it in the shade for **two hours** on a dry morning; in the sun at most 30 minutes under a cloth.
- A stain: dab with mild detergent, dry with cool air.
- Store it dry in a cloth bag, **no vacuum, no mothballs**, nothing heavy on top.

Open the zip at the corner: the long fibres pull out far. The faint smell of silk goes after two days.

After 3–5 years it can be teased loose again. 1.5 kg suits rooms of 18–24 °C; add a light blanket in winter. Lumps are put right free within 12 months.`,
    },
  },
  {
    slug: 'latex-pillow-care',
    kind: 'care',
    productSkus: ['T930'],
    zh: {
      title: '乳胶枕有味道、发黄、能洗吗？睡着脖子累？',
      body: `**味道**：淡奶香，通风 2 天就淡；刺鼻酸臭不正常，7 天内退。

**发黄**：乳胶遇光氧化，正常，别晒。表面掉粉、变硬，24 个月内免费换。

**洗**：枕套 40 ℃ 机洗；枕芯不机洗、不烘、不晒，脏了用湿毛巾擦，平放阴干 48 小时。

**脖子累**：一边 9 cm 一边 11 cm。仰睡用 9 cm，侧睡、肩宽的用 11 cm，肩膀要在枕头外面。换新枕头头 7 天不习惯很常见，两周后还落枕，可能高了，找我们聊聊。

乳胶过敏的人（戴乳胶手套会痒的）不要用。孩子 12 岁以下颈部还在长，用薄枕更合适。`,
    },
    en: {
      title: 'Latex pillow: smell, yellowing, washing, stiff neck',
      body: `**Smell:** faintly milky, mild after two days of airing. A sharp sour smell is not normal: return it within 7 days.

**Yellowing:** latex meets light; normal, keep it out of the sun. Crumbling or hardening is replaced within 24 months.

**Wash:** case at 40 °C. The core never in a machine, dryer or sun; wipe it and dry it flat for 48 hours.

**Stiff neck:** one side is 9 cm, the other 11 cm. On your back take 9 cm, on the side or with broad shoulders 11 cm. The first 7 days feel odd; after two weeks it may be too high, talk to us.

Not for people with latex allergy. Under 12 years a thin pillow is better.`,
    },
  },
  {
    slug: 'electric-blanket-safety',
    kind: 'safety',
    productSkus: ['T940'],
    zh: {
      title: '电热毯怎么用才安全？能整夜开吗？',
      body: `提前 **30 分钟**开 4–6 档预热，上床调到 1–2 档，8 小时自动断电。整夜低档可以，但更推荐睡前关。

- **铺平**，放在床单下、褥子上；不折、不卷、不和热水袋一起用。
- 上面不压床垫、箱子，孩子别在上面蹦。
- 可升降、会折的电动床不要用。
- 猫狗会咬线，别让它们独睡。
- 尿床、洒水：马上断电，晾透再用。

**不建议用**：孕妇、12 岁以下孩子、感觉迟钝或不能自己调温的老人、装心脏起搏器的人（先问医生）。

满 **6 年**请换新，哪怕看着还好。通电前摸一遍，线有硬结、面料发黄发脆就停用。质保 24 个月。`,
    },
    en: {
      title: 'Using the electric blanket safely. All night?',
      body: `Preheat for **30 minutes** on 4–6, then 1–2 in bed; it switches off after 8 hours. Low all night is possible, off at bedtime is better.

- **Flat**, under the sheet; no folding, no hot-water bottle.
- No weight on top, no jumping children.
- Not on adjustable beds that fold.
- Pets chew wires.
- Wet? Cut the power, dry completely.

**Not for** pregnant women, children under 12 years, people who feel heat poorly or cannot regulate it, or with a pacemaker (ask the doctor).

Replace it after **6 years** even if it looks fine. Feel it before use: hard knots or brittle yellow cloth mean stop. The warranty is 24 months.`,
    },
  },
  {
    slug: 'electric-blanket-wash-codes',
    kind: 'care',
    productSkus: ['T940'],
    zh: {
      title: '电热毯怎么洗？报 E1、一边不热怎么办？',
      body: `**洗**：拔插头，**拔下两个控制器**，毯子叠成四折装网袋，30 ℃ 轻柔，不脱水、不烘干、不干洗。平挂晾 **48 小时**，插口朝下。完全干了再插，一季洗 1 次足够。

**E1**：控制器没插到底，或者插口潮；拔下晾 24 小时再插，听到“咔”。

**E2**：局部过热，毯子折了；断电，铺平，等 30 分钟。

**一边不热**：左右控制器对换。毛病跟着控制器走，就是控制器坏；不跟着走，是毯子的线。两种 24 个月内都免费换。

睡着觉得烫、有焦味、看见火星，立刻断电，别再用，告诉我们，按紧急单处理。收起来时卷，不要折，上面不压东西。`,
    },
    en: {
      title: 'Washing the electric blanket; E1, or one side is cold',
      body: `**Wash:** unplug, **take both controllers off**, fold it in four into a net, gentle at 30 °C, no spin, dryer or dry cleaning. Dry flat for **48 hours**, sockets down, and plug in only when fully dry. Once a season is enough.

**E1:** controller not fully in, or damp; dry for 24 hours, push until it clicks.

**E2:** too hot in one place, folded; cut the power, lay flat, wait 30 minutes.

**One side cold:** swap the controllers. If the fault moves, it is the controller; if not, the wire. Both are replaced free within 24 months.

Scorching, a burnt smell or sparks: cut the power, stop, tell us, it is urgent. Store rolled, not folded.`,
    },
  },
  {
    slug: 'foot-mat-use',
    kind: 'use',
    productSkus: ['T960'],
    zh: {
      title: '暖脚垫一天多少电？低温烫伤怎么避免？',
      body: `75 W，开 8 小时 **0.6 度电**，几毛钱，比开空调省。

用法：放在地板或薄地毯上（地暖上不行），插电，中档约 45 ℃，高档最高 55 ℃，升温 5 分钟，**4 小时自动断电**，想接着用再按一次。

**低温烫伤**不疼但伤得深：

- 隔着棉袜，别光脚贴 1 小时以上；高档只预热用。
- 糖尿病、下肢麻木、喝了酒的人不要用。
- 12 岁以下和睡着时不用。孕期暖脚可以，低档、别放肚子上。

面料防水，洒了水断电擦干；别折、别机洗、别用椅子腿压。发现一块特别烫，或者控制器发热，停用报修，质保 12 个月。`,
    },
    en: {
      title: 'The heated foot mat: electricity, and avoiding slow burns',
      body: `75 W: 8 hours are **0.6 units**, far less than the air conditioner.

On the floor or a thin rug (not on floor heating). Medium is about 45 °C, high up to 55 °C, warm in 5 minutes, **off after 4 hours**; press again to go on.

**Slow burns** do not hurt but go deep:

- Socks on, not barefoot for more than an hour; high only to preheat.
- Not with diabetes, numb legs, or alcohol.
- Not under 12 years, not asleep. In pregnancy feet only, on low, never on the belly.

Waterproof: cut the power and wipe. Do not fold, machine wash, or stand a chair on it. One spot much hotter, or a warm controller? Stop and report it; the warranty is 12 months.`,
    },
  },
  {
    slug: 'towels-care',
    kind: 'care',
    productSkus: ['T970'],
    zh: {
      title: '新浴巾掉毛、不吸水、变硬怎么办？',
      body: `**掉毛**：头 3 次会掉一点浮绒，单独洗，洗完抖两下，之后就少；洗 5 次还大把掉，6 个月内换。

**不吸水**：新毛巾出厂带一点浆，40 ℃ 过一遍水就好；用过柔顺剂的，泡 2 包柠檬酸（40 g）1 小时再洗。

**变硬**：水硬、洗衣液多了、暴晒。减三分之一洗衣液，最后一遍漂洗加 50 ml 白醋，半干时抖一抖；或者低温烘 20 分钟，立刻蓬起来。

**有馊味**：没干透。60 ℃ 热水加过碳酸盐类氧漂 30 分钟，晒透。

每条 500 g，用完摊开晾，别叠在门后。3 天洗一次，2 年左右换。勾出线头剪掉，不会散。`,
    },
    en: {
      title: 'New towels: lint, not absorbing, stiff',
      body: `**Lint:** a little in the first 3 washes; wash alone and shake. Still a lot after 5? Replaced within 6 months.

**Not absorbing:** new towels carry some size, one wash at 40 °C removes it. After softener: two sachets of citric acid (40 g) for an hour, then wash.

**Stiff:** hard water, too much detergent, strong sun. A third less detergent, 50 ml of vinegar in the last rinse, shake while damp, or 20 minutes of tumbling on low.

**Sour smell:** never fully dry. Oxygen bleach at 60 °C for 30 minutes, then dry well.

At 500 g each, spread them out after use. Wash every 3 days, replace after about two years. Cut loose loops; it will not unravel.`,
    },
  },
];
