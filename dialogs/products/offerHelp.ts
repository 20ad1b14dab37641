import { z } from 'zod';
import { inLanguage } from '#crm/localized.ts';
import type { DialogEvent, EventTurn } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { noteShownProduct } from '../reference.ts';
import { say } from '../reply.ts';
import { productCard } from './productCard.ts';
import { replies } from './replies.ts';

const reportSchema = z.object({ seconds: z.number().min(0).max(86_400) });

/** A visitor stayed on a product's page and said yes to help: the product, and what others ask of it. Once, and not into other talk. */
export async function offerHelp({ ids }: DialogEvent, { dc, services }: EventTurn): Promise<void> {
  const { context } = dc;
  const memory = memoryOf(context);
  if (!reportSchema.safeParse(ids).success || memory.helpOffered || dc.stack.length > 0) return;
  await noteShownProduct(context, services);
  const [shown = ''] = memory.products;
  const product = (await services.products.catalogue()).byId.get(shown);
  if (!product) return;
  memory.helpOffered = true;
  const { language } = heardOf(context);
  const words = replies[language];
  await say(context, words.offerHelp(inLanguage(product.name, language)), {
    buttons: words.offerHelpButtons,
    attachments: [await productCard(product, language, services)],
  });
}
