import type { ArticleSource } from './shapes.ts';

/** Washing and looking after hair. */
export const hair: ArticleSource[] = [
  {
    slug: 'choose-shampoo',
    kind: 'use',
    productSkus: ['S210', 'S220', 'S230', 'S240'],
    zh: {
      title: '四款洗发水怎么选？',
      body: `看头皮，不看发尾：

- **头皮敏感、怀孕、怕香**：无香舒缓洗发水，pH 5.5，无硅油无硫酸盐。
- **一天不洗就油**：薄荷控油洗发水，69 元，凉感明显，孕期和染发后不建议。
- **一梳就断、发丝细**：老姜强韧洗发水，减少断发，不宣称生发。
- **肩上有头屑**：净屑洗发水，每周 3 次，其余日子换温和的。

一家人共用选无香款，3 岁以上的孩子也能用。发尾干不用换洗发水，加护发素就好。头皮有伤口、结痂，先看皮肤科，哪款都先别用。`,
    },
    en: {
      title: 'Which of the four shampoos is right for me?',
      body: `Choose by the scalp, not by the ends:

- **Sensitive scalp, pregnancy, no scent please:** Calm unscented, pH 5.5, no silicone, no sulfates.
- **Oily after a day:** Fresh mint, CNY 69. It really cools; not in pregnancy or on coloured hair.
- **Fine hair that snaps:** Ginger, less breakage, no promise of growth.
- **Dandruff on the shoulders:** Clear, 3 times a week, something mild on other days.

One bottle for the family? Calm, for children from 3 years too. Dry ends need a conditioner, not another shampoo. With wounds or crusts see a dermatologist first and use none of them.`,
    },
  },
  {
    slug: 'how-to-wash-hair',
    kind: 'use',
    productSkus: ['S210', 'C310'],
    zh: {
      title: '敏感头皮怎么洗头才舒服？',
      body: `1. 水温 **38 ℃** 左右，先冲湿 1 分钟，油和灰先走一半。
2. 短发 1 泵、长发 2 泵，在手心加水搓出泡再上头，不要直接按在头皮上。
3. 用指腹打圈 2 分钟，别用指甲。
4. 冲到摸着不滑，一般要 2 分钟，后颈和耳后最容易漏。
5. 护发素从耳朵以下开始涂，1 分钟冲净，别碰头皮。

用毛巾按干，吹风机离头 15 cm，先吹发根。敏感期每 2–3 天洗一次就够。换新洗发水的头一周，旧的硅油膜慢慢洗掉，会觉得有点涩，属于正常，通常用 5 次就顺了。`,
    },
    en: {
      title: 'How do I wash a sensitive scalp?',
      body: `1. Rinse for a minute at about **38 °C**; half of the oil and dust leaves already.
2. One pump for short, two for long hair. Lather it with water in your palm, never straight on the scalp.
3. Massage with the fingertips for two minutes, no nails.
4. Rinse until nothing feels slippery, usually two minutes; neck and behind the ears are easily missed.
5. Conditioner from below the ears, a minute, away from the scalp.

Press dry and keep the dryer 15 cm away, roots first. In sensitive times every 2–3 days is enough. In the first week hair may feel rough while old silicone washes off; after about 5 washes it is smooth.`,
    },
  },
  {
    slug: 'anti-dandruff-use',
    kind: 'use',
    productSkus: ['S240'],
    zh: {
      title: '净屑洗发水怎么用才有效？多久见效？',
      body: `关键是**停留 3 分钟**。吡罗克酮乙醇胺盐要时间，搓两下就冲等于白用。

- 每周 3 次，隔天用；其他日子换无香舒缓洗发水。
- 一次 2 泵，起泡后盖住整个头皮，刷个牙的功夫再冲。
- 一般 2–4 周头屑明显减少，之后每周 1 次维持。

用了 4 周没变化，或者头皮又红又油、屑是黄的、发际线和眉毛也脱皮，可能是脂溢性皮炎，请看皮肤科。

孕期、哺乳期和 12 岁以下不建议用。有的人头两次会觉得屑变多，是旧的角质松了，接着用。刺痛就停。`,
    },
    en: {
      title: 'How do I use the anti-dandruff shampoo, and when does it work?',
      body: `The secret is to **leave it for 3 minutes**. Piroctone olamine needs time; rub and rinse is wasted.

- 3 times a week, every other day; the Calm shampoo in between.
- Two pumps, cover the whole scalp, brush your teeth, then rinse.
- Expect clearly less dandruff after 2–4 weeks, then once a week to keep it so.

No change after 4 weeks, or a red and oily scalp, yellow flakes, peeling hairline and brows? That may be seborrhoeic dermatitis: see a dermatologist.

Not in pregnancy, while breastfeeding or under 12 years. Flakes may increase in the first two washes as old skin loosens: go on. If it stings, stop.`,
    },
  },
  {
    slug: 'hair-mask-use',
    kind: 'use',
    productSkus: ['C330', 'C320'],
    zh: {
      title: '发膜和护发素有什么区别？要一起用吗？',
      body: `护发素管**今天好梳**，发膜管**这一周不干**。不用叠着用，洗完选一样。

发膜用法：洗发后把水按到不滴，取约 15 ml（一个核桃大），从发尾往上涂到耳朵高度，梳开，停 **10 分钟**，冲到手感滑但不腻。每周 1 次，刚烫染的头一个月可以 2 次。

- 不用加热帽，也不用过夜，久了反而塌。
- 一罐 250 ml，长发大约用 4 个月。
- 细软发、油头只涂最下面 10 cm。
- 洗发当天用发膜，就不用护发素；其他日子用茶籽柔顺护发素。

用手指挖之前擦干手，进了水容易变质。`,
    },
    en: {
      title: 'Mask or conditioner: what is the difference?',
      body: `Conditioner makes hair **easy to comb today**, the mask keeps it **soft all week**. Use one or the other, not both.

After shampooing press out the water, take about 15 ml (a walnut), work from the ends up to ear height, comb, wait **10 minutes**, rinse until smooth. Once a week, twice in the first month after perming or colouring.

- No heat cap, not overnight; longer only makes hair limp.
- 250 ml lasts long hair about 4 months.
- Fine or oily hair: only the last 10 cm.
- On mask days skip the conditioner; on other days take the Camellia conditioner.

Dry your fingers before you dip in, water spoils it.`,
    },
  },
  {
    slug: 'coloured-hair',
    kind: 'care',
    productSkus: ['S210', 'S220', 'S230', 'S240', 'C310', 'C330'],
    zh: {
      title: '刚染完头发，用哪些不掉色？',
      body: `染后 **48 小时**内先别洗，让色素在里面站稳。之后：

- 能用：无香舒缓洗发水、老姜强韧洗发水、净屑洗发水，还有全部护发素和发膜。
- 先别用：薄荷控油洗发水，硫酸盐加薄荷洗得太透，红色和奶茶色褪得快。

三个小习惯比换洗发水更管用：水温降到 35 ℃；能隔天洗就隔天；吹之前抹护发精油，吹风机别用最热挡。

漂过的头发每周一次发膜。用紫色固色的，先用固色，再用发膜，别混在一起。想盖白发的补染，建议间隔 6 周以上，头皮有伤时不要染。`,
    },
    en: {
      title: 'Which products keep my hair colour?',
      body: `Do not wash for **48 hours** after colouring. Then:

- Fine: Calm, Ginger and Clear shampoo, and all conditioners and the mask.
- Wait with: Fresh mint. Its sulfates and mint cleanse too deeply; reds and beiges fade fast.

Three habits do more than a new shampoo: water at 35 °C, washing every other day where you can, and hair oil before blow-drying, never on the hottest setting.

Bleached hair takes the mask once a week. With purple toners, first the toner, then the mask, not mixed. Leave at least 6 weeks between touch-ups and never colour an injured scalp.`,
    },
  },
  {
    slug: 'postpartum-hair-loss',
    kind: 'use',
    productSkus: ['S210', 'S230'],
    zh: {
      title: '产后大把掉头发，用老姜洗发水有用吗？',
      body: `先说实话：产后 **2–6 个月**掉发，是孕期没掉的那些一起休息了，多数人 12 个月内自己长回来，任何洗发水都不会让它停。

老姜强韧洗发水能做的，是让发丝不容易断，地漏里少一些“断的”那部分。哺乳期可以用；头皮有破口不要用，姜会刺。

- 洗头照常，少洗并不会少掉。
- 用宽齿梳，从发尾开始梳。
- 别扎高马尾，扎紧了发际线更显空。
- 铁、维生素 D 缺的话，请医生查血。

掉发超过 12 个月、一块一块掉、头皮红肿，请看皮肤科，不要只靠换洗发水。`,
    },
    en: {
      title: 'Does the ginger shampoo help with hair loss after birth?',
      body: `Honestly: the loss **2–6 months** after birth is the hair that did not fall during pregnancy, resting all at once. For most it grows back within 12 months, and no shampoo stops it.

What Ginger can do is make the strands snap less, so that less of the broken kind is in the drain. It is fine while breastfeeding; not on broken skin, ginger stings.

- Wash as usual; washing less does not mean losing less.
- A wide comb, from the ends up.
- No tight high ponytail.
- Ask the doctor to check iron and vitamin D.

Beyond 12 months, in patches, or with a red scalp: see a dermatologist.`,
    },
  },
  {
    slug: 'pump-does-not-work',
    kind: 'use',
    productSkus: ['S210', 'S220', 'B110', 'B120', 'B150'],
    zh: {
      title: '泵头按不出来、弹不起来怎么办？',
      body: `新瓶先**逆时针转**，听到“咔”一声泵头弹起；转反了会越拧越紧。然后空按 5–8 下，把空气排出来。

还是不行：

1. 拧下泵头，吸管放进 40 ℃ 温水里按 10 下，干掉的膏体会化开。
2. 看吸管有没有掉：掉了就插回去，推到底。
3. 泡沫洗手液不出泡、出水：网堵了，同样用温水按 10 下；别往里兑水，兑了就打不出泡。

冬天低于 10 ℃，无香沐浴露会变稠，放回室温就好。

新瓶就坏了，发张照片来，直接寄一个新泵头，不用退整瓶。用完的泵头是混合塑料，拧下来再分类。`,
    },
    en: {
      title: 'The pump does not work or stays down',
      body: `New bottle: turn the head **anticlockwise** until it clicks up; the other way locks it tighter. Then press 5–8 times to get the air out.

Still nothing?

1. Unscrew it, put the tube into water at 40 °C and press 10 times; dried product dissolves.
2. Look whether the tube fell off; push it back all the way.
3. The foaming hand wash gives water, no foam: its mesh is clogged, the same 10 strokes help. Do not dilute it, or it will not foam at all.

Below 10 °C the Calm body wash thickens; at room temperature it flows again.

Faulty from the start? Send a photo and we mail a new pump, no need to return the bottle.`,
    },
  },
];
