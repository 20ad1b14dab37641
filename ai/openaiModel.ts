import OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';
import {
  type LanguageModel,
  LanguageModelError,
  type ModelMessage,
  type ModelOptions,
  type ModelStream,
  type ModelUsage,
} from './languageModel.ts';
import { Deadline } from './openai/deadline.ts';
import { faultOf } from './openai/faults.ts';
import { isStrict } from './openai/strictSchema.ts';

/** `timeoutMs`: for a whole answer, 20 s. `firstTokenMs`: until a stream's first piece, 2 s; `stallMs`: between two pieces, 5 s. */
export type OpenaiModelConfig = {
  apiKey: string;
  baseUrl?: string | undefined;
  model: string;
  timeoutMs?: number;
  firstTokenMs?: number;
  stallMs?: number;
};

const optional = ['temperature', 'max_completion_tokens', 'stream_options'];

const usageOf = (model: string, usage: OpenAI.CompletionUsage | null | undefined): ModelUsage => ({
  model,
  inputTokens: usage?.prompt_tokens ?? 0,
  outputTokens: usage?.completion_tokens ?? 0,
  cachedTokens: usage?.prompt_tokens_details?.cached_tokens ?? 0,
});

/** A model behind any server that speaks OpenAI's chat completions. Tries each call once: whoever calls knows whether there is time for a second. */
export function createOpenaiModel({
  apiKey,
  baseUrl,
  model,
  timeoutMs = 20_000,
  firstTokenMs = 2_000,
  stallMs = 5_000,
}: OpenaiModelConfig): LanguageModel {
  const client = new OpenAI({ apiKey, baseURL: baseUrl ?? null, maxRetries: 0, timeout: timeoutMs, logLevel: 'off' });

  const unknown = new Set<string>();

  const parameters = (messages: readonly ModelMessage[], { maxTokens, temperature }: ModelOptions) => ({
    model,
    messages: [...messages],
    ...(maxTokens !== undefined && {
      [unknown.has('max_completion_tokens') ? 'max_tokens' : 'max_completion_tokens']: maxTokens,
    }),
    ...(temperature !== undefined && !unknown.has('temperature') && { temperature }),
  });

  /** Models differ in what they take (some no temperature, some only max_tokens): what one has rejected is not sent again. */
  function learn(error: unknown): void {
    if (!(error instanceof OpenAI.BadRequestError)) return;
    for (const name of optional) if (error.param === name || error.message.includes(name)) unknown.add(name);
  }

  async function complete(body: ChatCompletionCreateParamsNonStreaming, options: ModelOptions) {
    const deadline = new Deadline(options.timeoutMs ?? timeoutMs, options.signal);
    try {
      const completion = await client.chat.completions.create(body, { signal: deadline.signal });
      const usage = usageOf(completion.model ?? model, completion.usage);
      const [choice] = completion.choices ?? [];
      if (choice?.message?.refusal) throw new LanguageModelError('refused', choice.message.refusal, { usage });
      if (choice?.finish_reason === 'length') {
        throw new LanguageModelError('cut', 'The answer reached its longest permitted length.', { usage });
      }
      const text = choice?.message?.content;
      if (typeof text !== 'string') throw new LanguageModelError('shape', 'The server sent no message.', { usage });
      return { text, usage };
    } catch (error) {
      learn(error);
      throw faultOf(error, deadline);
    } finally {
      deadline.clear();
    }
  }

  return {
    name: model,
    text: (messages, options = {}) => complete(parameters(messages, options), options),

    stream(messages, options = {}): ModelStream {
      const { promise: usage, resolve, reject } = withResolvers<ModelUsage>();
      // Whoever only reads the text must not be killed by a usage that never came.
      usage.catch(() => {});
      async function* pieces(): AsyncGenerator<string> {
        const deadline = new Deadline(options.timeoutMs ?? firstTokenMs, options.signal);
        let used = usageOf(model, undefined);
        let finished = false;
        try {
          const body = {
            ...parameters(messages, options),
            stream: true as const,
            ...(!unknown.has('stream_options') && { stream_options: { include_usage: true } }),
          };
          for await (const chunk of await client.chat.completions.create(body, { signal: deadline.signal })) {
            if (chunk.usage) used = usageOf(chunk.model ?? model, chunk.usage);
            const [choice] = chunk.choices ?? [];
            if (choice?.finish_reason) finished = true;
            if (!choice?.delta?.content) continue;
            deadline.restart(stallMs);
            yield choice.delta.content;
          }
          // The client ends the loop quietly when a signal ends the response.
          if (!finished)
            throw deadline.signal.aborted
              ? deadline.signal.reason
              : new LanguageModelError('cut', 'The stream ended before the answer did.');
          resolve(used);
        } catch (error) {
          learn(error);
          const fault = faultOf(error, deadline);
          reject(fault);
          throw fault;
        } finally {
          deadline.clear();
          reject(new LanguageModelError('aborted', 'The stream was not read to its end.', { usage: used }));
        }
      }
      return { [Symbol.asyncIterator]: pieces, usage };
    },

    async object(messages, { name, schema }, options = {}) {
      const jsonSchema = z.toJSONSchema(schema) as Record<string, unknown>;
      const { text, usage } = await complete(
        {
          ...parameters(messages, options),
          response_format: {
            type: 'json_schema',
            json_schema: { name, schema: jsonSchema, strict: isStrict(jsonSchema) },
          },
        },
        options,
      );
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (cause) {
        throw new LanguageModelError('shape', 'The model answered with something that is no JSON.', { cause, usage });
      }
      const parsed = schema.safeParse(value);
      if (!parsed.success) {
        throw new LanguageModelError('shape', `The model's object does not fit: ${z.prettifyError(parsed.error)}`, {
          usage,
        });
      }
      return { object: parsed.data, usage };
    },
  };
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
