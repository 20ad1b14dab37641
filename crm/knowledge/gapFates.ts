import { type Client, Prisma } from '#prisma/client.ts';
import { clustersOf, type GapCluster, type GapRow, gapRows } from './gapClusters.ts';

/** What became of a question: still open, answered by an article now, or closed without one. */
export const gapFates = ['open', 'filled', 'closed'] as const;
export type GapFate = (typeof gapFates)[number];

/** Which questions: asked in [from, to), about a product, in a language, with one fate. */
export interface GapsAsked {
  from: Date;
  to: Date;
  productId?: string | undefined;
  language?: 'zh' | 'en' | undefined;
  fate?: GapFate | undefined;
}

/** Questions that ask the same with what became of them. `askedAgain`: how often it was asked after it had been closed. */
export interface GapGroup extends Omit<GapCluster, 'gaps'> {
  open: number;
  filled: number;
  closed: number;
  askedAgain: number;
  /** The article that answers it, where there is one. */
  article: { id: string; title: string } | null;
  gaps: (GapCluster['gaps'][number] & { fate: GapFate })[];
}

const fateOf = ({ state, articleId }: { state: string; articleId: string | null }): GapFate =>
  state === 'open' ? 'open' : articleId ? 'filled' : 'closed';

/** The gaps g that are asked for; both states are named, so that the index of state and time serves. */
export const gapsWhere = ({ from, to, productId, language, fate }: GapsAsked): Prisma.Sql => Prisma.sql`
  g.state IN ('open', 'closed') AND g."createdAt" >= ${from} AND g."createdAt" < ${to}
  ${productId ? Prisma.sql`AND g."productId" = ${productId}::uuid` : Prisma.empty}
  ${language ? Prisma.sql`AND g.language = ${language}` : Prisma.empty}
  ${
    fate === 'open'
      ? Prisma.sql`AND g.state = 'open'`
      : fate
        ? Prisma.sql`AND g.state = 'closed' AND g."articleId" IS ${fate === 'filled' ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`
        : Prisma.empty
  }`;

/** Questions of a span in groups, those asked most first. Of very many the newest 3,000 are looked at. */
export async function gapGroups(
  client: Client,
  asked: GapsAsked,
  weightOf: (term: string) => number,
): Promise<GapGroup[]> {
  const rows = await gapRows(client, gapsWhere(asked));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return clustersOf(rows, weightOf)
    .map((cluster) => groupOf(cluster, byId))
    .toSorted((a, b) => b.count - a.count || b.score - a.score || a.id.localeCompare(b.id));
}

function groupOf(cluster: GapCluster, byId: ReadonlyMap<string, GapRow>): GapGroup {
  const rows = cluster.gaps.map(({ id }) => byId.get(id)!);
  const count = (fate: GapFate) => rows.filter((row) => fateOf(row) === fate).length;
  const closings = rows.flatMap(({ closedAt }) => closedAt ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  const answered = rows.findLast(({ articleId }) => articleId);
  return {
    ...cluster,
    open: count('open'),
    filled: count('filled'),
    closed: count('closed'),
    askedAgain: closings[0] ? rows.filter(({ createdAt }) => createdAt > closings[0]!).length : 0,
    article: answered?.articleId ? { id: answered.articleId, title: answered.article ?? '' } : null,
    gaps: cluster.gaps.map((gap) => ({ ...gap, fate: fateOf(byId.get(gap.id)!) })),
  };
}
