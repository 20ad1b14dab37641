import { App, Button, Input } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { NotificationSettings } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { notificationTexts } from '../i18n/notifications.ts';
import { useAccountChange, useLinkCode } from '../queries/notifications.ts';

interface Props {
  way: 'wecom' | 'teams';
  settings: NotificationSettings;
}

/** An account that is linked by a code which is written from it. */
export function AccountLink({ way, settings }: Props): ReactNode {
  const t = useTexts(notificationTexts);
  const change = useAccountChange();
  const code = useLinkCode();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const account = settings.accounts.find((each) => each.way === way);
  return (
    <div className="way-body">
      <p className="way-row">
        <span className="soft">
          {account ? (way === 'teams' ? t.linkedTeams : t.linked(account.address)) : t.notLinked}
        </span>
        {account ? (
          <Button size="small" loading={change.isPending} onClick={() => change.mutate({ unlink: way })}>
            {t.unlink}
          </Button>
        ) : (
          <Button
            size="small"
            loading={code.isPending}
            onClick={() => code.mutate(way, { onError: (error) => void message.error(problemText(error)) })}
          >
            {t.linkAccount}
          </Button>
        )}
      </p>
      {code.data && !account && (
        <p role="status">
          {t.codeText[way]} <code className="link-code">{code.data.code}</code>
        </p>
      )}
    </div>
  );
}

function Mention({ way, settings }: { way: 'dingtalk' | 'feishu'; settings: NotificationSettings }): ReactNode {
  const t = useTexts(notificationTexts);
  const change = useAccountChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const kept = settings.accounts.find((each) => each.way === way)?.address ?? '';
  const [account, setAccount] = useState(kept);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(
      { mention: way, account: account.trim() || null },
      {
        onSuccess: () => void message.success(t.saved),
        onError: (error) => void message.error(problemText(error)),
      },
    );
  };
  return (
    <form className="mention" onSubmit={save}>
      <label htmlFor={`mention-${way}`}>{t.mention[way]}</label>
      <span className="form-inline">
        <Input
          id={`mention-${way}`}
          value={account}
          maxLength={100}
          onChange={({ target }) => setAccount(target.value)}
        />
        <Button htmlType="submit" disabled={account.trim() === kept} loading={change.isPending}>
          {t.save}
        </Button>
      </span>
    </form>
  );
}

/** The accounts by which group robots mention one. */
export function Mentions({ settings }: { settings: NotificationSettings }): ReactNode {
  const t = useTexts(notificationTexts);
  return (
    <section className="block">
      <h2>{t.mentionTitle}</h2>
      <p className="soft">{t.mentionLead}</p>
      <Mention way="dingtalk" settings={settings} />
      <Mention way="feishu" settings={settings} />
    </section>
  );
}
