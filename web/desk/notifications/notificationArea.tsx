import type { ReactNode } from 'react';
import { NavLink, useParams } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { notificationTexts } from '../i18n/notifications.ts';
import { DeliveryList } from './deliveryList.tsx';
import { MySettings } from './mySettings.tsx';
import './notifications.css';
import { ReceivedList } from './receivedList.tsx';
import { TargetList } from './targetList.tsx';

const tabs = ['received', 'mine', 'team', 'undelivered'] as const;
type Tab = (typeof tabs)[number];

const pages: Record<Tab, () => ReactNode> = {
  received: ReceivedList,
  mine: MySettings,
  team: TargetList,
  undelivered: DeliveryList,
};

/** What one was told, how one wants to be told, and for managers where teams are told and what did not arrive. */
export function NotificationArea(): ReactNode {
  const t = useTexts(notificationTexts);
  const mayManage = useMay('manager');
  const { tab = 'received' } = useParams();
  const allowed = tabs.filter((each) => mayManage || each === 'received' || each === 'mine');
  const shown = allowed.find((each) => each === tab) ?? 'received';
  const Page = pages[shown];
  return (
    <main className="whole notifications">
      <header className="whole-head">
        <h1>{t.title}</h1>
        <nav className="notification-tabs" aria-label={t.title}>
          {allowed.map((each) => (
            <NavLink key={each} end to={each === 'received' ? '/notifications' : `/notifications/${each}`}>
              {t[each]}
            </NavLink>
          ))}
        </nav>
      </header>
      <Page />
    </main>
  );
}
