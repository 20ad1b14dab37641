import type { Expecting, Rating } from '../reading.ts';
import { chineseNumber, numberCharacters } from './chineseNumber.ts';

const englishNumber: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const figure = `(\\b(?:${Object.keys(englishNumber).join('|')})\\b|[${numberCharacters}]+(?:\\.\\d+)?)`;

/** 十分 and 万分 before a word of feeling are "very", and no points: 十分糟糕. */
const very = /(?<![一二三四五六七八九\d])[十万]分(?=\p{Script=Han})(?!吧|了|啊|呀|啦|哈|嘛|好评|满分|左右|给|钟|之)/gu;

/** A text with "very" for the words that look like so many points. */
export const withoutVery = (text: string): string => text.replace(very, '很');

const numberOf = (text: string): number | undefined => englishNumber[text] ?? chineseNumber(text);

/** Words for each score, the narrower first (还可以 is less than 可以), matched against the whole message once fillers and signs are gone. */
const wordsFor: [number, RegExp][] = [
  [
    5,
    /^(?:(?:(?:非常|特别|十分|超级?|太|极其|相当|无比)+)(?:的)?(?:满意|好|棒|赞|喜欢|不错|给力|贴心)|完美|满分|棒极了|太?棒|超赞|赞|很赞|好极了|没得说|无可挑剔|点赞|五星好评|好评|最高分|顶呱呱|绝了|yyds|挑不出(?:毛病|刺)|没(?:得|什么可|啥可)挑(?:剔)?|无懈可击|(?:满意|好|喜欢)(?:极了|得很|得不得了)|满分(?:好评|满意))$/,
  ],
  [
    3,
    /^(?:还行|还可以|(?:很|挺|比较)?一般|一般般|马马虎虎|凑合|凑活|将就|就那样|中等|普通|过得去|中规中矩|说不上好坏|不好不坏|还凑合|还好|差不多|还过得去|勉强(?:可以|行|过关|凑合|及格)?|(?:刚刚?好?)?及格|不过如此|凑凑合合|将将就就|说得过去|不算好也不算坏|中不溜)$/,
  ],
  [
    4,
    /^(?:(?:很|挺|蛮|比较|还|总体|整体|基本)?(?:满意|好|不错|可以的?)|还不错|挺好|很好|好的?很|不错|良好|还挺好|还蛮好|还可以的?|不差|不赖|不坏|不算差|没毛病|还算满意|没什么不满|没(?:啥|什么)可?(?:抱怨|挑|说)|可圈可点)$/,
  ],
  [
    2,
    /^(?:(?:不太?|不怎么|不是很|不大|有点?不|不算)(?:满意|好|行|理想|样)|不怎么样|不咋[地的样]|(?:有点?|有些|挺|蛮|比较|略|感到|很是|令人|让人)?失望|有点?差|比较差|不太行|不好|不行|差点儿?意思|差了?点|较差|偏差|欠佳|不理想|不尽如?人意|(?:没|未)达到?(?:预期|期望)|低于(?:预期|期望))$/,
  ],
  [
    1,
    /^(?:(?:(?:非常|特别|十分|太|极其|很|超级?|真的?|好|相当)+)(?:令人|让人|叫人)?(?:不满意?|差|糟糕|失望|烂|垃圾|不好|差劲|生气|气人|坑)|很不满意|不满意|差评|垃圾|糟糕|糟透了|差劲|烂透了|太烂|最低分|零分|差|极差|一星差评|无语|烂|坑|失望(?:透顶|极了|至极)|大失所望|(?:快|要|真)?气死(?:我|人)?|生气|愤怒|火大|糟心|恶心|骗人|(?:无法|不能|不可|没法)(?:接受|忍)|忍无可忍|一塌糊涂|差到?(?:极点|爆|家)|(?:一点儿?|完全|根本|绝对)(?:都|也)?不(?:满意|好|行))$/,
  ],
  [
    5,
    /^(?:(?:very|extremely|really|super|so|totally|completely|absolutely|quite|just|simply)? ?(?:great|excellent|amazing|awesome|perfect|fantastic|wonderful|brilliant|outstanding|superb)(?: (?:service|job|experience|help|work))?|two thumbs up|(?:very|extremely|really|super|so|totally|completely) (?:satisfied|happy|good|pleased|helpful)|loved? it|the best|top notch|could(?: not|n't) be (?:better|happier)|flawless|10 out of 10|top marks|full marks(?: from me)?|very much(?: so)?|spot on|first[- ]class|(?:very|really|so) impressed|(?:hundred|100) percent)$/,
  ],
  [
    4,
    /^(?:(?:pretty|quite|fairly|rather|mostly|generally)? ?(?:good|nice|satisfied|happy|pleased|helpful)|not (?:too |so )?bad(?: at all)?|pretty good|satisfactory|(?:i have )?(?:nothing to complain about|no complaints)|(?:i )?can(?:no|')?t complain|i liked? it|well done|fine,? thanks|quite well)$/,
  ],
  [
    3,
    /^(?:meh|ok|okay|k|so so|so-so|average|alright|all right|fine|mediocre|neutral|decent|acceptable|neither good nor bad|nothing special|passable|middling|middle of the road|run of the mill|fair(?: enough)?|okay-?ish|not great,? not terrible|could be better|could be worse|it'?s (?:ok|okay|fine|alright)|just ok(?:ay)?)$/,
  ],
  [
    2,
    /^(?:not (?:very|so|that|too|really|all that) (?:good|great|satisfied|happy|helpful|impressed)|not (?:good|great|satisfied|happy|helpful)|(?:a bit|somewhat|rather|kind of|a little|pretty|quite) (?:bad|poor|disappointed|disappointing|unhappy)|poor|bad|unhappy|dissatisfied|unsatisfied|disappointing|disappointed|below average|underwhelm(?:ing|ed)|below (?:expectations|par)|sub-?par|(?:i )?(?:feel |felt |was |been )?let down|(?:left|leaves) (?:a lot|much|something) to be desired|not (?:at all )?impressed|unimpressed|(?:could|should) (?:be|have been) (?:a lot|much) better|not up to (?:standard|scratch|par))$/,
  ],
  [
    1,
    /^(?:(?:very|extremely|really|so|totally|completely) (?:bad|poor|disappointed|dissatisfied|unhappy|disappointing|unhelpful|angry)|(?:absolutely |really |totally |just |simply |utterly )?(?:terrible|horrible|awful|dreadful)|the worst|worst(?: ever)?|hated? it|useless|garbage|rubbish|trash|pathetic|appalling|unacceptable|furious|angry|outrageous|disgust(?:ing|ed)|disgraceful|(?:a |what a )?joke|abysmal|atrocious|(?:a )?(?:complete )?waste of (?:time|money))$/,
  ],
];

/** Words around a score that change nothing. */
const fillers =
  /^(?:嗯+|呃+|额+|哦|那个|就|我(?:觉得|感觉|认为|想|给|打|选)?(?:个)?|觉得|感觉|总体来说|总的来说|总之|整体上|给(?:个|你们)?|打(?:个)?|算是|应该算|服务|体验|it was|it is|it's|i'd say|i would say|i think|well|hmm+|um+|overall|honestly|probably|just|the service was|i'm|i am|i was|kinda) ?,?/;
const endings =
  /(?:吧|啦|了|呀|啊|哦|呢|咯|喽|的|嘛|哈|～|~| i guess| i think| i suppose| to be honest| tbh| honestly| overall| with (?:it|that|you|the service)| really| thanks?| thank you|谢谢|的?(?:服务|体验))$/;

function bare(text: string): string {
  let rest = text
    .toLowerCase()
    .replace(/[.,!?;:。，！？；：、…~～"'“”‘’()（）]+/g, (s) => (s === "'" || s === '’' ? "'" : ' '))
    .replace(/\s+/g, ' ')
    .trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(fillers, '').trim();
  }
  return rest;
}

const within = (score: number): number => Math.min(5, Math.max(1, Math.round(score)));

/** A score of `value` on a scale that ends at 5, 10 or 100, whichever it fits. */
function scaled(value: number, scale?: number): number | undefined {
  const top = scale ?? (value <= 5 ? 5 : value <= 10 ? 10 : 100);
  if (value < 0 || value > top || top === 0) return undefined;
  return within((value / top) * 5);
}

const patterns: { re: RegExp; score: (m: RegExpMatchArray) => number | undefined }[] = [
  {
    re: new RegExp(`${figure}(?: ?\\/ ?| out of | of )(5|10|100|five|ten)(?!\\d)`),
    score: (m) => scaled(numberOf(m[1]!) ?? -1, numberOf(m[2]!)),
  },
  // 三个星期 is no rating, and 四星半 is none that is a whole one.
  {
    re: new RegExp(`${figure} ?(?:颗|个|粒)?星(?![期球座光空辰级半])`),
    score: (m) => scaled(numberOf(m[1]!) ?? -1, 5),
  },
  { re: new RegExp(`(?<!\\d\\.)\\b${figure}[ -]?stars?\\b`), score: (m) => scaled(numberOf(m[1]!) ?? -1, 5) },
  { re: /[⭐★🌟]{1,5}(?=[☆\s]|$|[^⭐★🌟])/u, score: (m) => [...m[0]].filter((c) => c !== '\ufe0f').length },
  // 三分钟 and 三分之一 are none.
  { re: new RegExp(`${figure} ?分(?!钟|之)`), score: (m) => scaled(numberOf(m[1]!) ?? -1) },
  { re: new RegExp(`\\b${figure} (?:points?|marks?)\\b`), score: (m) => scaled(numberOf(m[1]!) ?? -1) },
];

const faces: [number, RegExp][] = [
  [5, /^(?:😍|🥰|🤩|❤️?|💯|😁|😄)+$/u],
  [4, /^(?:🙂|😊|👍|😀|☺️?|👌)+$/u],
  [3, /^(?:😐|😑|🤷)+/u],
  [2, /^(?:🙁|☹️?|😕|👎|😞)+$/u],
  [1, /^(?:😡|🤬|😠|💩|😤)+$/u],
];

/**
 * A score of 1 to 5 in words, stars or figures: "四颗星", "8/10", "还行吧", "meh". Words count only if they are the whole message;
 * a bare figure only if a score was asked for. Expects NFKC text.
 */
export function readRating(text: string, expecting?: Expecting): Rating | undefined {
  const lower = withoutVery(text.toLowerCase());
  for (const { re, score } of patterns) {
    const match = lower.match(re);
    const value = match ? score(match) : undefined;
    if (match && value !== undefined) return { score: value, text: match[0].trim() };
  }
  for (const [score, re] of faces) if (re.test(text.trim())) return { score, text: text.trim() };
  const core = bare(text);
  if (expecting === 'rating') {
    const number = core.match(new RegExp(`^${figure}$`)) ?? core.replace(endings, '').match(new RegExp(`^${figure}$`));
    const score = number ? scaled(numberOf(number[1]!) ?? -1) : undefined;
    if (score !== undefined) return { score, text: number![1]! };
  }
  for (let rest = core; rest !== ''; ) {
    for (const [score, re] of wordsFor) if (re.test(rest)) return { score, text: rest };
    const shorter = rest.replace(endings, '').trim();
    if (shorter === rest) break;
    rest = shorter;
  }
  return undefined;
}
