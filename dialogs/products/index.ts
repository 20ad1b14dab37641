import { z } from 'zod';
import { afterwards } from '../afterwards.ts';
import type { DialogEvent, DialogModule, EventTurn } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { namesPlace } from '../reference.ts';
import { turnOf } from '../turn.ts';
import { examples } from './examples.ts';
import { thankForFeedback } from './feedback.ts';
import { ProductsDialog } from './productsDialog.ts';
import { asksBuyers } from './worth.ts';

/** "the second one, please": longer ones say more than a place in a list. */
const LONGEST_PLACE = 24;
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
  claims: (context) => {
    const { text, reading } = heardOf(context);
    // "What do buyers say of the kettle" speaks of ratings, but gives none.
    if (asksBuyers(text) && reading.entities.products.length > 0) return true;
    return text.length <= LONGEST_PLACE && namesPlace(text) && memoryOf(context).listed.length > 0;
  },
  reports: { feedback },
};
