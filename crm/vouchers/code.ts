import { randomInt } from 'node:crypto';

/** Letters and figures that nobody takes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 12;

/** A code that nobody guesses: sixty random bits, in three groups to read out. */
export const newCode = (): string =>
  Array.from({ length: LENGTH }, (_, at) => `${at > 0 && at % 4 === 0 ? '-' : ''}${alphabet[randomInt(32)]}`).join('');

/** A code as it is kept, from how people write it; undefined: that is none. */
export function codeOf(written: string): string | undefined {
  const bare = written.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  if (bare.length !== LENGTH || [...bare].some((sign) => !alphabet.includes(sign))) return undefined;
  return bare.replace(/(.{4})(?=.)/g, '$1-');
}

const written = /(?<![A-Z\d])[2-9A-HJ-NP-Z]{4}([\s-]?)[2-9A-HJ-NP-Z]{4}\1[2-9A-HJ-NP-Z]{4}(?![A-Z\d])/g;

/** The code in a message, as it is kept. Three short words are none. */
export function codeIn(text: string): string | undefined {
  const found = text.normalize('NFKC').toUpperCase().match(written) ?? [];
  const likely = found.find((code) => code.includes('-') || /\d/.test(code));
  return likely ? codeOf(likely) : undefined;
}
