import type { ArticleSource } from './shapes.ts';

/** The kettle: first use, limescale, faults. */
export const kettles: ArticleSource[] = [
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
];
