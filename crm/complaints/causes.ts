import type { Localized } from '../localized.ts';

/** Why things go wrong, as the shop counts it. `words` are what customers say of it, for a first guess that staff confirm. */
export interface Cause {
  code: string;
  name: Localized;
  words: RegExp;
}

/** The causes, the more dangerous ones first: the first that fits what a customer says is suggested. */
export const causes: readonly Cause[] = [
  {
    code: 'overheating',
    name: { zh: '过热、冒烟、起火', en: 'Overheating, smoke, fire' },
    words: /冒烟|起火|着火|烧焦|焦味|糊味|过热|发烫|烫手|融化|smok|fire|burnt|burning|overheat|too hot|melt/i,
  },
  {
    code: 'electric',
    name: { zh: '漏电、短路', en: 'Electric shock, short circuit' },
    words: /漏电|触电|短路|跳闸|火花|麻手|electric shock|short circuit|spark|trips? the/i,
  },
  {
    code: 'skinReaction',
    name: { zh: '皮肤或过敏反应', en: 'Skin or allergic reaction' },
    words: /过敏|红疹|起疹|发痒|刺痛|红肿|脱皮|allerg|rash|itch|sting|swell|swollen/i,
  },
  {
    code: 'leak',
    name: { zh: '漏液、漏水', en: 'Leaking' },
    words: /漏|渗|leak|drip/i,
  },
  {
    code: 'transit',
    name: { zh: '运输破损', en: 'Damaged on the way' },
    words: /收到.{0,8}(?:坏|破|碎|裂)|快递|运输|包装(?:破|烂)|arrived (?:broken|damaged|cracked)|in transit|packag/i,
  },
  {
    code: 'missing',
    name: { zh: '少件、错发', en: 'Missing or wrong item' },
    words: /少(?:发|了)|缺|发错|错发|不是我(?:买|订)的|missing|wrong (?:item|product|size|colou?r)/i,
  },
  {
    code: 'broken',
    name: { zh: '断裂、破损', en: 'Broken part' },
    words: /裂|断|碎|破|掉下来|脱落|crack|broke|snapp|fell off|torn/i,
  },
  {
    code: 'notWorking',
    name: { zh: '不工作、失灵', en: 'Not working' },
    words:
      /不(?:加?热|亮|转|动|响|出雾|出水|制冷|工作|通电)|坏了|没反应|失灵|开不了|充不|not work|stopped|does(?:n't| not)|won't|dead/i,
  },
  {
    code: 'noise',
    name: { zh: '噪音、异响', en: 'Noise' },
    words: /噪音|异响|吵|响声|嗡嗡|nois|loud|rattl|buzz/i,
  },
  {
    code: 'smell',
    name: { zh: '异味', en: 'Smell' },
    words: /异味|难闻|臭|刺鼻|smell|odou?r|stink/i,
  },
  {
    code: 'service',
    name: { zh: '服务、送货', en: 'Service, delivery' },
    words: /态度|客服|送货|迟到|没送|等了|rude|service|deliver|late|waited/i,
  },
  { code: 'other', name: { zh: '其他', en: 'Other' }, words: /(?!)/ },
];

export const causeCodes = causes.map(({ code }) => code);

/** The cause that the words of a complaint speak of; undefined where none does. Staff have the last word. */
export const causeOf = (whatHappened: string): string | undefined =>
  causes.find(({ words }) => words.test(whatHappened))?.code;
