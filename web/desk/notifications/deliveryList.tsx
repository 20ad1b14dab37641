import { App, Button, Segmented, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { NotificationDelivery } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { notificationTexts } from '../i18n/notifications.ts';
import { useDeliveries, useSendAgain } from '../queries/notifications.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';

const shown = ['failed', 'waiting', 'sent'] as const;

function DeliveryItem({ delivery }: { delivery: NotificationDelivery }): ReactNode {
  const t = useTexts(notificationTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const again = useSendAgain();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const { notification, staff, target } = delivery;
  const send = (): void =>
    again.mutate(delivery.id, {
      onSuccess: () => void message.success(t.sentAgain),
      onError: (error) => void message.error(problemText(error)),
    });
  return (
    <li className="delivery">
      <div>
        <span className="notification-line">
          <strong>{localized(notification.title, language)}</strong>
          {notification.urgent && <Tag color="error">{t.urgent}</Tag>}
          <time dateTime={delivery.createdAt} title={formats.full(delivery.createdAt)} className="figures soft">
            {formats.moment(delivery.createdAt, now)}
          </time>
        </span>
        {notification.task && <Link to={`/tasks/${notification.task.id}`}>{notification.task.title}</Link>}
        <span className="soft">
          {t.to_} {staff?.name ?? target?.name} · {t.way[delivery.way] ?? delivery.way} ·{' '}
          {t.attempts(formats.integer(delivery.attempts))}
        </span>
        {delivery.error && <span className="delivery-error">{delivery.error}</span>}
      </div>
      {delivery.state === 'failed' && (
        <Button loading={again.isPending} onClick={send}>
          {t.sendAgain}
        </Button>
      )}
    </li>
  );
}

/** Dead letters with "send again"; also what waits and what was sent. */
export function DeliveryList(): ReactNode {
  const t = useTexts(notificationTexts);
  const [wanted, setWanted] = useAddressValue('state');
  const state = oneOf(wanted, shown);
  const list = useDeliveries(state);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="block">
      <div className="delivery-head">
        <p className="soft">{t.deliveriesLead}</p>
        <Segmented
          aria-label={t.show}
          value={state}
          options={shown.map((each) => ({ value: each, label: t.state[each] }))}
          onChange={(next) => setWanted(next === 'failed' ? undefined : next)}
        />
      </div>
      {list.isPending && <RowsSkeleton rows={3} />}
      {list.error && !list.data && <ProblemNote error={list.error} retry={() => void list.refetch()} />}
      {list.data && items.length === 0 && (
        <EmptyNote icon="check" title={state === 'failed' ? t.failedEmpty : t.otherEmpty}>
          {state === 'failed' ? t.failedEmptyText : t.otherEmptyText}
        </EmptyNote>
      )}
      <ul className="notification-list">
        {items.map((delivery) => (
          <DeliveryItem key={delivery.id} delivery={delivery} />
        ))}
      </ul>
      <MoreButton query={list} />
    </section>
  );
}
