import { App, Button, Popconfirm, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Webhook } from '../../api.ts';
import { useFormats, useNow } from '../../frame/formats.ts';
import { Icon } from '../../frame/icons.tsx';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../../frame/problemNote.tsx';
import { webhookTexts } from '../../i18n/webhooks.ts';
import { useWebhookChange, useWebhooks } from '../../queries/webhooks.ts';
import { SecretDialog } from '../secretDialog.tsx';
import { WebhookForm } from './webhookForm.tsx';

interface ItemProps {
  webhook: Webhook;
  edit(): void;
  showSecret(secret: string): void;
}

function WebhookItem({ webhook, edit, showSecret }: ItemProps): ReactNode {
  const t = useTexts(webhookTexts);
  const formats = useFormats();
  const now = useNow();
  const change = useWebhookChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const onError = (error: Error): void => void message.error(problemText(error));
  const { id, name, active, stoppedFor, failingSince, previousUntil } = webhook;
  return (
    <li className="person" data-active={active ? 'yes' : 'no'}>
      <span className="person-name">
        <strong>
          <Link to={`/settings/webhooks/${id}`}>{name}</Link>
        </strong>{' '}
        {!active && <Tag>{t.stopped}</Tag>}
        {!webhook.readable && <Tag className="tag-danger">{t.unreadable}</Tag>}
        {webhook.failed > 0 && <Tag className="tag-danger">{t.failed(formats.integer(webhook.failed))}</Tag>}
        {webhook.waiting > 0 && <Tag>{t.waiting(formats.integer(webhook.waiting))}</Tag>}
        <span className="soft">
          {webhook.readable && `${webhook.host} …${webhook.ending} · `}
          {webhook.events.map((type) => t.event[type] ?? type).join('、')}
        </span>
        {stoppedFor && <span className="delivery-error">{t.stoppedFor[stoppedFor]}</span>}
        {active && failingSince && (
          <span className="delivery-error">{t.failingSince(formats.moment(failingSince, now))}</span>
        )}
        {previousUntil && <span className="soft">{t.twoSecrets(formats.moment(previousUntil, now))}</span>}
      </span>
      <span className="person-tools">
        <Button onClick={edit}>{t.edit}</Button>
        <Button onClick={() => change.mutate({ id, patch: { active: !active } }, { onError })}>
          {active ? t.stop : t.start}
        </Button>
        <Popconfirm
          title={t.rotateSure}
          description={t.rotateText}
          okText={t.rotate}
          cancelText={t.cancel}
          onConfirm={() =>
            change.mutateAsync({ rotate: id }).then((made) => made?.secret && showSecret(made.secret), onError)
          }
        >
          <Button>{t.rotate}</Button>
        </Popconfirm>
        <Popconfirm
          title={t.removeSure(name)}
          description={t.removeText}
          okText={t.remove}
          cancelText={t.cancel}
          onConfirm={() => change.mutate({ remove: id }, { onError })}
        >
          <Button danger>{t.remove}</Button>
        </Popconfirm>
      </span>
    </li>
  );
}

/** Partners who are told what happens to customers. */
export function WebhookList(): ReactNode {
  const t = useTexts(webhookTexts);
  const webhooks = useWebhooks();
  const [form, setForm] = useState<'new' | Webhook | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const items = webhooks.data?.items;
  return (
    <section className="block">
      <div className="block-head">
        <h1>{t.title}</h1>
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setForm('new')}>
          {t.add}
        </Button>
      </div>
      <p className="soft">{t.lead}</p>
      {webhooks.isPending && <RowsSkeleton rows={2} />}
      {webhooks.error && !items && <ProblemNote error={webhooks.error} retry={() => void webhooks.refetch()} />}
      {items?.length === 0 && <p className="soft">{t.empty}</p>}
      <ul className="people">
        {items?.map((webhook) => (
          <WebhookItem key={webhook.id} webhook={webhook} edit={() => setForm(webhook)} showSecret={setSecret} />
        ))}
      </ul>
      {form && (
        <WebhookForm webhook={form === 'new' ? null : form} close={() => setForm(null)} showSecret={setSecret} />
      )}
      {secret && (
        <SecretDialog title={t.secretTitle} text={t.secretText} secret={secret} close={() => setSecret(null)} />
      )}
    </section>
  );
}
