/** Words that join, point or carry a verb and claim nothing: an answer may have them where its source has not. Polarity and figures are compared apart. */
export const glue: ReadonlySet<string> = new Set(
  (
    '您好 你好 亲 您 请 先 再 然后 接着 最后 首先 其次 因此 所以 同时 另外 此外 以及 并且 并 而 且 其 该 此 则 即 为 是 会 可 将 以 之 于 由 等 时 后 前 中 内 约 大约 大概 左右 ' +
    '不要 不得 不可 不可以 不能 不会 不用 无需 请勿 切勿 勿 别 未 千万 以免 以防 免得 出现 注意 共 总共 一共 完成 情况 期间 之前 之后 之间 方式 方法 步骤 其中 便 只需 需 还有 包括 分别 ' +
    '根据 按照 关于 对于 通过 进行 使用 用 建议 一般 通常 产品 这款产品 本产品 它们 它的 这样 即可 就可以 也可以 或 及 与 如 若 当 ' +
    'according also therefore first next finally however moreover so then while when after before until because since this these those its your our per each both ' +
    'please recommend suggest product item usually generally make sure simply use using used put keep take has have was were'
  ).split(' '),
);

/** Words that say the same in instructions and on labels; deliberately few, and none that could turn a sentence round. */
const same: readonly string[] = [
  '浸泡 泡',
  '擦拭 擦',
  '清洗 清洁 洗',
  '冲洗 冲',
  '更换 换',
  '购买 买',
  '倒入 倒 放入 加入',
  '拔掉 拔 拔下',
  '收纳 收起来 收',
  '价格 价钱 售价 价',
  'cost price',
  'hold capacity',
  'weigh weight',
  'last life',
];
const groups = new Map(
  same.flatMap((line) => {
    const group = line.split(' ');
    return group.map((word): [string, string[]] => [word, group]);
  }),
);

/** The word and what stands for it. */
export const alike = (word: string): readonly string[] => groups.get(word) ?? [word];
