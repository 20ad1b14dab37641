import type { ReactNode } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { relationTexts } from '../i18n/relation.ts';

/** Tables of the relation, with how all of them are read above them. */
export function RelationCards({ children }: { children: ReactNode }): ReactNode {
  const t = useTexts(relationTexts);
  return (
    <>
      <p className="note relation-press">{t.press}</p>
      <div className="cards">{children}</div>
    </>
  );
}
