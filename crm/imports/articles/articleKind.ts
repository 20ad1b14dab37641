import type { ImportKind } from '../importKind.ts';
import { ArticleReader, articleColumn, articleStaging } from './articleReader.ts';

const compared = ['kind', 'title', 'body', 'productSkus', 'published', 'audience', 'validUntil', 'ownerId'];
const listed = (of: string) => compared.map((column) => `${of}."${column}"`).join(', ');

/** What the file does not say stays as it is. */
const merge = `
CREATE TEMPORARY TABLE merged ON COMMIT DROP AS
SELECT s.line, s.id, s.slug, s.language, m.*,
  CASE WHEN a.id IS NULL THEN 'added' WHEN (${listed('m')}) IS DISTINCT FROM (${listed('a')}) THEN 'changed'
  ELSE 'unchanged' END AS state
FROM staging s LEFT JOIN "Article" a ON a.slug = s.slug AND a.language = s.language CROSS JOIN LATERAL (
  SELECT coalesce(s.kind, a.kind, 'use') AS kind,
    coalesce(s.title, a.title) AS title,
    coalesce(s.body, a.body) AS body,
    coalesce(s."productSkus", a."productSkus", '{}') AS "productSkus",
    coalesce(s.published, a.published, true) AS published,
    coalesce(s.audience, a.audience, 'public') AS audience,
    coalesce(s."validUntil", a."validUntil") AS "validUntil",
    coalesce(s."ownerId", a."ownerId") AS "ownerId"
) m`;

/** What an article said before is kept, as with every save. */
const keepVersions = `
INSERT INTO "ArticleVersion" (id, "articleId", version, kind, title, body, "productSkus", published, audience, "validUntil", "savedById", "savedAt")
SELECT m.id, a.id, a.version, a.kind, a.title, a.body, a."productSkus", a.published, a.audience, a."validUntil", a."savedById", a."updatedAt"
FROM merged m JOIN "Article" a ON a.slug = m.slug AND a.language = m.language WHERE m.state = 'changed' ORDER BY m.slug
ON CONFLICT DO NOTHING`;

const write = `
INSERT INTO "Article" (id, slug, language, "updatedAt", "savedById", ${compared.map((column) => `"${column}"`).join(', ')})
SELECT id, slug, language, $1, $2::uuid, ${listed('m')} FROM merged m WHERE state <> 'unchanged' ORDER BY slug, language
ON CONFLICT (slug, language) DO UPDATE SET ${compared.map((column) => `"${column}" = excluded."${column}"`).join(', ')},
  "updatedAt" = excluded."updatedAt", "savedById" = excluded."savedById", version = "Article".version + 1, demo = false`;

/** Texts of the knowledge base. */
export const articleKind: ImportKind = {
  id: 'articles',
  required: { keys: ['title', 'slug'], say: 'the title (title, 标题) or the slug of an article' },
  takesOtherColumns: false,
  column: articleColumn,
  staging: articleStaging,
  createReader: (bulk) => ArticleReader.create(bulk),
  merge,
  async apply(bulk, _reader, { now, staffId }) {
    await bulk.query(keepVersions);
    await bulk.query(write, [now, staffId]);
  },
  topic: 'articles',
};
