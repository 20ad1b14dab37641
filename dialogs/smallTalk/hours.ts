import { normalise } from '#ai/tokenizer.ts';

const LONGEST = 40;
const hours =
  /(?:客服|人工|真人|你们|你家|店里|同事)?.{0,3}(?:几点|什么时候|啥时候|何时).{0,3}(?:上班|下班|在线|开始?营业|休息|关门|开门)|(?:周末|周[六日天]|星期[六日天]|节假日|晚上|夜里|半夜|国庆|春节|过年|中午).{0,4}(?:有没有人|有人(?:吗|么|在|值班)|有客服|上班|营业|休息|在线)|(?:营业|上班|工作|服务|客服|在线)时间|客服.{0,4}(?:在线|在吗|上班|在不在)|\b(?:opening|business|working|office|service|support) hours\b|\bwhat time do(?:es)? (?:you|your .{2,12}) (?:open|close|start|finish)\b|\bwhen (?:are|do) you (?:open|close|there|available|online)\b|\bare you (?:guys )?open\b|\bopen (?:on|at) (?:the )?(?:weekends?|saturdays?|sundays?|night|holidays?)\b|\banyone (?:there|available|around) (?:on|at|over) /;
const elsewhere = /门店|实体店|专柜|店铺地址|\bstores?\b|\bshops? near\b/;
const place =
  /^(?:请问)?(?:你们|你家|你们公司|公司|总部|店铺?)(?:的)?(?:公司|总部|店铺?)?(?:的)?(?:地址|在哪(?:里|儿|个城市)?|位于哪里|是哪里的)(?:呀|啊|呢)?[?？]?$|^where (?:are you(?: guys)?(?: located| based)?|is your (?:company|office|headquarters?))[?]?$|^what(?:'s| is) your address[?]?$/;

/** Whether a message asks when people are there. Of the hours of a store the articles tell. */
export const asksHours = (text: string): boolean => {
  const said = normalise(text).trim();
  return said.length <= LONGEST && hours.test(said) && !elsewhere.test(said);
};

/** Whether a message asks where the shop itself is. */
export const asksPlace = (text: string): boolean => place.test(normalise(text).trim());
