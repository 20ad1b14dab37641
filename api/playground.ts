import { z } from 'zod';
import { explanationSchema } from '#crm/explanation.ts';
import { audienceSchema } from '#crm/knowledge/audience.ts';
import { operation } from './resource.ts';
import { staff } from './roles.ts';
import { language, words } from './shapes.ts';

const replySchema = z.object({
  text: z.string(),
  buttons: z.array(z.string()),
  sources: z.array(z.object({ documentId: z.string(), title: z.string(), excerpt: z.string() })),
  explanation: explanationSchema.nullable(),
});
/** What the bot would say, and why. */
export type TriedReplyJson = z.input<typeof replySchema>;

/** Trying the bot. */
export const playgroundOperations = [
  operation({
    method: 'POST',
    path: '/playground',
    summary: 'What the bot would say to a customer of this audience and language, and why; nothing is stored',
    may: staff,
    body: z.strictObject({
      text: words(1000),
      language: language.default('zh'),
      audience: audienceSchema.default('public'),
    }),
    answer: z.object({ replies: z.array(replySchema) }),
    run: async ({ tryQuestion }, { body }) => ({ replies: await tryQuestion(body) }),
  }),
];
