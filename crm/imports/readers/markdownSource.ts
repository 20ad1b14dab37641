import { parse } from 'yaml';
import { slugOf } from '../../knowledge/slug.ts';
import { LONGEST_ROW, type Source, type SourceRow } from './source.ts';
import { wholeText } from './textFile.ts';

/** A Markdown file as one row: its front matter (YAML between lines of ---) names the columns, the text is `body`. */
export const markdownSource = (path: string, name: string): Source => ({
  format: 'markdown',
  share: () => 1,
  async *rows() {
    yield markdownRow(await wholeText(path, LONGEST_ROW), name);
  },
});

/** Where the front matter does not say: slug and language by the file's name (`descale.zh.md`), the title by the first heading. */
export function markdownRow(text: string, name: string): SourceRow {
  const matter = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  let cells: Record<string, unknown>;
  try {
    const read = matter ? (parse(matter[1]!) as unknown) : {};
    if (typeof read !== 'object' || Array.isArray(read)) throw new Error('write one “name: value” a line');
    cells = { ...(read as Record<string, unknown> | null) };
  } catch (fault) {
    const reason = (fault as Error).message.split('\n')[0];
    return { line: 1, file: name, cells: {}, fault: `The lines between --- can not be read: ${reason}` };
  }
  let body = text.slice(matter?.[0].length ?? 0).trim();
  const heading = /^#\s+(.+?)\s*#*\s*(?:\n|$)/.exec(body);
  if (heading && (cells.title === undefined || cells.title === heading[1])) {
    cells.title = heading[1];
    body = body.slice(heading[0].length).trim();
  }
  return { line: 1, file: name, cells: { ...byName(name), ...cells, body } };
}

/** `care/descale.zh.md` is the article `descale` in Chinese. */
export function byName(name: string): Record<string, string> {
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.(?:md|markdown|html?)$/i, '');
  const language = /[._-](zh|en)(?:[-_][A-Za-z]+)?$/i.exec(stem);
  const slug = slugOf(language ? stem.slice(0, language.index) : stem);
  return { ...(slug ? { slug } : {}), ...(language ? { language: language[1]!.toLowerCase() } : {}) };
}
