import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { TaskDetail } from '../api.ts';
import { localized } from '../customers/names.ts';
import { CustomerNeeds } from '../customers/needTags.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { nameOf } from '../i18n/dictionary.ts';
import { outcomeNames } from '../i18n/names.ts';
import { nextContactTexts } from '../i18n/nextContact.ts';
import { taskTexts } from '../i18n/task.ts';
import { inboxTexts } from '../i18n/tasks.ts';
import { CustomerButton } from '../shell/columns.tsx';
import { Due } from './due.tsx';
import { TaskLevelTag } from './taskLevelTag.tsx';
import { PriorityTag } from './taskRow.tsx';
import { useTypeName } from './typeName.ts';

/** Title, type, due date and owner. */
export function TaskHead({ task }: { task: TaskDetail }): ReactNode {
  const t = useTexts(taskTexts);
  const inbox = useTexts(inboxTexts);
  const next = useTexts(nextContactTexts);
  const formats = useFormats();
  const now = useNow();
  const typeName = useTypeName();
  const outcomes = useTexts(outcomeNames);
  const { language } = useLanguage();
  return (
    <div className="head">
      <div className="head-top">
        <h1>{task.title}</h1>
        {task.customer && <CustomerButton />}
      </div>
      <p className="head-facts">
        <Tag>{typeName(task.type, task.typeName)}</Tag>
        {task.state === 'open' && <PriorityTag task={task} />}
        <Due task={task} />
        <TaskLevelTag task={task} />
        {task.customer && <CustomerNeeds customerId={task.customer.id} call={task.type === 'callBack'} />}
        <span>
          {t.owner} <strong>{task.owner?.name ?? inbox.unowned}</strong>
        </span>
        {task.team && (
          <span>
            {t.team} {localized(task.team.name, language)}
          </span>
        )}
        {task.outcome && (
          <span>
            {t.outcome} <strong>{nameOf(outcomes, task.outcome)}</strong>
          </span>
        )}
      </p>
      {(task.follows || task.followedBy.length > 0) && (
        <p className="head-facts">
          {task.follows && (
            <span>
              {next.follows} <Link to={`/tasks/${task.follows.id}`}>{task.follows.title}</Link>
            </span>
          )}
          {task.followedBy.map((each) => (
            <span key={each.id}>
              {next.followedBy} <Link to={`/tasks/${each.id}`}>{formats.moment(each.dueAt, now)}</Link>
            </span>
          ))}
        </p>
      )}
      {task.outcomeNote && <p className="head-note">{task.outcomeNote}</p>}
    </div>
  );
}
