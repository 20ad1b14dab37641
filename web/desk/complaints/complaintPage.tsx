import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Transcript } from '../conversations/transcript.tsx';
import { complaintNumber, localized } from '../customers/names.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { LogList } from '../frame/logList.tsx';
import { PageSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { defectTexts } from '../i18n/defects.ts';
import { complaintStateNames } from '../i18n/names.ts';
import { recordTexts } from '../i18n/records.ts';
import { taskTexts } from '../i18n/task.ts';
import { LevelBlock } from '../levels/levelBlock.tsx';
import { useComplaint } from '../queries/records.ts';
import { CustomerButton } from '../shell/columns.tsx';
import { BackLink } from '../shell/listParts.tsx';
import { CaseFacts } from './caseFacts.tsx';
import { CompensationBlock } from './compensationBlock.tsx';
import { ComplaintFacts, useProductName } from './complaintFacts.tsx';
import { ConsentBlock } from './consentBlock.tsx';
import { DefectBlock } from './defectBlock.tsx';
import { Evidence } from './evidence.tsx';
import { StateForm } from './stateForm.tsx';

/** One complaint: the story, its evidence, its log and the whole conversation. */
export function ComplaintPage({ id }: { id: string }): ReactNode {
  const t = useTexts(recordTexts);
  const task = useTexts(taskTexts);
  const states = useTexts(complaintStateNames);
  const defects = useTexts(defectTexts);
  const { language } = useLanguage();
  const [params] = useSearchParams();
  const complaint = useComplaint(id);
  const productName = useProductName();
  const formats = useFormats();
  const now = useNow();
  if (complaint.isPending) return <PageSkeleton />;
  if (!complaint.data) return <ProblemNote error={complaint.error} retry={() => void complaint.refetch()} whole />;
  const { data } = complaint;
  const back = new URLSearchParams(params);
  back.delete('panel');
  return (
    <article className="page">
      <header className="page-head">
        <BackLink to={`/complaints?${back}`} />
        <div className="head">
          <div className="head-top">
            <h1>
              <span className="figures">{complaintNumber(data.number)}</span> · {productName(data)}
            </h1>
            <CustomerButton />
          </div>
          <p className="head-facts">
            <span title={formats.full(data.createdAt)}>
              {t.recorded} {formats.moment(data.createdAt, now)}
            </span>
            <span>
              {task.owner} <strong>{data.owner?.name ?? '–'}</strong>
            </span>
            {data.team && (
              <span>
                {task.team} <strong>{localized(data.team.name, language)}</strong>
              </span>
            )}
          </p>
        </div>
      </header>
      <div className="page-body">
        <section className="block">
          <h2>{t.whatHappened}</h2>
          <ComplaintFacts complaint={data} />
          <Evidence items={data.evidence} />
          <CaseFacts complaint={data} />
        </section>
        <LevelBlock of={{ complaintId: id }} />
        <DefectBlock complaint={data} />
        <CompensationBlock complaint={data} />
        <ConsentBlock complaint={data} />
        <section className="block">
          <h2>{t.log}</h2>
          <LogList
            entries={data.events.map((event) => ({
              id: event.id,
              title: event.state ? (states[event.state] ?? event.state) : (defects.events[event.kind] ?? task.note),
              who: event.staff?.name,
              note: (event.note && defects.notes[event.note]) ?? event.note,
              at: event.createdAt,
            }))}
          />
          <StateForm complaint={data} />
        </section>
        {data.conversationId && (
          <section className="block">
            <h2>{t.conversation}</h2>
            <Transcript id={data.conversationId} />
          </section>
        )}
      </div>
    </article>
  );
}
