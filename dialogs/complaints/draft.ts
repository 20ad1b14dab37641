import { z } from 'zod';
import type { Heard } from '../heard.ts';
import { asksToAnswerHere, contactOf, meansHere } from './contact.ts';
import { purchaseIn } from './purchase.ts';
import { replies } from './replies.ts';
import { occurrenceIn, remedyOf, tellsStory, tellsWhatHappened } from './story.ts';

/** What a complaint consists of, in the order in which it is asked for. */
export const slots = ['product', 'whatHappened', 'when', 'contact', 'wish'] as const;
export type Slot = (typeof slots)[number];

/** A complaint as far as it is known. `product` is the customer's word for it or the catalogue's name, `productId` its record. */
export const draftSchema = z.object({
  product: z.string().optional(),
  productId: z.string().optional(),
  whatHappened: z.string().optional(),
  when: z.string().optional(),
  /** ISO date in the shop's zone. */
  occurredOn: z.string().optional(),
  contact: z.string().optional(),
  wish: z.string().optional(),
  /** What stands on the product or the receipt; heard where it is said, never asked for. */
  batch: z.string().optional(),
  purchasePlace: z.string().optional(),
  /** ISO date in the shop's zone. */
  purchasedOn: z.string().optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** A product that a message means, with its name to read back. */
export interface MeantProduct {
  id: string;
  name: string;
}

/** How long a slot's text may be; the story is cut at what a person still reads. */
export const LIMIT = { story: 2000, line: 300 };

/** The draft with the slots that were still empty filled by what the message clearly says; `asked` is the slot it answers. */
export function absorb(draft: Draft, heard: Heard, product: MeantProduct | undefined, asked?: Slot): Draft {
  const { text } = heard;
  const date = occurrenceIn(heard);
  const filled: Draft = { ...purchaseIn(heard), ...draft };
  if (!filled.product && product) Object.assign(filled, { product: product.name, productId: product.id });
  if (!filled.when && date) Object.assign(filled, { when: date.text, occurredOn: date.from });
  const contact =
    contactOf(heard) ?? ((asked ? meansHere(text) : asksToAnswerHere(text)) ? replies[heard.language].here : undefined);
  const wish = remedyOf(text)?.slice(0, LIMIT.line);
  if (!filled.contact && contact) filled.contact = contact;
  if (!filled.wish && wish) filled.wish = wish;
  const tells = asked ? tellsStory(heard) : tellsWhatHappened(heard);
  if (!filled.whatHappened && tells) filled.whatHappened = text.slice(0, LIMIT.story);
  else if ((asked === 'product' || asked === 'when') && tells)
    filled.whatHappened = `${filled.whatHappened}\n${text}`.slice(0, LIMIT.story);
  return filled;
}

/** The draft without one slot. */
export function without(draft: Draft, slot: Slot): Draft {
  const { product, productId, when, occurredOn, ...rest } = draft;
  const kept: Draft = {
    ...rest,
    ...(slot === 'product' ? {} : { product, productId }),
    ...(slot === 'when' ? {} : { when, occurredOn }),
  };
  if (slot !== 'product' && slot !== 'when') delete kept[slot];
  return kept;
}
