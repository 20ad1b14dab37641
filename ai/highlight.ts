import { stem } from './stem.ts';
import { normalise, runs } from './tokenizer.ts';

/** Where to mark: half-open ranges of UTF-16 units. */
export type Mark = [start: number, end: number];

/** The normal form of a text, and for each of its units the place in the text that it comes from: “…” and “℃” become longer. */
function normalForm(text: string): { plain: string; from(at: number): number } {
  const plain = normalise(text);
  if (plain.length === text.length) return { plain, from: (at) => at };
  let joined = '';
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const form = normalise(character);
    for (let unit = 0; unit < form.length; unit++) places.push(place);
    joined += form;
    place += character.length;
  }
  return { plain: joined, from: (at) => places[at] ?? text.length };
}

/**
 * Where the words of a hit (`SearchHit.terms`) stand in a text as it is shown, in order and without overlap. English words match
 * in all their forms.
 */
export function highlight(text: string, terms: readonly string[]): Mark[] {
  const { plain, from } = normalForm(text);
  const stems = new Set(terms.map(stem));
  const han = terms.filter((term) => /\p{Script=Han}/u.test(term));
  const marks: Mark[] = [];
  let at = 0;
  for (const piece of runs(plain)) {
    at = plain.indexOf(piece, at);
    if (stems.has(stem(piece))) marks.push([at, at + piece.length]);
    else
      for (const term of han)
        for (let i = piece.indexOf(term); i >= 0; i = piece.indexOf(term, i + 1))
          marks.push([at + i, at + i + term.length]);
    at += piece.length;
  }
  return merged(marks.map(([start, end]): Mark => [from(start), from(end)]));
}

function merged(marks: Mark[]): Mark[] {
  const out: Mark[] = [];
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else out.push([start, end]);
  }
  return out;
}

/** The stretch of about `length` characters that holds most marks, cut at a sign or space where there is one near. */
export function snippet(text: string, terms: readonly string[], length = 120): { text: string; marks: Mark[] } {
  if (text.length <= length) return { text, marks: highlight(text, terms) };
  const marks = highlight(text, terms);
  let best = 0;
  let most = -1;
  for (const [start] of marks) {
    const count = marks.filter((mark) => mark[0] >= start && mark[1] <= start + length).length;
    if (count > most) {
      most = count;
      best = start;
    }
  }
  const wanted = Math.max(0, Math.min(best - Math.floor(length / 5), text.length - length));
  const cut = text.slice(0, wanted).search(/[\s。！？!?.；;，,][^\s。！？!?.；;，,]{0,15}$/);
  const from = wanted > 0 && cut >= 0 ? cut + 1 : wanted;
  const part = text.slice(from, from + length);
  const shown = `${from > 0 ? '…' : ''}${part}${from + length < text.length ? '…' : ''}`;
  return { text: shown, marks: highlight(shown, terms) };
}
