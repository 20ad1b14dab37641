import { plainText as plainWords } from '../plainText.ts';

/** Markdown as WeChat can show it: words without marks, lists with dots, links that can be touched. */
export const plainText = (markdown: string): string =>
  plainWords(markdown, (title, url) => `<a href="${url}">${title}</a>`);
