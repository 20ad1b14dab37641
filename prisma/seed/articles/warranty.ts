import type { ArticleSource } from './shapes.ts';

/** Warranty, repairs and complaints. */
export const warranty: ArticleSource[] = [
  {
    slug: 'warranty-terms',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '电器质保多久？从哪天算起？',
      body: `从**签收那天**算，不是下单那天。各产品的月数：

- **24 个月**：电热水壶、电饭煲、破壁机、空气净化器、除湿机、循环扇、净水机、电动牙刷、冲牙器、调奶器、电热毯。
- **12 个月**：空气炸锅、咖啡机、电炖盅、打蛋器、加湿器、滤水壶、暖脚垫。

不用注册，也不用保修卡，订单就是凭证；别人送的，说出收货手机号也能查到。修过或换过的部件，从换好那天起另保 3 个月，和整机剩下的时间比，取长的。

滤芯、刷头、喷嘴、密封圈是耗材，不在质保内，但收到时就坏的照样换。`,
    },
    en: {
      title: 'How long is the warranty and when does it start?',
      body: `It starts on the **day of delivery**, not of the order:

- **24 months:** kettle, rice cooker, blender, air purifier, dehumidifier, air circulator, water purifier, toothbrush, water flosser, formula kettle, electric blanket.
- **12 months:** air fryer, coffee maker, stew pot, hand mixer, humidifier, filter jug, foot mat.

No registration and no card: the order is the proof. For a gift the phone number of the delivery is enough. A part we repaired or replaced is covered for 3 months from that day or for the rest of the warranty, whichever is longer.

Filters, brush heads, tips and seals are consumables and not covered, but we replace any that arrive broken.`,
    },
  },
  {
    slug: 'warranty-not-covered',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '哪些情况不保修？',
      body: `这几种修起来要收钱，但我们会先报价，您点头才动手：

- 摔了、泡水了、被宠物咬了。
- 自己拆开过，封条断了。
- 在国外 110 V 电压下用，或用了转换变压器烧坏。
- 水垢太厚：加热盘上的水垢超过 2 mm，烧坏温控器的。定期用柠檬酸就不会。
- 商用：酒店、餐馆、办公室每天连续用 8 小时以上的，质保按 6 个月算。
- 正常变旧：外壳发黄、不粘涂层有细划痕、电池用 2 年后容量下降。

拿不准就拍给我们看，别自己先判了“死刑”。有一条永远免费：**存在安全隐患的批次**，不管过没过保。`,
    },
    en: {
      title: 'What does the warranty not cover?',
      body: `These are repaired for money; we quote first and start only when you agree:

- Dropped, soaked, or chewed by a pet.
- Opened by yourself, seal broken.
- Used at 110 V abroad or burnt out with a converter.
- Limescale above 2 mm that overheated the thermostat. Regular citric acid prevents it.
- Business use, 8 hours a day and more in hotels, restaurants, offices: the warranty is 6 months then.
- Normal ageing: a yellowed shell, fine scratches in a coating, a weaker battery after 2 years.

If you are unsure, send a photo rather than give up. One thing is always free, in or out of warranty: **a batch with a safety defect**.`,
    },
  },
  {
    slug: 'repair-process',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '送修流程是怎样的？要多久？',
      body: `1. **报修**：聊天里说型号和现象，得到一个 C- 开头的编号。
2. **寄出**：预约上门取件，运费我们出。水箱、内胆请倒干，耗材和配件留在家里，贵重外盒不用寄。
3. **检测**：到厂 2 个工作日内告诉您原因。保内直接修；保外先报价，不修也不收检测费。
4. **修好寄回**：到厂起一般 **7 个工作日**。

每一步都会发消息，也可以随时问“我的维修到哪了”。超过 15 个工作日没修好，换一台新的，或者折算退款，您选。

家里有小宝宝、离不开的调奶器和净水机，保内可以申请备用机，押金 200 元，归还即退。`,
    },
    en: {
      title: 'How does a repair work and how long does it take?',
      body: `1. **Report** it in the chat with model and symptom; you get a number that begins with C-.
2. **Send** it: we collect at our cost. Empty tanks and bowls, keep accessories and filters at home.
3. **Diagnosis** within 2 working days of arrival. Under warranty we simply repair; otherwise we quote, and a no costs nothing.
4. **Back** to you, usually **7 working days** after it arrived.

Every step sends you a message; ask "where is my repair?" any time. Not done after 15 working days? A new one or a refund, you choose.

With a baby at home you can borrow a formula kettle or water purifier during a warranty repair, deposit CNY 200.`,
    },
  },
  {
    slug: 'out-of-warranty-prices',
    kind: 'service',
    productSkus: ['K710', 'K730', 'A820', 'A830', 'K740'],
    zh: {
      title: '过保了修一次多少钱？',
      body: `过保后收**零件费 + 工时费 40 元**，运费各出一半，寄出您付、寄回我们付。常见的：

| 故障 | 零件费 |
|---|---|
| 水壶底座、开关 | 25 元 |
| 加湿器雾化片 | 18 元 |
| 破壁机刀组 | 89 元 |
| 空气炸锅炸篮 | 79 元 |
| 除湿机风机 | 120 元 |

修好的部件保 3 个月。报价超过新机价格的一半，我们会直说“不值得修”，给您一张 8 折的换新券，旧机帮您回收。机器停产后，零件至少再备 5 年。`,
    },
    en: {
      title: 'What does a repair cost after the warranty?',
      body: `**Parts plus CNY 40 for labour.** You pay the way to us, we pay the way back. Common cases:

| Fault | Part |
|---|---|
| Kettle base or switch | CNY 25 |
| Humidifier atomiser | CNY 18 |
| Blender blades | CNY 89 |
| Air fryer basket | CNY 79 |
| Dehumidifier fan | CNY 120 |

Repaired parts are covered for 3 months. If the quote is above half the price of a new one we say plainly that it is not worth it, give you a voucher for 20 % off a new one, and recycle the old. Parts stay in stock for at least 5 years after a model ends.`,
    },
  },
  {
    slug: 'warranty-textiles',
    kind: 'service',
    productSkus: ['T910', 'T970', 'Y160', 'T920', 'T950', 'T955'],
    zh: {
      title: '床品、毛巾、地毯有质保吗？',
      body: `有，叫“品质承诺”，从签收算：

- **6 个月**：四件套、浴巾、纱布浴巾。保开线、破洞、洗 3 次以上还明显掉色、缩水超过 5%。
- **12 个月**：蚕丝被、两款地毯。保被胎结块、机织底脱线、羊毛地毯大面积脱胶。

请按水洗标来洗。用了漂白剂、高温烘干、剧烈甩干造成的不在内；羊毛地毯头 2 个月掉浮毛、新毛巾前 3 次掉一点毛，是正常的。

处理方法：拍照—判断—换新或按比例退款。换新的从收到那天起重新算。宠物抓的、烟头烫的，我们可以推荐织补师傅，费用自理。`,
    },
    en: {
      title: 'Is there a warranty on bedding, towels and rugs?',
      body: `Yes, our quality promise, from delivery:

- **6 months:** bedding set, bath towels, muslin towel. Open seams, holes, clear loss of colour after 3 washes, shrinkage above 5 %.
- **12 months:** silk duvet and both rugs. Lumpy filling, loose weave, backing that comes off widely.

Please wash as the label says; bleach, hot drying and hard spinning are not covered. Loose wool in the first 2 months and a little lint in the first 3 washes of a towel are normal.

Send a photo; we replace it or refund in proportion. The time starts again with the replacement. For cat claws and cigarette burns we can name a mender at your own cost.`,
    },
  },
  {
    slug: 'find-model-number',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '型号和批号在哪里看？',
      body: `**型号**都是 QM- 开头，一个字母加 3 位数字：

- 电器：底部或背面的银色标签。
- 电动牙刷、冲牙器：充电口盖子里面。
- 电热毯：布标的背面；控制器上的那串不是型号。
- 地毯、床品：侧缝的水洗标。

**批号**在瓶底或管尾，喷码两行：第一行是限用日期，第二行是批号，比如 H 开头加 6 位数字。喷码磨掉了，外盒上也有。

报修、投诉、过敏都先要型号和批号，拍一张清楚的照片最省事。字太小的话，用手机相机放大 2 倍拍，我们认得出来。`,
    },
    en: {
      title: 'Where do I find the model and the batch number?',
      body: `Every **model** begins with QM-, one letter and 3 digits:

- Appliances: the silver label below or behind.
- Toothbrush and flosser: inside the cover of the charging socket.
- Electric blanket: back of the cloth label; what stands on the controller is not the model.
- Rugs and bedding: the care label in the side seam.

The **batch number** is printed in two lines under the bottle or at the end of the tube: the use-by date first, then the batch, an H with 6 digits. Worn off? It is on the box as well.

For repairs, complaints and reactions we need both; one clear photo is easiest. Zoom in 2 times if the print is small.`,
    },
  },
  {
    slug: 'complaint-how',
    kind: 'service',
    productSkus: [],
    zh: {
      title: '怎么投诉？多久有回音？',
      body: `在聊天里直接说不满意的事就行，不用找按钮。助手会问几件没说到的：哪个产品、发生了什么、什么时候、怎么联系您、您希望怎么解决，照片可以一起发。最后念一遍给您听，没错就给您一个 **C- 开头的编号**。

- 一般投诉：24 小时内有人联系，5 个工作日内给方案。
- 涉及安全（烫伤、过敏、冒烟、漏电）：当班 30 分钟内联系。
- 对方案不满意：回复“不同意”，由主管 2 个工作日内重新看一遍。

编号随时可查：说“我的投诉怎么样了”。每个月我们会把投诉按产品和原因排出来，交给能改的人去改，改好了会告诉当初投诉的您。`,
    },
    en: {
      title: 'How do I complain and when will I hear back?',
      body: `Just say in the chat what went wrong. The assistant asks only for what is missing: the product, what happened, when, how to reach you, what would put it right; photos are welcome. It reads it all back, and when you agree you get a number that begins with **C-**.

- Ordinary complaints: a person contacts you within 24 hours and proposes a solution within 5 working days.
- Safety (burns, reactions, smoke, electric shock): within 30 minutes during service hours.
- Not satisfied? Say so, and a manager looks at it again within 2 working days.

Ask "how is my complaint?" any time. Each month we sort complaints by product and cause, hand them to those who can fix it, and tell you once it is fixed.`,
    },
  },
];
