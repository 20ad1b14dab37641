import { languageOf } from '#ai/languageOf.ts';
import type { Language } from '#ai/reading.ts';
import type { Database } from '#prisma/client.ts';
import type { ArticleInput } from './article.ts';
import { slugByText } from './slug.ts';

const HOURS = 48;
const MOST = 6;

/** What of a cluster a draft is made from. */
export interface GapQuestions {
  question: string;
  language: string;
  product: { sku: string } | null;
  gaps: readonly { conversationId: string | null; createdAt: Date }[];
}

/**
 * An article to be finished by a person: the question as its title, and as its text what colleagues then wrote to those who asked,
 * in their language and within two days; the same words once. Not stored.
 */
export async function gapDraft(
  db: Database,
  { question, language, product, gaps }: GapQuestions,
): Promise<ArticleInput> {
  const spoken: Language = language === 'en' ? 'en' : 'zh';
  const said = new Set<string>();
  for (const { conversationId, createdAt } of gaps.slice(0, 50)) {
    if (!conversationId || said.size >= MOST) continue;
    const answers = await db.client.activity.findMany({
      where: {
        conversationId,
        sender: 'staff',
        type: 'message',
        text: { not: null },
        createdAt: { gte: createdAt, lte: new Date(createdAt.getTime() + HOURS * 3_600_000) },
      },
      orderBy: { sequence: 'asc' },
      take: MOST,
      select: { text: true },
    });
    for (const { text } of answers) {
      const words = text?.trim();
      if (words && languageOf(words, spoken) === spoken && said.size < MOST) said.add(words);
    }
  }
  const title = question.trim().replace(/\s+/g, ' ').slice(0, 200);
  return {
    slug: slugByText(title),
    language: spoken,
    kind: 'use',
    title,
    body: [...said].join('\n\n'),
    productSkus: product ? [product.sku] : [],
    published: false,
    audience: 'public',
    validUntil: null,
    ownerId: null,
  };
}
