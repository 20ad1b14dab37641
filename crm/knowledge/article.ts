import { z } from 'zod';
import { languageSchema } from '#ai/reading.ts';
import { audienceSchema } from './audience.ts';

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
  /** Who may be told of it. */
  audience: audienceSchema.default('public'),
  /** Never answered from after this moment. */
  validUntil: z.date().nullable().default(null),
  /** Who keeps it true. */
  ownerId: z.uuid().nullable().default(null),
});
/** What is not said takes its default: published, for everybody, without an end. */
export type ArticleInput = z.input<typeof articleInputSchema>;
