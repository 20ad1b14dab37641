import TurndownService from 'turndown';
import { byName } from './markdownSource.ts';
import { LONGEST_ROW, type Source, type SourceRow } from './source.ts';
import { wholeText } from './textFile.ts';

/** An HTML page as one row: its text as Markdown is `body`; <title> or <h1>, <html lang> and <meta name content> name the rest. */
export const htmlSource = (path: string, name: string): Source => ({
  format: 'html',
  share: () => 1,
  async *rows() {
    yield htmlRow(await wholeText(path, LONGEST_ROW), name);
  },
});

/** See htmlSource. */
export function htmlRow(html: string, name: string): SourceRow {
  const cells: Record<string, string> = byName(name);
  const language = /<html\b[^>]*\blang\s*=\s*["']?(zh|en)/i.exec(html)?.[1]?.toLowerCase();
  if (language) cells.language = language;
  for (const [tag] of html.matchAll(/<meta\b[^>]*>/gi)) {
    const [key, value] = [attribute(tag, 'name'), attribute(tag, 'content')];
    if (key && value && !ignored.test(key)) cells[key] = value;
  }
  const inner = /<(main|article|body)\b[^>]*>([\s\S]*)<\/\1>/i.exec(html)?.[2] ?? html;
  const turndown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced' });
  turndown.remove(['script', 'style', 'noscript', 'iframe', 'form', 'nav', 'title']);
  let body = turndown.turndown(inner).trim();
  const heading = /^#\s+(.+)\n*/.exec(body);
  if (heading) body = body.slice(heading[0].length).trim();
  const title = heading?.[1] ?? /<title[^>]*>([^<]*)<\/title>/i.exec(html)?.[1];
  if (title) cells.title ??= turndown.turndown(title).trim();
  return { line: 1, file: name, cells: { ...cells, body } };
}

/** What pages say to browsers and search engines is no column. */
const ignored = /^(?:viewport|description|robots|generator|author|theme-color|color-scheme|twitter:.*|og:.*)$/i;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(tag)?.slice(1).find(Boolean);
