import { normalise, words } from '#ai/tokenizer.ts';
import type { Client } from '#prisma/client.ts';
import type { ComplaintSummary } from './complaint.ts';
import { complaintNames, summaryOf } from './complaint.ts';

/** A complaint that may have the same cause; `score` from 0 to 1, `shared` what speaks for it. */
export interface SimilarComplaint extends ComplaintSummary {
  score: number;
  shared: ('product' | 'cause' | 'batch' | 'words')[];
}

const WITHIN_DAYS = 365;
const LOOKED_AT = 300;
const SHOWN = 8;
const LEAST = 0.45;
/** What each sign is worth; together 1. A batch says most, words least: customers tell one fault in many ways. */
const weight = { product: 0.35, cause: 0.25, batch: 0.2, words: 0.2 };

/** See Complaints.similar: the same product or the same cause within a year, by product, cause, batch and words. */
export async function similarTo(client: Client, complaint: ComplaintSummary, now: Date): Promise<SimilarComplaint[]> {
  const { id, productId, causeCode } = complaint;
  const near = [...(productId ? [{ productId }] : []), ...(causeCode ? [{ causeCode }] : [])];
  if (near.length === 0) return [];
  const rows = await client.complaint.findMany({
    where: { id: { not: id }, createdAt: { gte: new Date(now.getTime() - WITHIN_DAYS * 86_400_000) }, OR: near },
    include: complaintNames,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: LOOKED_AT,
  });
  const said = wordsOf(complaint.whatHappened);
  return rows
    .map((row) => ({ ...summaryOf(row), ...likeness(complaint, row, said) }))
    .filter(({ score, defectId }) => score >= LEAST && (!complaint.defectId || defectId !== complaint.defectId))
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN);
}

type Signs = Pick<ComplaintSummary, 'productId' | 'causeCode' | 'batch' | 'whatHappened'>;

function likeness(one: Signs, other: Signs, said: Set<string>): Pick<SimilarComplaint, 'score' | 'shared'> {
  const shared: SimilarComplaint['shared'] = [];
  if (one.productId && one.productId === other.productId) shared.push('product');
  if (one.causeCode && one.causeCode === other.causeCode) shared.push('cause');
  if (one.batch && one.batch.toLowerCase() === other.batch?.toLowerCase()) shared.push('batch');
  const alike = overlap(said, wordsOf(other.whatHappened));
  const score = shared.reduce((sum, sign) => sum + weight[sign], 0) + weight.words * alike;
  return { score: Math.round(score * 100) / 100, shared: alike >= 0.3 ? [...shared, 'words'] : shared };
}

const wordsOf = (text: string): Set<string> => new Set(words(normalise(text)));

/** What the smaller of two sets shares with the other, 0 to 1. */
function overlap(a: Set<string>, b: Set<string>): number {
  const least = Math.min(a.size, b.size);
  if (least === 0) return 0;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / least;
}
