import { App, Button, Input, Popconfirm, Segmented, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Webhook, WebhookDelivery } from '../../api.ts';
import { useFormats, useNow } from '../../frame/formats.ts';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../../frame/problemNote.tsx';
import { webhookTexts } from '../../i18n/webhooks.ts';
import { type ShownState, useWebhookLog, useWebhookSending } from '../../queries/webhooks.ts';
import { oneOf, useAddressValue } from '../../shell/address.ts';
import { EmptyNote, MoreButton } from '../../shell/listParts.tsx';

const shown = ['all', 'failed', 'waiting', 'delivered'] as const satisfies readonly ShownState[];

function EventItem({ row, sendAgain }: { row: WebhookDelivery; sendAgain?: (() => void) | undefined }): ReactNode {
  const t = useTexts(webhookTexts);
  const formats = useFormats();
  const now = useNow();
  return (
    <li className="delivery">
      <div>
        <span className="notification-line">
          <strong>{t.event[row.type] ?? row.type}</strong>
          <Tag className={row.state === 'failed' ? 'tag-danger' : ''}>{t.stateOf[row.state]}</Tag>
          <time dateTime={row.occurredAt} title={formats.full(row.occurredAt)} className="figures soft">
            {formats.moment(row.occurredAt, now)}
          </time>
        </span>
        <span className="soft">
          {row.type}
          {row.attempts > 0 && ` · ${t.attempts(formats.integer(row.attempts))}`}
          {row.status !== null && ` · ${t.status(String(row.status))}`}
        </span>
        <code className="webhook-data">{JSON.stringify(row.data)}</code>
        {row.error && <span className="delivery-error">{row.error}</span>}
      </div>
      {sendAgain && <Button onClick={sendAgain}>{t.sendAgain}</Button>}
    </li>
  );
}

/** What was sent to a partner, and how to send it again. */
export function WebhookLog({ webhook }: { webhook: Webhook }): ReactNode {
  const t = useTexts(webhookTexts);
  const formats = useFormats();
  const [wanted, setWanted] = useAddressValue('state');
  const state = oneOf(wanted, shown);
  const log = useWebhookLog(webhook.id, state);
  const sending = useWebhookSending(webhook.id);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [since, setSince] = useState('');
  const send = (what: Parameters<typeof sending.mutateAsync>[0], done: (count: number) => string): void =>
    void sending.mutateAsync(what).then(
      (count) => void message.success(done(count)),
      (error: Error) => void message.error(problemText(error)),
    );
  const items = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="block">
      <p>
        <Link to="/settings/webhooks">{t.back}</Link>
      </p>
      <div className="block-head">
        <h1>
          {webhook.name} · {t.log}
        </h1>
        <Button onClick={() => send('test', () => t.testSent)}>{t.test}</Button>
      </div>
      <p className="soft">{t.logLead}</p>
      <div className="delivery-head">
        <Segmented
          aria-label={t.show}
          value={state}
          options={shown.map((each) => ({ value: each, label: t.state[each] }))}
          onChange={(next) => setWanted(next === 'all' ? undefined : next)}
        />
        <form className="form-inline" onSubmit={(event) => event.preventDefault()}>
          <Input
            type="datetime-local"
            aria-label={t.since}
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
          <Popconfirm
            title={t.replay}
            description={t.replayLead}
            okText={t.sendAgain}
            cancelText={t.cancel}
            disabled={!since}
            onConfirm={() => send({ since: new Date(since) }, (count) => t.replayed(formats.integer(count)))}
          >
            <Button disabled={!since}>{t.replay}</Button>
          </Popconfirm>
        </form>
      </div>
      {log.isPending && <RowsSkeleton rows={3} />}
      {log.error && !log.data && <ProblemNote error={log.error} retry={() => void log.refetch()} />}
      {log.data && items.length === 0 && (
        <EmptyNote icon="check" title={t.logEmpty}>
          {t.logEmptyText}
        </EmptyNote>
      )}
      <ul className="notification-list">
        {items.map((row) => {
          const settled = row.state === 'failed' || row.state === 'delivered';
          return (
            <EventItem
              key={row.id}
              row={row}
              sendAgain={settled ? () => send({ event: row.id }, () => t.sentAgain) : undefined}
            />
          );
        })}
      </ul>
      <MoreButton query={log} />
    </section>
  );
}
