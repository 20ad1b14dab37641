import { normalise } from '#ai/tokenizer.ts';
import { asksSomething } from '../agreement.ts';
import { type Heard, hoursIn } from '../heard.ts';
import type { Noticed } from '../memory.ts';

type Pattern = { key: string; re: RegExp; value: (match: RegExpExecArray) => string };

const first = (match: RegExpExecArray): string => (match.slice(1).find(Boolean) ?? match[0]).trim();
const always = (value: string) => () => value;

// What people say of themselves and for good, not of the product in hand: "我只用无香的", not "有没有无香的".
const zh: Pattern[] = [
  {
    key: 'fragrance',
    re: /(?:只(?:用|要|买|选)|都用|一直用|习惯用|喜欢(?:用)?|偏好|偏爱|要)(?:没有|没|无|不带|不含|不加)(?:任何)?(?:香(?:味|精|料)?|味道)的?|(?:不喜欢|讨厌|受不了|不要|不用|不能用|闻不了|怕)(?:带|有|任何|太)?(?:香(?:味|精|料|的)|浓的?(?:香)?味)/,
    value: always('无香'),
  },
  {
    key: 'fragrance',
    re: /(?:喜欢|偏爱|最爱|只用|爱用)(?:闻)?([\p{Script=Han}]{1,6}?)(?:的)?(?:香味|香型|香气|味道?的?|香)(?:$|[,，。!！的])/u,
    value: (m) => `${m[1]}香`,
  },
  {
    key: 'contactChannel',
    re: /(?:不要|别|不想|请勿|不用)(?:再)?(?:给我)?(?:打|来)(?:我)?(?:的)?电话|(?:不方便|不爱|不喜欢)(?:接|打)(?:听)?电话/,
    value: always('不打电话'),
  },
  {
    key: 'contactChannel',
    re: /(?:以后|有事|联系我|通知我|找我)?(?:请|都|就)?(?:用|发|走|通过|加)(?:我)?(微信|短信|邮件|邮箱|电话)(?:联系|通知|找|告诉|发给|就好|就行|吧)/,
    value: first,
  },
  {
    key: 'skin',
    re: /(?:我(?:是|的(?:皮肤|脸|肤质)是?|属于|本身)?|皮肤(?:比较|很|是|属于)?|肤质是?)(?:比较|很|有点|偏|那种)?(敏感肌?|敏皮|干(?:性皮肤|性|皮|敏皮?)|油(?:性皮肤|性|皮|敏皮?)|混合(?:性)?(?:皮肤|肌|皮)?|混油皮?|混干皮?|痘痘肌|玫瑰痤疮)/,
    value: first,
  },
  {
    key: 'hair',
    re: /(?:我(?:是|的(?:头发|头皮|发质)是?)?|头发(?:比较|很|是)?|发质是?|头皮(?:比较|很|是)?)(?:比较|很|有点|偏|那种)?(油头|油性(?:头皮|发质)?|干枯|干性(?:头皮|发质)?|细软(?:塌)?|容易(?:出油|掉发|打结|有头屑)|出油|染过|烫过|染烫(?:过)?|受损|有?头屑|敏感头皮)/,
    value: first,
  },
  {
    key: 'allergy',
    re: /(?:我|我们?家?(?:孩子|宝宝|老人|老公|老婆|爸爸?|妈妈?)|孩子|宝宝)?对([\p{Script=Han}\w、和及]{1,16}?)(?:会|很|容易|有点|严重)?(?:过敏|不耐受)(?!吗|么|的人|怎么|原)/u,
    value: first,
  },
  {
    key: 'pregnant',
    re: /(家(?:里)?有(?:一?[个位])?孕妇|我(?:是)?(?:孕妇|准妈妈)|我(?:已经)?怀孕(?:了|[\p{Script=Han}\d]{0,4}个?月)?|我(?:在|正在)?(?:备孕|哺乳期?|喂奶))/u,
    value: first,
  },
  {
    key: 'children',
    re: /((?:我)?家(?:里)?(?:有|养了?)(?:一?[个位两二三四\d]{0,2}[个位]?)?(?:[\p{Script=Han}\d]{0,6}?)(?:孩子|小孩|宝宝|婴儿|娃))/u,
    value: first,
  },
  {
    key: 'household',
    re: /((?:我)?家(?:里)?(?:有|养了?|养着)(?:一?[个位只条两二三四\d]{0,2}[个位只条]?)?(?:[\p{Script=Han}\d]{0,6}?)(?:老人|猫|狗|宠物|地暖)|我(?:是)?(?:一个人|独自)住)/u,
    value: first,
  },
  {
    key: 'hardOfHearing',
    re: /(我(?:的)?(?:耳朵|听力)(?:也)?(?:(?:比较|有点)?(?:不好|背|聋|有问题|差)|(?:不是很|不太|不怎么)(?:好|灵)|听不(?:太)?(?:清楚?|见|到))|我(?:是)?(?:聋人|听障(?:人士|者)?|耳背|重听|戴助听器)|(?:电话里?)?我(?:在?电话里?)?听不(?:太)?(?:清楚?|见|到)(?:电话)?)/u,
    value: first,
  },
  {
    key: 'largeType',
    re: /(我(?:的)?(?:眼睛|视力)(?:也)?(?:(?:比较|有点)?(?:不好|花|差|老花|看不清)|(?:不是很|不太|不怎么)好)|我(?:是)?(?:老花眼?|视障(?:人士|者)?|弱视)|字(?:体)?(?:太|有点|有些)小(?:了)?[,，]?我?(?:看不(?:太)?(?:清楚?|见)|看着(?:费劲|吃力)))/u,
    value: first,
  },
  {
    key: 'elderly',
    re: /(我(?:今年|已经|都|快)*(?:[67-9]\d|[六七八九]十[一二三四五六七八九]?)(?:多)?岁|我(?:是)?(?:个)?(?:老人家?|老年人)|我(?:年纪|岁数)(?:比较|很)?(?:大|高)(?:了)?)/u,
    value: first,
  },
  {
    key: 'budget',
    re: /(?:我的?)?预算(?:大概|一般|最多|就|只有|在|是)*(\d+(?:\.\d+)?(?:块|元|百|千)?(?:钱)?(?:以内|以下|左右|上下)?)|(?:一般|平时|最多)只?(?:买|花|考虑)(?:不超过)?(\d+(?:块|元)?(?:以内|以下|左右)?)/,
    value: first,
  },
  {
    key: 'name',
    re: /(?:我叫|叫我|我的名字(?:是|叫)|称呼我|我姓)(?!什么|啥|谁)([\p{Script=Han}]{1,4}|[a-z][a-z .'-]{1,30}[a-z])(?:就好|就行|吧|好了)?(?=$|[,，。.!！?？~～\s])/u,
    value: first,
  },
];

const en: Pattern[] = [
  {
    key: 'fragrance',
    re: /\bi (?:only|always|just) (?:use|buy|want|take)(?: \w+){0,2} (?:unscented|fragrance[- ]free|perfume[- ]free|scent[- ]free)|\bi (?:prefer|like|need|use) (?:\w+ )?(?:unscented|fragrance[- ]free|perfume[- ]free|no (?:scent|fragrance|perfume))|\bi (?:do not|don't|can't|cannot|can not) (?:like|use|stand|want|tolerate|have)(?: any| strong)? (?:fragrances?|scents?|scented|perfumes?|perfumed)|\bi hate (?:strong |any )?(?:fragrances?|scents?|scented|perfumes?)/,
    value: always('unscented'),
  },
  {
    key: 'fragrance',
    re: /\bi (?:love|like|prefer|only use) (?:the )?(?:smell of |scent of )?(lavender|cedar|citrus|orange|rose|mint|osmanthus|jasmine|sandalwood|green tea)\b/,
    value: first,
  },
  {
    key: 'contactChannel',
    re: /\b(?:do not|don't|please don't|never|no) (?:call(?! it)|phone|ring)(?:s| me)?\b(?!.{0,12}(?:before|after|until))|\bi(?:'d| would)? (?:do not|don't|rather not|hate to) (?:get|take|like|be) (?:phone )?(?:calls|called)/,
    value: always('no phone calls'),
  },
  {
    key: 'contactChannel',
    re: /\b(?:contact|reach|write|notify|message) me (?:only |always )?(?:by|via|on|through|with) (e-?mail|mail|text(?: message)?|sms|wechat|whatsapp|phone)\b|\bi prefer (e-?mails?|texts?|sms|wechat|phone calls)\b/,
    value: first,
  },
  {
    key: 'skin',
    re: /\b(?:i have|i've got|my skin is|my face is|i am of)(?: a| an| very| really| rather| quite| somewhat)* (sensitive|dry|oily|combination|acne[- ]prone|very sensitive|normal)(?: skin|$|[,.!]| and)/,
    value: (m) => `${first(m)} skin`,
  },
  {
    key: 'hair',
    re: /\b(?:i have|i've got|my hair is|my scalp is)(?: a| an| very| really| rather| quite| somewhat)* (oily|greasy|dry|fine|thin|curly|coloured|colored|dyed|damaged|frizzy)(?: hair| scalp|$|[,.!]| and)/,
    value: (m) => `${first(m)} hair`,
  },
  { key: 'hair', re: /\bi (?:have|suffer from|get) (dandruff|hair loss|an itchy scalp)/, value: first },
  {
    key: 'allergy',
    re: /\b(?:i am|i'm|my (?:son|daughter|child|baby|kids?|husband|wife|mother|father) (?:is|are)) (?:\w+ly )?(?:allergic|intolerant) to ((?:[\w-]+)(?: [\w-]+){0,2}?)(?=$|[,.!?;]| and | so | but | -)/,
    value: first,
  },
  { key: 'allergy', re: /\bi have an? (\w+(?: \w+)?) allergy\b/, value: first },
  {
    key: 'pregnant',
    re: /\bi(?:'m| am) (?:(?:\w+ )?(?:months? )?)?(pregnant|breastfeeding|nursing|expecting)\b/,
    value: first,
  },
  {
    key: 'children',
    re: /\b(?:i|we) have ((?:a |an |one |two |three |four |\d )?(?:small |young |little |new )?(?:newborn|babies|baby|toddlers?|kids?|child(?:ren)?))\b/,
    value: first,
  },
  {
    key: 'household',
    re: /\b(?:(?:i|we) have ((?:a |an |one |two |three |four |\d )?(?:small |young |little |new )?(?:cats?|dogs?|pets?))|i (live alone))\b/,
    value: first,
  },
  {
    key: 'hardOfHearing',
    re: /\b(i(?:'m| am) (?:a bit |rather |very |quite )?(?:hard of hearing|deaf)|i (?:can't|cannot|do not|don't) hear (?:very |so )?well|i wear (?:a )?hearing aids?|my hearing is (?:\w+ )?(?:bad|poor|not good))\b/,
    value: first,
  },
  {
    key: 'largeType',
    re: /\b(i(?:'m| am) (?:visually impaired|partially sighted|far[- ]?sighted)|my (?:eye)?sight is (?:\w+ )?(?:bad|poor|not good)|my eyes are (?:\w+ )?(?:bad|poor|weak)|i (?:can't|cannot|can hardly) read (?:such |this |the )?small (?:print|type|letters|text))\b/,
    value: first,
  },
  {
    key: 'elderly',
    re: /\b(i(?:'m| am) (?:already |over )?[6-9]\d(?: years old)?(?=$|[,.!;]| and| so)|i(?:'m| am) (?:an )?(?:elderly|old) (?:person|man|woman|lady))/,
    value: first,
  },
  {
    key: 'budget',
    re: /\bmy budget is (?:about |around |up to |at most )?([¥$€£]? ?\d+(?:\.\d+)?(?: ?(?:yuan|rmb|cny|dollars))?)|\bi (?:usually |never |do not |don't )(?:spend|pay) (?:up to|more than|over|at most) ([¥$€£]? ?\d+(?: ?(?:yuan|rmb|cny))?)/,
    value: first,
  },
  {
    key: 'name',
    re: /\b(?:my name is|my name's|call me|i go by)\s+([a-z][a-z'-]{1,20}(?: [a-z][a-z'-]{1,20})?)(?=$|[,.!?;]| and )/,
    value: first,
  },
  { key: 'name', re: /^(?:hi|hello|hey)?[,!. ]*i(?:'m| am) ([a-z][a-z'-]{1,20})[.!]*$/, value: first },
];

const notNames = new Set(
  'fine,good,ok,okay,well,great,sorry,here,back,lost,sad,angry,happy,unhappy,tired,new,done,ready,interested,confused,pregnant,allergic,sure,not,so,very,just,still,looking,later,maybe,tomorrow,today,a,an,the,in,on,at,from,old,young,sick,ill,curious,worried,disappointed,satisfied,trying,asking,wondering,busy,bored,home,alone'.split(
    ',',
  ),
);

/** Wishes and facts about themselves that customers mention in passing, at most three; questions tell nothing. The quote is the clause it was said in. */
export function noticeIn(heard: Heard): Noticed[] {
  const found: Noticed[] = [];
  for (const sentence of heard.text.split(/(?<=[。！？!?;；\n])|(?<=\.)\s/)) {
    if (sentence.length > 200 || asksAbout(sentence)) continue;
    const said = normalise(sentence);
    for (const { key, re, value } of [...zh, ...en]) {
      const match = re.exec(said);
      if (!match || found.some((other) => other.key === key)) continue;
      const text = key === 'name' ? nameFrom(sentence, first(match)) : value(match);
      if (text) found.push({ key, value: text, quote: quoteOf(clauseAt(sentence, match)) });
    }
  }
  const timeWindow = hoursIn(heard);
  if (timeWindow && lasting(heard.text)) {
    found.push({ key: 'contactTime', value: timeWindow.text, quote: quoteOf(clauseWith(heard.text, timeWindow.text)) });
  }
  return found.slice(0, 3);
}

// "我对香精过敏，这款能用吗？" tells something and asks something; only a clause that is all question is left out.
const asksAbout = (sentence: string): boolean =>
  asksSomething(sentence) && !/[,，]|我(?:是|对|叫|家)|\bi(?:'m| am| have)\b/i.test(sentence);

/** A call at six once, for this matter, is no preference; "please call after 6 pm" is. */
const lasting = (text: string): boolean =>
  /(?:电话|联系|打给|打我|来电|回电|致电)|\b(?:call|ring|phone|reach|contact)\b/i.test(text) &&
  !/今天|明天|后天|today|tomorrow/i.test(text);

const quoteOf = (sentence: string): string =>
  sentence
    .trim()
    .replace(/^[,，。.!！\s]+|[,，。.!！\s]+$/g, '')
    .slice(0, 200);

const clauseWith = (text: string, part: string): string =>
  text.split(/[，。！？；,!?;\n]+/).find((clause) => clause.includes(part)) ?? text;

const ofOneself =
  /我.{0,12}(?:喜欢|讨厌|习惯|不用|不吃|不要|只|总|一般|经常|偏|爱|希望|需要)|以后|每次|别再|不要再|\b(?:i|we) .{0,20}\b(?:like|love|hate|prefer|always|never|usually|only|don't|do not|can't|cannot|need)\b|\bfrom now on\b|\b(?:please )?(?:always|never)\b/;

/** Whether a sentence tells of the customer at all ("我喜欢小一点的包装"); "太贵了" does not. */
export const tellsOfOneself = (text: string): boolean => text.length >= 5 && ofOneself.test(normalise(text));

const joint = /[，,、;；]|\s+and\s+(?=i\b)|\s+but\s+/gi;

/** The clause of a sentence that a match stands in. Positions are those of the normalised sentence, which has the same length but for rare signs. */
function clauseAt(sentence: string, { index, 0: matched }: RegExpExecArray): string {
  const joints = [...sentence.matchAll(joint)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  const start = joints.filter(({ end }) => end <= index).at(-1)?.end ?? 0;
  const end = joints.find((found) => found.start >= index + matched.length)?.start ?? sentence.length;
  return sentence.slice(start, end);
}

/** The name as it was written, not in the lower case that patterns see; undefined for words that are no name ("I'm fine"). */
function nameFrom(sentence: string, lower: string): string | undefined {
  if (notNames.has(lower.split(' ')[0] ?? '')) return undefined;
  const at = sentence.toLowerCase().indexOf(lower);
  const written = at < 0 ? lower : sentence.slice(at, at + lower.length);
  return /^[a-z]/.test(written) ? written.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()) : written;
}
