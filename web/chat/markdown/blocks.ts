import { parseInlines } from './inlines.ts';
import { type Element, element, type Node } from './tree.ts';

const fence = /^ {0,3}(```|~~~)/;
const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*$/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const quote = /^ {0,3}>\s?/;
// Chinese numbering (1、 2）) needs no space after it.
const item = /^(\s*)(?:[-*+•]\s+|(\d{1,9})(?:[.)]\s+|[、）]\s*))(.*)$/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$/;
const maxDepth = 4;

/** Reads the part of Markdown that answers are written in. HTML in it is text like any other. */
export function parseMarkdown(text: string): Node[] {
  return parseBlocks(text.replace(/\r\n?/g, '\n').split('\n'), 0);
}

function parseBlocks(lines: string[], depth: number): Element[] {
  const blocks: Element[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
    } else if (fence.test(line)) {
      const mark = fence.exec(line)?.[1] ?? '```';
      const end = indexWhere(lines, at + 1, (other) => other.trimStart().startsWith(mark));
      blocks.push(element('pre', [element('code', [lines.slice(at + 1, end).join('\n')])]));
      at = end + 1;
    } else if (rule.test(line)) {
      blocks.push(element('hr'));
      at += 1;
    } else if (heading.test(line)) {
      const [, marks = '', title = ''] = heading.exec(line) ?? [];
      blocks.push(element(marks.length <= 2 ? 'h3' : 'h4', parseInlines(title)));
      at += 1;
    } else if (depth < maxDepth && quote.test(line)) {
      const end = indexWhere(lines, at, (other) => !quote.test(other));
      const inner = lines.slice(at, end).map((other) => other.replace(quote, ''));
      blocks.push(element('blockquote', parseBlocks(inner, depth + 1)));
      at = end;
    } else if (depth < maxDepth && item.test(line)) {
      at = readList(lines, at, depth, blocks);
    } else if (line.includes('|') && tableRule.test(lines[at + 1] ?? '') && (lines[at + 1] ?? '').includes('-')) {
      const end = indexWhere(lines, at + 2, (other) => !other.includes('|'));
      blocks.push(table(line, lines.slice(at + 2, end)));
      at = end;
    } else {
      const end = indexWhere(lines, at + 1, (other) => other.trim() === '' || startsBlock(other));
      const paragraph = lines.slice(at, end).map((other) => other.trim());
      blocks.push(element('p', parseInlines(paragraph.join('\n'))));
      at = end;
    }
  }
  return blocks;
}

function startsBlock(line: string): boolean {
  return fence.test(line) || rule.test(line) || heading.test(line) || quote.test(line) || item.test(line);
}

function indexWhere(lines: string[], from: number, test: (line: string) => boolean): number {
  for (let at = from; at < lines.length; at += 1) if (test(lines[at] ?? '')) return at;
  return lines.length;
}

/** A list ends at a line that is neither an item nor indented below one; what is indented belongs to the item. */
function readList(lines: string[], from: number, depth: number, blocks: Element[]): number {
  const [, indent = '', number] = item.exec(lines[from] ?? '') ?? [];
  const list = element(number ? 'ol' : 'ul');
  if (number && Number(number) !== 1) list.start = Number(number);
  let at = from;
  while (at < lines.length) {
    const match = item.exec(lines[at] ?? '');
    if (!match || (match[1] ?? '').length > indent.length + 1 || Boolean(match[2]) !== Boolean(number)) break;
    const inner = [match[3] ?? ''];
    at += 1;
    while (at < lines.length && belongs(lines[at] ?? '', indent.length))
      inner.push((lines[at++] ?? '').slice(indent.length + 2));
    const children = parseBlocks(inner, depth + 1);
    const [first, ...rest] = children;
    list.children.push(element('li', first?.tag === 'p' ? [...first.children, ...rest] : children));
    if ((lines[at] ?? '').trim() === '' && item.test(lines[at + 1] ?? '')) at += 1;
  }
  blocks.push(list);
  return at;
}

function belongs(line: string, indent: number): boolean {
  return line.trim() !== '' && line.length - line.trimStart().length >= indent + 2;
}

function table(header: string, rows: string[]): Element {
  const cells = (row: string, tag: 'th' | 'td') =>
    row
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => element(tag, parseInlines(cell.trim())));
  const head = element('tr', cells(header, 'th'));
  const body = rows.map((row) => element('tr', cells(row, 'td').slice(0, head.children.length)));
  return element('table', [element('thead', [head]), element('tbody', body)]);
}
