import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UnreadableFile } from '../unreadableFile.ts';
import { csvSource } from './csvSource.ts';
import { htmlSource } from './htmlSource.ts';
import { jsonSource } from './jsonSource.ts';
import { markdownSource } from './markdownSource.ts';
import type { Source } from './source.ts';
import { xlsxSource } from './xlsxSource.ts';

type Opener = (path: string, name: string, largestWorkbook: number) => Source | Promise<Source>;

/** How a file is read, by its ending. A new format is a file and a line here. */
const openers: Record<string, Opener> = {
  csv: csvSource,
  tsv: csvSource,
  txt: csvSource,
  xlsx: xlsxSource,
  json: jsonSource,
  jsonl: jsonSource,
  ndjson: jsonSource,
  md: markdownSource,
  markdown: markdownSource,
  html: htmlSource,
  htm: htmlSource,
};
/** Unpacked, in bytes: it takes about eight times as much memory. For a program of its own; a server should say less. */
const LARGEST_WORKBOOK = 200_000_000;
const pages = /\.(?:md|markdown|html?)$/i;

/** That there is something to read. Throws UnreadableFile. */
export async function requireFile(path: string, name = path): Promise<Stats> {
  const found = await stat(path).catch(() => null);
  if (found) return found;
  throw new UnreadableFile(
    'missing',
    `There is no file ${name}: check the path, or put it in quotes if it holds spaces.`,
  );
}

/** Opens a file, or a folder of Markdown and HTML files; `name` is what the file was called where it came from. Throws UnreadableFile. */
export async function openSource(path: string, name = path, largestWorkbook = LARGEST_WORKBOOK): Promise<Source> {
  const found = await requireFile(path, name);
  if (found.isDirectory()) return folderSource(path);
  if (!found.isFile()) throw new UnreadableFile('format', `${name} is neither a file nor a folder.`);
  if (found.size === 0) throw new UnreadableFile('empty', 'The file is empty: choose one that has rows.');
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'xls')
    throw new UnreadableFile('format', 'This is the old Excel format: open it in Excel and save it as .xlsx.');
  const opener = openers[ending];
  if (!opener)
    throw new UnreadableFile(
      'format',
      `“.${ending}” is not known: choose a .csv, .tsv, .xlsx, .json, .jsonl, .md or .html file.`,
    );
  return opener(path, name, largestWorkbook);
}

/** Every Markdown and HTML file below a folder, in the order of their names. */
async function folderSource(folder: string): Promise<Source> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && pages.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length === 0)
    throw new UnreadableFile(
      'empty',
      `There are no .md or .html files in ${folder}: choose the folder that holds them.`,
    );
  let read = 0;
  return {
    format: 'markdown',
    share: () => read / files.length,
    async *rows() {
      read = 0;
      for (const file of files) {
        read++;
        yield* readOne(file, relative(folder, file));
      }
    },
  };
}

/** A file of a folder that can not be read is a rejected row; the others are still read. */
async function* readOne(file: string, name: string) {
  try {
    const source = await openSource(file, name);
    yield* source.rows();
  } catch (fault) {
    if (!(fault instanceof UnreadableFile)) throw fault;
    yield { line: 1, file: name, cells: {}, fault: fault.message };
  }
}
