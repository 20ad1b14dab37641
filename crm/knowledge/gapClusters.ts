import { stopWords } from '#ai/search/stopWords.ts';
import { normalise, terms } from '#ai/tokenizer.ts';
import { type Client, type Database, Prisma } from '#prisma/client.ts';
import { inLanguage, type Localized } from '../localized.ts';

/** Open questions that ask the same, seen together. */
export interface GapCluster {
  /** Of the first question asked. */
  id: string;
  question: string;
  language: string;
  product: { id: string; sku: string; name: string } | null;
  count: number;
  /** How urgent: see gapCost. */
  score: number;
  handoffs: number;
  complaints: number;
  unhelpful: number;
  lastAskedAt: Date;
  gaps: { id: string; question: string; conversationId: string | null; createdAt: Date }[];
}

/** A question with what it cost and what became of it. */
export interface GapRow {
  id: string;
  question: string;
  language: string;
  reason: string;
  conversationId: string | null;
  createdAt: Date;
  productId: string | null;
  sku: string | null;
  name: Localized | null;
  priceCents: number | null;
  handoffs: number;
  complaints: number;
  state: string;
  closedAt: Date | null;
  articleId: string | null;
  /** The title of the article that answers it now. */
  article: string | null;
}

/** Two questions with so much of their words' weight in common ask the same. */
const ALIKE = 0.5;
/** More open questions than this are not looked at: the latest count. */
const MOST = 3000;

/**
 * What one open question costs: `1 + log10(1 + price) + 2·handoffs + 3·complaints`. `price` is that of the product asked about in
 * yuan (a buyer is lost), `handoffs` whether a person then had to answer (1 or 0), `complaints` whether the talk ended in one.
 * The score of a cluster is the sum over its questions: how often × how costly on average.
 */
export const gapCost = (gap: { priceCents: number | null; handoffs: number; complaints: number }): number =>
  1 + Math.log10(1 + (gap.priceCents ?? 0) / 100) + 2 * Math.min(1, gap.handoffs) + 3 * Math.min(1, gap.complaints);

/** Open questions in clusters, the costliest first. The same questions always give the same clusters. */
export async function gapClusters(db: Database, weightOf: (term: string) => number): Promise<GapCluster[]> {
  const rows = await gapRows(db.client, Prisma.sql`g.state = 'open'`);
  return clustersOf(rows, weightOf).sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}

/** The newest questions g of a condition, oldest first. */
export const gapRows = (client: Client, where: Prisma.Sql): Promise<GapRow[]> =>
  client.$queryRaw<GapRow[]>(Prisma.sql`
    SELECT g.id, g.question, g.language, g.reason, g."conversationId", g."createdAt", g."productId", p.sku, p.name, p."priceCents",
      g.state::text AS state, g."closedAt", g."articleId", a.title AS article,
      (SELECT count(*)::int FROM (SELECT 1 FROM "Task" t WHERE t."conversationId" = g."conversationId"
         AND t.type IN ('answer', 'callBack') AND t."createdAt" >= g."createdAt" LIMIT 1) h) AS handoffs,
      (SELECT count(*)::int FROM (SELECT 1 FROM "Complaint" c WHERE c."conversationId" = g."conversationId"
         AND c."createdAt" >= g."createdAt" LIMIT 1) h) AS complaints
    FROM (SELECT * FROM "Gap" g WHERE ${where} ORDER BY g."createdAt" DESC, g.id DESC LIMIT ${MOST}) g
    LEFT JOIN "Product" p ON p.id = g."productId" LEFT JOIN "Article" a ON a.id = g."articleId"
   ORDER BY g."createdAt", g.id`);

/** A question joins the first cluster whose first question it resembles; of the same language and, where both name one, product. */
export function clustersOf(rows: readonly GapRow[], weightOf: (term: string) => number): GapCluster[] {
  const clusters: { words: Set<string>; first: GapRow; cluster: GapCluster }[] = [];
  for (const row of rows) {
    const words = contentWords(row.question);
    const home = clusters.find(
      ({ first, words: others }) =>
        first.language === row.language &&
        (!first.productId || !row.productId || first.productId === row.productId) &&
        (first.question === row.question || alike(words, others, weightOf) >= ALIKE),
    );
    if (home) join(home.cluster, row);
    else clusters.push({ words, first: row, cluster: join(emptyCluster(row), row) });
  }
  return clusters.map(({ cluster }) => cluster);
}

const emptyCluster = ({ id, question, language, createdAt }: GapRow): GapCluster => ({
  id,
  question,
  language,
  product: null,
  count: 0,
  score: 0,
  handoffs: 0,
  complaints: 0,
  unhelpful: 0,
  lastAskedAt: createdAt,
  gaps: [],
});

function join(cluster: GapCluster, row: GapRow): GapCluster {
  const { id, question, conversationId, createdAt, productId, sku, name } = row;
  cluster.count++;
  cluster.score += gapCost(row);
  cluster.handoffs += Math.min(1, row.handoffs);
  cluster.complaints += Math.min(1, row.complaints);
  if (row.reason === 'unhelpful') cluster.unhelpful++;
  if (createdAt > cluster.lastAskedAt) cluster.lastAskedAt = createdAt;
  if (productId && sku && name)
    cluster.product ??= { id: productId, sku, name: inLanguage(name, row.language === 'en' ? 'en' : 'zh') };
  cluster.gaps.push({ id, question, conversationId, createdAt });
  return cluster;
}

const contentWords = (question: string): Set<string> =>
  new Set(terms(normalise(question)).flatMap(({ term, surface }) => (stopWords.has(surface) ? [] : [term])));

/** Weighted Jaccard: the weight of common words over that of all; rare words weigh more. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>, weightOf: (term: string) => number): number {
  let common = 0;
  let all = 0;
  for (const term of new Set([...a, ...b])) {
    const weight = Math.max(0.1, weightOf(term));
    all += weight;
    if (a.has(term) && b.has(term)) common += weight;
  }
  return all > 0 ? common / all : 0;
}
