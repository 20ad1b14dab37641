import { open } from 'node:fs/promises';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record has 22 bytes and a comment of up to 65,535 (APPNOTE 4.3.16). */
const TAIL = 22 + 65_535;

/** How many bytes the parts of a zip file say that they have when they are unpacked; null: this is no zip file. */
export async function unpackedSize(path: string): Promise<number | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(TAIL, size));
    await file.read(tail, 0, tail.length, size - tail.length);
    let at = tail.length - 22;
    while (at >= 0 && tail.readUInt32LE(at) !== END) at--;
    if (at < 0) return null;
    const length = tail.readUInt32LE(at + 12);
    const start = tail.readUInt32LE(at + 16);
    if (start + length > size) return null;
    const directory = Buffer.alloc(length);
    await file.read(directory, 0, length, start);
    let total = 0;
    for (let place = 0; place + 46 <= length && directory.readUInt32LE(place) === ENTRY; ) {
      total += directory.readUInt32LE(place + 24);
      const texts = [28, 30, 32].reduce((sum, field) => sum + directory.readUInt16LE(place + field), 0);
      place += 46 + texts;
    }
    return total;
  } finally {
    await file.close();
  }
}
