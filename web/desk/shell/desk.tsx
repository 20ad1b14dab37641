import { type ReactNode, Suspense, useState } from 'react';
import { Outlet } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useConnection, useLive } from '../frame/live.ts';
import { PageSkeleton } from '../frame/pageSkeleton.tsx';
import { useTitle } from '../frame/title.ts';
import { frameTexts } from '../i18n/frame.ts';
import { KeyHelp } from './keyHelp.tsx';
import { useKeys } from './keys.ts';
import { Rail } from './rail.tsx';

/** The desk around its areas. */
export function Desk(): ReactNode {
  useLive();
  const connection = useConnection();
  const t = useTexts(frameTexts);
  useTitle(`${t.desk} · ${t.product}`);
  const [help, setHelp] = useState(false);
  useKeys({ '?': () => setHelp(true) });
  return (
    <div className="desk">
      <Rail openKeys={() => setHelp(true)} />
      {connection === 'lost' && (
        <p className="lost" aria-hidden="true">
          {t.lost}
        </p>
      )}
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
      <KeyHelp open={help} close={() => setHelp(false)} />
    </div>
  );
}
