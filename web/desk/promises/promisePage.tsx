import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PromiseStory } from '../api.ts';
import { Transcript } from '../conversations/transcript.tsx';
import { customerName } from '../customers/names.ts';
import { FactList } from '../frame/factList.tsx';
import { type Formats, useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { LogList } from '../frame/logList.tsx';
import { PageSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { promiseTexts } from '../i18n/promises.ts';
import { usePromise } from '../queries/promises.ts';
import { CustomerButton } from '../shell/columns.tsx';
import { BackLink } from '../shell/listParts.tsx';
import { PromiseActions } from './promiseActions.tsx';
import { PromiseDue, PromiseTag } from './promiseState.tsx';

/** One promise: who gave it to whom and by when, what became of it, and the conversation in which it was said. */
export function PromisePage({ id }: { id: string }): ReactNode {
  const t = useTexts(promiseTexts);
  const [params] = useSearchParams();
  const promise = usePromise(id);
  const formats = useFormats();
  const now = useNow();
  if (promise.isPending) return <PageSkeleton />;
  if (!promise.data) return <ProblemNote error={promise.error} retry={() => void promise.refetch()} whole />;
  const { data } = promise;
  const back = new URLSearchParams(params);
  back.delete('panel');
  return (
    <article className="page">
      <header className="page-head">
        <BackLink to={`/promises?${back}`} />
        <div className="head">
          <div className="head-top">
            <h1>{data.text}</h1>
            {data.customerId && <CustomerButton />}
          </div>
          <p className="head-facts">
            <PromiseTag promise={data} />
            <PromiseDue promise={data} />
            {data.moves > 0 && <span>{t.movedTimes(data.moves)}</span>}
          </p>
        </div>
        <div className="actions">
          <PromiseActions promise={data} />
        </div>
      </header>
      <div className="page-body">
        <section className="block">
          <Facts promise={data} />
        </section>
        <section className="block">
          <h2>{t.log}</h2>
          <LogList
            entries={data.events.map((event) => ({
              id: event.id,
              title: t.events[event.kind] ?? event.kind,
              who: event.staff?.name,
              note: event.kind === 'moved' ? movedTo(event.note, formats, now) : event.note,
              at: event.createdAt,
            }))}
          />
        </section>
        <section className="block">
          <div className="block-head">
            <h2>{t.talk}</h2>
            <Link to={`/conversations/${data.conversationId}`}>{t.conversation}</Link>
          </div>
          <Transcript id={data.conversationId} />
        </section>
      </div>
    </article>
  );
}

function Facts({ promise }: { promise: PromiseStory }): ReactNode {
  const t = useTexts(promiseTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const { customer, staff, task, taskId, createdAt, settledAt } = promise;
  return (
    <FactList
      facts={[
        [t.customer, customer && <Link to={`/customers/${customer.id}`}>{customerName(customer, language)}</Link>],
        [t.who, staff?.name ?? t.bot],
        [t.keeper, !staff && task && (task.owner?.name ?? t.unowned)],
        [t.promisedAt, formats.moment(createdAt, now)],
        [t.settledAt, settledAt && formats.moment(settledAt, now)],
        [t.tasks, taskId && <Link to={`/tasks/${taskId}`}>{t.task}</Link>],
      ]}
    />
  );
}

const movedTo = (note: string | null, formats: Formats, now: Date): string | null =>
  note && !Number.isNaN(Date.parse(note)) ? formats.moment(note, now) : note;
