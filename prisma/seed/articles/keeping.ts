import type { ArticleSource } from './shapes.ts';

/** How long things keep, and how to store them. */
export const keeping: ArticleSource[] = [
  {
    slug: 'expiry-and-pao',
    kind: 'use',
    productSkus: ['F420', 'F430', 'F440', 'F450', 'S210', 'B110'],
    zh: {
      title: '保质期和开封后使用期限怎么看？过期还能用吗？',
      body: `瓶底喷码第一行是**限用日期**，没开封能放到那天。打开盖子的小罐图标写着“6M”“12M”，是开封后的月数，两个日期取早的。

- **3 个月**：视黄醇晚霜。
- **6 个月**：面霜、精华、防晒。
- **12 个月**：洗发水、沐浴露、洁面乳、身体乳、护手霜。

开封那天用记号笔写在瓶底，最省心。

出现分层、变色、哈喇味，没到日子也别用。过了限用日期的护肤品和防晒请扔掉；过期不到半年的洗发水可以洗梳子、刷浴缸。

我们发出的货，离限用日期至少还有 12 个月；收到更短的，找我们换。`,
    },
    en: {
      title: 'Shelf life and use after opening',
      body: `The first printed line under the bottle is the **use-by date** for unopened goods. The open-jar sign "6M" or "12M" gives the months after opening. The earlier one counts.

- **3 months:** retinol cream.
- **6 months:** face cream, serum, sunscreen.
- **12 months:** shampoo, body wash, face wash, body lotion, hand cream.

Easiest is to write the day of opening under the bottle.

If it separates, changes colour or smells rancid, stop earlier. Throw away expired skin care and sunscreen; a shampoo just past its date still cleans combs and bathtubs.

What we send has at least 12 months left. Less? We exchange it.`,
    },
  },
  {
    slug: 'storage-cosmetics',
    kind: 'care',
    productSkus: ['F430', 'F440', 'F450', 'B130'],
    zh: {
      title: '护肤品放冰箱好吗？夏天、冬天怎么存？',
      body: `不用进冰箱。**5–25 ℃**、避光、盖紧，就是最好的条件，卧室抽屉比浴室架子强。

- 精华、面霜：冷藏会让油水分开，拿进拿出结露更容易坏。
- 视黄醇：怕光怕热，放抽屉里。
- 防晒：别留在车上，夏天车内能到 60 ℃。
- 沐浴油：低于 8 ℃ 会起白絮，泡在 40 ℃ 温水里 10 分钟就清了，不影响用。

快递在路上冻过、晒过怎么办：放室温 24 小时再打开，能恢复均匀就可以用；分层摇不匀的，拍照给我们换。

面霜用附的小勺挖，比手指少带进水和细菌。`,
    },
    en: {
      title: 'Should skin care go into the fridge?',
      body: `No. **5–25 °C**, dark and tightly closed is best; a bedroom drawer beats the bathroom shelf.

- Serum and cream: cold may split oil from water, and condensation spoils them.
- Retinol: hates light and heat; the drawer.
- Sunscreen: not in the car, which reaches 60 °C in summer.
- Shower oil: white flakes below 8 °C clear in a bath of 40 °C after 10 minutes; it is still good.

Frozen or overheated in transit? Leave it at room temperature for 24 hours before opening. If it is even again, use it; if it stays separated, send a photo and we exchange it.

Take cream with the little spoon: less water and fewer germs than fingers.`,
    },
  },
  {
    slug: 'seasonal-storage',
    kind: 'care',
    productSkus: ['T940', 'T950', 'A820', 'A830', 'T920'],
    zh: {
      title: '换季了，电热毯、加湿器、除湿机怎么收？',
      body: `一个原则：**干透再收**。

- **电热毯**：洗净晾 48 小时，卷起来，控制器单独装袋，放柜子最上层，不压东西。
- **加湿器**：除垢，水箱、槽敞开晾 24 小时，原盒装好，盖子别盖死。
- **除湿机**：倒水、洗滤网，“连续”空吹 1 小时，直立放，拔线绕好。
- **蚕丝被**：布袋，不抽真空。
- **羊毛地毯**：吸净，撒一点食盐刷掉，卷筒（绒面朝外），外面包棉布，别包塑料。

下一季拿出来：电器先看线皮、插头，通电 10 分钟人别走开；地毯展开两天就平。柜里放除湿袋，湿度 60% 以下，不放樟脑丸。`,
    },
    en: {
      title: 'Storing blanket, humidifier and dehumidifier until next season',
      body: `One rule: **completely dry first**.

- **Electric blanket:** washed, dried for 48 hours, rolled, controllers in a bag, top shelf, nothing on it.
- **Humidifier:** descaled, open for 24 hours, in its box, cap loose.
- **Dehumidifier:** emptied, filter washed, an hour on "continuous", upright.
- **Silk duvet:** cloth bag, no vacuum.
- **Wool rug:** vacuumed, rolled with the pile outside, in cotton, not plastic.

Next season look at cords and plugs, and stay with appliances for the first 10 minutes; rugs flatten within two days. Keep the cupboard below 60 % humidity, without mothballs.`,
    },
  },
];
