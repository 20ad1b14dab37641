import { air } from './air.ts';
import { assistant } from './assistant.ts';
import { baby } from './baby.ts';
import { bedding } from './bedding.ts';
import { body } from './body.ts';
import { choosing } from './choosing.ts';
import { coffee } from './coffee.ts';
import { cooking } from './cooking.ts';
import { emergencies } from './emergencies.ts';
import { hair } from './hair.ts';
import { humidifier } from './humidifier.ts';
import { keeping } from './keeping.ts';
import { kettles } from './kettles.ts';
import { laundry } from './laundry.ts';
import { membership } from './membership.ts';
import { oral } from './oral.ts';
import { recycling } from './recycling.ts';
import { returns } from './returns.ts';
import { rugs } from './rugs.ts';
import type { Article, ArticleSource } from './shapes.ts';
import { shopping } from './shopping.ts';
import { skin } from './skin.ts';
import { suitability } from './suitability.ts';
import { warranty } from './warranty.ts';
import { water } from './water.ts';

/** Every article as written, both languages side by side. */
export const articleSources: ArticleSource[] = [
  ...shopping,
  ...membership,
  ...returns,
  ...warranty,
  ...hair,
  ...body,
  ...skin,
  ...emergencies,
  ...oral,
  ...laundry,
  ...kettles,
  ...cooking,
  ...coffee,
  ...air,
  ...humidifier,
  ...water,
  ...bedding,
  ...rugs,
  ...baby,
  ...suitability,
  ...choosing,
  ...keeping,
  ...recycling,
  ...assistant,
];

/** The knowledge base: one row for each article and language. */
export const articles: Article[] = articleSources.flatMap(({ slug, kind, productSkus, zh, en }) => [
  { slug, language: 'zh' as const, kind, productSkus, ...zh },
  { slug, language: 'en' as const, kind, productSkus, ...en },
]);
