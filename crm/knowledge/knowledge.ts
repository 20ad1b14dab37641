import type { Language } from '#ai/reading.ts';
import type { Article, Database, Feedback, Gap } from '#prisma/client.ts';
import type { Page, PageRequest } from '../page.ts';
import type { Product } from '../products/catalogue.ts';

/** A text that may answer a question. `excerpt` is the part that fits, plain text. `score` is only comparable within one search. */
export interface Passage {
  articleId: string;
  slug: string;
  title: string;
  excerpt: string;
  score: number;
}

/** An answer that rests on articles. `confidence` is 0 to 1. */
export interface KnowledgeAnswer {
  text: string;
  sources: { documentId: string; title: string; excerpt: string }[];
  confidence: number;
}

/** A question that was not answered, or whose answer did not help. */
export interface NewGap {
  question: string;
  language: Language;
  reason: 'unanswered' | 'unhelpful';
  customerId?: string | null;
  conversationId?: string | null;
  productId?: string | null;
}

export const articleKinds = ['use', 'care', 'installation', 'returns', 'safety', 'service'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** A text of the knowledge base as staff write it; `slug` and `language` name it. */
export interface ArticleInput {
  slug: string;
  language: Language;
  kind: ArticleKind;
  title: string;
  /** Markdown. */
  body: string;
  productSkus: string[];
  published: boolean;
}

/** What the shop knows, beside the facts of its catalogue. */
export class Knowledge {
  constructor(_db: Database) {}
  /** Articles that fit a question, best first; those of `productSku` are preferred. */
  async search(
    _question: string,
    _options: { language: Language; productSku?: string; limit?: number },
  ): Promise<Passage[]> {
    throw new Error();
  }
  /** An answer with its sources; null: the knowledge base does not answer this. */
  async answer(
    _question: string,
    _options: { language: Language; product?: Product | null },
  ): Promise<KnowledgeAnswer | null> {
    throw new Error();
  }
  async articles(
    _request: PageRequest & { query?: string; kind?: ArticleKind; language?: Language },
  ): Promise<Page<Article>> {
    throw new Error();
  }
  /** Throws NotFound. */
  async article(_id: string): Promise<Article> {
    throw new Error();
  }
  /** Makes or replaces the article of this slug and language. */
  async save(_article: ArticleInput, _staffId: string | null): Promise<Article> {
    throw new Error();
  }
  /** Throws NotFound. */
  async remove(_id: string, _staffId: string | null): Promise<void> {
    throw new Error();
  }
  async recordGap(_gap: NewGap): Promise<Gap> {
    throw new Error();
  }
  async gaps(_request: PageRequest & { state?: 'open' | 'closed' }): Promise<Page<Gap>> {
    throw new Error();
  }
  /** Throws NotFound. */
  async closeGap(_id: string, _staffId: string | null): Promise<Gap> {
    throw new Error();
  }
  /** Thumbs on an answer; the last word counts. An unhelpful answer becomes a gap, once. Unknown activities are ignored (null). */
  async recordFeedback(_feedback: {
    activityId: string;
    conversationId: string;
    helpful: boolean;
  }): Promise<Feedback | null> {
    throw new Error();
  }
}
