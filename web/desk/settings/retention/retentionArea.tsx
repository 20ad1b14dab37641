import type { ReactNode } from 'react';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { useMay } from '../../frame/session.tsx';
import { retentionTexts } from '../../i18n/retention.ts';
import { useRetention } from '../../queries/retention.ts';
import { EmptyNote } from '../../shell/listParts.tsx';
import { SettingsTabs } from '../settingsTabs.tsx';
import { RetentionForm } from './retentionForm.tsx';
import './retention.css';

/** How long what is kept of people is kept. */
export function RetentionArea(): ReactNode {
  const t = useTexts(retentionTexts);
  const may = useMay('administrator');
  if (!may) {
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
  const t = useTexts(retentionTexts);
  const retention = useRetention();
  return (
    <main className="whole">
      <SettingsTabs />
      <header className="whole-head">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      {retention.error && !retention.data && (
        <ProblemNote error={retention.error} retry={() => void retention.refetch()} />
      )}
      {retention.isPending && <RowsSkeleton />}
      {retention.data && <RetentionForm retention={retention.data} />}
    </main>
  );
}
