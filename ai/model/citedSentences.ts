/** A sentence as the model wrote it, with the numbers of the sources it names. */
export interface CitedSentence {
  text: string;
  sources: number[];
}

const citation =
  /\s*[[【［]\s*\d+(?:\s*[,，、]\s*\d+)*\s*[\]】］](?:\s*[[【［]\s*\d+(?:\s*[,，、]\s*\d+)*\s*[\]】］])*[^\S\n]*[。.!！?？]?/;
const sentenceEnd = /(?<=[。！？!?；;])(?=.)|(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“])|\n+/u;
/** What follows a citation while it may still go on; a new line ends it. */
const unfinished = /^[^\S\n]*(?:[[【［][\s\d,，、]*)?$/;
/** Nobody writes so much without naming a source; what goes on and on is cut. */
const LONGEST = 800;

/**
 * Cuts a stream of text into sentences with their citations ("It holds 2.5 litres. [1]"). A sentence comes out once its citation
 * is complete; what never names a source never comes out. Several sentences before one citation all rest on it.
 */
export class CitedSentences {
  #buffer = '';

  /** Whether so much was said without a source that reading on is of no use. */
  get lost(): boolean {
    return this.#buffer.length > LONGEST;
  }

  /** The sentences that this piece completes. */
  push(piece: string): CitedSentence[] {
    this.#buffer += piece;
    return this.#take(false);
  }

  /** What is complete at the end of the stream. */
  end(): CitedSentence[] {
    return this.#take(true);
  }

  #take(atEnd: boolean): CitedSentence[] {
    const out: CitedSentence[] = [];
    for (;;) {
      const match = citation.exec(this.#buffer);
      // A second number or the full stop may still be on its way.
      if (!match) return out;
      if (!atEnd && unfinished.test(this.#buffer.slice(match.index + match[0].length))) return out;
      const sources = [...match[0].matchAll(/\d+/g)].map(([number]) => Number(number));
      const stop = /[。.!！?？]$/.exec(match[0])?.[0] ?? '';
      const said = this.#buffer.slice(0, match.index) + stop;
      this.#buffer = this.#buffer.slice(match.index + match[0].length);
      for (const part of said.split(sentenceEnd)) {
        const text = part
          .replace(/^\s*(?:[-*•#>]+|\d+[.)、])\s+/, '')
          .replace(/\*\*|`/g, '')
          .trim();
        if (/[\p{L}\p{N}]/u.test(text)) out.push({ text, sources });
      }
    }
  }
}
