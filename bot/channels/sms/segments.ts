/** GSM 03.38, the default alphabet (3GPP TS 23.038, 6.2.1), without the escape sign. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension: each sign takes two places. */
const extended = new Set('\f^{}\\[~]|€');

/** How a text goes over the air. */
export interface Segments {
  encoding: 'gsm7' | 'ucs2';
  /** Septets, or UTF-16 units. */
  units: number;
  /** What is paid for: one message of 160 or 70, or several that are joined by a header, 153 or 67 each. */
  segments: number;
}

/** Counts the segments of a text. No sign is cut in two by their borders. */
export function segmentsOf(text: string): Segments {
  const signs = [...text];
  const gsm = signs.every((sign) => basic.has(sign) || extended.has(sign));
  const sizes = signs.map((sign) => (gsm ? (extended.has(sign) ? 2 : 1) : sign.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [alone, joined] = gsm ? [160, 153] : [70, 67];
  const encoding = gsm ? 'gsm7' : 'ucs2';
  if (units <= alone) return { encoding, units, segments: units === 0 ? 0 : 1 };
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > joined) {
      segments += 1;
      filled = 0;
    }
    filled += size;
  }
  return { encoding, units, segments };
}

/** Signs that only look better than the ones of the alphabet, and would more than double the price of a text that is otherwise in it. */
const plainer: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '\u00a0': ' ',
};

/** The text in the alphabet of 160 signs where that only takes plainer marks; else as it is. */
export function cheapest(text: string): string {
  const plain = text.replace(/[‘’“”–—…•·\u00a0]/g, (sign) => plainer[sign] ?? sign);
  return segmentsOf(plain).encoding === 'gsm7' ? plain : text;
}
