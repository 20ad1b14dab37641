import type { Rejected } from './report.ts';

/** The first line of a report of rejected rows; the byte order mark tells Excel that it is UTF-8. */
export const rejectedHeader = '\uFEFFfile,line,column,reason\r\n';

/** A rejected row as a line of the report (RFC 4180). What a spreadsheet would take for a formula is kept a text. */
export const rejectedCsv = ({ file, line, column, reason }: Rejected): string =>
  `${[file ?? '', String(line), column ?? '', reason].map(cell).join(',')}\r\n`;

function cell(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
