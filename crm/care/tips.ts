import { Prisma } from '#prisma/client.ts';

const apart = { zh: '、', en: ', ' };

/** Titles of what the shop has written for everybody on using, installing and keeping these products (an array of SKUs): a customer asks for them by name. */
const titles = (skus: Prisma.Sql, language: 'zh' | 'en', on: string) => Prisma.sql`
  (SELECT string_agg(t.title, ${apart[language]}) FROM (
     SELECT a.title FROM "Article" a
      WHERE a.published AND a.audience = 'public' AND a.language = ${language} AND a.kind IN ('use', 'care', 'installation')
        AND (a."validUntil" IS NULL OR a."validUntil" > ${on}::date) AND a."productSkus" && ${skus}
      ORDER BY a.kind DESC, a.title LIMIT 2) t)`;

/** Tips for products in both languages, for a text; null where there are none. */
export const tipsOn = (skus: Prisma.Sql, on: string) => Prisma.sql`
  nullif(jsonb_strip_nulls(jsonb_build_object('zh', ${titles(skus, 'zh', on)}, 'en', ${titles(skus, 'en', on)})), '{}'::jsonb)`;
