import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTexts } from '../../frame/language.tsx';
import { webhookTexts } from '../../i18n/webhooks.ts';
import { useWebhooks } from '../../queries/webhooks.ts';
import '../../notifications/notifications.css';
import { SettingsPage } from '../settingsPage.tsx';
import { WebhookList } from './webhookList.tsx';
import { WebhookLog } from './webhookLog.tsx';
import './webhooks.css';

/** Partners who are told by signed posts: the list, or the log of one. */
export function WebhookArea(): ReactNode {
  const t = useTexts(webhookTexts);
  const { id } = useParams();
  return (
    <SettingsPage from="administrator" refused={t}>
      <Area id={id} />
    </SettingsPage>
  );
}

function Area({ id }: { id: string | undefined }): ReactNode {
  const webhook = useWebhooks().data?.items.find((each) => each.id === id);
  return webhook ? <WebhookLog webhook={webhook} /> : <WebhookList />;
}
