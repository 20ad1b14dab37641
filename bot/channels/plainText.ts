/** Markdown as words without marks, lists with dots, tables row by row; `link` is how a channel writes a link. */
export function plainText(markdown: string, link = (title: string, url: string) => titled(title, url)): string {
  return markdown
    .replace(/^```[^\n]*\n?/gm, '')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/^(\s*)[-*+]\s+/gm, '$1• ')
    .replace(/^>\s?/gm, '')
    .replace(/^\|[\s:|-]+\|[ \t]*\n?/gm, '')
    .replace(/^\|(.+)\|[ \t]*$/gm, (_all, cells: string) => cellsOf(cells))
    .replace(/^\s*(?:[-*_]\s*){3,}$/gm, '')
    .replace(/!\[([^\]]*)\]\([^)\s]+\)/g, '$1')
    .replace(/\[([^\]]+)\]\((https?:\/\/[^)\s"]+)\)/g, (_all, title: string, url: string) => link(title, url))
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!>|])/g, '$1')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A row of a table as a line. */
const cellsOf = (row: string) =>
  row
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' · ');

/** An address with its name before it, unless that is the address. */
const titled = (title: string, url: string) => (title === url ? url : `${title} ${url}`);
