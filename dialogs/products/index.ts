import { z } from 'zod';
import { afterwards } from '../afterwards.ts';
import type { DialogEvent, DialogModule, EventTurn } from '../dialogModule.ts';
import { turnOf } from '../turn.ts';
import { claimsProducts } from './claims.ts';
import { examples } from './examples.ts';
import { thankForFeedback } from './feedback.ts';
import { offerHelp } from './offerHelp.ts';
import { ProductsDialog } from './productsDialog.ts';

const feedbackSchema = z.object({ activityId: z.uuid(), helpful: z.boolean() });

/** A thumb on an answer: kept with the answer it judges; one that did not help offers a person. */
async function feedback({ ids }: DialogEvent, { dc, services }: EventTurn): Promise<void> {
  const parsed = feedbackSchema.safeParse(ids);
  if (!parsed.success) return;
  const { conversationId } = turnOf(dc.context);
  await thankForFeedback(dc, parsed.data.helpful);
  afterwards(dc.context, () => services.knowledge.recordFeedback({ ...parsed.data, conversationId }));
}

/** Questions about what the shop sells and how it is used. */
export const products: DialogModule = {
  id: 'products',
  intents: examples,
  create: (services) => new ProductsDialog(services),
  answers: true,
  claims: claimsProducts,
  reports: { feedback, helpWanted: offerHelp },
};
