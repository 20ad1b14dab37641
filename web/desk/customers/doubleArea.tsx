import { App, Button, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Customer, CustomerDouble } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { customerTexts } from '../i18n/customers.ts';
import { doubleTexts } from '../i18n/doubles.ts';
import { privacyTexts } from '../i18n/privacy.ts';
import { useDoubles, useRecordChange } from '../queries/privacy.ts';
import { EmptyNote } from '../shell/listParts.tsx';
import { MergeDialog } from './mergeDialog.tsx';
import { customerName } from './names.ts';
import './doubles.css';

/** All records that may be one person: joined here, or told apart for good. */
export function DoubleArea(): ReactNode {
  const t = useTexts(doubleTexts);
  const words = useTexts(privacyTexts);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const doubles = useDoubles();
  const rows = doubles.data?.items ?? [];
  const change = useRecordChange();
  const [joining, setJoining] = useState<CustomerDouble>();
  const told = (done: string) => ({
    onSuccess: () => void message.success(done),
    onError: (error: Error) => void message.error(problemText(error)),
  });
  return (
    <main className="whole">
      <header className="whole-head">
        <Link to="/customers">{t.back}</Link>
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      {doubles.isPending && <RowsSkeleton />}
      {doubles.error && !doubles.data && <ProblemNote error={doubles.error} retry={() => void doubles.refetch()} />}
      {doubles.data && rows.length === 0 && (
        <EmptyNote icon="customers" title={t.empty}>
          {t.emptyText}
        </EmptyNote>
      )}
      <ul className="doubles">
        {rows.map((double) => (
          <li key={`${double.one.id} ${double.other.id}`} className="double">
            <div className="double-people">
              <Person customer={double.one} />
              <Person customer={double.other} />
            </div>
            <div className="double-foot">
              {double.reasons.map((reason) => (
                <Tag key={reason}>{words.reasons[reason] ?? reason}</Tag>
              ))}
              <span className="double-buttons">
                <Button disabled={change.isPending} onClick={() => setJoining(double)}>
                  {t.merge}
                </Button>
                <Button
                  type="text"
                  disabled={change.isPending}
                  onClick={() => change.mutate({ setApart: [double.one.id, double.other.id] }, told(t.apartDone))}
                >
                  {words.apart}
                </Button>
              </span>
            </div>
          </li>
        ))}
      </ul>
      {joining && (
        <MergeDialog
          customer={joining.one}
          other={joining.other}
          close={() => setJoining(undefined)}
          join={(fields) =>
            change.mutate({ merge: joining.other.id, into: joining.one.id, fields }, told(words.mergeDone))
          }
        />
      )}
    </main>
  );
}

function Person({ customer }: { customer: Customer }): ReactNode {
  const t = useTexts(doubleTexts);
  const names = useTexts(customerTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const facts = [
    customer.birthday && `${names.birthday} ${formats.date(customer.birthday, now)}`,
    customer.city,
    customer.lastSeenAt && `${names.lastSeen} ${formats.moment(customer.lastSeenAt, now)}`,
  ].filter(Boolean);
  return (
    <div className="double-person">
      <Link to={`/customers/${customer.id}`}>{customerName(customer, language)}</Link>
      <span>{[customer.phone, customer.email].filter(Boolean).join(' · ') || t.noContact}</span>
      {facts.length > 0 && <span className="soft">{facts.join(' · ')}</span>}
    </div>
  );
}
