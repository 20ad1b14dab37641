import { UnreadableFile } from '../unreadableFile.ts';
import type { Source, SourceRow } from './source.ts';
import { unpackedSize } from './unpackedSize.ts';

/** The first sheet of an Excel workbook; its first row that is not empty names the columns. Held in memory. Throws UnreadableFile. */
export async function xlsxSource(path: string, _name: string, largest: number): Promise<Source> {
  const size = await unpackedSize(path);
  if (size !== null && size > largest)
    throw new UnreadableFile(
      'workbookTooLarge',
      `This workbook has ${Math.ceil(size / 1e6)} MB when it is unpacked, and ${Math.floor(largest / 1e6)} MB are read at once: save the sheet as “CSV UTF-8” and import that.`,
    );
  const sheet = await read(path);
  const top = sheet.findIndex((row) => row.some((cell) => cell !== null));
  if (top < 0)
    throw new UnreadableFile('empty', 'The first sheet is empty: put the table on the first sheet of the workbook.');
  const headers = sheet[top]!.map((cell) => String(cell ?? '').trim());
  let place = top;
  return {
    format: 'xlsx',
    headers,
    share: () => place / sheet.length,
    async *rows(): AsyncGenerator<SourceRow> {
      for (place = top + 1; place < sheet.length; place++) {
        const row = sheet[place]!;
        if (row.every((cell) => cell === null || cell === '')) continue;
        const cells: Record<string, unknown> = {};
        for (const [column, header] of headers.entries()) if (header) cells[header] = row[column] ?? '';
        yield { line: place + 1, cells };
      }
    },
  };
}

async function read(path: string) {
  const { readSheet } = await import('read-excel-file/node');
  try {
    return await readSheet(path);
  } catch (fault) {
    throw new UnreadableFile(
      'format',
      `This is no Excel workbook that can be read (${(fault as Error).message.split('\n')[0]}): open it in Excel and save it as .xlsx, or as “CSV UTF-8”.`,
    );
  }
}
