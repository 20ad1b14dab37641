import { App, Button, Popconfirm } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Customer, CustomerDouble } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { privacyTexts } from '../i18n/privacy.ts';
import { useDoubles, useMerges, useRecordChange } from '../queries/privacy.ts';
import { MergeDialog } from './mergeDialog.tsx';
import { customerName } from './names.ts';

/** Records that are this person's too, and those that may be: joined and split here. Nothing where there is none. */
export function OnePerson({ customer }: { customer: Customer }): ReactNode {
  const t = useTexts(privacyTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const merges = useMerges(customer.id).data?.items ?? [];
  const doubles = useDoubles(customer.id).data?.items ?? [];
  const change = useRecordChange();
  const [joining, setJoining] = useState<Customer>();
  const told = (done: string) => ({
    onSuccess: () => void message.success(done),
    onError: (error: Error) => void message.error(problemText(error)),
  });
  const otherOf = ({ one, other }: CustomerDouble): Customer => (one.id === customer.id ? other : one);
  if (merges.length === 0 && doubles.length === 0) return null;
  return (
    <section className="block">
      <h2>{t.onePerson}</h2>
      <ul className="one-person">
        {merges.map(({ id, at, merged }) => (
          <li key={id}>
            <span>{t.behind(customerName(merged, language), formats.date(at, now))}</span>{' '}
            <Popconfirm
              title={t.splitSure}
              description={t.splitText}
              okText={t.split}
              cancelText={t.cancel}
              onConfirm={() => change.mutate({ split: id }, told(t.splitDone))}
            >
              <Button size="small">{t.split}</Button>
            </Popconfirm>
          </li>
        ))}
        {doubles.map((double) => {
          const other = otherOf(double);
          return (
            <li key={other.id}>
              <span className="soft">{t.maybe}</span>{' '}
              <Link to={`/customers/${other.id}`}>{customerName(other, language)}</Link>{' '}
              <span className="soft">{double.reasons.map((reason) => t.reasons[reason] ?? reason).join(' · ')}</span>{' '}
              <Button size="small" onClick={() => setJoining(other)}>
                {t.merge}
              </Button>{' '}
              <Button size="small" type="text" onClick={() => change.mutate({ setApart: [customer.id, other.id] })}>
                {t.apart}
              </Button>
            </li>
          );
        })}
      </ul>
      {joining && (
        <MergeDialog
          customer={customer}
          other={joining}
          close={() => setJoining(undefined)}
          join={(fields) => change.mutate({ merge: joining.id, into: customer.id, fields }, told(t.mergeDone))}
        />
      )}
    </section>
  );
}
