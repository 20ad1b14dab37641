import type { TurnContext } from 'botbuilder';
import { z } from 'zod';

/** A wish that a customer mentioned in passing, with the sentence it was said in. */
export const noticedSchema = z.object({ key: z.string(), value: z.string(), quote: z.string() });
export type Noticed = z.infer<typeof noticedSchema>;

const wishSchema = z.object({ intent: z.string(), aspect: z.string().optional(), text: z.string() });

/**
 * What the bot keeps in mind through one conversation, beside the open dialogs. It lives in the main dialog's state, so it
 * is JSON and small; facts that matter longer belong to services. An older release's memory that no longer fits is dropped.
 */
export const memorySchema = z.object({
  /** The language the customer wrote in last. */
  language: z.enum(['zh', 'en']).optional(),
  /** Ids of the products last spoken of, latest first: what "that one" means. */
  products: z.array(z.string()).max(8).default([]),
  /** Keys of the properties that were told last: what "and the kettle?" asks for. */
  asked: z.array(z.string()).max(4).default([]),
  /** The product whose page in the shop was open beside the chat when it was last looked at. */
  shownSku: z.string().optional(),
  /** Ids of the products that were listed last: what "the second" means. */
  listed: z.array(z.string()).max(6).default([]),
  /** Wishes of an earlier message that wait until the open dialog is done. */
  pending: z.array(wishSchema).max(3).default([]),
  /** Preferences heard in passing and not yet asked about. */
  noticed: z.array(noticedSchema).max(3).default([]),
  /** `key:value` of what the customer did not want kept; asked once, not again. */
  declined: z.array(z.string()).max(20).default([]),
  /** What was helped with and not yet rated; `staffId`: by whom, where it was a person. */
  helped: z.object({ by: z.string(), productId: z.string().optional(), staffId: z.string().optional() }).optional(),
  /** A survey that waits for the end of other talk, or was left half done for it. */
  survey: z.object({ invitationId: z.string(), resumed: z.boolean() }).optional(),
  /** Photos that came before it was clear what they show. */
  photos: z
    .array(z.object({ name: z.string(), contentType: z.string(), url: z.string() }))
    .max(3)
    .default([]),
  /** The complaint whose customer is still to be asked whether it is solved. */
  askSolved: z.string().optional(),
  /** Whether the customer was asked in this conversation if the shop may write of its own accord. */
  careAsked: z.boolean().default(false),
  /** Whether the customer has just praised what was done: a good moment to ask for something. */
  pleased: z.boolean().default(false),
  /** The task that "a person, please" raised. */
  handoffTaskId: z.string().optional(),
  /** By which clock the customer's device goes, as it was noted last. */
  zone: z.string().optional(),
  /** Whether it was looked in this conversation if something old is to be asked about again. */
  askedAgain: z.boolean().default(false),
  /** Whether help with a product's page was offered: once is enough. */
  helpOffered: z.boolean().default(false),
  /** Whether the bot has introduced itself. */
  greeted: z.boolean().default(false),
  /** How many messages in a row were not understood. */
  misses: z.number().int().default(0),
});
export type Memory = z.infer<typeof memorySchema>;

const memoryKey = Symbol('memory');

/** The memory from a main dialog's stored state; a fresh one where there is none or it is of another shape. */
export function readMemory(stored: unknown): Memory {
  const parsed = memorySchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : memorySchema.parse({});
}

/** Makes the memory known to the dialogs of this turn; what they change in it is kept. */
export const setMemory = (context: TurnContext, memory: Memory): void => {
  context.turnState.set(memoryKey, memory);
};

/** What the bot keeps in mind in this conversation; change it in place. */
export function memoryOf(context: TurnContext): Memory {
  const memory = context.turnState.get<Memory | undefined>(memoryKey);
  if (!memory) throw new Error('No memory: dialogs run inside the main dialog.');
  return memory;
}

/** Notes that these products were shown as a list, in this order. */
export function rememberList(context: TurnContext, productIds: string[]): void {
  memoryOf(context).listed = productIds.slice(0, 6);
}

/** Notes that these products were spoken of; the first is what "that one" will mean. */
export function remember(context: TurnContext, productIds: string[]): void {
  const memory = memoryOf(context);
  memory.products = [...new Set([...productIds, ...memory.products])].slice(0, 8);
}
