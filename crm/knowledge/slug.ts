import { createHash } from 'node:crypto';

const LONGEST = 80;

/** Small letters, figures and hyphens of a name; null where too little of it is left (a Chinese title). */
export function slugOf(name: string): string | null {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return slug.length >= 2 && !/\P{ASCII}/u.test(name.normalize('NFC')) ? slug : null;
}

/** A slug for what has none that can be read: the same for the same text, so that a second import finds the first. */
export const slugByText = (text: string): string =>
  slugOf(text) ?? `article-${createHash('sha256').update(text.normalize('NFKC')).digest('hex').slice(0, 10)}`;
