import type { TurnContext } from 'botbuilder';
import { normalise } from '#ai/tokenizer.ts';
import type { Product } from '#crm/products/catalogue.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { remember, rememberList } from '../memory.ts';
import { productName } from '../reference.ts';
import { say } from '../reply.ts';
import { productCard } from './productCard.ts';
import { replies } from './replies.ts';

const comparing =
  /比较|对比|区别|差别|不同|不一样|哪(?:个|款|种|一个|一款)(?:更|比较)?(?:好|适合|划算|便宜|贵|大|小|轻|重|安静|省)|相比|还是.{0,12}(?:好|适合)|\b(?:compare|comparison|difference|differ|versus|vs|better|which (?:one|of)|than)\b/;

/** Whether a message weighs products against each other. */
export const weighs = (text: string): boolean => comparing.test(normalise(text));

/** Two products side by side in a table; what the question asks for comes first. */
export async function compare(
  context: TurnContext,
  services: DialogServices,
  [a, b]: readonly [Product, Product],
  question: string,
): Promise<void> {
  const { language } = heardOf(context);
  const words = replies[language];
  const names = [productName(context, a), productName(context, b)] as const;
  const rows = await services.products.compare(a, b, language, question);
  const verdict = await services.products.verdict(a, b, language, question);
  const won = verdict ? `${words.verdict(names[verdict.winner], verdict)}\n\n` : '';
  remember(context, [a.id, b.id]);
  rememberList(context, [a.id, b.id]);
  if (rows.length === 0) return say(context, words.nothingToCompare(...names), { buttons: [...names] });
  const cell = (value: string | null) => (value ?? words.unknownValue).replaceAll('|', '/').replace(/\s*\n\s*/g, ' ');
  const lines = rows.map(({ label, values }) => `| ${label} | ${cell(values[0])} | ${cell(values[1])} |`);
  await say(context, `${won}${words.compareTitle(...names)}\n${lines.join('\n')}\n\n${words.compareTail}`, {
    attachments: [await productCard(a, language, services), await productCard(b, language, services)],
    sources: [a, b].map((product, i) => ({
      documentId: `product:${product.sku}`,
      title: names[i] ?? '',
      excerpt: rows.map(({ label, values }) => `${label}: ${values[i] ?? '-'}`).join('; '),
    })),
    feedback: true,
  });
}
