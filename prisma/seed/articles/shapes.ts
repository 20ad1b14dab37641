import type { Language } from '../catalogue/shapes.ts';

/** What an article is about. */
export const articleKinds = ['use', 'care', 'installation', 'returns', 'safety', 'service'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** A text of the knowledge base in one language; translations share the slug. */
export interface Article {
  slug: string;
  language: Language;
  kind: ArticleKind;
  title: string;
  /** Markdown. */
  body: string;
  /** Stock numbers of the products it speaks of; empty for articles about the shop. */
  productSkus: string[];
}

/** An article as written: both languages side by side, so that neither is forgotten. */
export interface ArticleSource {
  slug: string;
  kind: ArticleKind;
  productSkus: string[];
  zh: { title: string; body: string };
  en: { title: string; body: string };
}
