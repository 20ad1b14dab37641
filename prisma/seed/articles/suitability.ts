import type { ArticleSource } from './shapes.ts';

/** What suits whom, across the shelves. */
export const suitability: ArticleSource[] = [
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
    slug: 'from-birth-list',
    kind: 'use',
    productSkus: ['Y110', 'Y120', 'Y130', 'Y140', 'Y150', 'Y160', 'Y170', 'B150', 'O530'],
    zh: {
      title: '哪些产品从出生就能用？哪些要等大一点？',
      body: `**出生起（0 个月）**：婴儿洗发沐浴二合一、护臀膏、婴儿洗衣液、手口湿巾、调奶器、纱布浴巾、婴儿润肤霜。

**12 个月起**：泡沫洗手液，大人看着用。

**24 个月起**：儿童苹果牙膏，米粒大小。

**3 岁（36 个月）起**：无香洗发水、无香护发素、无香沐浴露、甜橙沐浴露、羊奶皂、神经酰胺面霜、物理防晒。

**6 岁（72 个月）起**：漱口水，学会吐了再用。

**12 岁（144 个月）起**：电动牙刷、冲牙器、抗敏牙膏、电热毯、暖脚垫、乳胶枕。

**孩子不要碰**：洗衣凝珠、洗碗块、油污净、视黄醇晚霜。拿不准就把孩子的月龄告诉助手，它会替您筛。`,
    },
    en: {
      title: 'What can be used from birth, and what later?',
      body: `**From birth (0 months):** baby hair and body wash, nappy cream, baby laundry liquid, wipes, formula kettle, muslin towel, baby cream.

**From 12 months:** foaming hand wash, with an adult.

**From 24 months:** apple toothpaste, a grain of rice.

**From 3 years (36 months):** Calm shampoo, conditioner and body wash, orange body wash, goat milk soap, ceramide cream, mineral sunscreen.

**From 6 years (72 months):** mouthwash, once they can spit.

**From 12 years (144 months):** electric toothbrush, water flosser, sensitive toothpaste, electric blanket, foot mat, latex pillow.

**Never for children:** pods, dishwasher tablets, degreaser, retinol. Tell the assistant the age in months and it sorts for you.`,
    },
  },
];
