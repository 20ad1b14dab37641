import type { ReactNode } from 'react';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { costTexts } from '../../i18n/costs.ts';
import { useCostRates } from '../../queries/costs.ts';
import { useCategories } from '../../queries/taskSettings.ts';
import { SettingsPage } from '../settingsPage.tsx';
import { CostForm } from './costForm.tsx';

/** What work and messages cost, and what sales leave. */
export function CostArea(): ReactNode {
  const t = useTexts(costTexts);
  return (
    <SettingsPage from="manager" refused={t} title={t.title} lead={t.lead}>
      <Area />
    </SettingsPage>
  );
}

function Area(): ReactNode {
  const rates = useCostRates();
  const categories = useCategories();
  return (
    <>
      {rates.error && !rates.data && <ProblemNote error={rates.error} retry={() => void rates.refetch()} />}
      {rates.isPending && <RowsSkeleton />}
      {rates.data && <CostForm settings={rates.data} categories={categories.data?.items ?? []} />}
    </>
  );
}
