import { Modal } from 'antd';
import type { ReactNode } from 'react';
import type { FilterQuery } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { taskViewTexts } from '../i18n/taskViews.ts';
import { useDue } from '../queries/taskViews.ts';
import { spanOf } from './calendarDays.ts';
import { TaskRow } from './taskRow.tsx';

interface Props {
  date: string;
  zone: string;
  filter: FilterQuery;
  close(): void;
}

/** All that is due on a day. */
export function DayDialog({ date, zone, filter, close }: Props): ReactNode {
  const t = useTexts(taskViewTexts);
  const formats = useFormats();
  const now = useNow();
  const due = useDue(filter, spanOf(date, zone));
  return (
    <Modal open title={formats.date(`${date}T12:00:00Z`, now)} footer={null} onCancel={close} width={480}>
      {due.isPending && <RowsSkeleton rows={3} />}
      {due.error && !due.data && <ProblemNote error={due.error} retry={() => void due.refetch()} />}
      {due.data?.items.length === 0 && <p className="soft">{t.nothingDue}</p>}
      <div className="day-tasks">
        {due.data?.items.map((task) => (
          <TaskRow key={task.id} task={task} selected={false} fresh={false} search={window.location.search} />
        ))}
      </div>
    </Modal>
  );
}
