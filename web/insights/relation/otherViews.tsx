import type { ReactNode } from 'react';
import type { Filter } from '../period.ts';
import { CohortLines } from './cohortLines.tsx';
import { RelationCard } from './relationCard.tsx';
import { RelationCards } from './relationCards.tsx';
import { SegmentChart } from './segmentChart.tsx';
import './relation.css';

/** How customers stay: segments month by month, and cohorts. */
export function RetentionView({ filter }: { filter: Filter }): ReactNode {
  return (
    <RelationCards>
      <RelationCard report="segmentsOverTime" filter={filter} chart={(table) => <SegmentChart table={table} />} />
      <RelationCard report="cohorts" filter={filter} chart={(table) => <CohortLines table={table} />} />
    </RelationCards>
  );
}

/** The seven analyses of customers: profiling, persistency, profitability, performance, prospecting, product, promotion. */
export function AnalysesView({ filter }: { filter: Filter }): ReactNode {
  return (
    <RelationCards>
      <RelationCard report="profiling" filter={filter} bar="customers" />
      <RelationCard report="persistency" filter={filter} bar="buyers" />
      <RelationCard report="profitability" filter={filter} bar="left" />
      <RelationCard report="performance" filter={filter} bar="revenue" />
      <RelationCard report="prospecting" filter={filter} bar="newCustomers" />
      <RelationCard report="productAnalysis" filter={filter} bar="revenue" />
      <RelationCard report="promotion" filter={filter} bar="sent" />
    </RelationCards>
  );
}
