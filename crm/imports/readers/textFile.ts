import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { UnreadableFile } from '../unreadableFile.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'gb18030';

/**
 * What a text is written in: UTF-8 (with or without a byte order mark), UTF-16 with one, else GB18030, which Excel on a Chinese
 * Windows saves. Reads the whole file: a single Chinese name may stand at its end. Throws UnreadableFile.
 */
async function encodingOf(path: string): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  let isUtf8 = true;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
      if (first && chunk.subarray(0, 4).toString('latin1').startsWith('PK\x03\x04')) throw zipped();
      first = false;
      if (chunk.includes(0)) throw binary();
      utf8.decode(chunk, { stream: true });
    }
    utf8.decode();
  } catch (fault) {
    if (fault instanceof UnreadableFile) throw fault;
    if ((fault as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw fault;
    isUtf8 = false;
  }
  if (first) throw new UnreadableFile('empty', 'The file is empty: choose one that has rows.');
  return isUtf8 ? 'utf-8' : gb18030(path);
}

async function gb18030(path: string): Promise<Encoding> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>)
      decoder.decode(chunk, { stream: true });
    decoder.decode();
  } catch {
    throw new UnreadableFile(
      'encoding',
      'The text is neither UTF-8 nor GB18030: save it as UTF-8 (Excel: “CSV UTF-8”) and try again.',
    );
  }
  return 'gb18030';
}

/** A text file and how much of it was read. */
export interface TextFile {
  path: string;
  encoding: Encoding;
  size: number;
  read: number;
}

/** Finds out what a file is written in. Throws UnreadableFile. */
export const textFile = async (path: string): Promise<TextFile> => ({
  path,
  encoding: await encodingOf(path),
  size: (await stat(path)).size,
  read: 0,
});

export const shareRead = ({ size, read }: TextFile): number => (size > 0 ? read / size : 1);

/** The text piece by piece, from the beginning; a byte order mark is left out. */
export async function* textOf(file: TextFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(file.encoding);
  file.read = 0;
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 16 }) as AsyncIterable<Buffer>) {
    file.read += chunk.length;
    yield decoder.decode(chunk, { stream: true });
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** The whole text, for files that are one article. Throws UnreadableFile for one that is too long to be that. */
export async function wholeText(path: string, longest: number): Promise<string> {
  let text = '';
  for await (const piece of textOf(await textFile(path))) {
    text += piece;
    if (text.length > longest)
      throw new UnreadableFile(
        'tooLong',
        `The text is longer than ${longest} characters: split it into several articles.`,
      );
  }
  return text;
}

const zipped = () =>
  new UnreadableFile(
    'format',
    'This is a packed file, not a text: give an Excel file its ending .xlsx, or unpack it first.',
  );
const binary = () =>
  new UnreadableFile('format', 'This is not a text file: choose a CSV, XLSX, JSON, Markdown or HTML file.');
