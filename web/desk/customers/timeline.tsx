import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TimelineEntry } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { careTexts } from '../i18n/care.ts';
import { customerTexts } from '../i18n/customers.ts';
import { channelNames, complaintStateNames, preferenceNames } from '../i18n/names.ts';
import { useTimeline } from '../queries/customers.ts';
import { rowsOf } from '../queries/records.ts';
import { MoreButton } from '../shell/listParts.tsx';
import { Rating } from './rating.tsx';

const icons: Record<TimelineEntry['kind'], IconName> = {
  conversation: 'conversations',
  complaint: 'complaints',
  task: 'tasks',
  response: 'note',
  purchase: 'check',
  preference: 'quote',
  care: 'heart',
  consent: 'hand',
};

/** Where an entry can be opened. */
const pages: Partial<Record<TimelineEntry['kind'], string>> = {
  conversation: '/conversations',
  complaint: '/complaints',
  task: '/tasks',
};

function EntryTitle({ entry }: { entry: TimelineEntry }): ReactNode {
  const t = useTexts(customerTexts);
  const channels = useTexts(channelNames);
  const states: Record<string, string> = useTexts(complaintStateNames);
  const keys = useTexts(preferenceNames);
  const care = useTexts(careTexts);
  switch (entry.kind) {
    case 'conversation':
      return channels[entry.title] ?? entry.title;
    case 'purchase':
      return t.order(entry.title);
    case 'response':
      return (
        <>
          <Rating score={entry.score} /> {entry.title || t.noComment}
        </>
      );
    case 'complaint':
      return `${entry.title}${entry.state ? ` · ${states[entry.state] ?? entry.state}` : ''}`;
    case 'preference':
      return entry.title.replace(/^\w+(?=: )/, (key) => keys[key] ?? key);
    case 'consent':
      return `${care.purposes[entry.title] ?? entry.title} · ${entry.state === 'granted' ? care.granted : care.refused}`;
    default:
      return entry.title;
  }
}

/** Everything that happened with a customer, newest first. */
export function Timeline({ id }: { id: string }): ReactNode {
  const t = useTexts(customerTexts);
  const formats = useFormats();
  const now = useNow();
  const timeline = useTimeline(id);
  const kinds: Record<TimelineEntry['kind'], string> = {
    conversation: t.kindConversation,
    complaint: t.kindComplaint,
    task: t.kindTask,
    response: t.kindResponse,
    purchase: t.kindPurchase,
    preference: t.kindPreference,
    care: t.kindCare,
    consent: t.kindConsent,
  };
  if (timeline.isPending) return <RowsSkeleton rows={4} />;
  if (!timeline.data) return <ProblemNote error={timeline.error} retry={() => void timeline.refetch()} />;
  const entries = rowsOf(timeline.data);
  if (entries.length === 0) return <p className="soft">{t.timelineEmpty}</p>;
  return (
    <>
      <ol className="timeline">
        {entries.map((entry) => (
          <li key={`${entry.kind} ${entry.id}`} data-kind={entry.kind}>
            <span className="timeline-icon">
              <Icon name={icons[entry.kind] ?? 'note'} />
            </span>
            <span className="timeline-text">
              <span className="soft">{kinds[entry.kind] ?? entry.kind} </span>
              {pages[entry.kind] ? (
                <Link to={`${pages[entry.kind]}/${entry.id}`}>
                  <EntryTitle entry={entry} />
                </Link>
              ) : (
                <EntryTitle entry={entry} />
              )}
            </span>
            <time className="soft figures" dateTime={entry.at} title={formats.full(entry.at)}>
              {formats.moment(entry.at, now)}
            </time>
          </li>
        ))}
      </ol>
      <MoreButton query={timeline} />
    </>
  );
}
