import type { ArticleSource } from './shapes.ts';

/** Air: purifier, dehumidifier, circulator. */
export const air: ArticleSource[] = [
  {
    slug: 'purifier-placement',
    kind: 'installation',
    productSkus: ['A810'],
    zh: {
      title: '空气净化器放哪里？第一次用要做什么？',
      body: `**第一步**：拔电，打开后盖，把滤芯的塑料袋拆掉再装回去。每个月都有人带着袋子用，声音大、没效果。

摆放：四周留 **30 cm**，别贴墙、别塞沙发后面；进风口在四周，出风口朝上，上面不放东西。离加湿器 2 米以上，水雾会被当成灰尘，还会让滤芯受潮。

CADR 400 m³/h，适合 28–48 平方米。关窗，先“强力”开 30 分钟，再换自动。卧室用睡眠档，32 dB，屏幕会灭。

新家除味：净化器只是辅助，甲醛主要靠通风，每天开窗两次、每次 30 分钟，开窗时关机。首次有一点炭味，2–3 天散去。`,
    },
    en: {
      title: 'Where do I put the air purifier, and what first?',
      body: `**First:** unplug, open the back and take the plastic bag off the filter. Every month somebody runs it with the bag on: loud and useless.

Leave **30 cm** around it, not against a wall or behind the sofa; air enters all round and leaves on top, so put nothing there. Two metres from a humidifier: mist counts as dust and wets the filter.

With CADR 400 m³/h it suits 28–48 m². Windows shut, "boost" for 30 minutes, then auto. In the bedroom "sleep", 32 dB, display off.

New home: formaldehyde leaves by airing, twice a day for 30 minutes with the purifier off; it only helps. A faint carbon smell goes within 2–3 days.`,
    },
  },
  {
    slug: 'purifier-filter',
    kind: 'care',
    productSkus: ['A810', 'A815'],
    zh: {
      title: '净化器滤芯多久换？能水洗吗？一年多少钱？',
      body: `**12 个月**左右换一次，机器按实际运行时间和脏污算，滤芯灯变红就换。每天开 24 小时、家里装修或养宠物，可能 6–8 个月。一支 259 元，一年的耗材也就是 259 元。

**不能水洗、不能晒**：H13 滤纸一湿就失效，活性炭晒不“活”。外层的毛发灰尘，每月用吸尘器吸一遍，能多用一阵。

换法：拔电—开后盖—拉住布条抽出—新的拆袋、箭头朝里—合盖。然后长按“滤芯”键 **5 秒**清零，灯灭才算完。

旧滤芯装袋，按其他垃圾扔。只配清风净化器，买之前看一眼底部是不是 QM-A810。没拆封能放 36 个月。`,
    },
    en: {
      title: 'When do I change the purifier filter? Washable? Cost a year?',
      body: `After about **12 months**; the purifier counts running time and dirt, and the light turns red. Running 24 hours a day, with renovation or pets it may be 6–8 months. A filter is CNY 259, and that is the upkeep for a year.

**Do not wash it or put it in the sun:** wet H13 fleece fails and sunlight does not revive carbon. Vacuum hair and dust off the outside monthly.

Unplug, open, pull the ribbon, unwrap the new one, arrow inward, close. Hold "filter" for **5 seconds** until the light goes out.

Bag the old one as residual waste. It fits only the Breeze, so check for QM-A810 on the label. Unopened it keeps for 36 months.`,
    },
  },
  {
    slug: 'purifier-faults',
    kind: 'use',
    productSkus: ['A810', 'A815'],
    zh: {
      title: '净化器一直红灯、数值不降、有酸味怎么办？',
      body: `**一直红灯**：屏幕 PM2.5 高于 150 是真脏；家里没味没烟还红，擦传感器——侧面小盖子里，用干棉签轻转 3 圈，2 个月 1 次。

**数值不降**：门窗漏风；房间大于 48 平方米；滤芯袋没拆；后盖没合（会响一声提示）。做饭、喷香水、开加湿器，都会让数值一下蹿高，20 分钟应该下来。

**酸味、潮味**：滤芯吸过潮，晾不好，换新的。平时湿度高于 80% 时少用。

**报 E1**：风机没转，拔电 5 分钟再试；**报 E2**：传感器，擦一擦；还在就报修。质保 24 个月。焦味不一样，马上拔插头。`,
    },
    en: {
      title: 'Red light, values that do not fall, or a sour smell from the purifier',
      body: `**Always red:** PM2.5 above 150 is really dirty. Red without smoke or smell? Clean the sensor behind the small cover with a dry cotton bud, 3 gentle turns, every two months.

**Values do not fall:** leaky windows, a room above 48 m², the filter bag, or the back not closed. Cooking, perfume or a humidifier raise it for some 20 minutes.

**Sour or musty:** the filter got damp; airing does not help, change it. Use the purifier less above 80 % humidity.

**E1:** the fan does not turn, unplug for 5 minutes. **E2:** sensor, wipe it. Still there? Report it; the warranty is 24 months. A burnt smell is different: unplug at once.`,
    },
  },
  {
    slug: 'dehumidifier-use',
    kind: 'use',
    productSkus: ['A830'],
    zh: {
      title: '回南天除湿机怎么开最省电？开多久？',
      body: `1. **关门关窗**，一间一间来，别敞着客厅抽全家的湿气。
2. 放房间中间，四周留 30 cm；出风口在上，别盖衣服。
3. 湿度设 **50%**，选“智能”，到了自己停。
4. 湿度计显示 55% 以下就换下一间。

240 W，抽一小时不到四分之一度电。12 L 是在 30 ℃、湿度 80% 时测的；冬天 10 ℃ 左右大约只有 3 L，不是坏了。

机器放热，房间会高 1–3 ℃，正常。噪音 42 dB，睡前开、睡时停最舒服。

晾衣：衣架离机器 50 cm，开“晾衣”，6 件 T 恤约 5 小时干。搬动后**静置 2 小时**再开，别横着放。`,
    },
    en: {
      title: 'How do I run the dehumidifier cheaply in the damp season?',
      body: `1. **Close doors and windows**, room by room.
2. Middle of the room, 30 cm around; air leaves on top, no clothes on it.
3. Set **50 %** and "smart"; it stops by itself.
4. Below 55 % take it to the next room.

240 W: an hour is less than a quarter of a unit of electricity. The 12 L are measured at 30 °C and 80 % humidity; in winter at 10 °C about 3 L is normal.

It warms the room by 1–3 °C. At 42 dB run it before bedtime.

Laundry: 50 cm away on "laundry", 6 T-shirts dry in about 5 hours. After moving it let it **stand for two hours**, and never lay it down.`,
    },
  },
  {
    slug: 'dehumidifier-hose',
    kind: 'installation',
    productSkus: ['A830'],
    zh: {
      title: '除湿机怎么接水管一直排？报 E4、FL 怎么办？',
      body: `后面有个带橡胶塞的口，拔掉塞子，接内径 **12 mm** 的软管（包装不带，五金店 5 元一米），管子全程往下走，出口要低于机器，直接通地漏。

打弯、抬高、太长（超过 2 米）都会倒流到水箱。

| 显示 | 意思 |
|---|---|
| FL | 水箱满 2.5 L，倒掉，推到底 |
| E4 | 蒸发器结霜，停 30 分钟自己化；室温低于 5 ℃ 不要用 |
| E1 | 湿度探头，拔电 5 分钟再试 |

倒水后还显示 FL：浮子卡住，水箱左侧的白块要能上下动。

滤网在后面，每 2 周抽出来冲一次，晾干再装；堵了会结霜、声音大。质保 24 个月。`,
    },
    en: {
      title: 'Dehumidifier with a drain hose, and E4 or FL',
      body: `Pull the rubber plug at the back and fit a hose of **12 mm** inner width (not included, about CNY 5 a metre). It must fall all the way to a drain lower than the machine.

Bends, rises and more than two metres send the water back into the tank.

| Display | Meaning |
|---|---|
| FL | the 2.5 L tank is full; empty it, push it home |
| E4 | frost; it melts in 30 minutes. Not below 5 °C |
| E1 | humidity sensor; unplug for 5 minutes |

FL after emptying? The float on the left of the tank must move freely.

Rinse the filter at the back every two weeks and dry it; clogged it causes frost and noise. The warranty is 24 months.`,
    },
  },
  {
    slug: 'fan-clean-remote',
    kind: 'care',
    productSkus: ['A860'],
    zh: {
      title: '循环扇怎么拆洗？遥控器没反应、有异响怎么办？',
      body: `**拆洗**（每季一次）：拔电；前网罩下面有 1 颗螺丝，拧松，逆时针转开；扇叶中间的螺母**顺时针**松（反牙）；温水加洗洁精洗，晾干。电机那头只用干布，别喷水。

**遥控器**：用 1 颗 CR2032，正面朝上；两头各擦一下；距离 6 米内，中间别隔玻璃。吸在底座上丢了的，补一个 25 元。

**异响**：

- 咯噔咯噔：扇叶螺母没拧紧。
- 摇头时咔咔：底盘没拧到底，4 颗螺丝都要装。
- 高速嗡嗡：地面不平，垫一垫。

最低档 20 dB，最高档大约 55 dB。搭配空调，朝天花板吹，空调可以调高 2 ℃。质保 24 个月。`,
    },
    en: {
      title: 'Cleaning the air circulator; remote and noises',
      body: `**Clean** once a season: unplug; loosen the screw below the front grille, turn it anticlockwise; the nut of the blade opens **clockwise** (reverse thread); wash in soapy water, dry. Only a dry cloth on the motor.

**Remote:** a CR2032, face up; wipe contacts; within 6 metres, no glass between. A new one is CNY 25.

**Noises:**

- Clunking: the blade nut is loose.
- Clicks while swinging: all 4 screws of the base must be in.
- Humming at high speed: uneven floor.

The lowest speed is 20 dB, the highest about 55 dB. With an air conditioner aim it at the ceiling and set two degrees higher. The warranty is 24 months.`,
    },
  },
  {
    slug: 'fan-assembly',
    kind: 'installation',
    productSkus: ['A860'],
    zh: {
      title: '循环扇怎么组装？高度能调吗？',
      body: `不用工具，**5 分钟**：

1. 底盘翻过来，立杆对准缺口插入，拧紧 4 颗手拧螺丝，摇一摇不晃才算好。
2. 想要台面高度，只装短杆，总高 65 cm；两节都装是 95 cm。
3. 机头扣到杆顶，听到“咔”，线从杆后面的槽走下来。
4. 遥控器撕掉电池的绝缘片，吸在底座正面。

放在平地上，离窗帘 30 cm，离墙 20 cm，摇头时不会碰到。电源线 1.6 m，别从地毯下面穿。

换季先洗扇叶再收，拆下来的顺序反过来就行。少了螺丝或者杆子歪的，7 天内说一声，单独补寄零件，不用退整机。儿童房请把线固定在墙边，格栅缝小于 8 mm，手指伸不进去。`,
    },
    en: {
      title: 'How do I assemble the air circulator, and is its height adjustable?',
      body: `Without tools, in **5 minutes**:

1. Turn the base over, put the pole into the notch, tighten all 4 thumb screws; nothing may wobble.
2. For a table take the short pole only, 65 cm in all; both make 95 cm.
3. Press the head on until it clicks; the cord runs down the groove behind.
4. Pull the strip out of the remote and stick it to the front of the base.

On a level floor, 30 cm from curtains and 20 cm from walls, so that it can swing. The cord is 1.6 m; do not lead it under a rug.

Wash the blade before you store it. A missing screw or a crooked pole? Tell us within 7 days and we send the part alone. In a child's room fix the cord to the wall; the gaps of the grille are below 8 mm, too narrow for fingers.`,
    },
  },
];
