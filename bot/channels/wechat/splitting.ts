/** Bytes of one text in UTF-8 (errcode 45002 beyond). */
export const longestText = 2048;

const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const bytesOf = (text: string) => Buffer.byteLength(text);

/**
 * Cuts a text into pieces of at most `limit` bytes, never inside of a character (nor of an emoji made of several): at the end
 * of a paragraph, line or sentence where one lies in the last third of a piece, else between characters.
 */
export function splitText(text: string, limit = longestText): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (bytesOf(rest) > limit) {
    const piece = cutAt(headOf(rest, limit));
    pieces.push(piece.trimEnd());
    rest = rest.slice(piece.length).trimStart();
  }
  if (rest) pieces.push(rest);
  return pieces;
}

/** The longest beginning of a text that has at most `limit` bytes and ends between characters. */
function headOf(text: string, limit: number): string {
  let end = 0;
  let bytes = 0;
  // No character that is seen as one needs more than the window shows; one that does is cut between its code points.
  for (const { segment, index } of segments.segment(text.slice(0, limit + 64))) {
    bytes += bytesOf(segment);
    if (bytes > limit) break;
    end = index + segment.length;
  }
  if (end > 0) return text.slice(0, end);
  let head = '';
  for (const sign of text) {
    if (bytesOf(head + sign) > limit) break;
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
