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
const LONGEST_WORD = 60;
/** Complaints whose words are read at once, where that was not done when they were recorded. */
const BATCH = 500;

/** The most that one sign is worth with all words. */
const ONE_SIGN_AT_MOST = weight.product + weight.words;
/** Of those that share one sign only, so many of the newest have their words compared. */
const NEWEST = 3_000;

interface Found {
  id: string;
  score: number;
  product: boolean;
  cause: boolean;
  batch: boolean;
  alike: number;
}

/**
 * See Complaints.similar: those of the same product or the same cause within a year that are likest by product, cause, batch and
 * words. First among those that share two of the signs; only where these are not enough, as no single sign outweighs two, among
 * the newest that share one. So the time does not grow with the shop.
 */
export async function similarTo(client: Client, complaint: ComplaintSummary, now: Date): Promise<SimilarComplaint[]> {
  const { productId, causeCode } = complaint;
  if (!productId && !causeCode) return [];
  let found = await likest(client, complaint, twoSigns(complaint), now);
  if (found.length < SHOWN || found.at(-1)!.score <= ONE_SIGN_AT_MOST + 0.005)
    found = await likest(client, complaint, [...twoSigns(complaint), ...oneSign(complaint)], now);
  const rows = await client.complaint.findMany({
    where: { id: { in: found.map((each) => each.id) } },
    include: complaintNames,
  });
  return found.flatMap(({ score, ...signs }) => {
    const row = rows.find((each) => each.id === signs.id);
    return row ? [{ ...summaryOf(row), score, shared: sharedOf(signs) }] : [];
  });
}

type Asked = Pick<ComplaintSummary, 'id' | 'productId' | 'causeCode' | 'batch' | 'defectId' | 'whatHappened'>;

/** Conditions that no complaint fulfils twice. A batch is found by its index as it was typed, in small letters and in capitals. */
const sameBatch = ({ batch }: Asked): Prisma.Sql =>
  Prisma.sql`batch = ANY(${[batch ?? '', batch?.toLowerCase() ?? '', batch?.toUpperCase() ?? '']}::text[])`;
const otherBatch = (asked: Asked): Prisma.Sql =>
  asked.batch ? Prisma.sql`(batch IS NULL OR NOT ${sameBatch(asked)})` : Prisma.sql`true`;
const product = ({ productId }: Asked): Prisma.Sql => Prisma.sql`"productId" = ${productId}::uuid`;
const cause = ({ causeCode }: Asked): Prisma.Sql => Prisma.sql`"causeCode" = ${causeCode}::text`;
const notBoth = ({ productId, causeCode }: Asked): Prisma.Sql =>
  productId && causeCode
    ? Prisma.sql`("productId" IS DISTINCT FROM ${productId}::uuid OR "causeCode" IS DISTINCT FROM ${causeCode}::text)`
    : Prisma.sql`true`;

function twoSigns(asked: Asked): Prisma.Sql[] {
  const either = Prisma.sql`(${product(asked)} OR ${cause(asked)}) AND ${notBoth(asked)}`;
  return [
    ...(asked.productId && asked.causeCode ? [Prisma.sql`${product(asked)} AND ${cause(asked)}`] : []),
    ...(asked.batch ? [Prisma.sql`${sameBatch(asked)} AND ${either}`] : []),
  ];
}

function oneSign(asked: Asked): Prisma.Sql[] {
  const alone = [...(asked.productId ? [product(asked)] : []), ...(asked.causeCode ? [cause(asked)] : [])];
  return alone.map((sign) => Prisma.sql`${sign} AND ${notBoth(asked)} AND ${otherBatch(asked)}`);
}

/** The likest of those that fulfil one of the conditions. Common words are counted by tsvectors: ten times as quick as by arrays. */
async function likest(client: Client, asked: Asked, conditions: Prisma.Sql[], now: Date): Promise<Found[]> {
  if (conditions.length === 0) return [];
  const { id, productId, causeCode, defectId } = asked;
  const said = wordsOf(asked.whatHappened);
  const since = new Date(now.getTime() - WITHIN_DAYS * 86_400_000);
  const arms = conditions.map(
    (condition) => Prisma.sql`(
      SELECT id, words, batch, "createdAt", "productId", "causeCode" FROM "Complaint"
       WHERE ${condition} AND id <> ${id}::uuid AND "createdAt" >= ${since}
         AND (${defectId}::uuid IS NULL OR "defectId" IS DISTINCT FROM ${defectId}::uuid)
       ORDER BY "createdAt" DESC LIMIT ${NEWEST})`,
  );
  return client.$queryRaw<Found[]>(Prisma.sql`
    WITH near AS (${Prisma.join(arms, ' UNION ALL ')}), signs AS (
      SELECT id, words, "createdAt", "productId" IS NOT DISTINCT FROM ${productId}::uuid AND "productId" IS NOT NULL AS product,
             "causeCode" IS NOT DISTINCT FROM ${causeCode}::text AND "causeCode" IS NOT NULL AS cause,
             lower(batch) IS NOT DISTINCT FROM ${asked.batch?.toLowerCase() ?? null}::text AND batch IS NOT NULL AS batch
        FROM near
    ), counted AS (
      SELECT signs.*, coalesce((length(v) - length(ts_delete(v, ${said}::text[])))::float8
                               / nullif(least(length(v), ${said.length}::int), 0), 0) AS alike
        FROM signs, array_to_tsvector(array_remove(words, '')) AS v
    ), scored AS (
      SELECT *, round(((CASE WHEN product THEN ${weight.product}::float8 ELSE 0 END)
              + (CASE WHEN cause THEN ${weight.cause}::float8 ELSE 0 END)
              + (CASE WHEN batch THEN ${weight.batch}::float8 ELSE 0 END)
              + ${weight.words}::float8 * alike)::numeric, 2)::float8 AS score FROM counted
    )
    SELECT id, score, product, cause, batch, alike FROM scored WHERE score >= ${LEAST}::float8
     ORDER BY score DESC, "createdAt" DESC, id DESC LIMIT ${SHOWN}`);
}

function sharedOf({ product, cause, batch, alike }: Omit<Found, 'id' | 'score'>): SimilarComplaint['shared'] {
  const signs = { product, cause, batch, words: alike >= ALIKE };
  return (['product', 'cause', 'batch', 'words'] as const).filter((sign) => signs[sign]);
}

/** The words by which a complaint is compared, each once; of a run of letters without end its beginning. */
export const wordsOf = (text: string): string[] =>
  [...new Set(words(normalise(text)).map((word) => word.slice(0, LONGEST_WORD)))].slice(0, MOST_WORDS);

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
