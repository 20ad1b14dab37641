import { z } from 'zod';
import { languageSchema } from '#ai/reading.ts';
import { exampleInputSchema, exampleStates } from '#crm/examples/example.ts';
import { operation } from './resource.ts';
import { actor, manager } from './roles.ts';
import { byId, id, listOf, page, time, words } from './shapes.ts';

const share = z.number().min(0).max(1);
const exampleSchema = z.object({
  id,
  intent: z.string(),
  text: z.string(),
  language: languageSchema,
  state: z.enum(exampleStates),
  /** What counts now; null where it was never published. */
  published: exampleInputSchema.nullable(),
  updatedAt: time,
});
/** One of the shop's own examples. */
export type ExampleJson = z.input<typeof exampleSchema>;

const intentSchema = z.object({ intent: z.string(), zh: z.array(z.string()), en: z.array(z.string()) });
/** An intent with the sentences that its module brings along. */
export type IntentJson = z.input<typeof intentSchema>;

const understoodSchema = z.object({
  language: languageSchema,
  wishes: z.array(z.object({ intent: z.string(), text: z.string(), confidence: share })),
  ranking: z.array(z.object({ intent: z.string(), probability: share })),
});
/** How a sentence is understood. */
export type UnderstoodJson = z.input<typeof understoodSchema>;

const readSchema = z.object({ intent: z.string(), confidence: share });
const previewSchema = z.object({
  drafts: z.int(),
  messages: z.int(),
  examples: z.int(),
  changes: z.array(
    z.object({
      text: z.string(),
      source: z.enum(['customer', 'module', 'shop']),
      conversationId: id.nullable(),
      expected: z.string().nullable(),
      before: readSchema,
      after: readSchema,
    }),
  ),
});
/** What publishing would change. */
export type ExamplePreviewJson = z.input<typeof previewSchema>;

/** What the reader is taught by the shop. */
export const exampleOperations = [
  operation({
    method: 'GET',
    path: '/examples',
    summary: 'The shop’s own examples, last changed first',
    may: manager,
    query: z.object({ ...page, intent: z.string().max(60).optional() }),
    answer: listOf(exampleSchema),
    run: ({ services }, { query }) => services.examples.list(query),
  }),
  operation({
    method: 'GET',
    path: '/examples/intents',
    summary: 'Every intent with the sentences that come with it; not paged',
    may: manager,
    answer: z.object({ items: z.array(intentSchema), nextCursor: z.null() }),
    run: async ({ services }) => ({ items: services.examples.intents(), nextCursor: null }),
  }),
  operation({
    method: 'POST',
    path: '/examples',
    summary: 'Add an example as a draft',
    may: manager,
    body: exampleInputSchema,
    answer: exampleSchema,
    status: 201,
    run: ({ services }, { body, caller }) => services.examples.add(body, actor(caller)),
  }),
  operation({
    method: 'PUT',
    path: '/examples/:id',
    summary: 'Change an example; what is published counts until the next publication',
    may: manager,
    params: byId,
    body: exampleInputSchema,
    answer: exampleSchema,
    run: ({ services }, { params, body, caller }) => services.examples.change(params.id, body, actor(caller)),
  }),
  operation({
    method: 'DELETE',
    path: '/examples/:id',
    summary: 'Remove an example; a published one counts until the next publication',
    may: manager,
    params: byId,
    run: ({ services }, { params, caller }) => services.examples.remove(params.id, actor(caller)),
  }),
  operation({
    method: 'POST',
    path: '/examples/reading',
    summary: 'How a sentence is understood now',
    may: manager,
    body: z.object({ text: words(2000) }),
    answer: understoodSchema,
    run: async ({ services }, { body }) => services.examples.understand(body.text),
  }),
  operation({
    method: 'POST',
    path: '/examples/preview',
    summary: 'What publishing the drafts would change: recent messages and all examples that would be read otherwise',
    may: manager,
    answer: previewSchema,
    run: ({ services }) => services.examples.preview(),
  }),
  operation({
    method: 'POST',
    path: '/examples/publish',
    summary: 'Make the drafts count; every instance learns them within a second or two',
    may: manager,
    answer: z.object({ published: z.int() }),
    run: async ({ services }, { caller }) => ({ published: await services.examples.publish(actor(caller)) }),
  }),
];
