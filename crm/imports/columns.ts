/** What a column holds, and what its header may be called; the first name is the one the documentation uses. */
export interface Column {
  key: string;
  headers: readonly string[];
}

/** Headers compare without case, spaces, underscores and what stands in brackets: “Price (CNY)” is “price”. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s_\-.*:：]+/g, '');

/** Which column a header means; undefined: none that is known. */
export function columnFinder(columns: readonly Column[]): (header: string) => string | undefined {
  const byHeader = new Map(columns.flatMap(({ key, headers }) => headers.map((header) => [headerKey(header), key])));
  const known = new Map<string, string | undefined>();
  return (header) => {
    if (!known.has(header)) known.set(header, byHeader.get(headerKey(header)));
    return known.get(header);
  };
}
