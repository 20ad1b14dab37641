import type { z } from 'zod';

/** What was said so far and what the model is to do. `system` is ours; the rest may hold customers' words and is never trusted as orders. */
export type ModelMessage = { role: 'system' | 'user' | 'assistant'; content: string };

/** Tokens that a call used, for the costs of a conversation. `cachedTokens` are the part of `inputTokens` that was cheaper. */
export type ModelUsage = { model: string; inputTokens: number; outputTokens: number; cachedTokens: number };

/** What a call is for, so that what it used is counted where it belongs. */
export type CallPurpose = 'reading' | 'answering' | 'embedding' | 'comments';
export type CallFor = { purpose: CallPurpose; conversationId?: string | null; productId?: string | null };

/**
 * `signal` ends the call; `timeoutMs` is for a whole answer, of a stream until its first piece; `maxTokens` bounds the answer;
 * `temperature` 0 is the steadiest; `call` says for whom it is.
 */
export type ModelOptions = {
  signal?: AbortSignal;
  timeoutMs?: number;
  maxTokens?: number;
  temperature?: number;
  call?: CallFor;
};

/** A stream of text: iterate for the pieces as they come, then ask what they used. */
export interface ModelStream extends AsyncIterable<string> {
  /** Settles when the stream has ended; rejects as the iteration does. */
  readonly usage: Promise<ModelUsage>;
}

/** A language model that writes text or fills a shape. Every failure is a `LanguageModelError`. */
export interface LanguageModel {
  readonly name: string;
  /** The whole answer. */
  text(messages: readonly ModelMessage[], options?: ModelOptions): Promise<{ text: string; usage: ModelUsage }>;
  /** The answer in pieces. Throws before the first piece if the model can not be reached. */
  stream(messages: readonly ModelMessage[], options?: ModelOptions): ModelStream;
  /** An object of the given shape; `name` is shown to the model and says what the object is. */
  object<T>(
    messages: readonly ModelMessage[],
    shape: { name: string; schema: z.ZodType<T> },
    options?: ModelOptions,
  ): Promise<{ object: T; usage: ModelUsage }>;
}

/**
 * Why a model gave no answer; `shape`: it answered, but not in the shape that was asked for; `rejected`: the server does not take
 * such a request (it may know no shapes). `resting` and `budget`: it was not
 * asked, because it failed too often just now, or because enough was spent.
 */
export type LanguageModelFault =
  | 'unauthorised'
  | 'busy'
  | 'unavailable'
  | 'timeout'
  | 'aborted'
  | 'cut'
  | 'shape'
  | 'refused'
  | 'rejected'
  | 'resting'
  | 'budget';

/** A call to a language model failed. `retryAfterMs` is what the server asked us to wait, if it did; `usage` what was paid all the same. */
export class LanguageModelError extends Error {
  readonly fault: LanguageModelFault;
  readonly retryAfterMs: number | undefined;
  readonly usage: ModelUsage | undefined;

  constructor(
    fault: LanguageModelFault,
    message: string,
    { cause, retryAfterMs, usage }: { cause?: unknown; retryAfterMs?: number | undefined; usage?: ModelUsage } = {},
  ) {
    super(message, { cause });
    this.name = 'LanguageModelError';
    this.fault = fault;
    this.retryAfterMs = retryAfterMs;
    this.usage = usage;
  }
}
