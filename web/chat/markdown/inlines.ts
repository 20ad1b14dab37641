import { safeUrl } from '../../kit/safeUrl.ts';
import { element, type Node, type Tag } from './tree.ts';

const pairs: [mark: string, tag: Tag][] = [
  ['**', 'strong'],
  ['__', 'strong'],
  ['~~', 'del'],
  ['*', 'em'],
  ['_', 'em'],
];
const maxDepth = 8;
const bareAddress = /https?:\/\/[^\s<>"'()（）【】「」，。；！？、]+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}/y;
const escapable = /[\\`*_{}[\]()#+\-.!~|>]/;

/** Reads emphasis, code, links and addresses of one paragraph. Takes time in proportion to its length. */
export function parseInlines(text: string, depth = 0): Node[] {
  const nodes: Node[] = [];
  let plain = '';
  const push = (node: Node) => {
    if (plain) nodes.push(plain);
    plain = '';
    nodes.push(node);
  };
  for (let at = 0; at < text.length; ) {
    const character = text[at] ?? '';
    if (character === '\\' && escapable.test(text[at + 1] ?? '')) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    if (character === '\n') {
      plain = plain.trimEnd();
      push(element('br'));
      at += 1;
      continue;
    }
    const found =
      depth < maxDepth ? (readCode(text, at) ?? readPair(text, at, depth) ?? readLink(text, at, depth)) : undefined;
    if (found) {
      push(found.node);
      at = found.end;
      continue;
    }
    plain += character;
    at += 1;
  }
  if (plain) nodes.push(plain);
  return nodes;
}

interface Found {
  node: Node;
  end: number;
}

function readCode(text: string, at: number): Found | undefined {
  if (text[at] !== '`') return undefined;
  const end = text.indexOf('`', at + 1);
  return end <= at + 1 ? undefined : { node: element('code', [text.slice(at + 1, end)]), end: end + 1 };
}

function readPair(text: string, at: number, depth: number): Found | undefined {
  for (const [mark, tag] of pairs) {
    if (!text.startsWith(mark, at)) continue;
    const from = at + mark.length;
    // snake_case and 3 * 4 are no emphasis; Chinese needs no spaces around it.
    if (/\s/.test(text[from] ?? ' ')) continue;
    if (mark.startsWith('_') && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) continue;
    const end = text.indexOf(mark, from + 1);
    if (end === -1 || /\s/.test(text[end - 1] ?? '') || end - from > 2000) continue;
    if (mark.startsWith('_') && /[\p{L}\p{N}]/u.test(text[end + mark.length] ?? '')) continue;
    return { node: element(tag, parseInlines(text.slice(from, end), depth + 1)), end: end + mark.length };
  }
  return undefined;
}

function readLink(text: string, at: number, depth: number): Found | undefined {
  const image = text.startsWith('![', at);
  if (image || text[at] === '[') {
    // A picture is shown as a link: messages load nothing from elsewhere by themselves.
    const open = image ? at + 2 : at + 1;
    const close = text.indexOf('](', open);
    const end = close === -1 || close - open > 1000 ? -1 : text.indexOf(')', close + 2);
    if (end === -1 || end - close > 2100) return undefined;
    const label = text.slice(open, close);
    const href = safeUrl(text.slice(close + 2, end).replace(/\s+["'].*$/s, ''));
    const children = depth > 0 ? [label] : withoutLinks(parseInlines(label, depth + 1));
    // An address that may not be followed leaves its words behind.
    return { node: href ? { tag: 'a', href, children } : label, end: end + 1 };
  }
  if (!/[\w]/.test(text[at] ?? '') || /[\w@.]/.test(text[at - 1] ?? '')) return undefined;
  bareAddress.lastIndex = at;
  const match = bareAddress.exec(text)?.[0].replace(/[.,;:!?*_~]+$/, '');
  const href = match && safeUrl(match.includes('://') ? match : `mailto:${match}`);
  return href ? { node: { tag: 'a', href, children: [match] }, end: at + match.length } : undefined;
}

function withoutLinks(nodes: Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node];
    const children = withoutLinks(node.children);
    return node.tag === 'a' ? children : [{ ...node, children }];
  });
}
