import { stopWords } from '../search/stopWords.ts';
import { sentencesOf } from '../sentences.ts';
import { stem } from '../stem.ts';
import { isHan, normalise, runs, words } from '../tokenizer.ts';
import { decisiveWords, negationsIn } from './polarity.ts';
import { holdsQuantities, quantitiesIn, withoutQuantities } from './quantities.ts';
import { alike, glue } from './wording.ts';

const clauseEnd = /[,，;；:：。.!！?？\n()（）]+(?!\d)/;
const bare =
  /^(?:是的?|对的?|可以的?|不可以|能|不能|行|不行|没有|有的?|当然(?:可以)?|yes|no|sure|of course|certainly|absolutely)$/;
/**
 * A clause is looked for in two neighbouring sentences of its source, in up to four where they are short: what stands far apart was
 * not said together. The lines of a table (`apart`) have nothing to do with each other.
 */
const LEAST_SENTENCES = 2;
const MOST_SENTENCES = 4;
const SHORT = 60;
/** A clause may draw together so many of its source. */
const MOST_CLAUSES = 3;
/** Words of content and quantities that a sentence must have to mean something by itself. */
const LEAST_CLAIMS = 2;

const contentOf = (clause: string): string[] =>
  words(withoutQuantities(clause)).filter(
    (word) => !stopWords.has(word) && !glue.has(word) && !/^\d+(?:\.\d+)?$/.test(word),
  );

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

const isFiller = (character: string): boolean => stopWords.has(character) || '再先后前即便请'.includes(character);

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
    if (!isHan(word)) return this.#stems.has(stem(word)) || alike(stem(word)).some((one) => this.#stems.has(stem(one)));
    return [...alike(word), trimmed(word)].some((one) => this.#text.includes(one));
  }

  /**
   * Where the source says it, it must deny as often as the clause does: in the clause of its own that has all the words and
   * little else, or in the shortest run of clauses that has them. Where several fit alike, all of them must agree.
   */
  #agrees(clause: string): boolean {
    const content = [...new Set(contentOf(clause))];
    const wanted = negationsIn(clause);
    const fits = this.#runs().map((run) => ({
      run,
      missing: content.filter((word) => !alike(word).some((one) => run.includes(one))).length,
    }));
    const fewest = Math.min(...fits.map(({ missing }) => missing));
    if (content.length === 0) return wanted === 0;
    // A title may be a question ("Do you deliver abroad?"): what only stands there is not said.
    if (fewest === content.length) return false;
    const shortest = fits
      .filter(({ missing }) => missing === fewest)
      .map(({ run }) => ({ run, size: contentOf(run).length }))
      .sort((a, b) => a.size - b.size);
    return shortest.filter(({ size }) => size === shortest[0]!.size).every(({ run }) => negationsIn(run) === wanted);
  }

  /** Every run of neighbouring clauses, a single one first. */
  #runs(): string[] {
    const all: string[] = [];
    for (let length = 1; length <= Math.min(MOST_CLAUSES, this.#clauses.length); length++)
      for (let start = 0; start + length <= this.#clauses.length; start++)
        all.push(this.#clauses.slice(start, start + length).join(' '));
    return all;
  }
}

const claimsIn = (clauses: readonly string[]): number =>
  clauses.reduce(
    (sum, clause) => sum + new Set(contentOf(clause)).size + quantitiesIn(clause).length + negationsIn(clause),
    0,
  );

/**
 * Whether a passage says what a sentence claims; if so, the sentences of the passage that do. Every word of content, every figure
 * with its unit, every name and every word of promise must stand there, close together, and deny where the sentence denies. Strict
 * on purpose: a true sentence that is refused costs an answer in other words, a false one that is shown costs trust.
 */
export function evidenceFor(
  sentence: string,
  source: { title: string; text: string; apart?: boolean },
): string | undefined {
  const clauses = clausesOf(spelt(sentence));
  if (clauses.length === 0 || clauses.some((clause) => bare.test(clause.trim()))) return undefined;
  // "You can keep using it" could be found anywhere: it says too little to be held against anything.
  if (claimsIn(clauses) < LEAST_CLAIMS) return undefined;
  if (/https?:|www\.|@|\[[A-Z]+_\d+\]/i.test(sentence)) return undefined;
  const own = sentencesOf(source.text);
  const title = spelt(source.title);
  const stretches = own.map((_, start) => {
    const end = source.apart ? start + 1 : endOf(own, start);
    return { start, end, stretch: new Stretch({ title, text: spelt(own.slice(start, end).join('\n')) }) };
  });
  const places = new Set<number>();
  for (const clause of clauses) {
    const found = stretches.find(({ stretch }) => stretch.holds(clause));
    if (!found) return undefined;
    for (let place = found.start; place < found.end; place++) if (touches(own[place]!, clause)) places.add(place);
  }
  return own.filter((_, place) => places.has(place)).join(' ');
}

/** Whether a sentence has any word or figure of a clause. */
function touches(sentence: string, clause: string): boolean {
  const text = spelt(sentence);
  const figures = quantitiesIn(text);
  return (
    contentOf(clause).some((word) => text.includes(word)) || quantitiesIn(clause).some((one) => figures.includes(one))
  );
}

/** Where the stretch that begins at a sentence ends. */
function endOf(sentences: readonly string[], start: number): number {
  let length = 0;
  let end = start;
  while (end < Math.min(sentences.length, start + MOST_SENTENCES)) {
    if (end - start >= LEAST_SENTENCES && length >= SHORT) break;
    length += sentences[end]!.length;
    end += 1;
  }
  return end;
}
