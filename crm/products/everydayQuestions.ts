import { isHan, normalise, words } from '#ai/tokenizer.ts';
import type { AttributeDefinition } from './catalogue.ts';
import type { PreparedText, Span } from './phrases.ts';

/** How people ask for a kind of property in any business. `of` knows such a property by its label, `asks` finds the question in normalised text. */
interface EverydayQuestion {
  of: RegExp;
  asks: RegExp;
}

const money =
  /多少钱|多钱|几块钱?|几多钱|什么价|啥价|价格|价钱|价位|价码|报价|标价|房价|定价|收费|费用|花费|花多少|怎么卖|贵不贵|贵吗|贵么|便宜吗|便宜不|更便宜|更贵|[个款种]便宜|[个款种]贵|\bhow much(?=\s*[?!.]*$)|\bhow much (?:(?:is|are|was|for|would)\b|(?=(?:do|does)\b.{1,40}?\b(?:cost|charge|go for)\b))|\b(?:prices?|pric(?:ed|ey|ier)|costs?|expensive|cheaper|fees?|charges?)\b/g;

/**
 * Everyday ways of asking, beside a property's label and the shop's own synonyms. They hold for any catalogue: what belongs to one
 * shop's things is a synonym in its definitions.
 */
const everydayQuestions: EverydayQuestion[] = [
  {
    of: /^(?!.*(?:年|耗材|维护|维修|运|补)).*(?:价|费|票)|^(?!.*\byear\b).*\b(?:price|cost|fee|charge|fare)\b/i,
    asks: money,
  },
  {
    of: /门票|票价|\b(?:ticket|admission|entrance)\b/i,
    asks: /门票|票价|票钱|(?:买|要|收|卖)票|票(?:是)?(?:多少|几)|免费|收不收(?:费|钱)|要(?:不要)?钱|花钱|\b(?:tickets?|admission|entrance fee|free entry)\b/g,
  },
  {
    of: /人均|\bper (?:person|head)\b/i,
    asks: /人均|平均消费|每(?:个)?人|一个人(?:大概|大约)?(?:要|得)?多少|消费(?:水平|怎么样|怎样|多少|是|情况|高|贵|如何)|消费|\b(?:per (?:person|head)|each person)\b/g,
  },
  {
    of: /电话|手机|号码|联系|\b(?:phone|tel|telephone|contact|mobile)\b/i,
    asks: /(?:联系|订餐|订座|预订|预约|咨询|服务|前台)?(?:电话|座机)(?:号码?)?|手机号?|联系方式|联系不上|(?:怎么|如何|咋|怎样)联系|号码|打给|\b(?:phone(?: number)?|telephone|contact(?: number| details)?|call them|reach them)\b/g,
  },
  {
    of: /地址|位置|地点|\b(?:address|location)\b/i,
    asks: /地址|位置|地点|地理|方位|在(?:什么|哪)(?:个)?(?:地方|位置|里|儿|边|条路|条街|个区|区)?|哪里|哪儿|位于|(?:怎么|咋|如何)(?:走|去|过去|到)|什么地方|导航|\b(?:address|where|located|location|how do i get (?:there|to))\b/g,
  },
  {
    of: /(?:营业|开放|开门|经营|接待|服务)时间|\b(?:opening|business|open) (?:hours|times?)\b|^hours$/i,
    asks: /(?:营业|开放|开门|经营|接待|用餐)(?:的)?(?:时间|时段)|(?:几点|什么时[候间]|啥时[候间]?|何时|多会儿).{0,4}(?:开|关|营业|打烊|下班|上班|结束)|(?:开|营业|经营)到(?:几点|什么时[候间]|多晚)|(?:营业|开放|开门|关门|打烊).{0,6}(?:几点|什么时[候间]|啥时[候间]?|时间)|几点|营业吗|营业么|开着|时间(?!.{0,3}(?:长|玩|逛))|\b(?:open(?:ing)?(?: hours| times?)?|closing time|business hours|close)\b/g,
  },
  {
    of: /(?:游玩|游览|参观|观看|建议|所需|耗费?)时[间长]|时长|\bduration\b|\btime needed\b/i,
    asks: /(?:游玩|游览|参观|玩|逛|观光)(?:的)?(?:时间|时长)|(?:玩|逛|游览?|参观|待|花|用|呆|转).{0,6}(?:多久|多长时间|多少时间|几个?小时|几天)|多久|多长时间|多少(?:个)?(?:小时|时间)|几个?(?:小时|钟头)|时长|时间|\b(?:how long|duration|how many hours)\b/g,
  },
  {
    of: /评分|评价|得分|口碑|\b(?:rating|score|reviews?)\b/i,
    asks: /评分|评价|打分|得分|分数|(?:多少|几)(?:颗)?[分星]|星级|口碑|好评|\b(?:ratings?|rated|scores?|stars|reviews?)\b/g,
  },
  {
    of: /类型|种类|类别|档次|\b(?:type|kind|class)\b/i,
    asks: /(?:什么|哪种|哪一?类|啥|何种)(?:样的?)?(?:类型|种类|型|档次|级别|级)|类型|类别|档次|哪种|几星级?|\b(?:what (?:type|kind|class)|type)\b/g,
  },
  {
    of: /(?:推荐|特色|招牌)(?:的)?(?:菜|产品|商品|美食)|\b(?:dishes|specialt(?:y|ies)|signature)\b/i,
    asks: /(?:推荐|特色|招牌|拿手|必点|有名|出名|好吃|好|主打|知名|经典)(?:的)?(?:菜|美食|小吃|东西|食物|吃的)(?:品|式|肴|单)?|(?:什么|哪些|啥|哪道)(?:.{0,3}的)?(?:菜|好吃|吃的|美食)(?:品|肴)?|(?:推荐|特色|招牌|拿手)(?:是)?(?:什么|啥|有)|有什么(?:推荐|特色|招牌)|菜品|菜单|点(?:些)?(?:什么|啥)|\b(?:dish(?:es)?|specialt(?:y|ies)|menu)\b/g,
  },
  {
    of: /(?:每年|一年).*(?:费|耗材)|\bupkeep\b|\brunning cost|\ba year$/i,
    asks: /(?:一年|每年|年均|后续|以后).{0,8}(?:多少钱?|花|费|成本)|(?:费用|花|成本).{0,6}(?:一年|每年)|耗材|维护费|使用成本|\b(?:upkeep|running costs?|cost .{0,30}(?:a|per|each|every) year|(?:yearly|annual) cost)\b/g,
  },
  {
    of: /功率|\b(?:power|wattage)\b/i,
    asks: /功率|(?:多少|几)千?瓦|瓦数|[耗费省用]电|电费|节能|耗能|\b(?:watts?|wattage|kilowatts?|kw|power|electricity|energy)\b/g,
  },
  {
    of: /噪音|噪声|\bnoise\b/i,
    asks: /噪音|噪声|吵|安静|静音|声音|分贝|响不响|\b(?:quiet(?:er|est)?|nois(?:e|y|ier)|loud(?:er|est)?|decibels?|silent)\b/g,
  },
  {
    of: /^(?:重量|净重|毛重)$|\bweight\b/i,
    asks: /重量|多重|(?:多少|几)(?:公?斤|克|千克)|[重轻](?:不[重轻]|吗|一[些点])|[更个款][重轻]|净重|\b(?:weigh(?:s|t)?|heav(?:y|ier|iest)|lighter|how many (?:grams?|kilos?|kg|pounds?|lbs?|ounces))\b/g,
  },
  {
    of: /容量|净含量|容积|\b(?:capacity|volume|contents)\b/i,
    asks: /容量|容积|净含量|(?:多少|几)(?:毫?升|ml)|(?:装|盛|烧|煮|加|放|接).{0,3}(?:多少|几)(?:水|升|杯)?|装得下|\b(?:capacity|volume|how many (?:ml|millilit(?:re|er)s?|lit(?:re|er)s?|ounces|gallons|cups)|hold)\b/g,
  },
  {
    of: /尺寸|^大小$|^(?:dimensions|size|measurements)$/i,
    asks: /尺寸|多[大长宽高厚]|(?:几|多少)(?:米|厘米|英?寸|公分)|长宽高|大小|个头|占地|\b(?:how (?:big|tall|wide|long|high|thick|deep|large)(?! (?:does|do|is the|will|can|until|before|after|to)\b)|(?:how many )?(?:inch(?:es)?|centimet(?:re|er)s?)(?: (?:tall|wide|long|high|thick|deep))?|dimensions?|size|measurements?)\b/g,
  },
  {
    of: /产地|\b(?:origin|made in)\b/i,
    asks: /产地|(?:哪里|哪儿|哪个国家|哪国|哪|什么地方)(?:出?产|生产|做|制造)(?:的)?|国产|进口|\b(?:where (?:is|are|was|were) .{1,40}? (?:made|produced|manufactured)|made in|country of origin)\b/g,
  },
  {
    of: /质保|保修|\bwarranty\b/i,
    asks: /[质包]保|保修|包修|三包|保(?:多久|几年|多长时间)|\b(?:warranty|guaranteed?)\b/g,
  },
  {
    of: /防水|\bwater ?(?:protection|proof|resistan)/i,
    asks: /防水|[冲泡浸沾淋进]水|(?:浴室|洗澡|淋浴).{0,4}[用里]|\b(?:water ?proof|water.?resistant|in the shower|under ?water)\b/g,
  },
  {
    of: /线长|电源线|\b(?:cord|cable)\b/i,
    asks: /(?:电源|插头|电)线|线.{0,3}(?:多长|够长|够不够|几米|长吗)|\b(?:cord|cable|lead)\b/g,
  },
  {
    of: /颜色|\bcolou?r\b/i,
    asks: /(?:什么|哪些|几种|啥)颜色|(?:有|是|要|出)[浅深]?(?:白|黑|红|橙|黄|绿|青|蓝|紫|粉|灰|棕|米|银|金)色?(?:的|款)?(?=[吗么没嘛不呢?？])|\b(?:in|have|come) (?:it )?(?:in )?(?:white|black|red|orange|yellow|green|blue|purple|pink|gr[ae]y|brown|beige|silver|gold)(?=\s*[?!.]*$)|\bwhat colou?rs?\b/g,
  },
  { of: /雾|加湿量|\bmist\b/i, asks: /[出喷].{0,3}雾|雾量|多少雾|加湿量|\bmist\b/g },
  { of: /地铁|\b(?:metro|subway|underground)\b/i, asks: /地铁(?:站|口|线)?|几号线|\b(?:metro|subway|underground)\b/g },
  {
    of: /设施|设备|服务项目|\b(?:facilit(?:y|ies)|amenit(?:y|ies)|equipment)\b/i,
    asks: /设施|设备|(?:什么|哪些|啥)服务|\b(?:facilit(?:y|ies)|amenit(?:y|ies))\b/g,
  },
];

interface Asking {
  patterns: RegExp[];
  /** The words that a longer Chinese label is made of (充电 时间). */
  words: string[];
}

const known = new WeakMap<AttributeDefinition, Asking>();
/** The words of a label may stand so much further apart ("充一次电要多长时间"). */
const APART = 8;

/** Where a text asks for a property in everyday words, or with the words of its label apart or turned round ("周边有什么酒店" for 周边酒店). */
export function everydaySpans({ text }: PreparedText, definition: AttributeDefinition): Span[] {
  const { patterns, words: parts } = askingFor(definition);
  const spans = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
  const apart = parts.length > 1 ? spanOf(text, parts) : undefined;
  return apart ? [...spans, apart] : spans;
}

/** Worked out once for a definition. */
function askingFor(definition: AttributeDefinition): Asking {
  const made = known.get(definition);
  if (made) return made;
  const { zh, en } = definition.label;
  const parts = /^\p{Script=Han}{4,}$/u.test(zh) ? words(normalise(zh)) : [];
  const asking = {
    patterns: everydayQuestions.filter(({ of }) => of.test(zh) || of.test(en)).map(({ asks }) => asks),
    words: parts.every((part) => isHan(part) && part.length > 1) ? parts : [],
  };
  known.set(definition, asking);
  return asking;
}

function spanOf(text: string, parts: readonly string[]): Span | undefined {
  const starts = parts.map((part) => text.indexOf(part));
  if (starts.some((start) => start < 0)) return undefined;
  const start = Math.min(...starts);
  const end = Math.max(...starts.map((at, i) => at + parts[i]!.length));
  if (end - start > parts.join('').length + APART) return undefined;
  // Only its last word counts as the place: what stands between may ask for something else.
  return { start: starts.at(-1)!, end: starts.at(-1)! + parts.at(-1)!.length };
}
