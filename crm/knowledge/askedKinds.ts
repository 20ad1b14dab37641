/** An article of the kind that a question asks for is more likely meant; who does not ask for dangers rarely means those. */
const SAME_KIND = 1.2;
const NOT_SAFETY = 0.85;
const asks: [kind: string, words: RegExp][] = [
  ['use', /怎么用|如何使用|怎样用|用法|使用方法|\bhow (?:do|to|can|should) .{0,12}use\b|\binstructions\b/i],
  ['installation', /安装|组装|怎么装|\b(?:install|assemble|set ?up)\b/i],
  ['care', /清洗|清洁|保养|怎么洗|刷洗|\b(?:clean|wash|descale|care for|maintain)\b/i],
  ['returns', /退货|退款|换货|退掉|\b(?:return|refund|exchange)\b/i],
  [
    'safety',
    /误食|误吞|中毒|烫伤|触电|漏电|冒烟|着火|危险|安全|过敏|急救|\b(?:swallow|poison|burn|shock|smoke|fire|danger|safe|allerg)/i,
  ],
];

/** The kinds of article that a question asks for. */
export const askedKinds = (question: string): string[] =>
  asks.filter(([, words]) => words.test(question)).map(([kind]) => kind);

/** What an article's kind does to its score. */
export const kindWeight = (kind: string, asked: readonly string[]): number =>
  asked.includes(kind) ? SAME_KIND : kind === 'safety' ? NOT_SAFETY : 1;
