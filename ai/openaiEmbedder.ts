import OpenAI from 'openai';
import { asBytes, type Embedder } from './embedder.ts';
import { type CallFor, LanguageModelError } from './languageModel.ts';
import type { Guard } from './model/guardedModel.ts';
import { Deadline } from './openai/deadline.ts';
import { faultOf } from './openai/faults.ts';

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
