import { Button, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Erasure } from '../../api.ts';
import { useFormats, useNow } from '../../frame/formats.ts';
import { useTexts } from '../../frame/language.tsx';
import { RowsSkeleton } from '../../frame/pageSkeleton.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { erasureTexts } from '../../i18n/erasures.ts';
import { useErasures } from '../../queries/privacy.ts';
import { rowsOf } from '../../queries/records.ts';
import { useStaffList } from '../../queries/settings.ts';
import { EmptyNote, MoreButton } from '../../shell/listParts.tsx';
import { SettingsPage } from '../settingsPage.tsx';
import './erasures.css';

/** What proves that people's wishes were followed: their consents as a file, and who was erased when, at whose word, how much was cut. */
export function ErasureArea(): ReactNode {
  const t = useTexts(erasureTexts);
  return (
    <SettingsPage from="manager" refused={t} title={t.title} lead={t.lead}>
      <Area />
    </SettingsPage>
  );
}

function Area(): ReactNode {
  const t = useTexts(erasureTexts);
  const erasures = useErasures();
  const rows = rowsOf(erasures.data);
  return (
    <>
      <section className="block">
        <h2>{t.consents}</h2>
        <p className="soft">{t.consentsLead}</p>
        <Button href="/api/v1/consents/file" download>
          {t.consentsFile}
        </Button>
      </section>
      <section className="block">
        <h2>{t.erased}</h2>
        <p className="soft">{t.erasedLead}</p>
        {erasures.isPending && <RowsSkeleton />}
        {erasures.error && !erasures.data && (
          <ProblemNote error={erasures.error} retry={() => void erasures.refetch()} />
        )}
        {erasures.data && rows.length === 0 && (
          <EmptyNote icon="check" title={t.empty}>
            {t.emptyText}
          </EmptyNote>
        )}
        <ul className="erasures">
          {rows.map((erasure) => (
            <ErasureItem key={erasure.id} erasure={erasure} />
          ))}
        </ul>
        <MoreButton query={erasures} />
      </section>
    </>
  );
}

function ErasureItem({ erasure }: { erasure: Erasure }): ReactNode {
  const { customerId, source, staffId, requestedAt, doneAt, counts, mentions } = erasure;
  const t = useTexts(erasureTexts);
  const formats = useFormats();
  const now = useNow();
  const people = useStaffList().data?.items ?? [];
  const colleague = people.find((each) => each.id === staffId)?.name;
  const by = source !== 'staff' ? null : staffId ? colleague : t.program;
  const at = doneAt ?? requestedAt;
  const [shownAt, shownAsked] = [at, requestedAt].map((moment) => formats.moment(moment, now)) as [string, string];
  return (
    <li className="erasure">
      <p className="erasure-head">
        <time className="figures" dateTime={at}>
          {shownAt}
        </time>
        <strong>{[t.sources[source] ?? source, by].filter(Boolean).join(' · ')}</strong>
        <Link to={`/customers/${customerId}`}>{t.record(customerId.slice(-6))}</Link>
        {shownAsked !== shownAt && <span className="soft">{t.asked(shownAsked)}</span>}
      </p>
      {doneAt ? <p className="soft">{counted(counts ?? {}, t).join(' · ') || t.nothing}</p> : <Tag>{t.waits}</Tag>}
      {mentions && mentions.length > 0 && <p>{t.mentions(mentions.length)}</p>}
    </li>
  );
}

/** How many rows of each kind that has a name; the rest in one number. The emptied record itself is not counted. */
function counted(counts: Record<string, number>, t: { kinds: Record<string, string>; others: string }): string[] {
  const named = Object.keys(t.kinds).filter((table) => counts[table]);
  const rest = Object.entries(counts)
    .filter(([table]) => !t.kinds[table] && table !== 'Customer' && table !== 'Erasure')
    .reduce((sum, [, count]) => sum + count, 0);
  return [...named.map((table) => `${t.kinds[table]} ${counts[table]}`), ...(rest > 0 ? [`${t.others} ${rest}`] : [])];
}
