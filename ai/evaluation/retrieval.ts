import type { z } from 'zod';
import { languageOf } from '../languageOf.ts';
import { createSearchIndex, type SearchIndex } from '../searchIndex.ts';
import { type Figures, memoryMb, quantile, rounded, share, timed, warmUp } from './measures.ts';
import type { documentRow, pairRow, queryRow } from './rows.ts';

type DocumentRow = z.infer<typeof documentRow>;
type QueryRow = z.infer<typeof queryRow>;
type PairRow = z.infer<typeof pairRow>;

const DEPTH = 10;

/** Searches one index for every question: mean reciprocal rank, recall and precision at the first places, and times. */
export function evaluateRetrieval(documents: readonly DocumentRow[], queries: readonly QueryRow[]): Figures {
  const before = memoryMb();
  const { result: index, ms: built } = timed(() => indexOf(documents));
  const heap = memoryMb() - before;
  const asked = queries.filter(({ rel }) => rel.length > 0);
  warmUp(asked, ({ q }) => index.search(q, { limit: DEPTH }));
  const times: number[] = [];
  let reciprocal = 0;
  let recall = 0;
  let first = 0;
  for (const { q, rel, among } of asked) {
    const allowed = among && new Set(among);
    const { result: hits, ms } = timed(() =>
      index.search(q, { limit: DEPTH, ...(allowed && { accept: (id) => allowed.has(id) }) }),
    );
    times.push(ms);
    const relevant = new Set(rel);
    const rank = hits.findIndex(({ id }) => relevant.has(id)) + 1;
    if (rank > 0) reciprocal += 1 / rank;
    if (rank === 1) first++;
    recall += hits.filter(({ id }) => relevant.has(id)).length / relevant.size;
  }
  return {
    mrr10: rounded(share(reciprocal, asked.length)),
    recall10: rounded(share(recall, asked.length)),
    p1: rounded(share(first, asked.length)),
    msP50: rounded(quantile(times, 0.5)),
    msP95: rounded(quantile(times, 0.95)),
    buildSeconds: rounded(built / 1000, 3),
    heapMb: rounded(heap, 1),
    documents: documents.length,
    queries: asked.length,
  };
}

function indexOf(documents: readonly DocumentRow[]): SearchIndex {
  const index = createSearchIndex();
  for (const { id, title, body, text } of documents) {
    const content = [text, body].filter((part) => part != null).join('\n');
    index.put({ id, language: languageOf(`${title ?? ''} ${content}`), title: title ?? '', body: content });
  }
  return index;
}

/** Ranks each question's own candidates; questions of which no candidate is right are passed over. */
export function evaluatePairs(rows: readonly PairRow[]): Figures {
  const ids = rows.map((_, i) => String(i));
  const documents = rows.map(({ candidate }, i) => ({ id: ids[i]!, text: candidate }));
  const byQuestion = new Map<string, QueryRow & { among: string[] }>();
  rows.forEach(({ qid, question, label }, i) => {
    const query = byQuestion.get(qid) ?? { q: question, rel: [], among: [] };
    byQuestion.set(qid, query);
    query.among.push(ids[i]!);
    if (Number(label) > 0) query.rel.push(ids[i]!);
  });
  return evaluateRetrieval(documents, [...byQuestion.values()]);
}
