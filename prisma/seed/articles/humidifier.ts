import type { ArticleSource } from './shapes.ts';

/** The humidifier. */
export const humidifier: ArticleSource[] = [
  {
    slug: 'humidifier-weekly-clean',
    kind: 'care',
    productSkus: ['A820', 'L660'],
    zh: {
      title: '加湿器多久洗一次？怎么洗不长霉？',
      body: `**每天换水，每周除垢**，做到这两样就不会把细菌喷进屋里。

每天：倒掉剩水，水箱晃两下，擦干雾化槽再加新水。

每周，10 分钟动手、30 分钟等：

1. 拔电，倒空。
2. 槽里倒 300 ml 温水加小半包柠檬酸（6 g），泡 **30 分钟**，**不要开机**，雾化柠檬酸会呛人。
3. 软毛刷刷中间的雾化片，别用金属刮。
4. 清水冲 2 遍。**底座插口、出风口别进水**。

一年两盒除垢粉，38 元，就是全部耗材。

粉色黏膜、黑点，说明停水太久；用 75% 酒精擦，再冲净。换季收起来前，全部晾 24 小时。`,
    },
    en: {
      title: 'How often and how do I clean the humidifier?',
      body: `**New water every day, descale every week:** then no germs go into the air.

Daily: pour the rest away, swish, dry the basin, refill.

Weekly, 10 minutes of work and 30 of waiting:

1. Unplug and empty.
2. 300 ml of warm water with a third of a citric acid sachet (6 g) in the basin for **30 minutes**; **do not run it**, the mist would choke you.
3. A soft brush on the atomiser, no metal.
4. Rinse twice. **No water in the socket or air outlet.**

Two packs of descaler a year, CNY 38, are the whole upkeep.

Pink slime or black dots mean water stood too long: wipe with 75 % alcohol, rinse. Dry everything for 24 hours before storing.`,
    },
  },
  {
    slug: 'humidifier-leak',
    kind: 'use',
    productSkus: ['A820'],
    zh: {
      title: '加湿器底部漏水、桌面湿了一片是坏了吗？',
      body: `先**拔电、倒水、擦干**，再分清是“漏”还是“雾落下来”。

做个试验：水箱加 1 L 水，不开机，垫张纸巾放 **30 分钟**。

- **纸湿了**：真漏。看水箱底的白色阀门有没有歪、硅胶圈在不在；阀门按下去要弹回来。有一批机器的阀门弹簧偏软，型号 QM-A820、批号 H24 开头的，请直接报修，我们免费换水箱，不管过没过 12 个月质保。
- **纸是干的**：湿度超过 65% 时雾飘不起来就落下。雾嘴转向空处，调低一档，放到离地 80 cm、离墙 30 cm 的地方。

水漏进底座、灯不亮了，别再通电，拍照报修。木桌上请垫托盘。加热水也会变形漏水，只加 40 ℃ 以下的。`,
    },
    en: {
      title: 'Water under the humidifier: is it broken?',
      body: `**Unplug, empty, wipe** first. Then find out whether it leaks or mist settles.

Test: one litre in the tank, not running, on a paper towel for **30 minutes**.

- **Wet paper:** a leak. Is the white valve below the tank straight, its ring in place? Pressed down it must spring back. One series had soft springs: with model QM-A820 and a batch that begins with H24 report it directly and you get a new tank free, within or beyond the 12 months of warranty.
- **Dry paper:** above 65 % humidity mist falls. Turn the nozzle to open space, one step lower, 80 cm above the floor and 30 cm from walls.

Water in the base and no light: do not power it, send a photo. Put a tray on wooden tables. Hot water warps the tank, so only below 40 °C.`,
    },
  },
  {
    slug: 'humidifier-water-white-dust',
    kind: 'use',
    productSkus: ['A820', 'W840', 'W850'],
    zh: {
      title: '加湿器加什么水？家具上的白粉是什么？',
      body: `白粉是自来水里的钙镁，跟着雾飞出来，无毒，但落灰、也会被净化器当成污染。

- **最好**：净水机的水或凉白开。反渗透水几乎没有白粉。
- **可以**：自来水，每周除垢。
- **滤水壶的水**：去了余氯，钙镁还剩一些，白粉会少、不会没有。
- **不行**：精油、香薰、花露水、消毒液、热水。精油会腐蚀水箱开裂漏水，吸进肺里也不好；这样坏的不在质保里。

湿度控制在 **40–60%**，超过 65% 墙角要长霉。恒湿模式会自己停。睡觉时离头 1.5 米以上，别对着吹。4 L 水，中档大约用 20 小时。有哮喘的家人，先问过医生。`,
    },
    en: {
      title: 'Which water for the humidifier, and what is the white dust?',
      body: `The dust is calcium and magnesium from tap water, carried by the mist: harmless, but it settles and purifiers count it as dirt.

- **Best:** purified or boiled and cooled water. Reverse-osmosis water leaves almost none.
- **Fine:** tap water, descaled weekly.
- **Filter jug:** the chlorine is gone, some minerals stay: less dust, not none.
- **Never:** essential oils, perfume, disinfectant, hot water. Oil cracks the tank and is bad for lungs; not under warranty.

Keep **40–60 %** humidity; above 65 % corners mould. "Constant humidity" stops by itself. At night 1.5 metres from your head. 4 L last some 20 hours on medium. With asthma in the family ask a doctor first.`,
    },
  },
  {
    slug: 'humidifier-no-mist',
    kind: 'use',
    productSkus: ['A820', 'L660'],
    zh: {
      title: '加湿器灯亮但不出雾、雾变小？',
      body: `按这个次序查，多半 1 分钟能好：

1. **缺水红灯**：水箱没放正，提起来转一下压到底；浮子（白色小环）卡住了，拨两下。
2. **水太满**：雾化槽里的水高过刻度，雾打不出来。多半是水箱没盖紧进了气，倒掉一点。
3. **水太冷**：低于 5 ℃ 的水出雾小，换常温。
4. **雾化片结垢**：灰白色一层，用 6 g 柠檬酸泡 30 分钟。
5. **恒湿模式到了**：湿度已经高于设定值，自己停，换到“中”试试。

雾化片是易耗部件，正常用 2 年左右会变弱。质保 12 个月内免费换，过保 18 元。

有“滋滋”声但没有雾，水面也不动，就是片子坏了，报修即可，不用换整机。`,
    },
    en: {
      title: 'The humidifier is on but gives little or no mist',
      body: `In this order, mostly solved in a minute:

1. **Red light for no water:** lift the tank, turn, press down; free the float, the small white ring.
2. **Too full:** water above the line in the basin stops the mist, usually because the cap let air in. Pour some out.
3. **Too cold:** below 5 °C the mist is small.
4. **Scale on the atomiser:** 6 g of citric acid for 30 minutes.
5. **Constant humidity reached:** it stopped on purpose; try "medium".

The atomiser weakens after about two years. It is replaced free within the 12 months of warranty, later it costs CNY 18.

Buzzing without mist, and a still surface? The atomiser is gone: report it, the machine need not be replaced.`,
    },
  },
];
