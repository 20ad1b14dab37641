import { air } from './air.ts';
import { assistant } from './assistant.ts';
import { baby } from './baby.ts';
import { bedding } from './bedding.ts';
import { choosing } from './choosing.ts';
import { hairAndBody } from './hairAndBody.ts';
import { kitchen } from './kitchen.ts';
import { laundry } from './laundry.ts';
import { oral } from './oral.ts';
import { returns } from './returns.ts';
import type { Article, ArticleSource } from './shapes.ts';
import { shopping } from './shopping.ts';
import { skin } from './skin.ts';
import { warranty } from './warranty.ts';
import { water } from './water.ts';

/** Every article as written, both languages side by side. */
export const articleSources: ArticleSource[] = [
  ...shopping,
  ...returns,
  ...warranty,
  ...hairAndBody,
  ...skin,
  ...oral,
  ...laundry,
  ...kitchen,
  ...air,
  ...water,
  ...bedding,
  ...baby,
  ...choosing,
  ...assistant,
];

/** The knowledge base: one row for each article and language. */
export const articles: Article[] = articleSources.flatMap(({ slug, kind, productSkus, zh, en }) => [
  { slug, language: 'zh' as const, kind, productSkus, ...zh },
  { slug, language: 'en' as const, kind, productSkus, ...en },
]);
