import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TaskDetail } from '../api.ts';
import { ComplaintFacts } from '../complaints/complaintFacts.tsx';
import { Evidence } from '../complaints/evidence.tsx';
import { complaintNumber } from '../customers/names.ts';
import { Rating } from '../customers/rating.tsx';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { taskTexts } from '../i18n/task.ts';
import { useTimeline } from '../queries/customers.ts';
import { rowsOf, useComplaint } from '../queries/records.ts';

function ComplaintCause({ id }: { id: string }): ReactNode {
  const t = useTexts(taskTexts);
  const complaint = useComplaint(id);
  if (complaint.isPending) return <RowsSkeleton rows={2} />;
  if (!complaint.data) return <ProblemNote error={complaint.error} retry={() => void complaint.refetch()} />;
  return (
    <section className="block">
      <div className="block-head">
        <h2>
          {t.cause} · <span className="figures">{complaintNumber(complaint.data.number)}</span>
        </h2>
        <Link to={`/complaints/${id}`}>{t.openComplaint}</Link>
      </div>
      <ComplaintFacts complaint={complaint.data} />
      <Evidence items={complaint.data.evidence} />
    </section>
  );
}

function RatingCause({ responseId, customerId }: { responseId: string; customerId: string }): ReactNode {
  const t = useTexts(taskTexts);
  const timeline = useTimeline(customerId);
  const response = rowsOf(timeline.data).find((entry) => entry.kind === 'response' && entry.id === responseId);
  if (!response) return null;
  return (
    <section className="block">
      <h2>
        {t.cause} · {t.rating}
      </h2>
      <Rating score={response.score} />
      {response.title && <p className="prose">{response.title}</p>}
    </section>
  );
}

/** Why the task was raised: the complaint or the rating behind it. */
export function TaskCause({ task }: { task: TaskDetail }): ReactNode {
  if (task.complaintId) return <ComplaintCause id={task.complaintId} />;
  if (task.responseId && task.customer)
    return <RatingCause responseId={task.responseId} customerId={task.customer.id} />;
  return null;
}
