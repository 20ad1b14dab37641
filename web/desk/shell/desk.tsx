import { type ReactNode, useState } from 'react';
import { Outlet } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useConnection, useLive } from '../frame/live.ts';
import { frameTexts } from '../i18n/frame.ts';
import { KeyHelp } from './keyHelp.tsx';
import { useKeys } from './keys.ts';
import { Rail } from './rail.tsx';

/** The desk around its areas. */
export function Desk(): ReactNode {
  useLive();
  const connection = useConnection();
  const t = useTexts(frameTexts);
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
      <Outlet />
      <KeyHelp open={help} close={() => setHelp(false)} />
    </div>
  );
}
