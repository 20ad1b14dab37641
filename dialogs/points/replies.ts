interface Worth {
  kind: string;
  amount: number;
  minCents: number;
}

const yuan = (cents: number): string => (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2));

const zh = {
  balance: (points: number) => `您现在有 **${points}** 积分。`,
  noPoints: '您现在还没有积分。买过的东西核对后会按规则计入。',
  expiring: (points: number, day: string) => `其中 ${points} 分${day}到期。`,
  worth: (points: number, cents: number) =>
    `满 ${points} 分可以换券，${points} 分抵 ${yuan(cents)} 元。说“积分换券”就行。`,
  exchangeButtons: ['积分换券'],
  history: (lines: string) => `最近的积分记录：\n\n${lines}`,
  entry: (day: string, points: number, cause: string) => `- ${day}：${points > 0 ? '+' : ''}${points}，${cause}`,
  causes: {
    purchase: '购买',
    voucher: '换券',
    expiry: '到期',
    staff: '同事调整',
    api: '系统调整',
    earn: '赠送',
    spend: '使用',
    expire: '到期',
    correct: '更正',
  } as Record<string, string>,
  tier: (name: string) => `您现在是**${name}**。`,
  noTier: '您现在还没有会员等级，下过单以后会自动计算。',
  year: (cents: number) => `最近 12 个月实付 ${yuan(cents)} 元。`,
  next: (name: string, cents: number | null, points: number | null) =>
    !cents && !points
      ? `下第一单就到${name}。`
      : `再${[cents === null ? '' : `买 ${yuan(cents)} 元`, points === null ? '' : `得 ${points} 积分`].filter(Boolean).join('，或再')}就到${name}。`,
  top: '这已经是最高的等级。',
  falls: (day: string) => `按最近一年的消费，这个等级保留到${day}；在那之前补够就不会变。`,
  vouchers: (lines: string) => `您能用的券：\n\n${lines}\n\n付款时给出券码，每张用一次。`,
  voucher: ({ kind, amount, minCents }: Worth, code: string, day: string) =>
    `- **${kind === 'percent' ? `减 ${amount}%` : `${yuan(amount)} 元`}**${minCents > 0 ? `（满 ${yuan(minCents)} 元）` : ''}，券码 ${code}，${day}前有效`,
  noVouchers: '您现在没有能用的券。',
  askPoints: (balance: number, least: number) => `您有 ${balance} 分。**换多少**？（至少 ${least} 分）`,
  tooFew: (balance: number, least: number) => `换券至少要 ${least} 分，您现在有 ${balance} 分。`,
  noExchange: '现在没有积分换券的活动，积分的用法可以问我“积分怎么用”。',
  confirmExchange: (points: number, cents: number, days: number) =>
    `用 **${points}** 分换一张 **${yuan(cents)} 元**券，${days} 天内有效，换了不能退。换吗？`,
  yesNo: ['换', '不换'],
  exchanged: (code: string, balance: number) => `换好了，券码 **${code}**。还剩 ${balance} 分。`,
  notExchanged: '好的，积分没有动。',
  askOrder: '用在**哪个订单**上？请告诉我订单号；用了就不能再用。',
  used: (worth: Worth, order: string) =>
    `好了，${worth.kind === 'percent' ? `减 ${worth.amount}%` : `${yuan(worth.amount)} 元`}券已经用在订单 ${order} 上，同事会给您减掉。`,
  refused: {
    voucherUsed: '这张券已经用过了。',
    voucherCancelled: '这张券已经收回，不能用了。',
    voucherExpired: '这张券已经过期了。',
    orderTooSmall: '这个订单的金额不够用这张券。',
    notFound: '您名下没有这个券码，请再看一下有没有写错。',
  } as Record<string, string>,
  task: (order: string, code: string) => `订单 ${order} 用券 ${code}：请减价或退差`,
  help: '换券前我会再确认一次；说“取消”就什么都不动。',
};

const en: typeof zh = {
  balance: (points) => `You have **${points}** points.`,
  noPoints: 'You have no points yet. Purchases are added once they have been checked.',
  expiring: (points, day) => `${points} of them expire on ${day}.`,
  worth: (points, cents) =>
    `From ${points} points on you can get a voucher: ${points} points are worth CNY ${yuan(cents)}. Just say “exchange points”.`,
  exchangeButtons: ['Exchange points'],
  history: (lines) => `Your latest points:\n\n${lines}`,
  entry: (day, points, cause) => `- ${day}: ${points > 0 ? '+' : ''}${points}, ${cause}`,
  causes: {
    purchase: 'purchase',
    voucher: 'voucher',
    expiry: 'expired',
    staff: 'adjusted by a colleague',
    api: 'adjusted',
    earn: 'given',
    spend: 'spent',
    expire: 'expired',
    correct: 'corrected',
  },
  tier: (name) => `You are at **${name}**.`,
  noTier: 'You have no level yet; it follows your orders.',
  year: (cents) => `You paid CNY ${yuan(cents)} in the last 12 months.`,
  next: (name, cents, points) =>
    !cents && !points
      ? `Your first order takes you to ${name}.`
      : `${[cents === null ? '' : `CNY ${yuan(cents)} more`, points === null ? '' : `${points} more points`].filter(Boolean).join(', or ')}, and you reach ${name}.`,
  top: 'That is the highest level.',
  falls: (day) =>
    `Going by the last year, you keep this level until ${day}; buy enough before that and nothing changes.`,
  vouchers: (lines) => `Vouchers that you can use:\n\n${lines}\n\nGive the code when you pay; each works once.`,
  voucher: ({ kind, amount, minCents }, code, day) =>
    `- **${kind === 'percent' ? `${amount} % off` : `CNY ${yuan(amount)}`}**${minCents > 0 ? ` (from CNY ${yuan(minCents)})` : ''}, code ${code}, valid until ${day}`,
  noVouchers: 'You have no voucher to use at the moment.',
  askPoints: (balance, least) => `You have ${balance} points. **How many** shall I exchange? (${least} at least)`,
  tooFew: (balance, least) => `A voucher takes ${least} points at least; you have ${balance}.`,
  noExchange: 'Points are not exchanged for vouchers at the moment. Ask me how to use points.',
  confirmExchange: (points, cents, days) =>
    `**${points}** points for a voucher of **CNY ${yuan(cents)}**, valid for ${days} days; it cannot be taken back. Shall I?`,
  yesNo: ['Yes, exchange', 'No'],
  exchanged: (code, balance) => `Done. The code is **${code}**. You have ${balance} points left.`,
  notExchanged: 'All right, your points are untouched.',
  askOrder: 'For **which order**? Please tell me its number; the voucher works once.',
  used: (worth, order) =>
    `Done: ${worth.kind === 'percent' ? `${worth.amount} % off` : `CNY ${yuan(worth.amount)} off`} order ${order}. A colleague will take it off the price.`,
  refused: {
    voucherUsed: 'This voucher was used already.',
    voucherCancelled: 'This voucher was taken back and cannot be used.',
    voucherExpired: 'This voucher is no longer valid.',
    orderTooSmall: 'This order is too small for the voucher.',
    notFound: 'There is no such voucher of yours. Please look whether the code is right.',
  },
  task: (order, code) => `Order ${order} uses voucher ${code}: take it off the price or pay the difference back`,
  help: 'I ask again before anything is exchanged; “cancel” leaves everything as it is.',
};

/** Words about points, levels and vouchers. */
export const replies = { zh, en };
