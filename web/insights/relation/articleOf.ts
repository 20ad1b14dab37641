import { useCallback } from 'react';
import type { InView } from '../actions/actionBar.tsx';
import { useProducts } from '../reports.ts';
import type { RelationRow } from './queries.ts';
import { useRelationWords } from './words.ts';

/** So many products at most has an article from here: one on more helps nobody. */
const MOST = 20;

type Line = Pick<RelationRow, 'value' | 'name'>;

/** What an article on some lines would be about: their products, those of their categories, or the product in view. */
export function useArticleOf(): (by: string, lines: readonly Line[], productId?: string) => InView['article'] {
  const products = useProducts().data?.items;
  const words = useRelationWords();
  return useCallback(
    (by, lines, productId) => {
      const known = lines.filter(({ value }) => value !== '');
      const values = new Set(known.flatMap(({ value }) => (by === 'pair' ? value.split('+') : [value])));
      const ofLines = by === 'product' || by === 'pair' || by === 'category';
      const found = (products ?? []).filter(({ id, categoryKey }) =>
        ofLines ? values.has(by === 'category' ? categoryKey : id) : id === productId,
      );
      const skus = found.length > MOST ? [] : found.map(({ sku }) => sku);
      return { products: skus, title: ofLines && known.length === 1 ? words.row(known[0]!, by) : undefined };
    },
    [products, words],
  );
}
