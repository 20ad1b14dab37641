import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { relationTexts } from '../i18n/relation.ts';
import type { Filter } from '../period.ts';
import { RelationCard } from './relationCard.tsx';
import { RelationCards } from './relationCards.tsx';
import './relation.css';

/** What enquiries cost, and what it costs that customers leave. */
export function CostsView({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(relationTexts);
  const rates = (
    <Button size="small" href="/desk/settings/costs">
      {t.settings}
    </Button>
  );
  return (
    <RelationCards>
      <RelationCard report="enquiryCosts" filter={filter} bar="cost" tools={rates} />
      <RelationCard report="leaving" filter={filter} bar="yearRevenue" tools={rates} />
    </RelationCards>
  );
}
