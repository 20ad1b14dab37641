import { normalise } from './tokenizer.ts';

/** What a question wants to know: a way, a time, a place, a person, an amount, a reason. */
export type QuestionKind = 'how' | 'when' | 'where' | 'who' | 'amount' | 'why';

const kinds: [QuestionKind, RegExp][] = [
  ['how', /怎么(?!办|回事|样|没|不|还)|如何|怎样|咋(?!办)|步骤|\bhow (?:do|does|to|can|should|is|are)\b/],
  ['when', /多久|几天|多长时间|什么时候|何时|几点|几时|\b(?:when|how (?:long|soon|often))\b/],
  ['where', /哪里|哪儿|哪些地方|什么地方|\bwhere\b/],
  ['who', /谁|\bwhos?e?\b/],
  ['amount', /多少|几(?:个|次|度|遍|升|克)|\bhow (?:much|many)\b/],
  ['why', /为什么|为啥|怎么回事|\bwhy\b/],
];

/** The kinds of question that a text holds; a title may ask several. */
export function questionKinds(text: string): ReadonlySet<QuestionKind> {
  const said = normalise(text);
  return new Set(kinds.flatMap(([kind, words]) => (words.test(said) ? [kind] : [])));
}

/** 1: both ask for the same; -1: each asks for something else; 0: one of them asks for nothing in particular. */
export function kindsAgree(a: ReadonlySet<QuestionKind>, b: ReadonlySet<QuestionKind>): -1 | 0 | 1 {
  if (a.size === 0 || b.size === 0) return 0;
  return [...a].some((kind) => b.has(kind)) ? 1 : -1;
}
