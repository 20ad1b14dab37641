import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTexts } from '../../frame/language.tsx';
import { useMay } from '../../frame/session.tsx';
import { webhookTexts } from '../../i18n/webhooks.ts';
import { useWebhooks } from '../../queries/webhooks.ts';
import { EmptyNote } from '../../shell/listParts.tsx';
import '../../notifications/notifications.css';
import { SettingsTabs } from '../settingsTabs.tsx';
import { WebhookList } from './webhookList.tsx';
import { WebhookLog } from './webhookLog.tsx';
import './webhooks.css';

/** Partners who are told by signed posts: the list, or the log of one. */
export function WebhookArea(): ReactNode {
  const t = useTexts(webhookTexts);
  const { id } = useParams();
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
  return <Area id={id} />;
}

function Area({ id }: { id: string | undefined }): ReactNode {
  const webhook = useWebhooks().data?.items.find((each) => each.id === id);
  return (
    <main className="whole">
      <SettingsTabs />
      {webhook ? <WebhookLog webhook={webhook} /> : <WebhookList />}
    </main>
  );
}
