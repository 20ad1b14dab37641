import { Checkbox, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Task } from '../api.ts';
import { complaintNumber, customerName } from '../customers/names.ts';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { priorityNames } from '../i18n/names.ts';
import { inboxTexts } from '../i18n/tasks.ts';
import { Due } from './due.tsx';
import { TaskLevelTag } from './taskLevelTag.tsx';
import { useTypeName } from './typeName.ts';

const icons: Partial<Record<string, IconName>> = {
  callBack: 'phone',
  answer: 'conversations',
  complaint: 'complaints',
  surveyFollowUp: 'note',
  knowledgeGap: 'gaps',
  repair: 'settings',
  gift: 'gift',
  care: 'heart',
  approval: 'check',
  promise: 'clock',
  fault: 'late',
  custom: 'tasks',
};

/** Urgent and safety are said in words, not by colour alone. */
export function PriorityTag({ task }: { task: Task }): ReactNode {
  const names = useTexts(priorityNames);
  if (task.priority === 'normal' || task.priority === 'low') return null;
  return <Tag className={task.priority === 'urgent' ? 'tag-danger' : 'tag-accent'}>{names[task.priority]}</Tag>;
}

interface Props {
  task: Task;
  selected: boolean;
  /** It came while the inbox was open. */
  fresh: boolean;
  /** The address's query, kept when the task is opened. */
  search: string;
  /** Chosen for an action with many; `choosing`: some are. */
  chosen?: boolean;
  choosing?: boolean;
  toggle?(id: string): void;
}

/** A task in the inbox. */
export function TaskRow({ task, selected, fresh, search, chosen = false, choosing = false, toggle }: Props): ReactNode {
  const t = useTexts(inboxTexts);
  const typeName = useTypeName();
  const { language } = useLanguage();
  const row = (
    <Link
      className="row"
      data-row={task.id}
      to={{ pathname: `/tasks/${task.id}`, search }}
      aria-current={selected ? 'true' : undefined}
    >
      <span className="row-head">
        <span className="row-kind">
          <Icon name={icons[task.type] ?? 'tasks'} />
          {typeName(task.type, task.typeName)}
          {task.complaint && <span className="figures"> {complaintNumber(task.complaint.number)}</span>}
        </span>
        <Due task={task} />
      </span>
      <span className="row-title">{task.title}</span>
      <span className="row-foot">
        <span className="row-who">{customerName(task.customer, language)}</span>
        {fresh && <Tag className="tag-accent">{t.newOne}</Tag>}
        <TaskLevelTag task={task} />
        {task.steps.total > 0 && (
          <span className="row-steps figures" title={t.steps}>
            <Icon name="check" />
            {task.steps.done}/{task.steps.total}
          </span>
        )}
        {task.state === 'open' && <PriorityTag task={task} />}
        <span className={task.owner ? 'row-owner' : 'row-owner row-unowned'}>{task.owner?.name ?? t.unowned}</span>
      </span>
    </Link>
  );
  if (!toggle || task.state !== 'open') return row;
  return (
    <div className="row-choice" data-choosing={choosing ? 'yes' : 'no'}>
      <Checkbox
        className="row-box"
        aria-label={`${t.chooseIt}: ${task.title}`}
        checked={chosen}
        onChange={() => toggle(task.id)}
      />
      {row}
    </div>
  );
}
