import { UnsupportedMedia } from './errors.ts';

/** Pictures that browsers may show in the page; everything else is only downloaded (SVG can carry scripts). */
export const INLINE_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'];
/** Bytes of a file's beginning that typeOf wants to see. */
export const HEAD_BYTES = 32;

const SIGNATURES: [type: string, matches: (head: Buffer) => boolean][] = [
  ['image/png', (head) => head.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))],
  ['image/jpeg', (head) => head.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))],
  ['image/gif', (head) => /^GIF8[79]a/.test(ascii(head))],
  ['image/webp', (head) => /^RIFF....WEBP/s.test(ascii(head))],
  ['image/avif', (head) => /^....ftypavi[fs]/s.test(ascii(head))],
  ['image/heic', (head) => /^....ftyp(?:heic|heix|hevc|mif1|msf1)/s.test(ascii(head))],
  ['image/bmp', (head) => /^BM....\0\0\0\0/s.test(ascii(head))],
  ['application/pdf', (head) => ascii(head).startsWith('%PDF-')],
];

const TAKEN_AS_NAMED = /^(?:image\/svg\+xml|text\/(?:plain|csv|markdown)|(?:audio|video)\/[\w.+-]{1,60})$/;

/**
 * The type under which a file is kept: what its first bytes show, else what it is said to be, if that is text, sound,
 * film or SVG.
 * @throws UnsupportedMedia for everything else, and for a "picture" that is none.
 */
export function typeOf(head: Buffer, named: string): string {
  const shown = SIGNATURES.find(([, matches]) => matches(head))?.[0];
  if (shown) return shown;
  const type = named.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (TAKEN_AS_NAMED.test(type)) return type;
  throw new UnsupportedMedia(
    type.startsWith('image/')
      ? 'The picture cannot be read. PNG, JPEG, GIF, WebP, AVIF, HEIC, BMP and SVG are taken.'
      : 'Files of this kind are not taken. Send a picture, PDF, plain text, sound or film.',
  );
}

/** The headers under which a file is served, so that no browser ever runs it as a page of ours. */
export function fileHeaders(name: string, type: string): Record<string, string> {
  const inline = INLINE_TYPES.includes(type);
  const fallback = name.replaceAll(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return {
    'Content-Type': type.startsWith('text/') ? 'text/plain; charset=utf-8' : type,
    'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename="${fallback}"; filename*=UTF-8''${encoded}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'private, max-age=86400, immutable',
  };
}

function ascii(head: Buffer): string {
  return head.toString('latin1');
}
