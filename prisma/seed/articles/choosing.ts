import type { ArticleSource } from './shapes.ts';

/** Choosing across shelves, and what happens to things at their end. */
export const choosing: ArticleSource[] = [
  {
    slug: 'unscented-list',
    kind: 'use',
    productSkus: [
      'S210',
      'C310',
      'B110',
      'B140',
      'F410',
      'F420',
      'F430',
      'F440',
      'F460',
      'L610',
      'L630',
      'Y110',
      'Y130',
      'Y170',
    ],
    zh: {
      title: '哪些产品是无香的？“无香”和“无香精味”有区别吗？',
      body: `我们写“无香”，意思是**配方里没有香精，也没有用来遮味的精油**。原料本身的淡味会有一点，比如燕麦、羊奶。

- 洗护：无香舒缓洗发水、无香修护护发素、无香温和沐浴露、羊奶燕麦皂。
- 护肤：除雪松护手霜以外全部无香。
- 洗衣清洁：无香洗衣液、羊毛真丝洗涤剂、除垢粉、洗碗块。
- 母婴：洗护和洗衣全部无香。

有些品牌的“无香味”是加了掩味剂闻不出来，对香精过敏的人照样会痒，看成分表有没有“香精”两个字就知道。

对气味敏感、孕吐、家里有哮喘病人，从洗衣液换起最明显：衣服 24 小时贴着您。和助手说“我只用无香的”，以后推荐都会避开有香的。`,
    },
    en: {
      title: 'Which products are unscented, and what do you mean by it?',
      body: `To us "unscented" means **no fragrance and no essential oil to cover smells**. Raw materials keep a faint note of their own, like oats or goat milk.

- Hair and body: Calm shampoo, conditioner and body wash, goat milk and oat soap.
- Skin care: everything except the cedar hand cream.
- Laundry and cleaning: Calm laundry liquid, wool and silk wash, descaler, dishwasher tablets.
- Baby: all washes, creams and laundry.

Elsewhere a neutral smell may come from a masking agent, and sensitive people itch all the same: look for "fragrance" on the list.

With morning sickness or asthma change the laundry liquid first; clothes touch you 24 hours a day. Say "unscented only" to the assistant and it will leave scented things out.`,
    },
  },
  {
    slug: 'pregnancy-list',
    kind: 'safety',
    productSkus: ['S210', 'C310', 'B110', 'F410', 'F420', 'F430', 'F440', 'O520', 'S220', 'S240', 'F450', 'T940'],
    zh: {
      title: '怀孕了，哪些能用、哪些先别用？',
      body: `**可以放心用**：无香洗发水和护发素、老姜洗发水、各款沐浴露、氨基酸洁面、神经酰胺面霜、玻尿酸精华、物理防晒 SPF50、身体乳、护手霜、抗敏牙膏、漱口水、无香洗衣液，还有整个母婴系列的洗护。

**先别用**：

- 视黄醇晚霜：维 A 类，备孕前 3 个月就停。
- 净屑洗发水、薄荷控油洗发水：去屑剂和薄荷、茶树精油缺少孕期数据，换无香款。
- 电热毯：局部过热，改成睡前预热、躺下前拔掉，更稳妥的是不用。
- 油污净：请家人代劳，通风。

孕早期鼻子灵，优先选无香。皮肤比从前敏感，新产品先做 48 小时测试。医生的话和这里不一样，听医生的。产后哺乳，视黄醇仍然不用。`,
    },
    en: {
      title: 'Pregnant: what is fine and what should wait?',
      body: `**Fine:** Calm shampoo and conditioner, Ginger shampoo, every body wash, face wash, ceramide cream, hyaluronic serum, mineral sunscreen SPF 50, body lotion, hand cream, sensitive toothpaste, mouthwash, Calm laundry liquid, and all baby washes.

**Wait with:**

- Retinol night cream: stop 3 months before trying for a baby.
- Clear and Fresh mint shampoo: too little is known of the dandruff agent, mint and tea tree in pregnancy; take Calm.
- Electric blanket: local heat. Better not at all.
- Degreaser: let somebody else, with the window open.

Early on noses are keen: choose unscented. Skin reacts more than before, so test for 48 hours. If your doctor says otherwise, follow the doctor. No retinol while breastfeeding either.`,
    },
  },
  {
    slug: 'sensitive-skin-list',
    kind: 'use',
    productSkus: ['S210', 'B110', 'F410', 'F420', 'F440', 'L610', 'Y170'],
    zh: {
      title: '敏感肌从哪几样换起？',
      body: `一次全换，出了问题不知道怪谁。建议按这个顺序，**每 2 周换一样**：

1. 洗衣液换成无香的：贴身时间最长，59 元，最划算。
2. 沐浴露：无香温和，pH 5.5。
3. 洁面：氨基酸，早上只用清水。
4. 面霜：神经酰胺，薄涂。
5. 防晒：纯物理，不用卸妆油。
6. 洗发水：无香舒缓，后背、额头的小疙瘩常和它有关。

每换一样，先做 48 小时测试。换完 4 周还反复泛红，别再试新的，去皮肤科查查是不是玫瑰痤疮、接触性皮炎。

毛巾 3 天一洗，洗脸水 35 ℃ 以下，护肤品不超过 3 样，往往比买新的更见效。`,
    },
    en: {
      title: 'Sensitive skin: what do I change first?',
      body: `Change everything at once and you will not know what to blame. In this order, **one thing every two weeks**:

1. Laundry liquid, unscented: on you longest, CNY 59, the best value.
2. Body wash: Calm, pH 5.5.
3. Face wash: amino acids; only water in the morning.
4. Cream: ceramide, thin.
5. Sunscreen: mineral.
6. Shampoo: Calm; spots on back and forehead often come from it.

Patch test each for 48 hours. Still red after 4 weeks? Stop trying and see a dermatologist: rosacea or contact dermatitis need another treatment.

Towels every 3 days, water below 35 °C and no more than 3 products often do more than anything new.`,
    },
  },
  {
    slug: 'allergen-list',
    kind: 'safety',
    productSkus: ['S210', 'B110', 'B140', 'Y170', 'C340', 'C330', 'T930', 'B120'],
    zh: {
      title: '对燕麦、牛羊奶、坚果、乳胶过敏，要避开哪些？',
      body: `| 过敏原 | 含有的产品 |
|---|---|
| 燕麦 | 无香舒缓洗发水、无香温和沐浴露、羊奶燕麦皂、婴儿润肤霜 |
| 羊乳 | 羊奶燕麦皂 |
| 坚果来源油 | 免洗护发精油（刺阿干） |
| 椰子 | 椰油发膜、羊奶燕麦皂；多数洗护的表活也来自椰油 |
| 柑橘精油 | 甜橙沐浴露 |
| 薄荷、茶树 | 薄荷控油洗发水 |
| 乳胶 | 乳胶枕；羊毛地毯的背胶 |

食物过敏的人，抹在皮肤上不一定有反应，但皮肤破了、湿疹期容易致敏，建议避开。

全部成分印在瓶身和产品页，一个不少。告诉助手“我对燕麦过敏”，您同意后它会记住，推荐时自动跳过。出现嘴唇肿、喘不上气，立刻拨 120。`,
    },
    en: {
      title: 'Allergic to oats, milk, nuts or latex: what to avoid',
      body: `| Allergen | Found in |
|---|---|
| Oats | Calm shampoo, Calm body wash, goat milk and oat soap, baby cream |
| Goat milk | goat milk and oat soap |
| Nut oil | leave-in hair oil (argan) |
| Coconut | hair mask, soap; most surfactants also come from coconut |
| Citrus oil | orange body wash |
| Mint, tea tree | Fresh mint shampoo |
| Latex | latex pillow; backing of the wool rug |

With a food allergy skin contact need not cause trouble, but on broken skin or eczema it can sensitise: better avoid it.

All ingredients are printed on bottle and page. Tell the assistant "I am allergic to oats"; if you agree it remembers and skips them. Swollen lips or short breath: call 120 at once.`,
    },
  },
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
    slug: 'recycle-packaging',
    kind: 'service',
    productSkus: ['S210', 'B110', 'L610', 'B160'],
    zh: {
      title: '空瓶、泵头、快递箱怎么分类？有空瓶回收吗？',
      body: `**回收**：集满 **6 个**我们的空瓶（任何 200 ml 以上的），在“会员—空瓶回家”预约，顺丰到付上门，送 600 积分，等于 6 元。不用洗得很干净，倒干就行。

自己分类：

- 瓶身（PET、HDPE）：可回收物，撕标签更好。
- 泵头（有金属弹簧）：其他垃圾。
- 补充袋（复合膜）：其他垃圾，所以我们更建议灌瓶，一袋省两只瓶。
- 面霜玻璃罐：可回收物，洗净可以装棉签。
- 快递箱、纸浆托：可回收物，胶带撕掉。

填充用的是纸，没有泡沫。收到过度包装，请拍给我们，仓库会改。过期的洗护倒干再扔，不要大量倒进下水道。`,
    },
    en: {
      title: 'Sorting and returning empty bottles and boxes',
      body: `**Return:** with **6** of our empty bottles (200 ml and more) book "Bottles home" in the member area; a courier collects at our cost and you get 600 points, worth CNY 6. Drained is clean enough.

Sort yourself:

- Bottles (PET, HDPE): recycling, labels off.
- Pumps with a metal spring: residual waste.
- Refill pouches: residual waste, yet a pouch saves two bottles.
- Glass cream jars: recycling, or keep them.
- Boxes and pulp trays: recycling without tape.

We pad with paper, never foam. Too much packaging? Send a photo, the warehouse will change it. Drain old cosmetics into the bin, not down the drain.`,
    },
  },
  {
    slug: 'recycle-appliances',
    kind: 'service',
    productSkus: ['K710', 'A810', 'A820', 'A830', 'O510', 'W840'],
    zh: {
      title: '旧电器、电池、滤芯怎么处理？能以旧换新吗？',
      body: `**以旧换新**：买同类新电器时勾选，不管什么牌子、好没好，抵 **8%**，最高 100 元；快递送新时把旧的带走，不用拆。

不换新也能收：在会员里预约，小家电免费上门，除湿机、净水机要凑到 10 kg 以上一起。

自己扔：

- 电动牙刷、冲牙器有**锂电池**：不能进普通垃圾桶，送社区有害垃圾点，或寄回给我们。
- 空气滤芯、净水滤芯：其他垃圾，装袋。
- 遥控器 CR2032 电池：有害垃圾，用胶带贴住两面，别让孩子拿到，误吞立刻就医。
- 除湿机里有制冷剂，别自己拆。

旧机器里的资料：我们的电器不联网，没有您的信息。`,
    },
    en: {
      title: 'Old appliances, batteries and filters; trade-in',
      body: `**Trade-in:** tick it when buying the same kind; any brand, working or not, **8 %** off up to CNY 100. The courier takes the old one along.

Without buying, book a free pick-up for small appliances; for dehumidifiers and water purifiers it must be 10 kg or more.

Yourself:

- Toothbrush and flosser hold **lithium**: hazardous waste point or back to us, never the ordinary bin.
- Air and water filters: residual waste, bagged.
- CR2032 of the remote: hazardous waste, tape both faces, keep it from children; if swallowed see a doctor at once.
- Dehumidifiers hold refrigerant: do not open.

Our appliances are not connected and hold no data of yours.`,
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
