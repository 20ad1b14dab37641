import type { Answerer } from '#ai/answerer.ts';
import type { Language } from '#ai/reading.ts';
import type { Database } from '#prisma/client.ts';
import type { Products } from '../products/products.ts';
import { type Audience, audienceOf } from './audience.ts';
import type { KnowledgeIndex } from './knowledgeIndex.ts';

/** An old question, asked again: whether the article answers it now, and with which words. */
export interface Reasked {
  gapId: string;
  question: string;
  answered: boolean;
  text: string | null;
}

export interface ReaskParts {
  db: Database;
  products: Products;
  index: KnowledgeIndex;
  answerer: Answerer;
}

const MOST = 1000;
const PASSAGES = 5;

/** Asks the open questions of an article's language again, as those who asked them, of the knowledge base as it is now. Closes nothing. */
export async function reask(parts: ReaskParts, article: { id: string; language: string }): Promise<Reasked[]> {
  const { db, products, index } = parts;
  await index.ready();
  await index.settled();
  const open = await db.client.gap.findMany({
    where: { state: 'open', language: article.language },
    include: { customer: { select: { audience: true } } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST,
  });
  const asked: Reasked[] = [];
  for (const { id, question, productId, customer } of open) {
    const product = productId ? await products.find(productId) : null;
    const answer = await answerTo(parts, question, {
      language: article.language === 'en' ? 'en' : 'zh',
      productSku: product?.sku,
      audience: audienceOf(customer?.audience),
    });
    if (!answer?.near.includes(article.id)) continue;
    const answered = answer.sources.includes(article.id);
    asked.push({ gapId: id, question, answered, text: answered ? answer.text : null });
  }
  return asked;
}

/** `near`: articles that the search found; `sources`: those that the answer is made of. */
async function answerTo(
  { index, answerer }: ReaskParts,
  question: string,
  options: { language: Language; productSku: string | undefined; audience: Audience },
) {
  const hits = index.search(question, { ...options, limit: PASSAGES });
  const passages = hits.map(({ article: { id, title, text, productSkus } }) => ({
    documentId: id,
    title,
    text,
    language: options.language,
    related: options.productSku ? productSkus.has(options.productSku) : false,
  }));
  const answer = passages.length > 0 ? await answerer.answer({ question, language: options.language, passages }) : null;
  return {
    near: hits.map(({ article }) => article.id),
    sources: answer?.citations.map(({ documentId }) => documentId) ?? [],
    text: answer?.text ?? null,
  };
}
