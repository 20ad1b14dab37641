import type { TextLimit } from './capabilities.ts';

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** UTF-16 units where characters are counted, as most messengers do. */
const sizeOf = (text: string, { in: unit }: TextLimit) => (unit === 'bytes' ? Buffer.byteLength(text) : text.length);

/**
 * Cuts a text into pieces of at most the limit, never inside of a character (nor of an emoji made of several): at the end of a
 * paragraph, line or sentence where one lies in the last third of a piece, else between characters.
 */
export function splitText(text: string, limit: TextLimit): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (sizeOf(rest, limit) > limit.longest) {
    const piece = cutAt(headOf(rest, limit));
    pieces.push(piece.trimEnd());
    rest = rest.slice(piece.length).trimStart();
  }
  if (rest) pieces.push(rest);
  return pieces;
}

/** The longest beginning of a text that keeps the limit and ends between characters. */
function headOf(text: string, limit: TextLimit): string {
  let end = 0;
  let size = 0;
  // No character that is seen as one needs more than the window shows; one that does is cut between its code points.
  for (const { segment, index } of segments.segment(text.slice(0, limit.longest + 64))) {
    size += sizeOf(segment, limit);
    if (size > limit.longest) break;
    end = index + segment.length;
  }
  if (end > 0) return text.slice(0, end);
  let head = '';
  for (const sign of text) {
    if (sizeOf(head + sign, limit) > limit.longest) break;
    head += sign;
  }
  return head;
}

/** Up to the last good place to stop, if one lies in the last third. */
function cutAt(head: string): string {
  for (const border of [/\n\s*\n/g, /\n/g, /[。！？；.!?;](?=\s|$|[^\s\d])/g, /[，、,\s]/g]) {
    const last = [...head.matchAll(border)].at(-1);
    if (last && last.index + last[0].length > (head.length * 2) / 3) return head.slice(0, last.index + last[0].length);
  }
  return head;
}
