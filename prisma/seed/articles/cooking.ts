import type { ArticleSource } from './shapes.ts';

/** Cooking and stirring: rice, air fryer, blender, stew pot, mixer. */
export const cooking: ArticleSource[] = [
  {
    slug: 'rice-water-ratio',
    kind: 'use',
    productSkus: ['K720'],
    zh: {
      title: '电饭煲米和水怎么放？最多煮几杯？',
      body: `一量杯米是 **150 g**，熟了正好两碗。米放几杯，水就加到内胆对应的刻度。

- 白米：最多 6 杯，约 35 分钟。
- 杂粮、糙米：最多 4 杯，先泡 30 分钟，约 60 分钟。
- 粥：最多 1 杯，约 70 分钟。
- 婴儿粥：半杯，约 90 分钟，煮完自己打散一点。

新米少放 1 mm 水，陈米多放 2 mm。煮好别急开盖，**焖 10 分钟**再翻松，底部不黏。

自动保温 12 小时，超过 5 小时米饭会发黄变干，吃不完的装盒放冰箱。不要用内胆淘米，陶瓷涂层怕沙；内胆能进洗碗机。3 L 的锅给 1–4 个人正合适。`,
    },
    en: {
      title: 'How much rice and water, and how many cups at most?',
      body: `A measuring cup is **150 g** of rice, two bowls when cooked. Fill water to the line with the number of cups.

- White rice: up to 6 cups, about 35 minutes.
- Grains, brown rice: up to 4 cups, soaked for 30 minutes, about 60 minutes.
- Congee: one cup, about 70 minutes.
- Baby congee: half a cup, about 90 minutes.

New rice wants 1 mm less water, old rice 2 mm more. Let it rest for **10 minutes**, then loosen it, and it will not stick.

It keeps warm for 12 hours, but after 5 hours rice yellows and dries; put leftovers in the fridge. Do not wash rice in the bowl, grit hurts the ceramic coating. The bowl is dishwasher safe. 3 L suits 1–4 people.`,
    },
  },
  {
    slug: 'rice-cooker-codes',
    kind: 'use',
    productSkus: ['K720'],
    zh: {
      title: '电饭煲显示 E1、E3、C5 是什么意思？',
      body: `| 代码 | 意思 | 怎么办 |
|---|---|---|
| E1 | 顶部温度探头没信号 | 盖子盖严；内盖擦干装回；重启还有就报修 |
| E3 | 底部过热 | 内胆没放平，锅底有米粒；拿出来擦干，凉 20 分钟 |
| E4 | 电压低于 180 V 或高于 260 V | 换插座，别和空调同一路 |
| C5 | 没放内胆，或不是原装内胆 | 放好内胆；IH 只认原装的 |

重启：拔插头等 **1 分钟**再插。

锅边溢出：米超量，或者煮粥用了米饭档。饭夹生：水少、水温低于 5 ℃，多加半格水再按一次“米饭”。底部焦一点点是 IH 的特点，一大片焦就是底部传感器脏了。质保 24 个月，报修时请拍下代码。`,
    },
    en: {
      title: 'The rice cooker shows E1, E3 or C5',
      body: `| Code | Meaning | What to do |
|---|---|---|
| E1 | no signal from the lid sensor | close firmly; dry and refit the inner lid; if it stays, repair |
| E3 | too hot below | bowl not level or rice under it; wipe, let it cool for 20 minutes |
| E4 | mains below 180 V or above 260 V | another socket, not shared with the air conditioner |
| C5 | no bowl, or not the original | fit the bowl; induction knows only ours |

Restart: unplug for **one minute**.

Boiling over: too much rice, or congee on the rice programme. Half raw: too little or too cold water (below 5 °C); add half a line and press "rice" again. A little crust is typical of induction; a large one means a dirty sensor. The warranty is 24 months; send a photo of the code.`,
    },
  },
  {
    slug: 'blender-clean',
    kind: 'care',
    productSkus: ['K730'],
    zh: {
      title: '破壁机怎么清洗？杯底有糊、有异味怎么办？',
      body: `用完**马上**洗，放凉的豆浆会糊成一层壳。

1. 倒入 0.8 L 清水，选“清洗”，约 3 分钟。
2. 倒掉，软刷刷杯壁；**刀头很利，不用手指伸进去**。
3. 杯子倒扣沥干，底部的插口千万别冲水，它怕湿。

杯底有焦糊：0.5 L 水加 1 包柠檬酸，选“米糊”加热到冒汽，停 30 分钟，再用“清洗”。豆腥味重：打半个柠檬加水。

每月把密封圈拆下来看一眼，发黑就换。杯子不能进洗碗机，也不能从冰箱拿出来直接倒开水，温差超过 80 ℃ 玻璃会裂。

隔音罩用湿布擦，不要用酒精，会起雾。`,
    },
    en: {
      title: 'How do I clean the blender? Burnt bottom, bad smell',
      body: `**Straight after use**: cold soy milk sets like a shell.

1. Add 0.8 L of water, choose "rinse", about 3 minutes.
2. Pour out, brush the wall; **the blades are sharp, keep fingers out**.
3. Dry it upside down; the socket below must never get wet.

Burnt: 0.5 L of water with one sachet of citric acid, "rice paste" until it steams, stop, wait 30 minutes, "rinse". Beany smell: half a lemon with water.

Look at the seal monthly and change it when it blackens. The jug does not go into the dishwasher, nor straight from the fridge to boiling water; a jump above 80 °C cracks glass.

Wipe the hood with a damp cloth, no alcohol, it clouds.`,
    },
  },
  {
    slug: 'blender-noise-jam',
    kind: 'use',
    productSkus: ['K730'],
    zh: {
      title: '破壁机声音突然变大、不转、报 E2 怎么办？',
      body: `正常打豆浆是 **65 dB**（隔音罩盖好），碎冰时会到 80 dB 左右，十几秒就过。

突然变大：

- 隔音罩没卡到位，底座没放平，垫个硅胶垫。
- 料太干，刀在空转，加水到 0.3 L 以上。
- 咔咔响、有金属味：停机，刀组轴承可能坏了，报修。

不转、显示 **E2**：过热保护。一次最多连续打 3 分钟高速，停 20 分钟自己恢复。显示 E5：杯子没放稳，提起来再压到底。显示 E7：溢出探头碰到泡，豆子减到 80 g。

骨头、生的大块冷冻肉、干咖啡豆不要打。质保 24 个月，保外换刀组 89 元。`,
    },
    en: {
      title: 'The blender got loud, does not turn, or shows E2',
      body: `Soy milk runs at **65 dB** with the hood on; crushing ice reaches some 80 dB for a few seconds.

Suddenly louder?

- The hood is not locked or the base not level; put a silicone mat below.
- Too dry: add water to at least 0.3 L.
- Clacking and a metal smell: stop, the bearing may be gone; report it.

No turning and **E2**: overheated. At most 3 minutes on high at a time; it recovers after 20 minutes. E5: jug not seated, lift and press down. E7: foam touched the sensor, use 80 g of beans.

No bones, large frozen meat or dry coffee beans. The warranty is 24 months; later new blades cost CNY 89.`,
    },
  },
  {
    slug: 'air-fryer-first-use',
    kind: 'use',
    productSkus: ['K740'],
    zh: {
      title: '空气炸锅第一次用冒烟、有味？要不要预热？',
      body: `头一次用，发热管上有层防锈油，会冒一点白烟：**空烧 200 ℃、10 分钟**，开窗，2 次后就没味。

之后：

- 预热 3 分钟，薯条更脆。
- 食材别超过篮子的七成，4.5 L 一次放薯条 500 g、鸡翅 10 只，或者 1 kg 以内的整鸡。
- 中途翻一次，透过窗看颜色就行，不用拉开。
- 五花肉、鸡皮多的，篮底放 50 ml 水，油滴不起烟。

四周各留 **10 cm**，出风口别对着墙和插座。1500 W，用墙插。

炒菜那种叶子菜、裹了湿面糊的不适合。烘焙纸要有食物压着，空着会被吸到发热管上烧着。`,
    },
    en: {
      title: 'The air fryer smokes at first use. Preheat or not?',
      body: `The heater has a film of oil: **run it empty at 200 °C for 10 minutes**, window open; after two rounds it is gone.

From then on:

- Preheat for 3 minutes for crisper chips.
- Fill the basket to seven tenths: with 4.5 L that is 500 g of chips, 10 wings or a chicken up to 1 kg.
- Turn once; look through the window instead of pulling it out.
- For fatty meat put 50 ml of water below the basket, dripping fat then does not smoke.

Leave **10 cm** around it, the outlet away from walls and sockets. 1500 W: a wall socket.

No leafy greens or wet batter. Baking paper needs food on it, or it flies to the heater and burns.`,
    },
  },
  {
    slug: 'air-fryer-clean',
    kind: 'care',
    productSkus: ['K740'],
    zh: {
      title: '空气炸锅的炸篮怎么清洗才不掉涂层？',
      body: `三个“别”：别用钢丝球、别用金属夹、**别进洗碗机**（碱和高温会让不粘层起泡）。

日常：

1. 拔插头，凉到不烫手，约 30 分钟。
2. 篮里倒 60 ℃ 温水，滴两滴洗洁精，泡 15 分钟。
3. 海绵软面擦，晾干再装。

烤焦了：小苏打和水 1:1 调糊，抹上过夜。

顶部发热管每月看一次：倒过来，用拧干的布擦，粘着的油会冒烟。观察窗用湿布，别用油污净喷，里面的密封胶怕碱。

涂层有细划痕不影响用，起皮、露出金属就换，炸篮单卖 79 元。质保 12 个月，自然磨损不算，到手就起泡的算。`,
    },
    en: {
      title: 'How do I clean the air fryer basket without losing the coating?',
      body: `Three don'ts: no steel wool, no metal tongs, **no dishwasher** (alkali and heat blister the coating).

Every day:

1. Unplug, let it cool for about 30 minutes.
2. Fill the basket with water at 60 °C and two drops of dish soap, 15 minutes.
3. Soft side of a sponge, dry, refit.

Burnt on: baking soda and water 1:1 overnight.

Look at the heater once a month: turn it over and wipe with a wrung cloth; fat on it smokes. Window with a damp cloth, no degreaser, the seal dislikes alkali.

Fine scratches do not matter; peeling down to metal does: the basket costs CNY 79. The warranty is 12 months; wear is not covered, blisters on arrival are.`,
    },
  },
  {
    slug: 'stew-pot-use',
    kind: 'use',
    productSkus: ['K760'],
    zh: {
      title: '电炖盅隔水炖加多少水？能预约吗？内胆裂了怎么办？',
      body: `外锅加水到线（约 **350 ml**），内胆放食材和水，合计不超过 1 L。

| 程序 | 时间 |
|---|---|
| 银耳 | 90 分钟 |
| 燕窝 | 60 分钟 |
| 甜品 | 90 分钟 |
| 煲汤 | 3 小时 |
| 蒸蛋 | 15 分钟 |

预约最长 12 小时；肉、奶、鸡蛋夏天别预约超过 4 小时，会变质。炖完自动保温 6 小时，外锅没水会断电并“嘀”响。

内胆怕温差：冰箱里拿出来先回温 30 分钟，滚烫时别冲冷水。收到就裂，或正常用时裂了，12 个月内免费换；磕碰的单买 45 元。内胆、盖子能进洗碗机，底座只能擦。`,
    },
    en: {
      title: 'Stew pot: water, delay, and a cracked bowl',
      body: `Fill the outer pot to the line (about **350 ml**); food and water in the bowl together at most one litre.

| Programme | Time |
|---|---|
| Snow fungus | 90 minutes |
| Bird's nest | 60 minutes |
| Dessert | 90 minutes |
| Soup | 3 hours |
| Steamed egg | 15 minutes |

Delay up to 12 hours; meat, milk and eggs at most 4 hours in summer. It keeps warm for 6 hours and switches off with a beep when the outer pot is dry.

Porcelain fears shocks: from the fridge let it warm up for 30 minutes, no cold water when hot. Cracked on arrival or in normal use: replaced free within 12 months; if dropped a bowl is CNY 45. Bowl and lid are dishwasher safe, wipe the base.`,
    },
  },
  {
    slug: 'hand-mixer-use',
    kind: 'use',
    productSkus: ['K770'],
    zh: {
      title: '打蛋器打不发蛋白、机身发烫正常吗？',
      body: `**打不发**，先查三样：盆和打蛋棒有没有油和水；蛋白里有没有混进蛋黄；鸡蛋别太老。

1. 2 挡打到粗泡，加三分之一糖。
2. 4 挡，再分 2 次加糖。
3. 5 挡收尾，提起有小尖角，约 3 分钟。

和面用和面棒，面粉不超过 **300 g**，只用 1–2 挡。

连续用不要超过 **5 分钟**，歇 10 分钟。200 W 的小电机，摸着温热正常；烫手、有焦味就停，等凉透。没有自动断电，记得用完拔插头。

打蛋棒按顶上的键弹出，能进洗碗机；机身只能擦，别冲水。换棒之前一定先拔电，孩子爱按开关。`,
    },
    en: {
      title: 'Egg whites do not get stiff, or the mixer gets warm',
      body: `**Not stiff?** Check three things: fat or water in bowl and beaters, yolk in the white, old eggs.

1. Speed 2 until coarse bubbles, add a third of the sugar.
2. Speed 4, the rest of the sugar in two parts.
3. Speed 5 to finish; small peaks after about 3 minutes.

Dough: hooks, at most **300 g** of flour, speeds 1–2 only.

Not longer than **5 minutes** at a time, then 10 minutes' rest. Warm is normal for a 200 W motor; hot or a burnt smell means stop until cold. It does not switch off by itself: unplug it after use.

The beaters eject and go in the dishwasher; only wipe the body. Unplug before changing them, children love switches.`,
    },
  },
];
