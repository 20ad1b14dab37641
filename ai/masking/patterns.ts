/** A kind of private text and how it is found. The kind names the placeholder, so that a model sees what stood there. */
export interface PrivatePattern {
  kind: 'MAIL' | 'PHONE' | 'NUMBER' | 'ADDRESS' | 'NAME' | 'ACCOUNT' | 'TEXT';
  pattern: RegExp;
  /** Which group of the pattern is private; 0: all of it. */
  group?: number;
}

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const doubleSurnames = '欧阳|上官|司马|诸葛|司徒|东方|夏侯|皇甫|尉迟|公孙|慕容|令狐';
const surname = `(?:${doubleSurnames}|[${surnames}])`;
const han = '\\p{Script=Han}';
const after = '(?=$|[^\\p{Script=Han}]|的|电话|手机|地址|先生|女士|小姐|收)';
const road = '(?:路|街|大道|巷|弄|胡同|街道|村|镇|乡|小区|花园|公寓|大厦|新村|苑|广场)';
const house =
  '(?:[\\p{Script=Han}A-Za-z\\s]{0,8}?[\\d０-９一二三四五六七八九十百]+\\s*(?:号楼|号院|号|弄|栋|幢|座|单元|楼|层|室|户|#|-)?)+';
const street = '(?:street|st|road|rd|avenue|ave|lane|ln|boulevard|blvd|drive|court|crescent|terrace|square)';

/**
 * What is private in a message, most certain first. Rather too much than too little: a masked word costs the model a hint, a
 * phone number that leaves can not be called back. Dates on their own stay (the reader needs none of them, but they identify
 * nobody) only if they have fewer than seven digits.
 */
export const privatePatterns: readonly PrivatePattern[] = [
  // What looks like a placeholder of ours must not be taken for one when the answer comes back.
  { kind: 'TEXT', pattern: /\[[A-Z]+_\d+\]/g },
  { kind: 'MAIL', pattern: /[\p{L}\d._%+-]+[@＠][\p{L}\d-]+(?:[.．][\p{L}\d-]+)*[.．]\p{L}{2,}/gu },
  { kind: 'ACCOUNT', pattern: /(?:微信号?|wechat|weixin|qq号?|line id)[\s:：是为is]*([a-z\d][\w-]{4,24})/gi, group: 1 },
  {
    kind: 'NUMBER',
    pattern:
      /(?:订单(?:编号|号码?)?|单号|运单号?|会员号|卡号|order(?: ?(?:number|no\.?|num|id))?|tracking(?: number)?)[\s:：#是为is]*([a-z\d-]*\d[a-z\d-]{3,})/gi,
    group: 1,
  },
  { kind: 'NUMBER', pattern: /(?<![a-z\d-])[a-z]{1,4}[-–]?\d{5,}(?:-\d+)*/gi },
  { kind: 'NUMBER', pattern: /(?<![a-z\d])c[- ]?\d{1,10}(?![a-z\d])/gi },
  { kind: 'PHONE', pattern: /[+＋]?[(（]?\p{Nd}(?:[ \-–—.·()（）]{0,2}\p{Nd}){6,}[xX]?/gu },
  { kind: 'PHONE', pattern: /[零〇幺一二两三四五六七八九]{7,}/g },
  {
    kind: 'ADDRESS',
    pattern: /(?:收货地址?|地址|住址|住在|家住)(?:[是为在:：\s]|就是)*([^,，。;；!！?？\n]{3,60})/g,
    group: 1,
  },
  {
    kind: 'ADDRESS',
    pattern: new RegExp(
      `(?:${han}{2,3}(?:省|自治区))?(?:${han}{2,4}?市)?(?:${han}{1,5}?[区县])?${han}{1,6}?${road}${house}`,
      'gu',
    ),
  },
  {
    kind: 'ADDRESS',
    pattern: new RegExp(`${han}{2,3}(?:省|自治区|市)\\s*${han}{1,5}?(?:市|区|县|镇)(?:${han}{1,10}?${road})?`, 'gu'),
  },
  {
    kind: 'ADDRESS',
    pattern: new RegExp(
      `\\b\\d{1,5}[a-z]?,?\\s+(?:[a-z][\\w.'-]*\\s+){1,4}?${street}\\b\\.?(?:,?\\s*(?:apt|apartment|unit|suite|flat|room|#)\\.?\\s*\\w+)?(?:,\\s*[A-Z][\\w'-]+(?: [A-Z][\\w'-]+)?)*`,
      'gi',
    ),
  },
  {
    kind: 'ADDRESS',
    pattern: /(?:my address is|address:|i live (?:at|in)|deliver (?:it )?to|send (?:it )?to)\s+([^.!?;\n]{4,80})/gi,
    group: 1,
  },
  {
    kind: 'NAME',
    pattern: new RegExp(`(?:我叫|名字叫|名字是|姓名|收件人|收货人|联系人)[是为:：\\s]*(${han}{2,4}?)${after}`, 'gu'),
    group: 1,
  },
  { kind: 'NAME', pattern: new RegExp(`(?:我是|本人是?|找|叫)(${surname}${han}{1,2})${after}`, 'gu'), group: 1 },
  { kind: 'NAME', pattern: new RegExp(`${surname}${han}{0,2}(?=先生|女士|小姐|太太|师傅|阿姨|老师)`, 'gu') },
  {
    kind: 'NAME',
    pattern:
      /(?:[Mm]y name(?: is|'s)|[Ii] am|[Ii]'m|[Tt]his is|[Cc]all me|[Nn]ame:|[Rr]ecipient:|[Cc]ontact:)\s+(\p{Lu}[\p{Ll}'-]+(?:\s+\p{Lu}[\p{L}.'-]*){0,2})/gu,
    group: 1,
  },
  { kind: 'NAME', pattern: /\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?)/gu, group: 1 },
];
