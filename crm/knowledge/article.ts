import { z } from 'zod';
import { languageSchema } from '#ai/reading.ts';

export const articleKinds = ['use', 'care', 'installation', 'returns', 'safety', 'service'] as const;
export type ArticleKind = (typeof articleKinds)[number];

/** Small letters, figures and hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A text of the knowledge base as staff write it; `slug` and `language` name it, translations share the slug. */
export const articleInputSchema = z.object({
  slug: z.string().max(120).regex(slugPattern, 'Use small letters, figures and hyphens, e.g. descale-kettle.'),
  language: languageSchema,
  kind: z.enum(articleKinds),
  title: z.string().trim().min(1).max(200),
  /** Markdown. */
  body: z.string().trim().min(1).max(50_000),
  productSkus: z.array(z.string().max(60)).max(200).default([]),
  published: z.boolean().default(true),
});
export type ArticleInput = z.infer<typeof articleInputSchema>;
