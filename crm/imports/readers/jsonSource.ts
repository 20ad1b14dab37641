import { UnreadableFile } from '../unreadableFile.ts';
import { LONGEST_ROW, type Source, type SourceRow } from './source.ts';
import { shareRead, type TextFile, textFile, textOf } from './textFile.ts';

/** Objects one after the other: the items of one array, or JSON lines. Read piece by piece, whatever the size. Throws UnreadableFile. */
export async function jsonSource(path: string): Promise<Source> {
  const file = await textFile(path);
  return { format: 'json', encoding: file.encoding, share: () => shareRead(file), rows: () => rows(file) };
}

async function* rows(file: TextFile): AsyncGenerator<SourceRow> {
  let count = 0;
  for await (const { line, text } of objectsIn(textOf(file))) {
    count++;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (fault) {
      yield {
        line,
        cells: {},
        fault: `This is not valid JSON: ${(fault as Error).message.split('\n')[0]}`,
        zh: '不是有效的 JSON',
      };
      continue;
    }
    yield { line, cells: flat(value as Record<string, unknown>) };
  }
  if (count === 0)
    throw new UnreadableFile(
      'empty',
      'There are no objects in this file: write an array [{…}, {…}] or one object a line.',
    );
}

/** `{name: {zh, en}, attributes: {weight: 2}}` as `name_zh`, `name_en`, `weight`, like the columns of a table. */
function flat(value: Record<string, unknown>): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (key === 'attributes' && isObject(part)) Object.assign(cells, flat(part));
    else if (isObject(part)) for (const [language, text] of Object.entries(part)) cells[`${key}_${language}`] = text;
    else cells[key] = part;
  }
  return cells;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The outermost objects of a text, each with the line it begins in. What stands between them must be commas, brackets or space. */
async function* objectsIn(pieces: AsyncIterable<string>): AsyncGenerator<{ line: number; text: string }> {
  let line = 1;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let begun = 0;
  let kept = '';
  for await (const piece of pieces) {
    let from = depth > 0 ? 0 : -1;
    for (let place = 0; place < piece.length; place++) {
      const code = piece.charCodeAt(place);
      if (code === 10) line++;
      if (quoted) {
        if (escaped) escaped = false;
        else if (code === 92) escaped = true;
        else if (code === 34) quoted = false;
      } else if (code === 34 && depth > 0) quoted = true;
      else if (code === 123) {
        if (depth++ === 0) {
          from = place;
          begun = line;
        }
      } else if (code === 125 && depth > 0) {
        if (--depth === 0) {
          yield { line: begun, text: kept + piece.slice(from, place + 1) };
          kept = '';
          from = -1;
        }
      } else if (depth === 0 && !/[\s,[\]\uFEFF]/.test(piece[place]!)) throw notJson(line);
    }
    if (from >= 0) kept += piece.slice(from);
    if (kept.length > LONGEST_ROW)
      throw new UnreadableFile(
        'rowTooLong',
        `The object that begins in line ${begun} is longer than ${LONGEST_ROW} characters: a quotation mark or bracket is not closed there.`,
      );
  }
  if (depth > 0)
    throw new UnreadableFile(
      'quoting',
      `The object that begins in line ${begun} is not closed: a bracket or quotation mark is missing.`,
    );
}

const notJson = (line: number) =>
  new UnreadableFile('format', `Line ${line} is not JSON: write an array of objects [{…}, {…}], or one object a line.`);
