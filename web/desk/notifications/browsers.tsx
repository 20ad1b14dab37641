import { App, Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import type { NotificationSettings } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { notificationTexts } from '../i18n/notifications.ts';
import { canPush, ownEndpoint, PushRefused } from '../push/subscribe.ts';
import { type AccountChange, useAccountChange } from '../queries/notifications.ts';

/** The browsers in which one is told, and the button for this one. */
export function Browsers({ settings }: { settings: NotificationSettings }): ReactNode {
  const t = useTexts(notificationTexts);
  const change = useAccountChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [own, setOwn] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the list has changed
  useEffect(() => void ownEndpoint().then(setOwn, () => setOwn(null)), [settings.browsers]);
  const run = (wanted: AccountChange): void =>
    change.mutate(wanted, {
      onError: (error) => void message.error(error instanceof PushRefused ? t.pushRefused : problemText(error)),
    });
  const here = settings.browsers.some(({ endpoint }) => endpoint === own);
  const { pushKey } = settings;
  return (
    <div className="way-body">
      {settings.browsers.map(({ id, browser, endpoint }) => (
        <p key={id} className="way-row">
          <span>
            {browser} {endpoint === own && <span className="soft">{t.pushThis}</span>}
          </span>
          <Button size="small" onClick={() => run({ unsubscribe: id, isThis: endpoint === own })}>
            {t.pushOff}
          </Button>
        </p>
      ))}
      {!canPush() && <p className="soft">{t.pushUnable}</p>}
      {canPush() && pushKey && !here && (
        <Button loading={change.isPending} onClick={() => run({ subscribe: pushKey })}>
          {t.pushOn}
        </Button>
      )}
    </div>
  );
}
