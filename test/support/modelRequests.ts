import { z } from 'zod';
import { isStrict } from '#ai/openai/strictSchema.ts';

const strictSchema = z.looseObject({}).refine(isStrict, 'strict schemas must require every property and forbid others');

/** What `POST /v1/chat/completions` accepts (OpenAI API reference, "Create chat completion"); anything else is refused as there. */
export const chatRequestSchema = z
  .strictObject({
    model: z.string().min(1),
    messages: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
    max_completion_tokens: z.number().int().positive().optional(),
    temperature: z.number().min(0).max(2).optional(),
    stream: z.boolean().optional(),
    stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
    response_format: z
      .strictObject({
        type: z.literal('json_schema'),
        json_schema: z.strictObject({
          name: z.string().regex(/^[\w-]{1,64}$/),
          schema: z.looseObject({}),
          strict: z.boolean(),
        }),
      })
      .refine(({ json_schema: { strict, schema } }) => !strict || strictSchema.safeParse(schema).success)
      .optional(),
  })
  .refine(({ stream, stream_options }) => stream || !stream_options, 'stream_options needs stream');
export type ChatRequest = z.infer<typeof chatRequestSchema>;

/** What `POST /v1/embeddings` accepts; 2,048 inputs at most. */
export const embeddingRequestSchema = z.strictObject({
  model: z.string().min(1),
  input: z.array(z.string().min(1)).min(1).max(2048),
  encoding_format: z.enum(['float', 'base64']).optional(),
});
export type EmbeddingRequest = z.infer<typeof embeddingRequestSchema>;

/** What our prompts carry as data, for a server that plays the model. */
export const answerDataSchema = z.object({
  sources: z.array(z.object({ number: z.number(), title: z.string(), text: z.string() })),
  customer: z.string(),
});
export const commentsDataSchema = z.strictObject({
  comments: z.array(z.strictObject({ number: z.number(), text: z.string() })),
});
export const readingDataSchema = z.object({
  message: z.string(),
  hint: z.object({ intents: z.array(z.string()) }),
  products: z.array(z.object({ number: z.number() })),
});
