import OpenAI from 'openai';
import type { CallFor } from './languageModel.ts';
import { LanguageModelError } from './languageModel.ts';
import type { Guard } from './model/guardedModel.ts';
import { Deadline } from './openai/deadline.ts';
import { faultOf } from './openai/faults.ts';

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

/** Embeddings of any server that speaks OpenAI's protocol; guarded and metered like every call. */
export function createEmbedder(
  {
    apiKey,
    baseUrl,
    model,
    timeoutMs = 30_000,
  }: { apiKey: string; baseUrl?: string | undefined; model: string; timeoutMs?: number },
  guard: Guard,
): Embedder {
  const client = new OpenAI({ apiKey, baseURL: baseUrl ?? null, maxRetries: 0, timeout: timeoutMs, logLevel: 'off' });
  return {
    model,
    async embed(texts, { timeoutMs: within = timeoutMs, conversationId = null } = {}) {
      const call: CallFor = { purpose: 'embedding', conversationId };
      await guard.enter(call);
      const started = performance.now();
      const deadline = new Deadline(within);
      const usage = { model, inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
      try {
        // Not base64, which the client would choose: not every server knows it.
        const body = { model, input: [...texts], encoding_format: 'float' as const };
        const answer = await client.embeddings.create(body, { signal: deadline.signal });
        usage.inputTokens = answer.usage?.prompt_tokens ?? 0;
        const vectors = [...(answer.data ?? [])].sort((a, b) => a.index - b.index).map(({ embedding }) => embedding);
        if (vectors.length !== texts.length || !vectors.every((one) => Array.isArray(one) && one.length > 0))
          throw new LanguageModelError('shape', 'The server sent no vector for each text.');
        guard.ended(call, started, usage);
        return vectors.map(asBytes);
      } catch (error) {
        const fault = faultOf(error, deadline);
        guard.ended(call, started, usage, fault);
        throw fault;
      } finally {
        deadline.clear();
      }
    },
  };
}
