import { normalise } from '#ai/tokenizer.ts';
import { codeIn } from '#crm/vouchers/code.ts';

export type PointsWish = 'balance' | 'history' | 'tier' | 'vouchers' | 'exchange' | 'use';

const tidy = (text: string): string =>
  normalise(text)
    .replace(/[\s,.!?。，！？~～]+/g, ' ')
    .trim();

const LONGEST = 60;
const asks = '(?:请问|请|麻烦|帮我|我想|我要|想)*(?:看|查|查询|查看|知道)?(?:一下|下|看)?';
const balance = new RegExp(
  `^${asks}(?:我|我的|我现在|现在)(?:还|一共|总共|账上|现在)?(?:有)?(?:的)?(?:多少|几个|几)(?:会员)?积分(?:了|呢)?$|` +
    `^${asks}我的(?:会员)?积分(?:余额|还?有多少|是多少|多少|还剩多少|剩多少)?$|^(?:查|查询|看)?(?:一下)?积分(?:余额|查询)$|` +
    '^我(?:的)?积分(?:还剩|剩|快过期|什么时候过期|哪天过期|过期).{0,8}$|' +
    "^how many points (?:do i have|have i (?:got|earned|collected))(?: now| left)?$|^(?:what(?: i|')?s|show(?: me)?|check|see) my (?:points|points balance|loyalty points)$|" +
    '^my points(?: balance)?$|^(?:when do|do any of) my points (?:expire|run out)(?: soon)?$',
);
const history =
  /^(?:看|查|查询|查看)?(?:一下|下|看)?(?:我的)?积分(?:明细|记录|历史)$|^(?:show me )?my points (?:history|statement)$|^where did my points (?:come from|go)$/;
const tier = new RegExp(
  `^${asks}(?:我|我的|我现在|我是|现在我)(?:现在)?(?:是)?(?:什么|哪个|哪一?级|几级)(?:会员)?(?:等级|级别|会员|卡)(?:会员|的)?(?:了|呢)?$|^${asks}我的(?:会员)?(?:等级|级别)(?:是什么|是多少)?$|` +
    '^(?:我)?(?:还差|差|要)(?:多少|买多少|消费多少)(?:钱)?(?:才)?(?:能)?(?:升|到|成为)(?:级|银卡|金卡|会员|下一级).{0,6}$|' +
    "^(?:what|which) (?:tier|level|membership level|membership tier|membership) (?:am i(?: (?:in|on))?|do i have|is mine)$|^(?:show(?: me)? |what(?: i|')?s |check )?my (?:tier|level|membership level|membership tier|membership)(?: status)?$|" +
    '^how (?:much|many points) (?:more )?(?:do i need )?(?:to|until|till|for) (?:reach |get to |become )?(?:the next (?:tier|level)|gold|silver)$',
);
const vouchers = new RegExp(
  `^${asks}(?:我|我的)(?:还)?(?:有)?(?:的)?(?:什么|哪些|几张|多少张?)?(?:可用的?|没用的?|能用的?)?(?:优惠券|代金券|券|抵用券|红包)(?:吗|呢|有哪些|列表)?$|` +
    '^(?:看|查|查询|查看)(?:一下|下|看)?(?:我的)?(?:优惠券|代金券|券)$|' +
    '^(?:show(?: me)? |what are |see |list )?my (?:vouchers|coupons)$|^(?:do i have|have i got) (?:any |a )?(?:vouchers?|coupons?)(?: left)?$',
);
const exchange =
  /^(?:我想|我要|想|要|帮我|请)*(?:用|拿|把)?(?:我的)?(?:\d+\s*)?(?:个)?积分(?:来)?(?:兑换|换|兑)(?:成)?(?:一张)?(?:优惠券|代金券|券)?$|^(?:兑换|兑)(?:\d+)?积分$|^(?:我想|我要)?(?:兑换|换)(?:一张)?(?:优惠券|代金券|券)$|^(?:please )?(?:i(?: want| would like|'d like) to )?(?:exchange|redeem|convert|turn) (?:\d+ )?(?:of )?(?:my )?points(?: (?:for|into) (?:a )?(?:voucher|coupon))?$/;

/** What a message wants of points, tiers and vouchers; "积分怎么用" asks for the rule, which an article tells. */
export function wantsOf(text: string): PointsWish | undefined {
  const said = tidy(text);
  if (said.length > LONGEST) return undefined;
  if (codeIn(text) && /用|使用|核销|券|\b(?:use|redeem|apply|voucher|coupon|code)\b/.test(said)) return 'use';
  if (exchange.test(said)) return 'exchange';
  if (history.test(said)) return 'history';
  if (balance.test(said)) return 'balance';
  if (tier.test(said)) return 'tier';
  return vouchers.test(said) ? 'vouchers' : undefined;
}

/** How many points a message names. */
export function pointsIn(text: string): number | undefined {
  const found = /(?<![\d.-])(\d{1,3}(?:[,，]\d{3})+|\d{1,9})(?![\d.])/.exec(text.normalize('NFKC'))?.[1];
  return found ? Number(found.replace(/[,，]/g, '')) : undefined;
}
