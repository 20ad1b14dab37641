import type { ArticleSource } from './shapes.ts';

/** What happens to things at their end. */
export const recycling: ArticleSource[] = [
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
];
