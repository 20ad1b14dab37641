import type { ArticleSource } from './shapes.ts';

/** Choosing, and what owning costs. */
export const choosing: ArticleSource[] = [
  {
    slug: 'quiet-appliances',
    kind: 'use',
    productSkus: ['A860', 'A820', 'A810', 'K760', 'A830', 'K730'],
    zh: {
      title: '哪些电器夜里开着不吵？分贝怎么理解？',
      body: `按最低档排：

| 产品 | 分贝 | 像什么 |
|---|---|---|
| 循环扇 | 20 | 树叶轻响 |
| 加湿器 | 30 | 耳语 |
| 空气净化器（睡眠） | 32 | 耳语 |
| 电炖盅 | 35 | 图书馆 |
| 除湿机 | 42 | 小雨 |
| 电饭煲 | 50 | 正常谈话的一半 |
| 破壁机 | 65 | 说话声，隔门 |

每高 10 dB，耳朵觉得响一倍。卧室建议 35 以内，除湿机就放客厅或提前开。

测的时候离 1 米、安静房间；放在空心柜子上会共振，响 5 dB 不稀奇，垫块厚布。用一阵突然变吵，先看滤网、放平没有，再报修。`,
    },
    en: {
      title: 'Which appliances are quiet enough for the night?',
      body: `At the lowest setting:

| Product | dB | Like |
|---|---|---|
| Air circulator | 20 | rustling leaves |
| Humidifier | 30 | a whisper |
| Air purifier (sleep) | 32 | a whisper |
| Stew pot | 35 | a library |
| Dehumidifier | 42 | light rain |
| Rice cooker | 50 | half of a conversation |
| Blender | 65 | talk, through a door |

Each 10 dB feels twice as loud. For bedrooms choose up to 35; run the dehumidifier earlier.

Measured at one metre in a quiet room. A hollow cabinet resonates and adds 5 dB; lay a cloth below. Suddenly louder? Check filter and level before you report it.`,
    },
  },
  {
    slug: 'yearly-upkeep',
    kind: 'service',
    productSkus: ['A810', 'A815', 'W840', 'W845', 'W850', 'W855', 'O510', 'O515', 'O540', 'A820'],
    zh: {
      title: '买回去以后每年还要花多少钱？',
      body: `耗材算在明面上：

| 产品 | 换什么 | 每年 |
|---|---|---|
| 净水机 | 滤芯 1 支 | 299 元 |
| 空气净化器 | 滤芯 1 支 | 259 元 |
| 滤水壶 | 滤芯 12 支 | 228 元 |
| 电动牙刷 | 刷头 4 支 | 79 元 |
| 冲牙器 | 喷嘴 4 支 | 40 元 |
| 加湿器 | 除垢粉 2 盒 | 38 元 |

按一般家庭每天正常用算，用得多会早一点换。机器自己会提醒，不到就不用换，我们也不会提前催您。

电费：循环扇 32 W 开一夜 8 小时约 0.26 度；净化器 38 W 开满 24 小时约 0.9 度；除湿机 240 W 开 4 小时约 1 度。

别的电器没有固定耗材，只要按月除垢。`,
    },
    en: {
      title: 'What will it cost me each year after buying?',
      body: `Openly:

| Product | What | A year |
|---|---|---|
| Water purifier | one cartridge | CNY 299 |
| Air purifier | one filter | CNY 259 |
| Filter jug | 12 cartridges | CNY 228 |
| Toothbrush | 4 heads | CNY 79 |
| Water flosser | 4 tips | CNY 40 |
| Humidifier | two packs of descaler | CNY 38 |

For ordinary daily use. The machines remind you; before that there is no need, and we do not push.

Electricity: the circulator at 32 W uses about 0.26 units in a night of 8 hours, the purifier at 38 W about 0.9 in 24 hours, the dehumidifier at 240 W about one unit in 4 hours.

Other appliances have no consumables, only monthly descaling.`,
    },
  },
  {
    slug: 'use-abroad',
    kind: 'safety',
    productSkus: ['K710', 'K720', 'A820', 'O510', 'O540'],
    zh: {
      title: '电器带到国外能用吗？',
      body: `看电压：

- **可以**：电动牙刷、冲牙器，USB-C 5 V 充电，插哪都行。
- **220–240 V 国家**（欧洲、东南亚、澳洲）：配个转换插头能用，但只转形状，质保不覆盖。
- **100–120 V 国家**（日本、美国、加拿大）：**不行**。水壶会烧不开，电饭煲报 E4；用变压器的话，水壶 1800 W 要 2500 W 以上的，又重又烫，不值得。

坐飞机：牙刷、冲牙器的锂电池不能托运，随身带；冲牙器水箱倒空。洗发水、沐浴露随身每瓶 100 ml 以内，装分装瓶，大瓶托运。除垢粉是白色粉末，建议带原包装，免得安检问。

国外买的人请注意，售后只在中国大陆，寄回的国际运费自理。`,
    },
    en: {
      title: 'Can I use the appliances abroad?',
      body: `It depends on the mains:

- **Yes:** toothbrush and flosser charge from USB-C at 5 V anywhere.
- **220–240 V** (Europe, South-East Asia, Australia): works with a plug adapter, without warranty.
- **100–120 V** (Japan, United States, Canada): **no**. The kettle never boils, the rice cooker shows E4. A converter for the 1800 W kettle would need 2500 W: heavy, hot, not worth it.

Flying: lithium batteries go in hand luggage; empty the flosser. Shampoo in hand luggage up to 100 ml a bottle, large ones in the hold. Keep descaler in its box: white powder raises questions.

Service exists only in mainland China; international shipping is at your cost.`,
    },
  },
  {
    slug: 'hard-water',
    kind: 'care',
    productSkus: ['K710', 'L660', 'L670', 'A820', 'W840', 'Y150'],
    zh: {
      title: '我家水很硬，家电要多做什么？',
      body: `怎么看：水壶一周就有白壳、玻璃杯干了有圈、肥皂不起泡，就是硬水。北京、天津、西安、济南、太原多见，总硬度常在 **250 mg/L** 以上。

- 水壶、调奶器：除垢周期减半，水壶每 2 周、调奶器每周。
- 加湿器：尽量用净水，用自来水一定每周泡。
- 洗碗机：洗碗块之外加软水盐。
- 净水机：除垢从 3 个月改 2 个月，滤芯可能 9–10 个月就到。
- 洗衣：洗衣液多 10 ml，最后一遍加 50 ml 白醋，毛巾不硬。
- 洗头发涩：最后一遍用净水冲，护发素停 2 分钟。

硬水喝着没问题，只是家电怕。一盒 10 包柠檬酸 19 元，大概用 2 个月。`,
    },
    en: {
      title: 'My water is very hard. What should I do more?',
      body: `Signs: a white crust in the kettle within a week, rings on glasses, soap that does not lather. Common in Beijing, Tianjin, Xi'an, Jinan, Taiyuan, often above **250 mg/L**.

- Kettles: descale twice as often, the kettle every two weeks, the formula kettle weekly.
- Humidifier: purified water, or soak it weekly without fail.
- Dishwasher: salt besides the tablets.
- Water purifier: descale every two months instead of 3; a cartridge may last 9–10 months.
- Laundry: 10 ml more, and 50 ml of vinegar in the last rinse.
- Hair: rinse last with purified water, conditioner for two minutes.

Drinking it is fine; only appliances suffer. 10 sachets at CNY 19 last about two months.`,
    },
  },
  {
    slug: 'small-home-choice',
    kind: 'use',
    productSkus: ['A810', 'A820', 'A830', 'A860', 'K720', 'W840', 'W850'],
    zh: {
      title: '一个人租房，先买哪几样？',
      body: `按“每天用得上、搬家带得走”排：

1. **滤水壶**（129 元）：不用装，放冰箱门；以后换房换净水机。
2. **电饭煲 3 L**（399 元）：一个人煮 1 杯米刚好，还能煲汤煮粥。
3. **循环扇**（359 元）：20 dB，夏天配空调省电，冬天匀热风。
4. **加湿器**（229 元，北方）或**除湿机**（1199 元，华南回南天）。
5. 临街、过敏鼻炎，再加**空气净化器**（1299 元），30 平方米左右的开间绰绰有余。

预算 500 元以内：滤水壶加循环扇，488 元，能包邮。

合租的，先和室友商量好，插座 10 A 别同时开水壶和空气炸锅，加起来 3300 W，会跳闸。`,
    },
    en: {
      title: 'Renting alone: what do I buy first?',
      body: `Daily use, easy to move:

1. **Filter jug** (CNY 129): no fitting, lives in the fridge door.
2. **Rice cooker 3 L** (CNY 399): one cup for one, soup and congee too.
3. **Air circulator** (CNY 359): 20 dB, saves on cooling, spreads heat in winter.
4. **Humidifier** (CNY 229, the north) or **dehumidifier** (CNY 1199, the damp south).
5. On a busy street or with hay fever the **air purifier** (CNY 1299), ample for 30 m².

Under CNY 500: jug and circulator, CNY 488, shipping free.

Sharing? Do not run kettle and air fryer on one 10 A socket: together 3300 W trip the breaker.`,
    },
  },
];
