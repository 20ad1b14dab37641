/**
 * The 3,755 everyday characters in the order of their pinyin: that is how GB 2312 arranges its first level (rows 16 to 55), so the
 * table needs no data of its own. Two characters that stand close together sound alike.
 */
let order: Map<string, number> | undefined;

function pinyinOrder(): Map<string, number> {
  if (order) return order;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
  const characters = new TextDecoder('gb18030').decode(Uint8Array.from(bytes));
  order = new Map([...characters].map((character, place) => [character, place]));
  return order;
}

/** Syllables hold 10 characters on average and up to 60; neighbours up to this far share the sound or nearly. */
const NEAR = 40;

/** Whether two characters are likely to be typed for one another: 浴 and 雨, 发 and 法. Rare characters are not known: false. */
export function soundAlike(a: string, b: string): boolean {
  const placeA = pinyinOrder().get(a);
  const placeB = pinyinOrder().get(b);
  return placeA !== undefined && placeB !== undefined && Math.abs(placeA - placeB) <= NEAR;
}
