/** What a Markdown text says, without its marks: a line a paragraph or list item, table cells with spaces between. */
export function plainText(markdown: string): string {
  return markdown
    .split('\n')
    .filter((line) => !/^\s*(?:```|[|:\s-]*-{3,}[|:\s-]*$)/.test(line))
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n');
}

const plainLine = (line: string): string =>
  line
    .replace(/^\s*(?:#{1,6}|>|[-*+]|\d+[.)])\s+/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(?=\S)(.*?\S)\1/g, '$2')
    .replace(/\*(?=\S)([^*]*?\S)\*/g, '$1')
    .replace(/^\s*\||\|\s*$/g, '')
    .replace(/\s*\|\s*/g, ' ')
    .trim();
