/** Turns texts into directions: what means nearly the same points nearly the same way. Every failure is a `LanguageModelError`. */
export interface Embedder {
  readonly model: string;
  /** One vector a text, in their order. */
  embed(
    texts: readonly string[],
    options?: { timeoutMs?: number; conversationId?: string | null },
  ): Promise<Int8Array[]>;
}

/** The largest signed byte: vectors keep their direction, not their length. */
const LARGEST = 127;

/** A vector as signed bytes, scaled to its largest number: a quarter of the room, and the same order of neighbours but for near ties. */
export function asBytes(vector: readonly number[]): Int8Array {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Int8Array.from(vector, (value) => (largest === 0 ? 0 : Math.round((value / largest) * LARGEST)));
}

/** The cosine of the angle between two vectors, -1 to 1; 0 where they are of different models. */
export function cosine(a: Int8Array, b: Int8Array): number {
  if (a.length !== b.length) return 0;
  let dot = 0;
  let squaresOfA = 0;
  let squaresOfB = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]!;
    const y = b[i]!;
    dot += x * y;
    squaresOfA += x * x;
    squaresOfB += y * y;
  }
  return squaresOfA === 0 || squaresOfB === 0 ? 0 : dot / Math.sqrt(squaresOfA * squaresOfB);
}
