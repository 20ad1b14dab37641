import { z } from 'zod';
import { operation } from './resource.ts';
import { staff } from './roles.ts';
import { byId, id } from './shapes.ts';

const suggestionsSchema = z.object({
  /** What the customer waits to hear an answer to; null: nothing. */
  question: z.string().nullable(),
  items: z.array(
    z.object({
      kind: z.enum(['earlier', 'canned', 'passage']),
      id,
      title: z.string(),
      /** May hold the variables of canned replies. */
      text: z.string(),
      /** How well it fits, 0 to 1. */
      fit: z.number(),
    }),
  ),
});
/** Replies that may fit. */
export type SuggestionsJson = z.input<typeof suggestionsSchema>;

const draftSchema = z.object({
  draft: z
    .object({
      text: z.string(),
      sources: z.array(z.object({ documentId: z.string(), title: z.string(), excerpt: z.string() })),
    })
    .nullable(),
});
/** An answer for staff to look at, change and send. */
export type DraftJson = z.input<typeof draftSchema>;

/** What helps staff to answer. */
export const replySuggestionOperations = [
  operation({
    method: 'GET',
    path: '/conversations/:id/suggestions',
    summary:
      'Replies that may fit what the customer waits to hear, best first: earlier answers of staff, canned replies, passages; found on this machine',
    may: staff,
    params: byId,
    answer: suggestionsSchema,
    run: ({ services }, { params }) => services.replySuggestions.find(params.id),
  }),
  operation({
    method: 'POST',
    path: '/conversations/:id/draft',
    summary:
      'A draft of an answer from the shop’s articles alone, by a model where there is one; null where they do not answer it. Staff send it themselves',
    may: staff,
    params: byId,
    answer: draftSchema,
    run: async ({ services }, { params }) => ({ draft: await services.replySuggestions.draft(params.id) }),
  }),
];
