import { stopWords } from '../search/stopWords.ts';
import { sentencesOf } from '../sentences.ts';
import { stem } from '../stem.ts';
import { isHan, normalise, runs, words } from '../tokenizer.ts';
import { decisiveWords, isNegative } from './polarity.ts';
import { holdsQuantities, quantitiesIn } from './quantities.ts';

/** Words that join or address and claim nothing: an answer may have them where its source has not. */
const glue = new Set(
  (
    '您好 你好 亲 您 请 先 再 然后 接着 最后 首先 其次 因此 所以 同时 另外 此外 以及 并且 并 而 且 其 该 此 则 即 为 是 会 可 将 以 之 于 由 等 时 后 前 中 内 约 大约 ' +
    // Polarity is compared apart, so that 不要 may stand for 请勿.
    '不要 不得 不可 不可以 不能 不会 不用 无需 请勿 切勿 勿 别 未 千万 ' +
    '根据 按照 关于 对于 通过 进行 建议 一般 通常 产品 这款产品 本产品 它们 这样 即可 就可以 也可以 或 及 与 ' +
    'according also therefore first next finally however moreover so then while when after before this these those its your our ' +
    'please recommend suggest product item usually generally make sure simply'
  ).split(' '),
);
const clauseEnd = /[,，、;；:：。.!！?？\n()（）]+(?!\d)/;
const bare =
  /^(?:是的?|对的?|可以的?|不可以|能|不能|行|不行|没有|有的?|当然(?:可以)?|yes|no|sure|of course|certainly|absolutely)$/;
/** A clause is looked for in so many neighbouring sentences of its source: what stands far apart was not said together. */
const WINDOW = 2;
/** Words of content and quantities that a sentence must have to mean something by itself. */
const LEAST_CLAIMS = 2;

const contentOf = (clause: string): string[] =>
  words(clause).filter((word) => !stopWords.has(word) && !glue.has(word) && !/^\d+(?:\.\d+)?$/.test(word));

/** One spelling, with figures and Chinese words apart: 2年保修 would else be one word. */
const spelt = (text: string): string =>
  normalise(text)
    .replace(/(?<=\d)(?=\p{Script=Han})/gu, ' ')
    .replace(/(?<=\p{Script=Han})(?=[\da-z])/gu, ' ');

/** A Chinese word without what joins it to its neighbours (再用 is 用). */
function trimmed(word: string): string {
  let characters = [...word];
  while (characters.length > 1 && isFiller(characters[0]!)) characters = characters.slice(1);
  while (characters.length > 1 && isFiller(characters.at(-1)!)) characters = characters.slice(0, -1);
  return characters.join('');
}

const isFiller = (character: string): boolean => stopWords.has(character) || glue.has(character);

const clausesOf = (text: string): string[] => text.split(clauseEnd).filter((part) => runs(part).length > 0);

/** A stretch of a source as it is searched. */
class Stretch {
  readonly #text: string;
  readonly #stems: ReadonlySet<string>;
  readonly #clauses: string[];

  constructor({ text, title }: { text: string; title: string }) {
    this.#text = `${title}\n${text}`;
    this.#stems = new Set(
      runs(this.#text)
        .filter((word) => !isHan(word))
        .map(stem),
    );
    this.#clauses = clausesOf(text);
  }

  holds(clause: string): boolean {
    if (!contentOf(clause).every((word) => this.#has(word))) return false;
    if (!decisiveWords(clause).every((word) => this.#text.includes(word))) return false;
    return holdsQuantities(this.#text, clause) && this.#agrees(clause);
  }

  #has(word: string): boolean {
    if (!isHan(word)) return this.#stems.has(stem(word));
    return this.#text.includes(word) || this.#text.includes(trimmed(word));
  }

  /** The part of the source that says most of it must deny where it denies, and not where it does not. */
  #agrees(clause: string): boolean {
    const content = contentOf(clause);
    const shares = this.#clauses.map((own) => ({ own, share: content.filter((word) => own.includes(word)).length }));
    const most = Math.max(0, ...shares.map(({ share }) => share));
    if (most === 0) return !isNegative(clause);
    return shares.some(({ own, share }) => share === most && isNegative(own) === isNegative(clause));
  }
}

const claimsIn = (clauses: readonly string[]): number =>
  clauses.reduce((sum, clause) => sum + new Set(contentOf(clause)).size + quantitiesIn(clause).length, 0);

/**
 * Whether a passage says what a sentence claims; if so, the sentences of the passage that do. Every word of content, every figure
 * with its unit, every name and every word of promise must stand there, close together, and deny where the sentence denies. Strict
 * on purpose: a true sentence that is refused costs an answer in other words, a false one that is shown costs trust.
 */
export function evidenceFor(sentence: string, source: { title: string; text: string }): string | undefined {
  const clauses = clausesOf(spelt(sentence));
  if (clauses.length === 0 || clauses.some((clause) => bare.test(clause.trim()))) return undefined;
  // "You can keep using it" could be found anywhere: it says too little to be held against anything.
  if (claimsIn(clauses) < LEAST_CLAIMS) return undefined;
  if (/https?:|www\.|@|\[[A-Z]+_\d+\]/i.test(sentence)) return undefined;
  const own = sentencesOf(source.text);
  const title = spelt(source.title);
  const stretches = own.map((_, start) => {
    const text = own.slice(start, start + WINDOW);
    return { start, stretch: new Stretch({ title, text: spelt(text.join('\n')) }) };
  });
  const places = new Set<number>();
  for (const clause of clauses) {
    const found = stretches.find(({ stretch }) => stretch.holds(clause));
    if (!found) return undefined;
    if (contentOf(clause).length > 0) places.add(found.start);
  }
  const shown = new Set([...places].flatMap((start) => [start, start + 1]));
  return own.filter((_, place) => shown.has(place)).join(' ');
}
