const irregular = new Map(
  Object.entries({
    bought: 'buy',
    broke: 'break',
    broken: 'break',
    came: 'come',
    feet: 'foot',
    fell: 'fall',
    felt: 'feel',
    gave: 'give',
    got: 'get',
    gotten: 'get',
    went: 'go',
    kept: 'keep',
    left: 'leave',
    lost: 'lose',
    made: 'make',
    men: 'man',
    paid: 'pay',
    ran: 'run',
    sent: 'send',
    sold: 'sell',
    spoke: 'speak',
    teeth: 'tooth',
    told: 'tell',
    took: 'take',
    tore: 'tear',
    torn: 'tear',
    was: 'be',
    were: 'be',
    women: 'woman',
    wore: 'wear',
    worn: 'wear',
    children: 'child',
  }),
);
const hasVowel = /[aeiouy]/;

/** Undoes what `-ing` and `-ed` did to the word before them: stopp -> stop, charg -> charge is left (both sides lose the e). */
function restore(stem: string): string {
  if (/([bdfgmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return stem;
}

/**
 * A light English stemmer: plurals, -ing, -ed, -er's silent e and the irregular forms a shop hears. Deliberately weaker than Porter's:
 * it never joins words of different meaning (general/generate), and it is cheap. Expects lower case.
 */
export function stem(word: string): string {
  if (word.length < 3) return word;
  const known = irregular.get(word);
  if (known) return known;
  let s = word;
  if (s.endsWith("'s")) s = s.slice(0, -2);
  if (s.length > 4 && s.endsWith('ies')) s = `${s.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|z)es$/.test(s)) s = s.slice(0, -2);
  else if (s.length > 3 && s.endsWith('s') && !/(?:ss|us|is)$/.test(s)) s = s.slice(0, -1);
  if (s.length > 5 && s.endsWith('ing') && hasVowel.test(s.slice(0, -3))) s = restore(s.slice(0, -3));
  else if (s.length > 4 && s.endsWith('ied')) s = `${s.slice(0, -3)}y`;
  else if (s.length > 4 && s.endsWith('ed') && hasVowel.test(s.slice(0, -2)) && !s.endsWith('eed'))
    s = restore(s.slice(0, -2));
  if (s.length > 4 && s.endsWith('e') && !s.endsWith('ee')) s = s.slice(0, -1);
  if (s.length > 4 && s.endsWith('ly')) s = s.slice(0, -2);
  return s;
}
