import type { ArticleSource } from './shapes.ts';

/** Teeth: brush, paste, flosser, rinse. */
export const oral: ArticleSource[] = [
  {
    slug: 'toothbrush-first-use',
    kind: 'use',
    productSkus: ['O510'],
    zh: {
      title: '第一次用声波牙刷，牙龈麻、流口水正常吗？',
      body: `正常，像第一次坐按摩椅。前 **7 天**用“敏感”档，之后再换“清洁”。

1. 先充满电，约 4 小时，灯从闪变常亮。
2. 牙膏挤在刷头上，放进嘴里**再开机**，不会溅一身。
3. 刷毛斜 45 度贴着牙龈线，每颗停 2 秒，慢慢移，不用来回拉。
4. 每 30 秒顿一下，提醒换区，刷满 2 分钟自动停。

压得太重，底部会亮红灯，松一点就灭。前两周牙龈有点渗血，多半是原来有炎症；超过 2 周还出血，请看牙医。

戴牙套可以用，种植牙、刚拔牙 7 天内先别用。12 岁以下不建议，力道是按成人调的。`,
    },
    en: {
      title: 'My gums tingle with the sonic toothbrush. Is that normal?',
      body: `Yes, like the first time in a massage chair. Use "sensitive" for **7 days**, then "clean".

1. Charge it fully, about 4 hours, until the light stops blinking.
2. Paste on, brush in the mouth, **then** switch on.
3. Bristles at 45 degrees to the gum line, two seconds a tooth, gliding rather than scrubbing.
4. A short pause every 30 seconds says change place; after two minutes it stops.

Too much pressure lights up red; ease off. Slight bleeding in the first two weeks often shows an older inflammation; longer than that, see your dentist.

Fine with braces; wait 7 days after an extraction or implant. Not under 12 years: it is tuned for adults.`,
    },
  },
  {
    slug: 'brush-head-change',
    kind: 'care',
    productSkus: ['O510', 'O515'],
    zh: {
      title: '刷头多久换？怎么换？别家的能用吗？',
      body: `**3 个月**换一支，或者刷毛蓝色褪到一半、毛尖外翻时就换。4 支装 79 元，刚好用 1 年。

换法：捏住刷头直着拔，不要拧；新的对准轴上的平面推到底，留约 1 mm 缝是正常的，那是声波振动的空间。

每周把刷头拔下来，冲一冲金属轴，擦干再装回去，不然会积白色的膏渍和黑垢。

轻羽牙刷只配轻羽刷头。别家的装得上也别用：重量不一样，电机会吵、会提前坏，质保判断时看得出来。

感冒、口腔溃疡好了以后，建议换一支新的。旧刷头是混合材质，按其他垃圾丢。`,
    },
    en: {
      title: 'When and how do I change the brush head?',
      body: `Every **3 months**, or when half of the blue has faded or the bristles spread. The pack of 4 costs CNY 79 and lasts a year.

Pull it straight off, do not twist. Push the new one on with the flat sides aligned; a gap of about 1 mm is normal, the sonic motion needs it.

Once a week take the head off, rinse the metal shaft and dry it, or white paste and dark film build up.

Only Feather heads belong on the Feather. Others may fit but weigh differently: the motor gets loud, wears out early, and the workshop can tell.

After a cold or mouth ulcer start a new one. Old heads are mixed material and go into residual waste.`,
    },
  },
  {
    slug: 'toothbrush-charging',
    kind: 'use',
    productSkus: ['O510', 'O540'],
    zh: {
      title: '牙刷、冲牙器充不进电，或者续航变短？',
      body: `正常续航：牙刷 **60 天**（每天 2 次、每次 2 分钟），冲牙器 **20 天**（每天 1 箱水）。

充不进电，按顺序试：

1. 充电口擦干，有水会自动断充保护，晾 30 分钟。
2. 换一根线、换一个 5 V 的普通充电头；个别快充头不握手。
3. 插上后等 10 分钟，电池放空太久要先“醒”一醒。
4. 按住电源键 10 秒重启。

牙刷充满约 4 小时，冲牙器约 3 小时，灯常亮就是满了，不用一直插着。

出门超过一个月，先充到半满再放。24 个月内续航掉到一半以下，属于质保范围。别放在热水里洗，也不要在充电时使用。`,
    },
    en: {
      title: 'Toothbrush or flosser does not charge, or runs out early',
      body: `Normal: **60 days** for the brush (twice a day, two minutes), **20 days** for the flosser (a tank a day).

If it does not charge:

1. Dry the socket; when wet it stops charging to protect itself. Wait 30 minutes.
2. Another cable and a plain 5 V charger; some fast chargers do not agree with it.
3. Leave it plugged in for 10 minutes; an empty battery has to wake up.
4. Hold the power key for 10 seconds.

A full charge takes about 4 hours for the brush and 3 for the flosser; a steady light means full.

Away for over a month? Leave it half full. Less than half the running time within 24 months is covered by the warranty. No hot water, and do not use it while charging.`,
    },
  },
  {
    slug: 'kids-toothpaste-amount',
    kind: 'safety',
    productSkus: ['O530'],
    zh: {
      title: '儿童牙膏含氟，孩子吞了要紧吗？每次挤多少？',
      body: `含氟才防蛀，关键在量：

- **2–3 岁**：一粒米。
- **3–6 岁**：一颗豌豆。
- 6 岁以上：刷毛的三分之一长。

我们的含氟量是 0.05%，每天两次、每次咽下一点，不要紧，家长挤、家长收就行。

一次吃了半支以上：喝杯牛奶，氟会和钙结合；观察有没有恶心、肚子疼。吃了一整支 60 g，或者吐得厉害，请马上就医，带上牙膏管。

- 刷完吐掉泡沫，不必反复漱口，留一点氟在牙上更好。
- 孩子自己刷不干净，7 岁前家长要补刷。
- 2 岁以下用清水和纱布。`,
    },
    en: {
      title: 'Fluoride toothpaste for children: how much, and what if it is swallowed?',
      body: `Fluoride is what protects; the amount matters:

- **2–3 years:** a grain of rice.
- **3–6 years:** a pea.
- From 6 years: a third of the bristles.

Ours has 0.05 %. Swallowing a little twice a day is fine. A parent squeezes it out and puts the tube away.

Half a tube or more at once: give a cup of milk, calcium binds fluoride, and watch for nausea or belly ache. A whole tube of 60 g or strong vomiting: see a doctor at once and take the tube.

- Spit, but do not rinse much; a little fluoride should stay.
- Parents brush after the child until 7 years.
- Under two years: water and gauze.`,
    },
  },
  {
    slug: 'sensitive-toothpaste',
    kind: 'use',
    productSkus: ['O520'],
    zh: {
      title: '抗敏牙膏用多久不酸？能每天用吗？',
      body: `硝酸钾要慢慢累积，**坚持 2–4 周**才觉得冷热没那么激。每天早晚用，一停就会慢慢回来。

更快一点的办法：刷完后挤豌豆大小，用手指抹在最酸的那颗上，停 1 分钟，吐掉不漱。

- 挤 1 cm 就够，多了只是泡沫多。
- 喝了柠檬水、可乐，等 30 分钟再刷，不然酸软的牙面会被刷掉。
- 含氟 0.14%，12 岁以上用；孕期能用。

这些情况别硬扛，先看牙医：只酸一颗；咬东西疼；夜里疼醒；用了 4 周没有变化。那多半是蛀牙或裂纹，牙膏管不了。

和声波牙刷一起用，选“敏感”档。`,
    },
    en: {
      title: 'How long until the sensitive toothpaste works?',
      body: `Potassium nitrate builds up: **2–4 weeks** morning and night before cold and hot bite less. When you stop, the feeling returns slowly.

A little faster: after brushing rub a pea of it on the worst tooth, wait a minute, spit, do not rinse.

- 1 cm is enough; more is only more foam.
- After lemon water or cola wait 30 minutes, or you brush softened enamel away.
- 0.14 % fluoride, from 12 years; fine in pregnancy.

See a dentist if only one tooth hurts, if biting hurts, if pain wakes you, or if nothing changed after 4 weeks: likely decay or a crack, beyond any toothpaste.

With the sonic brush choose "sensitive".`,
    },
  },
  {
    slug: 'flosser-use',
    kind: 'use',
    productSkus: ['O540', 'O545'],
    zh: {
      title: '冲牙器怎么用不喷一脸？戴牙套怎么冲？',
      body: `1. 水箱装 **40 ℃ 以下**的温水 220 ml，别加漱口水和盐，会堵、会锈。
2. 头低向洗手池，喷嘴先进嘴，**嘴唇合拢**，再开机，水从嘴角自己流。
3. 喷嘴和牙面成 90 度，沿牙龈线走，每个缝停 2 秒，一箱水正好一圈。
4. 用完倒掉余水，空转 3 秒。

第一周用“柔和”档，有点出血正常；种植牙一直用柔和档。戴牙套换正畸喷嘴（带小刷毛那支），绕着托槽走。

先冲再刷，牙膏里的氟更容易到牙缝。它不能完全代替牙线，牙缝很紧的地方还是要拉一拉。12 岁以下不建议。`,
    },
    en: {
      title: 'How do I use the water flosser without a mess?',
      body: `1. Fill 220 ml of water **below 40 °C**. No mouthwash, no salt: they clog and rust it.
2. Lean over the basin, tip in first, **lips closed**, then switch on; the water runs out by itself.
3. Hold it at 90 degrees, follow the gum line, two seconds for each gap; a tank is one round.
4. Empty it and let it run dry for 3 seconds.

"Gentle" in the first week, slight bleeding is normal; with implants always gentle. With braces take the orthodontic tip with the small bristles and go round each bracket.

Floss first, then brush, so fluoride reaches the gaps. Tight contacts still need real floss. Not under 12 years.`,
    },
  },
  {
    slug: 'flosser-weak-pressure',
    kind: 'care',
    productSkus: ['O540', 'O545'],
    zh: {
      title: '冲牙器水压变小、不出水怎么修？',
      body: `八成是水垢或进气，10 分钟能自己解决：

1. **水箱里的吸管**：看有没有掉、有没有弯，底部的小球要能晃动。
2. **喷嘴**：拔下来对着光看孔，堵了就用温水泡 10 分钟。喷嘴 3 个月一换，4 支装 40 元。
3. **除垢**：半包柠檬酸（10 g）兑 500 ml 温水，装进去用“标准”档打完，再打 2 箱清水。
4. **进气**：水箱没卡到底，听到“咔”为止。

电量低于 20% 时水压会自动降，先充满再判断。

都试过还是没劲，或者机身里有水声，就别再用了，拍个视频报修，质保 24 个月。除垢时请不要把水喷进嘴里。`,
    },
    en: {
      title: 'The water flosser is weak or gives no water',
      body: `Usually limescale or air, solved in 10 minutes:

1. **Tube in the tank:** has it come off or bent? The small ball at its end must move.
2. **Tip:** look through it against the light; soak it in warm water for 10 minutes if clogged. Change it every 3 months; the pack of 4 is CNY 40.
3. **Descale:** half a sachet of citric acid (10 g) in 500 ml of warm water, run it through on "standard", then two tanks of clear water.
4. **Air:** push the tank until it clicks.

Below 20 % battery the pressure drops by itself; charge first.

Still weak, or water sounds inside the body? Stop and report it with a video; the warranty is 24 months. Do not spray the descaler into your mouth.`,
    },
  },
  {
    slug: 'mouthwash-use',
    kind: 'use',
    productSkus: ['O550'],
    zh: {
      title: '漱口水什么时候用？会让牙变黄吗？',
      body: `饭后、喝咖啡后用，**别紧跟在刷牙后面**：刚刷完的含氟牙膏会被冲掉，隔 30 分钟以上。

每次 20 ml（瓶盖满盖），含 **30 秒**，吐掉，不用再冲清水。每天 2 次，别超过 4 周不停；西吡氯铵长期天天用，少数人牙面会有淡淡的茶色，洗牙就掉，停一周再用。

- 无酒精，孕期、口腔溃疡时也能用，不辣。
- 6 岁以下不用；6–12 岁在大人看着时用，提醒吐掉。
- 不小心咽了一口：没事，喝点水。

它只管口气和细菌，代替不了刷牙。口气两周没改善，查一查智齿、牙周和肠胃。开封 6 个月内用完。`,
    },
    en: {
      title: 'When do I use mouthwash, and does it stain?',
      body: `After meals or coffee, **not right after brushing**: it would wash the fluoride away. Leave at least 30 minutes.

20 ml (a full cap) for **30 seconds**, spit, no rinsing. Twice a day and not longer than 4 weeks without a break; with cetylpyridinium every day a few people get a light tea-coloured film. A cleaning removes it; pause a week.

- No alcohol; fine in pregnancy and with ulcers.
- Not under 6 years; from 6–12 years with an adult watching.
- Swallowed a mouthful? Harmless, drink some water.

It freshens but does not replace brushing. If bad breath stays for two weeks have wisdom teeth, gums and stomach checked. Use within 6 months of opening.`,
    },
  },
];
