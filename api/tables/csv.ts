import { type Cell, harmless } from '#crm/reports/surveys/responseTable.ts';

/** The byte order mark tells Excel that it is UTF-8. */
export const byteOrderMark = '\uFEFF';

/** A row (RFC 4180). What a spreadsheet would take for a formula is kept a text. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(field).join(',')}\r\n`;

function field(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell) : harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
