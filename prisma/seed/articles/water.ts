import type { ArticleSource } from './shapes.ts';

/** Water: countertop purifier and filter jug. */
export const water: ArticleSource[] = [
  {
    slug: 'water-purifier-first-use',
    kind: 'installation',
    productSkus: ['W840', 'W845'],
    zh: {
      title: '台面净水机怎么装？第一次要冲洗多久？',
      body: `不用打孔，三孔墙插就行。2150 W，**一个插座只插它**，别用拖线板。

1. 放平台面，后面留 5 cm，离灶台和水槽 20 cm 以上。
2. 拆滤芯袋，插入，顺时针转到“锁”对齐。
3. 原水箱加满 5 L 自来水，装好。
4. 长按“冲洗”3 秒，约 10 分钟；废水倒掉，再加一箱重复 **1 次**。
5. 前 3 L 的净水、包括热水都倒掉。

头两天水里有小气泡、微微灰，是活性炭，正常。

原水箱显示“该换水”，就把里面的浓水倒掉再加，别一直往里添：浓水越来越咸，滤芯会短命。浓水可以拖地、冲厕所。加热、烧开过的水不要倒进原水箱。`,
    },
    en: {
      title: 'Setting up the countertop water purifier',
      body: `No drilling, only a wall socket with earth. 2150 W: **nothing else on that socket**, no extension.

1. Level, 5 cm behind, 20 cm from hob and sink.
2. Unwrap the cartridge, insert, turn clockwise to "lock".
3. Fill the raw-water tank with 5 L from the tap.
4. Hold "rinse" for 3 seconds, about 10 minutes; empty, refill, **repeat once**.
5. Pour away the first 3 L of water, hot water included.

Small bubbles and a grey tint in the first two days are carbon, normal.

When it says "change water", empty the concentrate and refill rather than topping up: salt builds up and wears the cartridge. Mop or flush with it. Never put boiled water into the tank.`,
    },
  },
  {
    slug: 'water-purifier-filter',
    kind: 'care',
    productSkus: ['W840', 'W845'],
    zh: {
      title: '净水机滤芯多久换？怎么换？一年多少钱？',
      body: `**12 个月或 2000 L**，先到为准，屏幕倒计时到 5% 会提醒。一支 299 元，三口之家一年正好一支，耗材就是 299 元一年。

换滤芯，2 分钟：

1. 关机，原水箱拿下来。
2. 开侧门，逆时针转滤芯，直接拉出；会滴几滴，垫块布。
3. 新的去帽，插入，顺时针转到“锁”。
4. 装满水，长按“冲洗”3 秒，冲 2 箱。
5. 长按“滤芯”5 秒，清零。

出水比以前慢一半、水有味，就提前换。超过 7 天没用，先冲 1 箱再喝；超过 30 天建议换新。

未拆封能放 24 个月，别放会结冰的阳台，膜冻过就废了。`,
    },
    en: {
      title: 'Changing the water purifier cartridge, and its cost a year',
      body: `After **12 months or 2000 L**; the display warns at 5 %. One costs CNY 299 and lasts a family of three a year, so the upkeep is CNY 299 a year.

In two minutes:

1. Switch off, take the tank off.
2. Open the side, turn anticlockwise, pull; a few drops, put a cloth below.
3. Cap off the new one, insert, turn clockwise to "lock".
4. Fill, hold "rinse" for 3 seconds, two tanks.
5. Hold "filter" for 5 seconds to reset.

Half as fast or an odd taste: change earlier. After 7 days unused rinse one tank; after 30 days a new one is better.

Unopened it keeps for 24 months, never on a freezing balcony: frost kills the membrane.`,
    },
  },
  {
    slug: 'water-purifier-codes',
    kind: 'use',
    productSkus: ['W840', 'W845'],
    zh: {
      title: '净水机报 E1、E5、“缺水”，或者出水慢？',
      body: `| 显示 | 意思和做法 |
|---|---|
| 缺水 | 水箱没推到底；浮子卡住；水箱底磁铁处擦干 |
| E1 | 制水太久：滤芯堵了，冲洗 1 次，还报就换 |
| E3 | 加热干烧：里面没水，先接 1 杯常温的 |
| E5 | 热水出口堵：水垢，长按“除垢”跑程序 |
| E6 | 漏水保护：拔电，擦干底盘，静置 2 小时 |

正常流量 **0.5 升/分钟**，接一杯 250 ml 约 30 秒。冬天水温低于 10 ℃ 会慢三分之一。

除垢：每 3 个月，3 L 水放 3 包柠檬酸（60 g），走“除垢”，再用清水冲 2 箱。

E6 反复出现、机底有水，请拔电报修，质保 24 个月。`,
    },
    en: {
      title: 'Water purifier: E1, E5, "no water" or slow flow',
      body: `| Display | Meaning |
|---|---|
| no water | push the tank home; free the float; dry the magnet below the tank |
| E1 | purifying took too long: clogged; rinse once, then change |
| E3 | heater dry: take a cup at room temperature first |
| E5 | hot outlet scaled: hold "descale" |
| E6 | leak protection: unplug, dry the base, wait two hours |

Normal is **0.5 L a minute**, a cup of 250 ml in about 30 seconds; a third slower below 10 °C.

Descale every 3 months: 3 L with 3 sachets of citric acid (60 g), "descale", then two clear tanks.

If E6 returns or water stands below, unplug and report it; the warranty is 24 months.`,
    },
  },
  {
    slug: 'water-purifier-child-lock',
    kind: 'safety',
    productSkus: ['W840'],
    zh: {
      title: '净水机童锁怎么开关？冲奶用几度？',
      body: `童锁**默认开着**，60 ℃ 以上出水要先长按锁键 **3 秒**，灯灭后再选温度；20 秒不操作自己锁回去。常温和 45 ℃ 不用解锁。

我们没有做“永久关闭”，因为 95 ℃ 的水 1 秒就能烫伤。

冲奶粉：用 45 ℃ 那档，或看奶粉罐上写的温度。要注意：

- 婴儿要先“烧开”再凉：净水机没有煮沸杀菌，**6 个月以内**的宝宝建议用 95 ℃ 接水煮沸过的，再放凉，或用恒温调奶器。
- 隔夜没用，先放掉一杯。

杯子贴近出水口接，高处落下会溅。台面要够深，孩子够不到边。万一烫到，凉水冲 20 分钟。`,
    },
    en: {
      title: 'The water purifier’s child lock, and water for formula',
      body: `The lock is **on by default**. Above 60 °C hold the lock key for **3 seconds**, then choose; after 20 seconds it locks again. Room temperature and 45 °C need no unlocking.

It cannot be switched off for good: water at 95 °C scalds within a second.

For formula take 45 °C or what the tin says. But:

- The purifier does not sterilise by boiling. For babies **under 6 months** take water at 95 °C, boil it and let it cool, or use the formula kettle.
- After a night run a cup off first.

Hold the cup close to the outlet, and keep the machine out of a child's reach. Scalded? Cool water for 20 minutes.`,
    },
  },
  {
    slug: 'water-purifier-waste',
    kind: 'use',
    productSkus: ['W840'],
    zh: {
      title: '净水机废水比多少？水为什么没味道？能长期喝吗？',
      body: `每出 2 杯净水，大约留 1 杯浓水（**2:1**），5 L 一箱能得到约 3.3 L。浓水还在原水箱里，不会排到别处，提醒换水时拿去拖地就好。

反渗透把钙、镁也滤掉了，所以水垢没了、口感轻，泡茶汤色亮。矿物质主要从饭菜里来，正常吃饭不缺，健康的人可以长期喝；肾脏病、要控制电解质的人请听医生的。

TDS 笔测出来 10–30 都正常，它只说溶解物多少，不代表脏。刚换滤芯头两箱偏高，冲过就降。

净水存着不加热，**24 小时**内喝完；机器每 12 小时没用会自己冲一下，听到响别紧张。`,
    },
    en: {
      title: 'Waste water, taste, and drinking purified water for years',
      body: `For every two cups of pure water about one cup of concentrate stays (**2:1**): a tank of 5 L gives some 3.3 L. It stays in the tank and goes nowhere else; mop with it when it is time to change.

Reverse osmosis takes out calcium and magnesium too: no scale, a light taste, clear tea. Minerals come mainly from food, so healthy people can drink it for years; with kidney disease follow your doctor.

A TDS pen showing 10–30 is normal; it counts what is dissolved, not dirt. The first two tanks of a new cartridge are higher.

Drink it within **24 hours**. After 12 hours unused the machine rinses itself; that sound is normal.`,
    },
  },
  {
    slug: 'filter-jug-cartridge',
    kind: 'care',
    productSkus: ['W850', 'W855'],
    zh: {
      title: '滤水壶滤芯怎么用、多久换？有黑渣正常吗？',
      body: `新滤芯：冷水泡 **15 分钟**，冲 1 分钟，装上，头两壶倒掉（浇花）。小黑点是活性炭粉，冲过就没有，喝到一点无害。

**一个月或 150 L** 换一支，壶盖拨到当天的月份提醒自己。包装带 3 支，之后 6 支装 114 元，一年 12 支共 228 元。

- 只滤自来水，井水、河水不行，它不杀菌。
- 滤过的水放冰箱，24 小时内喝完。
- 出差一周以上，滤芯泡在冷水里放冰箱；超过 2 周直接换。
- 滤得慢：里面有气，轻磕两下再泡。

壶身用 40 ℃ 以下的水手洗，不进洗碗机，不装热水，会变形。水仍有水垢是正常的，它不是反渗透。`,
    },
    en: {
      title: 'Filter jug cartridges: use, change, black specks',
      body: `A new one: **15 minutes** in cold water, rinse for a minute, fit, and give the first two jugs to the plants. Black specks are carbon dust and harmless.

Change after **a month or 150 L**; turn the lid to the month. 3 come with the jug, a pack of 6 is CNY 114, so 12 a year are CNY 228.

- Tap water only, no wells or rivers: it does not kill germs.
- Keep the water in the fridge and drink it within 24 hours.
- Away for a week? Keep the cartridge in cold water in the fridge; after two weeks change it.
- Slow? Air inside: tap it and soak again.

Wash by hand below 40 °C, no dishwasher, no hot water. Some limescale remains; it is not reverse osmosis.`,
    },
  },
];
