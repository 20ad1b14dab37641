import type { ReactNode } from 'react';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { retentionTexts } from '../../i18n/retention.ts';
import { useRetention } from '../../queries/retention.ts';
import { SettingsPage } from '../settingsPage.tsx';
import { RetentionForm } from './retentionForm.tsx';
import './retention.css';

/** How long what is kept of people is kept. */
export function RetentionArea(): ReactNode {
  const t = useTexts(retentionTexts);
  return (
    <SettingsPage from="administrator" refused={t} title={t.title} lead={t.lead}>
      <Area />
    </SettingsPage>
  );
}

function Area(): ReactNode {
  const retention = useRetention();
  return (
    <>
      {retention.error && !retention.data && (
        <ProblemNote error={retention.error} retry={() => void retention.refetch()} />
      )}
      {retention.isPending && <RowsSkeleton />}
      {retention.data && <RetentionForm retention={retention.data} />}
    </>
  );
}
