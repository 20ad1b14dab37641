import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TimelineEntry } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { PageSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { customerTexts } from '../i18n/customers.ts';
import { channelNames, complaintStateNames } from '../i18n/names.ts';
import { promiseTexts } from '../i18n/promises.ts';
import { CustomerPromises } from '../promises/customerPromises.tsx';
import { useCustomer, useTimeline } from '../queries/customers.ts';
import { rowsOf } from '../queries/records.ts';
import { CustomerFacts } from './customerFacts.tsx';
import { customerName } from './names.ts';
import { PreferenceList } from './preferenceList.tsx';
import { Rating } from './rating.tsx';

const shown = 4;

function Recent({
  title,
  empty,
  entries,
  row,
}: {
  title: string;
  empty: string;
  entries: TimelineEntry[];
  row(entry: TimelineEntry): ReactNode;
}): ReactNode {
  const formats = useFormats();
  const now = useNow();
  return (
    <section className="side-block">
      <h3>
        {title} {entries.length > 0 && <span className="figures soft">{entries.length}</span>}
      </h3>
      {entries.length === 0 && <p className="soft">{empty}</p>}
      <ul className="recent">
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.id}>
            <time className="soft figures" dateTime={entry.at}>
              {formats.date(entry.at, now)}
            </time>
            {row(entry)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who the customer is, beside what is being worked on. */
export function CustomerPanel({ id }: { id: string }): ReactNode {
  const t = useTexts(customerTexts);
  const promised = useTexts(promiseTexts);
  const states = useTexts(complaintStateNames);
  const channels = useTexts(channelNames);
  const { language } = useLanguage();
  const customer = useCustomer(id);
  const timeline = useTimeline(id);
  if (customer.isPending) return <PageSkeleton />;
  if (!customer.data) return <ProblemNote error={customer.error} retry={() => void customer.refetch()} />;
  const { customer: record, preferences, identities, zone, needs } = customer.data;
  const entries = rowsOf(timeline.data);
  const of = (kind: TimelineEntry['kind']): TimelineEntry[] => entries.filter((entry) => entry.kind === kind);
  return (
    <div className="customer-panel">
      <header className="side-head">
        <span className="avatar avatar-large" aria-hidden="true">
          {[...customerName(record, language)][0]}
        </span>
        <div>
          <h2>{customerName(record, language)}</h2>
          <Link to={`/customers/${id}`}>{t.openRecord}</Link>
        </div>
      </header>
      <CustomerFacts customer={record} identities={identities} zone={zone} needs={needs} />
      <section className="side-block">
        <h3>{t.preferences}</h3>
        <PreferenceList preferences={preferences} />
      </section>
      <section className="side-block">
        <h3>{promised.ofCustomerOpen}</h3>
        <CustomerPromises id={id} show="open" />
      </section>
      <Recent
        title={t.todo}
        empty={t.todoEmpty}
        entries={of('task').filter(({ state }) => state === 'open')}
        row={(entry) => <Link to={`/tasks/${entry.id}`}>{entry.title}</Link>}
      />
      <Recent
        title={t.complaints}
        empty={t.complaintsEmpty}
        entries={of('complaint')}
        row={(entry) => (
          <>
            <Link to={`/complaints/${entry.id}`}>{entry.title}</Link>
            {entry.state && (
              <span className="soft"> · {(states as Record<string, string>)[entry.state] ?? entry.state}</span>
            )}
          </>
        )}
      />
      <Recent
        title={t.ratings}
        empty={t.ratingsEmpty}
        entries={of('response')}
        row={(entry) => (
          <>
            <Rating score={entry.score} /> {entry.title && <span>{entry.title}</span>}
          </>
        )}
      />
      <Recent
        title={t.purchases}
        empty={t.purchasesEmpty}
        entries={of('purchase')}
        row={(entry) => <span>{t.order(entry.title)}</span>}
      />
      <Recent
        title={t.conversations}
        empty={t.conversationsEmpty}
        entries={of('conversation')}
        row={(entry) => (
          <Link to={`/conversations/${entry.id}`}>
            {(channels as Record<string, string | undefined>)[entry.title] ?? entry.title}
          </Link>
        )}
      />
    </div>
  );
}
