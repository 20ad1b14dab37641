import { normalise, words } from '#ai/tokenizer.ts';
import { type Client, type Database, Prisma } from '#prisma/client.ts';
import type { ComplaintSummary } from './complaint.ts';
import { complaintNames, summaryOf } from './complaint.ts';

/** A complaint that may have the same cause; `score` from 0 to 1, `shared` what speaks for it. */
export interface SimilarComplaint extends ComplaintSummary {
  score: number;
  shared: ('product' | 'cause' | 'batch' | 'words')[];
}

const WITHIN_DAYS = 365;
const SHOWN = 8;
const LEAST = 0.45;
/** What each sign is worth; together 1. A batch says most, words least: customers tell one fault in many ways. */
const weight = { product: 0.35, cause: 0.25, batch: 0.2, words: 0.2 };
/** From this share of common words on they are named as a sign. */
const ALIKE = 0.3;
const MOST_WORDS = 200;
/** Complaints whose words are read at once, where that was not done when they were recorded. */
const BATCH = 500;

interface Found {
  id: string;
  score: number;
  product: boolean;
  cause: boolean;
  batch: boolean;
  alike: number;
}

/**
 * See Complaints.similar: among all complaints of the same product or the same cause within a year, those that are likest by
 * product, cause, batch and words. The database counts them all; only what can reach the least score has its words compared.
 */
export async function similarTo(client: Client, complaint: ComplaintSummary, now: Date): Promise<SimilarComplaint[]> {
  const { id, productId, causeCode, defectId } = complaint;
  if (!productId && !causeCode) return [];
  const batch = complaint.batch?.toLowerCase() ?? null;
  const said = wordsOf(complaint.whatHappened);
  const found = await client.$queryRaw<Found[]>(Prisma.sql`
    WITH near AS (
      SELECT id, words, "createdAt", "productId" IS NOT DISTINCT FROM ${productId}::uuid AND "productId" IS NOT NULL AS product,
             "causeCode" IS NOT DISTINCT FROM ${causeCode}::text AND "causeCode" IS NOT NULL AS cause,
             lower(batch) IS NOT DISTINCT FROM ${batch}::text AND batch IS NOT NULL AS batch
        FROM "Complaint"
       WHERE ("productId" = ${productId}::uuid OR "causeCode" = ${causeCode}::text) AND id <> ${id}::uuid
         AND "createdAt" >= ${new Date(now.getTime() - WITHIN_DAYS * 86_400_000)}
         AND (${defectId}::uuid IS NULL OR "defectId" IS DISTINCT FROM ${defectId}::uuid)
    ), signs AS (
      SELECT *, (CASE WHEN product THEN ${weight.product}::float8 ELSE 0 END)
              + (CASE WHEN cause THEN ${weight.cause}::float8 ELSE 0 END)
              + (CASE WHEN batch THEN ${weight.batch}::float8 ELSE 0 END) AS base FROM near
    ), counted AS (
      SELECT *, CASE WHEN cardinality(words) > 0 AND ${said.length}::int > 0 THEN
          (SELECT count(*) FROM unnest(words) AS word WHERE word = ANY(${said}::text[]))::float8
            / least(cardinality(words), ${said.length}::int) ELSE 0 END AS alike
        FROM signs WHERE base + ${weight.words}::float8 >= ${LEAST - 0.005}::float8
    ), scored AS (
      SELECT *, round((base + ${weight.words}::float8 * alike)::numeric, 2)::float8 AS score FROM counted
    )
    SELECT id, score, product, cause, batch, alike FROM scored WHERE score >= ${LEAST}::float8
     ORDER BY score DESC, "createdAt" DESC, id DESC LIMIT ${SHOWN}`);
  const rows = await client.complaint.findMany({
    where: { id: { in: found.map((each) => each.id) } },
    include: complaintNames,
  });
  return found.flatMap(({ score, ...signs }) => {
    const row = rows.find((each) => each.id === signs.id);
    return row ? [{ ...summaryOf(row), score, shared: sharedOf(signs) }] : [];
  });
}

function sharedOf({ product, cause, batch, alike }: Omit<Found, 'id' | 'score'>): SimilarComplaint['shared'] {
  const signs = { product, cause, batch, words: alike >= ALIKE };
  return (['product', 'cause', 'batch', 'words'] as const).filter((sign) => signs[sign]);
}

/** The words by which a complaint is compared, each once. */
export const wordsOf = (text: string): string[] => [...new Set(words(normalise(text)))].slice(0, MOST_WORDS);

const orBlank = (found: string[]): string[] => (found.length > 0 ? found : ['']);

/** Reads the words of complaints that came in otherwise (an import, the demo shop). Safe to run twice, and at once. Returns how many. */
export async function readWords(db: Database): Promise<number> {
  if (!(await db.client.complaint.findFirst({ where: { words: { isEmpty: true } }, select: { id: true } }))) return 0;
  let read = 0;
  for (;;) {
    const count = await db.transaction(async (client) => {
      const rows = await client.$queryRaw<{ id: string; whatHappened: string }[]>`
        SELECT id, "whatHappened" FROM "Complaint" WHERE words = '{}' LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
      // What has no words at all is marked as read all the same.
      const found = rows.map(({ id, whatHappened }) => ({ id, words: orBlank(wordsOf(whatHappened)) }));
      await client.$executeRaw`
        UPDATE "Complaint" c SET words = ARRAY(SELECT jsonb_array_elements_text(each->'words'))
          FROM jsonb_array_elements(${JSON.stringify(found)}::jsonb) AS each WHERE c.id = (each->>'id')::uuid`;
      return rows.length;
    });
    read += count;
    if (count < BATCH) return read;
  }
}
