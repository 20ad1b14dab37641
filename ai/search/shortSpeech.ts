/** What people leave out because everybody knows it: a parcel arrives (几天能到). */
const leftOut: [RegExp, string][] = [
  [
    /(?:几天|多久|多长时间|什么时候|啥时候|何时|几号|今天|明天|后天)(?:才|能|可以|会|可|就)*到(?![账期达底店了])/,
    '到货',
  ],
  [
    /\bwhen (?:will|does|do|can) (?:it|they|my (?:order|parcel|package)) (?:come|be here|get here|arrive)\b/i,
    'how long does delivery take',
  ],
];

/** A question with the words that it leaves out, for those who look it up by its words. */
export const spelledOut = (question: string): string =>
  leftOut.reduce((text, [pattern, word]) => (pattern.test(question) ? `${text} ${word}` : text), question);
