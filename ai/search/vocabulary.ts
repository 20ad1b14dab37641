import { Postings } from './postings.ts';
import { withinOneEdit } from './withinOneEdit.ts';

/** From this length on a Latin word may hold one slip; shorter ones turn into other words too easily. */
const MIN_TYPO_LENGTH = 5;

/** All terms of an index, numbered, each with its postings, and findable in spite of a slip of the finger. */
export class Vocabulary {
  readonly postings: Postings[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly names: string[] = [];
  /** Latin terms by first and by last letter: one edit can not change both ends of a long word. */
  private readonly byEdge = new Map<string, number[]>();

  /** The term's number, new or old. */
  intern(term: string): number {
    const known = this.numberOf.get(term);
    if (known !== undefined) return known;
    const number = this.postings.length;
    this.numberOf.set(term, number);
    this.names.push(term);
    this.postings.push(new Postings());
    if (term.length >= MIN_TYPO_LENGTH - 1 && /^[a-z]/.test(term)) {
      for (const edge of [`^${term[0]}`, `${term.at(-1)}$`]) {
        const list = this.byEdge.get(edge);
        if (list) list.push(number);
        else this.byEdge.set(edge, [number]);
      }
    }
    return number;
  }

  /** The term's number, if some document holds it now. */
  find(term: string): number | undefined {
    const number = this.numberOf.get(term);
    return number !== undefined && this.postings[number]!.length > 0 ? number : undefined;
  }

  nameOf(number: number): string {
    return this.names[number]!;
  }

  /** Terms in use that are one insertion, deletion, substitution or swap of neighbours away, the most frequent first, three at most. */
  nearby(term: string): number[] {
    if (term.length < MIN_TYPO_LENGTH || !/^[a-z]+$/.test(term)) return [];
    const near = new Set<number>();
    for (const edge of [`^${term[0]}`, `${term.at(-1)}$`]) {
      for (const number of this.byEdge.get(edge) ?? []) {
        if (this.postings[number]!.length > 0 && withinOneEdit(term, this.names[number]!)) near.add(number);
      }
    }
    return [...near].sort((a, b) => this.postings[b]!.length - this.postings[a]!.length).slice(0, 3);
  }
}
