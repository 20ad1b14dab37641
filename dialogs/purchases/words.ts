import { normalise } from '#ai/tokenizer.ts';
import { reportsFault } from '../complaints/story.ts';

export type PurchaseWish = 'list' | 'warranty' | 'register' | 'number';

const tidy = (text: string): string =>
  normalise(text)
    .replace(/[\s,.!?。，！？~～]+/g, ' ')
    .trim();

/** So long a sentence says more than that. */
const LONGEST = 72;
const please = '(?:请|麻烦|帮我|给我|我想|我要|想)*(?:你|您)?';
const list = new RegExp(
  `^${please}(?:看|查|查询|查看|列出|说)?(?:一下|下|看)?我的(?:全部|所有|历史)?(?:订单|购买记录|购物记录|购买历史)(?:有哪些|列表|记录)?$|` +
    '我(?:之前|以前|上次|最近|一共|总共|都|在你们(?:这儿?|这里|家|店里?)?)*(?:都)?(?:买|购买|订)过?了?(?:些)?(?:什么|哪些|啥)(?:东西|产品|商品)?(?:了|呢|来着)?$|' +
    '^我(?:有|的)?(?:哪些|什么)订单$|^(?:购买|订单|消费)(?:历史|记录)$|' +
    '^(?:please )?(?:(?:can|could) (?:i|you) )?(?:show|list|see|view|check)?(?: me)? ?(?:all )?my (?:past |previous )?(?:orders?|purchases?|order history|purchase history)(?: please)?$|' +
    '^what (?:have|did) i (?:already |ever )?(?:buy|bought|order|ordered|purchased?)(?: (?:from you|here|so far|before|last time))?$|' +
    '^which (?:orders|products|things) (?:do i have|did i (?:buy|order)|have i (?:bought|ordered))(?: (?:from you|here))?$',
);
const warranty =
  /(?:还|是否|是不是)(?:还)?(?:在|有)(?:不在)?(?:保修|质保|三包|保)(?:期)?(?:之?内|里)?(?:吗|么|没有|没|不)?$|(?:过|出)了?(?:保修期|质保期|质保|保修|保)(?:期)?了?(?:吗|么|没有|没)$|(?:保修|质保)(?:期)?(?:是)?(?:还剩|还有|到|截止到?|什么时候到期|哪天到期)(?:什么时候|多久|几天|几个月|哪天|哪一天|何时)?$|(?:我的|我买的).{1,16}(?:保修|质保)(?:吗|么|到期|过期)|\bstill (?:under|in|within|covered by|have)(?: the| its| a)? (?:warranty|guarantee)|\b(?:out of|past|over) (?:its |the )?warranty$|\bwhen does (?:my|the|its) (?:\w+ )?(?:warranty|guarantee) (?:end|expire|run out)|^(?:show me |check )?my warrant(?:y|ies)(?: status)?$/;
const register =
  /(?:登记|注册|绑定|录入|激活)(?:一下|下)?(?:我的|我买的|一个|一台|这个|这台)?(?:产品|商品|订单|保修|质保|购买|序列号|机器|设备|[\p{L}\d]{1,8})?$|\b(?:register|activate)(?: (?:my|a|the|this))?(?: \w+){0,2} ?(?:product|purchase|order|warranty|device|serial number|machine|kettle|humidifier)\b/u;
const registerNot = /(?:会员|账号|账户|帐号|公司|地址|手机|电话|微信|住宿)|\b(?:account|member|membership)\b/;
const bare =
  /^(?:(?:我的)?(?:订单(?:编号|号码?)?|单号|序列号|机身号|my order(?: number)?|order(?: number)?|serial(?: number)?|s\/n)[ :：#是为]*(?:is )?)?([a-z]{1,4}-?\d{5,}[a-z\d-]*)$/;

const serial =
  /(?:序列号|机身号|serial(?: (?:no\.?|number))?|\bs\/n)\s*(?:是|为|is|[:：#])?\s*([a-z0-9][a-z0-9-]{3,39})\b/i;

/** What a message wants of what was bought: the list, how the warranty stands, or to register; or it is nothing but a number. */
export function wantsOf(text: string): PurchaseWish | undefined {
  const said = tidy(text);
  if (said.length > LONGEST) return undefined;
  if (bare.test(said) && !/^c-?\d/.test(said)) return 'number';
  const unnumbered = said.replace(/[ :：#]*\b[a-z]{1,6}-?\d{4,}[a-z\d-]*$/, '');
  if (register.test(unnumbered) && !registerNot.test(unnumbered)) return 'register';
  if (list.test(said)) return 'list';
  // Whoever tells that it is broken complains; that dialog asks for the purchase itself.
  return warranty.test(said) && !reportsFault(text) && !/坏|broken|stopped/.test(said) ? 'warranty' : undefined;
}

/** The serial number that a message names ("序列号 TC-88120"), in capitals. */
export const serialIn = (text: string): string | undefined => {
  const found = serial.exec(text.normalize('NFKC'))?.[1];
  return found && /\d/.test(found) ? found.toUpperCase() : undefined;
};

/** A number given as the whole answer to the question for one: an order's where it is labelled or shaped so, else a serial number. */
export function numberIn(
  text: string,
  orderNumbers: readonly string[],
): { orderNumber?: string; serialNumber?: string } {
  const serialNumber = serialIn(text);
  if (serialNumber) return { serialNumber };
  if (orderNumbers[0]) return { orderNumber: orderNumbers[0] };
  const plain = /^[A-Z0-9][A-Z0-9-]{4,39}$/.exec(text.normalize('NFKC').trim().toUpperCase())?.[0];
  return plain && /\d/.test(plain) ? { orderNumber: plain } : {};
}
