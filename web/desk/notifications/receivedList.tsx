import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Notification } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { notificationTexts } from '../i18n/notifications.ts';
import { useMarkRead, useNotifications, useUnread } from '../queries/notifications.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';

function addressOf({ task, complaintId, conversationId }: Notification): string | null {
  if (task) return `/tasks/${task.id}`;
  if (complaintId) return `/complaints/${complaintId}`;
  return conversationId ? `/conversations/${conversationId}` : null;
}

function ReceivedItem({ item }: { item: Notification }): ReactNode {
  const t = useTexts(notificationTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const read = useMarkRead();
  const to = addressOf(item);
  const about = item.task?.title ?? (item.complaintId ? t.complaint : item.conversationId ? t.conversation : '');
  const inside = (
    <>
      <span className="notification-line">
        <strong>{localized(item.title, language)}</strong>
        {item.urgent && <Tag color="error">{t.urgent}</Tag>}
        <time dateTime={item.createdAt} title={formats.full(item.createdAt)} className="figures soft">
          {formats.moment(item.createdAt, now)}
        </time>
      </span>
      <span className="notification-about">{about}</span>
      {item.note && <span className="soft">{item.note}</span>}
    </>
  );
  return (
    <li data-read={item.readAt ? 'yes' : 'no'}>
      {to ? (
        <Link to={to} onClick={() => !item.readAt && read.mutate({ ids: [item.id] })}>
          {inside}
        </Link>
      ) : (
        <div>{inside}</div>
      )}
    </li>
  );
}

/** What one was told, newest first. */
export function ReceivedList(): ReactNode {
  const t = useTexts(notificationTexts);
  const formats = useFormats();
  const list = useNotifications();
  const unread = useUnread();
  const read = useMarkRead();
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <RowsSkeleton rows={4} />;
  if (list.error && !list.data) return <ProblemNote error={list.error} retry={() => void list.refetch()} />;
  if (items.length === 0) {
    return (
      <EmptyNote icon="notifications" title={t.receivedEmpty}>
        {t.receivedEmptyText}
      </EmptyNote>
    );
  }
  return (
    <section className="block">
      {unread > 0 && (
        <div className="block-head">
          <h2>{t.unread(formats.integer(unread))}</h2>
          <Button loading={read.isPending} onClick={() => read.mutate({})}>
            {t.readAll}
          </Button>
        </div>
      )}
      <ul className="notification-list">
        {items.map((item) => (
          <ReceivedItem key={item.id} item={item} />
        ))}
      </ul>
      <MoreButton query={list} />
    </section>
  );
}
