import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { usePointsRules, useTierRules } from '../queries/loyalty.ts';
import { useRoom, useSegments } from '../queries/segments.ts';
import { SettingsTabs } from '../settings/settingsTabs.tsx';
import { EmptyNote } from '../shell/listParts.tsx';
import { PointsForm } from './pointsForm.tsx';
import { RelationForm } from './relationForm.tsx';
import { TierForm } from './tierForm.tsx';
import '../care/care.css';
import './loyalty.css';

/** How points are earned and what tiers ask for. */
export function LoyaltyArea(): ReactNode {
  const t = useTexts(loyaltyTexts);
  const points = usePointsRules();
  const tiers = useTierRules();
  const segments = useSegments();
  const room = useRoom(true);
  if (!useMay('manager')) {
    return (
      <main className="whole">
        <EmptyNote icon="settings" title={t.notAllowedTitle}>
          {t.notAllowed}
        </EmptyNote>
      </main>
    );
  }
  const failed = [points, tiers].find(({ error, data }) => error && !data);
  return (
    <main className="whole">
      <SettingsTabs />
      <header className="whole-head">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      {failed && <ProblemNote error={failed.error} retry={() => void failed.refetch()} />}
      {points.data && tiers.data ? (
        <>
          <PointsForm rules={points.data} />
          <TierForm rules={tiers.data} />
          {segments.data && room.data && <RelationForm rules={segments.data.rules} room={room.data} />}
        </>
      ) : (
        !failed && <RowsSkeleton />
      )}
    </main>
  );
}
