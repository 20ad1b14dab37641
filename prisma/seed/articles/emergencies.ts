import type { ArticleSource } from './shapes.ts';

/** What to do first when somebody is hurt or something burns. */
export const emergencies: ArticleSource[] = [
  {
    slug: 'skin-reaction',
    kind: 'safety',
    productSkus: ['F410', 'F420', 'F430', 'F440', 'F450', 'F460', 'B120', 'B130', 'S220'],
    zh: {
      title: '用了皮肤发红发痒怎么办？',
      body: `**马上停用**，用流动的凉水冲 10 分钟，轻按擦干，什么都别往上叠。

- 只是微红、有点热：冷毛巾敷，每次 10 分钟，间隔 1 小时；48 小时内多半会退。
- 起疹子、很痒：别抓，拍照，尽快看皮肤科，把产品带去。
- **眼皮嘴唇肿、喘不上气、头晕、全身风团：立刻拨打 120**，这是急性过敏，不要等客服。

平静后再联系我们，说清产品、批号、用了几天、同时换过什么。我们会建加急单，当班 30 分钟内有人联系，退款按“过敏无忧”办。

恢复前只用清水和已经用惯的面霜，酸类、视黄醇、磨砂至少停 2 周。`,
    },
    en: {
      title: 'My skin turned red and itchy',
      body: `**Stop at once**, rinse with cool running water for 10 minutes, pat dry, and put nothing on top.

- Slight redness or warmth: a cold cloth for 10 minutes, with an hour between; usually gone within 48 hours.
- Rash or strong itching: do not scratch, take photos, see a dermatologist and take the product with you.
- **Swollen lids or lips, short breath, dizziness, hives all over: call 120 now.** That is an acute allergy; do not wait for us.

Afterwards tell us the product, batch, how many days you used it and what else was new. It becomes an urgent case, with a call within 30 minutes on duty, and a refund.

Until healed use water and your usual cream only; no acids, retinol or scrubs for at least two weeks.`,
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
  {
    slug: 'pods-swallowed',
    kind: 'safety',
    productSkus: ['L620', 'L670'],
    zh: {
      title: '孩子误食洗衣凝珠、洗碗块，或者溅到眼睛怎么办？',
      body: `**别催吐**，泡沫呛进肺更危险。

- 咬破、咽下：擦净嘴，喝几小口水或牛奶（不超过 100 ml），**立刻拨 120** 或去最近的急诊，带上盒子。呕吐、咳嗽、嗜睡，一样都不要等。
- 溅进眼睛：马上用流动清水冲 **15 分钟**，翻开眼皮，再去眼科。
- 沾到皮肤：清水冲 10 分钟，脱掉沾湿的衣服。

预防：盒盖按住两侧才能开，用完听到“咔”；放在 1.5 米以上的柜子里；不要把凝珠倒进玻璃罐，看着就像糖。洗碗块是碱性的，咬到同样会灼伤。

请务必告诉我们，哪怕孩子没事：这类情况我们都按紧急单记录，用来改包装。`,
    },
    en: {
      title: 'A child swallowed a pod or tablet, or it splashed into the eye',
      body: `**Do not make the child vomit**; foam in the lungs is worse.

- Bitten or swallowed: wipe the mouth, a few sips of water or milk (at most 100 ml), **call 120 at once** or go to the nearest emergency room with the box. Vomiting, coughing or drowsiness: do not wait.
- In the eye: rinse with running water for **15 minutes** with the lids open, then see an eye doctor.
- On the skin: rinse for 10 minutes, take off wet clothes.

Prevent: press both sides to open, close until it clicks, keep it above 1.5 metres, never in a glass jar like sweets. Dishwasher tablets are alkaline and burn too.

Please tell us even if all is well: we record each case as urgent and improve the pack.`,
    },
  },
  {
    slug: 'never-mix-cleaners',
    kind: 'safety',
    productSkus: ['L650', 'L660', 'L670'],
    zh: {
      title: '哪些清洁剂不能混用？',
      body: `**酸 + 84 消毒液 = 氯气**，几口就能伤到肺。家里最容易出错的组合：

- 柠檬酸除垢粉、洁厕液、白醋 + 84：产生氯气。
- 酒精 + 84：产生有毒的氯代物。
- 油污净（碱）+ 除垢剂（酸）：发热、飞溅、两个都失效。
- 洗碗块压碎了刷马桶，再倒洁厕液：同上。

万一混了：**屏住气离开，开窗关门**，别回去收拾；30 分钟后再通风冲水。咳嗽、胸闷、眼睛刺痛，去空气好的地方，不缓解就拨 120。

规矩很简单：一次只用一种，用完清水冲净，隔 30 分钟再用另一种。清洁剂留在原瓶里，别倒进矿泉水瓶。`,
    },
    en: {
      title: 'Which cleaners must never be mixed?',
      body: `**Acid + "84" bleach = chlorine gas**; a few breaths hurt the lungs. The usual mistakes:

- Citric acid, toilet cleaner or vinegar + 84: chlorine.
- Alcohol + 84: poisonous chlorine compounds.
- Degreaser (alkaline) + descaler (acid): heat, splashes, and neither works.
- Crushed dishwasher tablets followed by toilet cleaner: the same.

If it happened: **hold your breath and leave, open the window, shut the door**. Do not go back to tidy up; air and rinse after 30 minutes. Cough, tight chest, stinging eyes: fresh air, and call 120 if it does not ease.

The rule: one at a time, rinse, and wait 30 minutes before another. Keep cleaners in their own bottles, never in a drink bottle.`,
    },
  },
];
