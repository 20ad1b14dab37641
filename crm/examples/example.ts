import { z } from 'zod';
import type { Language } from '#ai/reading.ts';

/** A sentence as staff write it, with the intent that it stands for (`complaints.status` for a finer kind). */
export const exampleInputSchema = z.object({
  intent: z.string().trim().min(1).max(60),
  text: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .regex(/[\p{L}\p{N}]/u, 'Write a sentence that a customer might say.'),
});
export type ExampleInput = z.infer<typeof exampleInputSchema>;

/** `draft`: never published; `changed`: another wording counts still; `removed`: counts until the next publication; `published`: counts as it stands. */
export const exampleStates = ['draft', 'changed', 'removed', 'published'] as const;
export type ExampleState = (typeof exampleStates)[number];

/** One of the shop's own examples. */
export interface ShopExample {
  id: string;
  intent: string;
  text: string;
  language: Language;
  state: ExampleState;
  /** What counts now; null where it was never published. */
  published: ExampleInput | null;
  updatedAt: Date;
}

/** What the bot can be asked for: the intent, with the sentences that its module brings along. */
export interface IntentExamples {
  intent: string;
  zh: string[];
  en: string[];
}

/** How a sentence is understood. `wishes` in the order of the text; `ranking`: the likeliest intents of the whole. */
export interface Understood {
  language: Language;
  wishes: { intent: string; text: string; confidence: number }[];
  ranking: { intent: string; probability: number }[];
}

/** A message that would be read otherwise. `expected`: what it is an example of, where it is one. */
export interface Change {
  text: string;
  source: 'customer' | 'module' | 'shop';
  conversationId: string | null;
  expected: string | null;
  before: { intent: string; confidence: number };
  after: { intent: string; confidence: number };
}

/** What publishing would change: `drafts` examples differ from what counts; of `messages` and `examples` that were read, `changes`. */
export interface Preview {
  drafts: number;
  messages: number;
  examples: number;
  changes: Change[];
}
