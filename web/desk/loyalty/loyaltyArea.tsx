import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { usePointsRules, useTierRules } from '../queries/loyalty.ts';
import { useRoom, useSegments } from '../queries/segments.ts';
import { SettingsPage } from '../settings/settingsPage.tsx';
import { PointsForm } from './pointsForm.tsx';
import { RelationForm } from './relationForm.tsx';
import { TierForm } from './tierForm.tsx';
import '../care/care.css';
import './loyalty.css';

/** How points are earned and what tiers ask for. */
export function LoyaltyArea(): ReactNode {
  const t = useTexts(loyaltyTexts);
  return (
    <SettingsPage from="manager" refused={t} title={t.title} lead={t.lead}>
      <Rules />
    </SettingsPage>
  );
}

function Rules(): ReactNode {
  const points = usePointsRules();
  const tiers = useTierRules();
  const segments = useSegments();
  const room = useRoom(true);
  const failed = [points, tiers].find(({ error, data }) => error && !data);
  return (
    <>
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
    </>
  );
}
