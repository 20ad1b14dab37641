import { RecentTexts } from '#ai/recentTexts.ts';
import { stopWords } from '#ai/search/stopWords.ts';
import { stem } from '#ai/stem.ts';
import { isHan, normalise, words } from '#ai/tokenizer.ts';

const MOST = 40;
const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words of courtesy and of any talk, which say nothing where they are counted. */
const courtesies =
  set(`谢谢 感谢 多谢 辛苦 辛苦了 你好 您好 客服 不客气 不用谢 没关系 没事 不好意思 麻烦 觉得 感觉 比较 非常 特别 十分 超级 真的 真是 实在 确实 其实 完全
  就是 已经 还是 还有 好不好 其他 其它 只是 不过 而且 然后 因为 所以 虽然 但是 这样 那样 这么 那么 自己 大家 有人 有些 一些 一样 一般 这次 上次 每次 总是 老是 终于 居然 竟然 直接 希望 可能 起来 出来 下来
  今天 昨天 明天 每天 几天 两天 三天 半天 现在 以后 之后 之前 后来 一次 两次 第一次 一直 一点 有点 一下子 不错 可以 不是 不会 不能 不要 不用 没有 没什么 不得不 不得了 东西 问题 产品
  ok only use used one two point good great nice well really just very thing things product customer service again still even lot bit`);
/** Characters that tell something alone: too dear, too slow. */
const telling = set('慢 贵 吵 臭 快 香 软 硬 重 轻 差 烂 脏 薄 烫 漏 坏 裂 断 凶');
/** What turns the next word round, and how the two are written: "不太满意" and "不是很满意" are one. */
const negators: Readonly<Record<string, string>> = {
  ...Object.fromEntries('不 不太 不够 不怎么 不是 并不 不算 不会'.split(' ').map((word) => [word, '不'])),
  ...Object.fromEntries('没 没有 未 没能 还没 并没有'.split(' ').map((word) => [word, '没'])),
  ...Object.fromEntries('不能 无法 没法 毫无 别'.split(' ').map((word) => [word, word])),
  not: 'not ',
  cannot: 'not ',
  no: 'no ',
  never: 'never ',
};
/** What may stand between: not very helpful. */
const between = set(
  '很 太 怎么 那么 这么 特别 非常 十分 够 真 是 再 任何 什么 very really so that quite at all even any be been have has',
);
/** What cannot be done: 用不了, 找不到. */
const cannot = set('不了 不到 不上 不起 不开 不出 不动 不清 不懂 不完 不住');
/** How often, how long, which one. */
const amount = /^第?[一二三四五六七八九十百几两半多\d]+(?:天|次|个|分钟|小时|年|月|个月|周|星期|遍|块|元|点)$/u;
/** jieba cuts 不好用 into 不好 and 用. */
const notGood = set('不好 不太好 不怎么好');
const tasted = set('用 闻 看 吃 喝 听 洗 穿 装 拆 使 弄 开 找 说');

/** A word as it is counted, and as it is shown. */
interface Told {
  key: string;
  shown: string;
}

/** Words that tell something, by how many texts have them: Chinese as jieba cuts them, with a negation whole ("不好用" is not "好用"). */
export function wordsIn(texts: readonly string[]): { word: string; n: number }[] {
  const counts = new Map<string, { n: number; shown: Map<string, number> }>();
  for (const text of texts) {
    for (const [key, shown] of told.of(text)) {
      const count = counts.get(key) ?? { n: 0, shown: new Map() };
      count.n += 1;
      count.shown.set(shown, (count.shown.get(shown) ?? 0) + 1);
      counts.set(key, count);
    }
  }
  return [...counts.values()]
    .filter(({ n }) => n > 1)
    .map(({ n, shown }) => ({ word: commonest(shown), n }))
    .toSorted((a, b) => b.n - a.n || (a.word < b.word ? -1 : 1))
    .slice(0, MOST);
}

/** Which of the texts have a word as wordsIn tells it: 不太满意 has 不满意. */
export function textsWith(texts: readonly string[], word: string): boolean[] {
  const keys = new Set(
    texts.flatMap((text) => [...told.of(text)].flatMap(([key, shown]) => (shown === word ? key : []))),
  );
  return texts.map((text) => [...told.of(text).keys()].some((key) => keys.has(key)));
}

const commonest = (shown: ReadonlyMap<string, number>): string =>
  [...shown].reduce((best, each) => (each[1] > best[1] ? each : best))[0];

/** By key; pages that are looked at again count the same comments. */
const told = new RecentTexts(5000, (text) => new Map(toldIn(text).map(({ key, shown }) => [key, shown])));

function toldIn(text: string): Told[] {
  const out: Told[] = [];
  // A negation holds as far as its part of the sentence.
  for (const part of normalise(text).split(/[^\p{L}\p{M}\p{N}' ]+/u)) {
    const said = words(part);
    for (let at = 0; at < said.length; ) {
      const { told, length } = toldAt(said, at);
      if (told) out.push(told);
      at += length;
    }
  }
  return out;
}

/** What the word at this place tells, with those that belong to it; how many they are. */
function toldAt(said: readonly string[], at: number): { told?: Told; length: number } {
  const [word, next = '', third = ''] = [said[at]!, said[at + 1], said[at + 2]];
  const one = (text: string) => ({ key: text, shown: text });
  // 充不进, 用不了: what cannot be done; 好不好 asks.
  if (isSingle(word) && cannot.has(next)) return { told: one(word + next), length: 2 };
  if (isSingle(word) && next === '不' && isSingle(third) && third !== word && !between.has(third))
    return { told: one(word + next + third), length: 3 };
  if (notGood.has(word) && tasted.has(next)) return { told: one(`不好${next}`), length: 2 };
  if (/^[没不].$/u.test(word) && next === '到') return { told: one(word + next), length: 2 };
  const negation = /n't$/.test(word) ? 'not ' : Object.hasOwn(negators, word) ? negators[word]! : undefined;
  if (negation === undefined) return { ...(tells(word) && { told: counted('', word) }), length: 1 };
  let length = 1;
  while (between.has(said[at + length] ?? '')) length++;
  const turned = said[at + length];
  if (turned === undefined || isHan(turned) !== isHan(word)) return { length };
  const isTold = tells(turned) || (isHan(turned) && (turned === '用' || (isSingle(turned) && !stopWords.has(turned))));
  return { ...(isTold && { told: counted(negation, turned) }), length: length + 1 };
}

const counted = (negation: string, word: string): Told => ({
  key: negation + (isHan(word) ? word : stem(word)),
  shown: negation + word,
});

const isSingle = (word: string): boolean => isHan(word) && [...word].length === 1;

function tells(word: string): boolean {
  if (stopWords.has(word) || courtesies.has(word) || amount.test(word)) return false;
  return isHan(word) ? [...word].length > 1 || telling.has(word) : word.length > 2 && !/^\d+$/.test(word);
}
