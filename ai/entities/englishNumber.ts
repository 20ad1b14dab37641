const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const word = [...small, ...tens, 'hundred', 'thousand'].join('|');

/** Matches a number in English words, as one group: twenty-five, a hundred and ten. */
export const englishNumberPattern = `((?:an? (?=hundred|thousand))?(?:${word})(?:(?:[ -]|,? and )(?:${word}))*)`;

/** A whole number below a million in English words; undefined if it is none. */
export function englishNumber(text: string): number | undefined {
  let total = 0;
  let section: number | undefined;
  for (const part of text.toLowerCase().split(/[ ,-]+/)) {
    if (part === 'and') continue;
    if (part === 'a' || part === 'an') section = 1;
    else if (part === 'hundred') section = (section ?? 1) * 100;
    else if (part === 'thousand') {
      total += (section ?? 1) * 1000;
      section = undefined;
    } else {
      const value =
        small.indexOf(part) >= 0 ? small.indexOf(part) : tens.indexOf(part) >= 0 ? (tens.indexOf(part) + 2) * 10 : -1;
      if (value < 0) return undefined;
      section = (section ?? 0) + value;
    }
  }
  return total + (section ?? 0);
}
