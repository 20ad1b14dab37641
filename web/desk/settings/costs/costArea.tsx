import type { ReactNode } from 'react';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { useMay } from '../../frame/session.tsx';
import { costTexts } from '../../i18n/costs.ts';
import { useCostRates } from '../../queries/costs.ts';
import { useCategories } from '../../queries/taskSettings.ts';
import { EmptyNote } from '../../shell/listParts.tsx';
import { SettingsTabs } from '../settingsTabs.tsx';
import { CostForm } from './costForm.tsx';

/** What work and messages cost, and what sales leave. */
export function CostArea(): ReactNode {
  const t = useTexts(costTexts);
  if (!useMay('manager')) {
    return (
      <main className="whole">
        <EmptyNote icon="settings" title={t.notAllowedTitle}>
          {t.notAllowed}
        </EmptyNote>
      </main>
    );
  }
  return <Area />;
}

function Area(): ReactNode {
  const t = useTexts(costTexts);
  const rates = useCostRates();
  const categories = useCategories();
  return (
    <main className="whole">
      <SettingsTabs />
      <header className="whole-head">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      {rates.error && !rates.data && <ProblemNote error={rates.error} retry={() => void rates.refetch()} />}
      {rates.isPending && <RowsSkeleton />}
      {rates.data && <CostForm settings={rates.data} categories={categories.data?.items ?? []} />}
    </main>
  );
}
