import type { ArticleSource } from './shapes.ts';

/** Small kitchen appliances: first use, cleaning, faults. */
export const kitchen: ArticleSource[] = [
  {
    slug: 'kettle-first-use',
    kind: 'use',
    productSkus: ['K710'],
    zh: {
      title: '新电热水壶怎么开壶？有味道怎么办？',
      body: `1. 撕掉底座和壶身的膜，壶内用湿布擦一遍，**别把壶泡进水里**。
2. 装到 MAX 线（1.7 L），烧开，倒掉，重复 2 次。
3. 第一次烧开后打开盖子散 10 分钟味。

还有塑料味，烧一壶水放 1 包柠檬酸，泡 30 分钟，再用清水烧 2 次，多数就没了。一周后味道还重，签收 7 天内退，超过也来找我们。

烧满一壶约 6 分钟，烧开自己跳，声音 62 dB 左右，是水冒泡的声音。

水位：不低于 0.5 L，不超过 MAX，超了开水会从壶嘴溅出来。壶内底有彩虹色、小白点，是矿物质，不是生锈，用柠檬酸就掉。`,
    },
    en: {
      title: 'First use of the kettle, and a plastic smell',
      body: `1. Peel the films off, wipe the inside with a damp cloth; **never put the kettle into water**.
2. Fill to MAX (1.7 L), boil, pour out, twice.
3. After the first boil leave the lid open for 10 minutes.

Still a smell? Boil with one sachet of citric acid, wait 30 minutes, then twice with clear water. If it is strong after a week, return it within 7 days, and later tell us all the same.

A full kettle takes about 6 minutes and switches off itself; about 62 dB, the sound of bubbles.

Water: not below 0.5 L, not above MAX, or it spits from the spout. Rainbow colours and white dots inside are minerals, not rust; citric acid removes them.`,
    },
  },
  {
    slug: 'kettle-descale',
    kind: 'care',
    productSkus: ['K710', 'L660'],
    zh: {
      title: '电热水壶怎么除水垢？',
      body: `每月一次，20 多分钟的事：

1. 装 1 L 水，放 **1 包柠檬酸（20 g）**。
2. 烧开，自己跳停后泡 **20 分钟**。
3. 倒掉，用软布擦壁，白片一抹就下来。
4. 清水烧 1 次倒掉。

垢很厚就做两回，别用钢丝球和刀刮，304 内胆划了更容易挂垢。没有柠檬酸，用白醋 100 ml 兑 1 L 水也行，就是味道大些，要多烧 1 次清水。

壶嘴滤网扣住两边往上提，单独泡。

水垢超过 2 mm 会让温控器误判：还没开就跳，或者一直烧不停。出现这两种，先除垢，再判断是不是坏了。因厚垢烧坏的不在质保里。`,
    },
    en: {
      title: 'How do I descale the kettle?',
      body: `Once a month, in some 20 minutes:

1. 1 L of water with **one sachet of citric acid (20 g)**.
2. Boil, let it switch off, wait **20 minutes**.
3. Pour out, wipe the wall with a soft cloth; white flakes come off.
4. Boil clear water once and pour it out.

Thick scale: do it twice. No steel wool or knives; a scratched 304 steel wall scales faster. Without citric acid 100 ml of white vinegar in 1 L does it, with more smell and one more rinse.

The spout filter lifts out when you press its sides; soak it apart.

Above 2 mm scale misleads the thermostat: it stops before the boil or never stops. Descale first, then judge. Damage from thick scale is not under warranty.`,
    },
  },
  {
    slug: 'kettle-lid-steam',
    kind: 'safety',
    productSkus: ['K710'],
    zh: {
      title: '水壶盖子关不严、倒水时漏热气怎么办？',
      body: `**先别再烧水**，热气和开水会烫手。我们收到过一些同样的反馈：部分批次的盖子密封圈用几个月后会变松。

请检查：

1. 拔插头，等凉，看盖子内侧灰色硅胶圈有没有翘起、开裂。
2. 按下盖子要听到“咔”，轻提不会开。
3. 装 0.5 L 冷水倾斜 45 度，盖缝不该滴水。

有一条不对，就告诉我们型号 QM-K710 和批号，**不论过没过 24 个月质保，都免费换新壶**，不用先寄旧的。

已经烫到：凉水冲 20 分钟，不抹牙膏酱油；起大泡、面积超过手掌，马上就医，再告诉我们，会有人当班 30 分钟内联系您。`,
    },
    en: {
      title: 'The kettle lid does not close or lets steam out',
      body: `**Stop boiling water with it**: steam and water can scald. We have had several such reports; in some batches the lid seal gets loose after a few months.

Please check:

1. Unplugged and cold: is the grey silicone ring inside the lid lifted or cracked?
2. The lid must click and stay shut when you pull lightly.
3. With 0.5 L of cold water tilted by 45 degrees the lid should not drip.

If one fails, tell us the model QM-K710 and the batch: **you get a new kettle free, within or beyond the 24 months of warranty**, and need not send the old one first.

Scalded? Cool running water for 20 minutes, nothing else on it. Large blisters or an area bigger than a palm: see a doctor now, then tell us; somebody calls within 30 minutes on duty.`,
    },
  },
  {
    slug: 'kettle-faults',
    kind: 'use',
    productSkus: ['K710'],
    zh: {
      title: '水壶不加热、没开就跳、一直烧不停？',
      body: `按现象查：

- **灯不亮**：换个插座；壶底和底座的触点擦干，转 360 度重新放。别和微波炉共用插线板，1800 W 需要单独的墙插。
- **没开就跳**：水少于 0.5 L，或者水垢厚，先除垢。
- **一直不跳**：盖子没盖紧，蒸汽进不到开关；海拔 2000 米以上水在 93 ℃ 就开，会跳得晚一些。
- **空烧跳了**：自我保护，倒点凉水等 15 分钟再用。
- **底座有水**：拔掉，倒置晾 24 小时。

闻到焦味、插头发烫、触点发黑：**停用**，不要再试，拍照报修。质保 24 个月。电源线只有 0.8 m，请不要接拖线板放在水槽边。`,
    },
    en: {
      title: 'The kettle does not heat, stops early or never stops',
      body: `By symptom:

- **No light:** another socket; dry the contacts, put it back turned by 360 degrees. 1800 W need a wall socket of their own, not a strip shared with a microwave.
- **Stops early:** less than 0.5 L, or scale; descale first.
- **Never stops:** the lid is open, so no steam reaches the switch. Above 2000 metres water boils at 93 °C and it stops later.
- **Boiled dry:** it protected itself; add cold water and wait 15 minutes.
- **Water in the base:** unplug, dry it upside down for 24 hours.

Burnt smell, hot plug, black contacts: **stop**, do not try again, send photos. The warranty is 24 months. The cord is 0.8 m: no extension next to the sink.`,
    },
  },
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
      title: '空气炸锅炸篮怎么洗不掉涂层？',
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
  {
    slug: 'burn-first-aid',
    kind: 'safety',
    productSkus: ['K710', 'K740', 'Y150', 'K760', 'W840'],
    zh: {
      title: '被开水、蒸汽烫伤了先做什么？',
      body: `口诀：**冲、脱、泡、盖、送**。

1. **冲**：15–20 ℃ 流动凉水冲 **20 分钟**，不用冰。
2. **脱**：边冲边剪开衣服，粘住的不硬撕。
3. **泡**：还疼就再泡 10 分钟；孩子、老人注意别冻着。
4. **盖**：干净纱布或保鲜膜松松盖住。
5. **送**：起大泡、发白发黑、在脸手会阴、面积超过自己一个手掌，或者 3 岁以下的孩子，都要去医院；大面积立刻拨 120。

不要抹牙膏、酱油、香油，不挑水泡。

处理完再告诉我们：哪个产品、怎么发生的、有没有照片。无论是不是产品的原因，都按紧急单处理，当班 30 分钟内有人联系您。产品先别再用，也别扔。`,
    },
    en: {
      title: 'Scalded by water or steam: first aid',
      body: `**Cool, strip, soak, cover, go.**

1. **Cool** running water of 15–20 °C for **20 minutes**, no ice.
2. **Strip** clothes while cooling; cut around what sticks.
3. **Soak** another 10 minutes if it hurts; keep children and old people warm.
4. **Cover** loosely with gauze or cling film.
5. **Go** to hospital with large blisters, white or black skin, on face, hands or groin, larger than your palm, or any child under 3 years. Large areas: call 120.

No toothpaste, soy sauce or oil; do not open blisters.

Then tell us which product, how it happened, and send photos if you have them. Whatever the cause it is an urgent case, with a call within 30 minutes on duty. Stop using the product but keep it.`,
    },
  },
  {
    slug: 'appliance-smoke',
    kind: 'safety',
    productSkus: ['K720', 'K730', 'K740', 'K750', 'A810', 'A820', 'A830', 'T940', 'T960'],
    zh: {
      title: '电器冒烟、有焦味、漏电怎么办？',
      body: `1. **先断电**：够得着就拔插头，够不着拉电闸。手湿别碰。
2. 有明火：用锅盖、湿毛毯盖住，或干粉灭火器；**通电时不泼水**。控制不住，人先走，打 119。
3. 摸外壳麻手：是漏电，不要再碰，断电后贴条“勿用”。
4. 开窗，离开房间 30 分钟。

之后**不要再试一次**，保留原样、插头和插座一起拍照，在聊天里发给我们。我们按紧急单处理，当班 30 分钟内联系，安排取回检测，先发新机，不受 7 天、15 天和质保期限制。

头一次用空气炸锅、净化器新滤芯有点味，和焦味不同；分不清就当成焦味处理。老房子插座松动、插线板过载，也请找电工看看。`,
    },
    en: {
      title: 'Smoke, a burnt smell or an electric tingle',
      body: `1. **Cut the power:** unplug if you can reach it, else the breaker. Not with wet hands.
2. Flames: cover with a lid or wet blanket, or a powder extinguisher; **no water while live**. Out of control? Leave and call 119.
3. The case tingles: leakage current. Do not touch it again; label it "do not use".
4. Open windows, leave the room for 30 minutes.

**Do not try it once more.** Keep it as it is, photograph it with plug and socket and send that to us. It is an urgent case: a call within 30 minutes on duty, pick-up, and a new one first, whatever the limits of 7 or 15 days or the warranty.

A new air fryer or filter smells a little, which is different; if in doubt treat it as burnt. Have loose sockets seen by an electrician.`,
    },
  },
];
