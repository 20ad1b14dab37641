import { readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** The page on which one can be a person in WeChat. */
export const simulatorPages = () => ({
  '/': { type: 'text/html; charset=utf-8', body: read('./page.html') },
  '/page.js': { type: 'text/javascript; charset=utf-8', body: read('./page.js') },
});
