/** Random numbers in [0, 1) and a shuffle. */
export type SeededRandom = { next(): number; shuffle(list: Uint32Array): void };

/** Random numbers that depend on the seed alone (mulberry32), so that training twice gives the same model. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    /** Fisher-Yates, in place. */
    shuffle(list) {
      for (let i = list.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1));
        const held = list[i]!;
        list[i] = list[j]!;
        list[j] = held;
      }
    },
  };
}
