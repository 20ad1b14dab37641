/** A line of an order as it is told. */
interface Line {
  day: string;
  product: string;
  quantity: number;
  /** Null where it was registered by its serial number. */
  order: string | null;
  warranty: string | null;
  over: boolean;
}

const zh = {
  line: ({ day, product, quantity, order, warranty, over }: Line) =>
    `- ${day}：**${product}**${quantity > 1 ? ` × ${quantity}` : ''}${order ? `（${order}）` : ''}${
      warranty ? (over ? `，${warranty}已过保` : `，保修至${warranty}`) : ''
    }`,
  list: (count: number, more: boolean) => (more ? `您最近买的 ${count} 件：` : `您一共买过 ${count} 件：`),
  none: '我这里还没有您的购买记录。告诉我订单号或机身上的序列号，我帮您登记，保修也从那天算起。',
  noneButtons: ['登记购买'],
  covered: (product: string, until: string) => `您的${product}还在保修期内，保修至**${until}**。`,
  over: (product: string, until: string) =>
    `您的${product}已经过了保修期（${until}）。需要维修的话，我可以请同事看看费用。`,
  noWarranty: (product: string) => `${product}没有单独的保修期，按退换货规则处理。`,
  notBought: (product: string) => `我这里没有您买${product}的记录。告诉我订单号或序列号，就能登记、查保修。`,
  askNumber: '请告诉我**订单号**，或机身标签上的**序列号**。',
  askProduct: '这个号我还没有记录。买的是**哪款产品**？',
  askDay: '是**哪天**买的？（比如“11月3日”“上个月5号”）',
  dayButtons: ['不记得了'],
  dayAhead: '这一天还没到。请说购买的日期。',
  registered: (line: string) => `登记好了：\n\n${line}\n\n同事会核对，核对后计入积分。`,
  askPhoto: '方便的话，发一张小票或机身标签的照片，核对更快；不发也没关系。',
  photoButtons: ['不用了'],
  photoKept: '照片收到，和这次购买放在一起了。',
  photoSkipped: '好的，有需要随时找我。',
  found: (lines: string) => `找到了：\n\n${lines}`,
  other: '这个号在我这里登记在别的账号下，为了安全不能直接告诉您内容。我已经请同事核对，核对清楚后联系您。',
  forgotten: '没关系，我请同事按这个号查一下购买日期，查到后登记。',
  help: '用订单号或序列号登记购买，之后就能查保修。说“取消”就不登记。',
  farewell: '好的，没有登记。',
  taskOther: (number: string) => `核对：客户称订单或序列号 ${number} 是自己的，记录在别的客户名下`,
  taskCheck: (number: string, product: string) => `核对客户登记的购买：${number}，${product}`,
  taskForgotten: (number: string, product: string) => `查购买日期并登记：${number}，${product}`,
};

const en: typeof zh = {
  line: ({ day, product, quantity, order, warranty, over }) =>
    `- ${day}: **${product}**${quantity > 1 ? ` × ${quantity}` : ''}${order ? ` (${order})` : ''}${
      warranty ? (over ? `, warranty ended on ${warranty}` : `, under warranty until ${warranty}`) : ''
    }`,
  list: (count, more) =>
    more
      ? `Your latest ${count} purchases:`
      : count === 1
        ? 'This is your purchase:'
        : `These are your ${count} purchases:`,
  none: 'I have no purchase of yours yet. Tell me the order number, or the serial number on its label, and I will register it; the warranty counts from that day.',
  noneButtons: ['Register a purchase'],
  covered: (product, until) => `Your ${product} is still under warranty, until **${until}**.`,
  over: (product, until) =>
    `The warranty of your ${product} ended on ${until}. If it needs a repair, I can ask a colleague what that would cost.`,
  noWarranty: (product) => `There is no warranty period for the ${product}; our rules for returns hold.`,
  notBought: (product) =>
    `I have no record that you bought the ${product}. Tell me the order number or serial number and I can register it.`,
  askNumber: 'Please tell me the **order number**, or the **serial number** on the label.',
  askProduct: 'I have no record of that number yet. **Which product** is it?',
  askDay: '**When** did you buy it? (for instance “3 November”, “last Monday”)',
  dayButtons: ['I don’t remember'],
  dayAhead: 'That day is still to come. Please tell me when you bought it.',
  registered: (line) => `Registered:\n\n${line}\n\nA colleague will check it; points are added after that.`,
  askPhoto: 'If you like, send a photo of the receipt or the label; it makes checking quicker. You need not.',
  photoButtons: ['No, thanks'],
  photoKept: 'Thank you, the photo is kept with this purchase.',
  photoSkipped: 'All right. I am here whenever you need something.',
  found: (lines) => `Here it is:\n\n${lines}`,
  other:
    'That number is registered to another account here, so I must not tell you what it holds. I have asked a colleague to look into it and get back to you.',
  forgotten: 'Never mind: a colleague will look up the day by that number and register it.',
  help: 'Register a purchase by its order number or serial number to see its warranty. “Cancel” leaves it.',
  farewell: 'All right, nothing was registered.',
  taskOther: (number) => `Check: a customer says that ${number} is theirs; it is recorded for somebody else`,
  taskCheck: (number, product) => `Check what a customer registered: ${number}, ${product}`,
  taskForgotten: (number, product) => `Look up the day of purchase and register: ${number}, ${product}`,
};

/** Words about what the customer bought. */
export const replies = { zh, en };
