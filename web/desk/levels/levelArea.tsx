import { Button, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ServiceClock } from '../api.ts';
import { complaintNumber, customerName } from '../customers/names.ts';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { type LevelKind, levelTexts } from '../i18n/levels.ts';
import { priorityNames } from '../i18n/names.ts';
import { useWaits } from '../queries/levels.ts';
import { rowsOf } from '../queries/records.ts';
import { oneOf, timeOf, useAddressValue, useAddressValues } from '../shell/address.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';
import { kindOf, useLevelWords } from './levelLine.tsx';
import { LevelTag } from './levelTag.tsx';
import './levels.css';

const shows = ['running', 'missed'] as const;
const kinds = ['all', 'firstResponse', 'nextResponse', 'resolution', 'task'] as const;

const addressOf = ({ taskId, complaintId, conversationId }: ServiceClock): string => {
  if (taskId) return `/tasks/${taskId}?scope=all`;
  return complaintId ? `/complaints/${complaintId}?show=all` : `/conversations/${conversationId}`;
};

/** Who waits in the whole shop, and what was not in time. */
export function LevelArea(): ReactNode {
  const t = useTexts(levelTexts);
  const formats = useFormats();
  const now = useNow();
  const [showValue, setShow] = useAddressValue('show');
  const [kindValue, setKind] = useAddressValue('kind');
  const [search, change] = useAddressValues();
  const show = oneOf(showValue, shows);
  const kind = oneOf(kindValue, kinds);
  const missed = show === 'missed';
  const span = missed
    ? { from: timeOf(search.get('from')), to: timeOf(search.get('to')) }
    : { from: undefined, to: undefined };
  const waits = useWaits({ missed, kind: kind === 'all' ? undefined : (kind as LevelKind), ...span });
  const rows = rowsOf(waits.data);
  return (
    <main className="whole">
      <header className="whole-head">
        <h1>{t.waits}</h1>
        <p className="soft">{t.waitsLead}</p>
      </header>
      <ChoiceForm className="form-inline levels-filter">
        <Segmented
          aria-label={t.waits}
          value={show}
          options={[
            { value: 'running', label: t.running },
            { value: 'missed', label: t.missedOnes },
          ]}
          onChange={setShow}
        />
        <Select
          aria-label={t.kind}
          value={kind}
          popupMatchSelectWidth={false}
          options={kinds.map((value) => ({ value, label: value === 'all' ? t.allKinds : t.kinds[value] }))}
          onChange={(value) => setKind(value === 'all' ? undefined : value)}
        />
        {span.from && (
          <>
            <span className="soft figures">
              {t.since(formats.date(span.from, now))}
              {span.to && ` – ${formats.date(new Date(Date.parse(span.to) - 1), now)}`}
            </span>
            <Button size="small" onClick={() => change({ from: undefined, to: undefined })}>
              {t.anyTime}
            </Button>
          </>
        )}
      </ChoiceForm>
      <section className="block">
        {waits.isPending && <RowsSkeleton />}
        {waits.error && !waits.data && <ProblemNote error={waits.error} retry={() => void waits.refetch()} />}
        {waits.data && rows.length === 0 && (
          <EmptyNote icon="check" title={missed ? t.emptyMissed : t.emptyRunning}>
            {missed ? t.emptyMissedText : t.emptyRunningText}
          </EmptyNote>
        )}
        <ul className="waits">
          {rows.map((clock) => (
            <Wait key={clock.id} clock={clock} />
          ))}
        </ul>
        <MoreButton query={waits} />
      </section>
    </main>
  );
}

function Wait({ clock }: { clock: ServiceClock }): ReactNode {
  const t = useTexts(levelTexts);
  const names = useTexts(priorityNames);
  const { language } = useLanguage();
  const formats = useFormats();
  const words = useLevelWords();
  const { customer, title, number } = clock.about;
  const what = title ?? (number === null ? t.inConversation : complaintNumber(number));
  return (
    <li className="level" data-level={clock.level}>
      <span className="level-head">
        <LevelTag level={clock.level} over={clock.finishedAt !== null} />
        <Link to={addressOf(clock)}>{what}</Link>
        <span>{customerName(customer, language)}</span>
      </span>
      <span className="level-head soft">
        <span>{t.kinds[kindOf(clock)]}</span>
        <span>{[names[clock.priority], clock.tier].filter(Boolean).join(' · ')}</span>
        <span className="figures">{words(clock)}</span>
        <span>{t.waited(formats.span(clock.business * 1000, 'hours'), formats.span(clock.wall * 1000))}</span>
      </span>
    </li>
  );
}
