import type { ReactNode } from 'react';
import { useTexts } from '../desk/frame/language.tsx';
import { filterTexts } from './i18n/filters.ts';
import type { Filter } from './period.ts';

type Name = 'product' | 'rated';

/** Says which filters of the address a figure does not follow, and why; nothing where none is set. */
export function Unheeded(props: { filter: Filter; heeds?: Name; why: string }): ReactNode {
  const { filter, heeds, why } = props;
  const t = useTexts(filterTexts);
  const set: Record<Name, unknown> = { product: filter.productId, rated: filter.rated };
  const names = (['product', 'rated'] as const).filter((name) => set[name] && name !== heeds);
  if (names.length === 0) return null;
  return (
    <p className="note" role="note">
      {t.unheeded(names.map((name) => t.names[name]).join(t.and), why)}
    </p>
  );
}
