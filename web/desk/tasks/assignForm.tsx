import { Alert, App, Button, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { TaskDetail } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useStaff } from '../frame/session.tsx';
import { submitOnCtrlEnter } from '../frame/submit.ts';
import { taskTexts } from '../i18n/task.ts';
import { useStaffList, useTeams } from '../queries/settings.ts';
import type { useTaskAction } from '../queries/tasks.ts';

interface Props {
  task: TaskDetail;
  action: ReturnType<typeof useTaskAction>;
  close(): void;
}

/** Passes the task on to a colleague, who is told, or to another team. */
export function AssignForm({ task, action, close }: Props): ReactNode {
  const t = useTexts(taskTexts);
  const { language } = useLanguage();
  const me = useStaff();
  const staff = useStaffList();
  const teams = useTeams();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [ownerId, setOwner] = useState<string>();
  const [teamId, setTeam] = useState<string>();
  const [note, setNote] = useState('');
  const people = (staff.data?.items ?? []).filter(({ active, demo, id }) => active && !demo && id !== task.owner?.id);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ownerId && !teamId) return;
    const to = { ...(ownerId && { ownerId }), ...(teamId && { teamId }) };
    action.mutate(
      { kind: 'assign', ...to, note: note.trim() || null },
      {
        onSuccess: (changed) => {
          close();
          void message.success(t.passedOn(changed.owner?.name));
        },
      },
    );
  };
  const failed = action.error && action.variables?.kind === 'assign' ? action.error : undefined;
  return (
    <form className="form" aria-label={t.assign} onSubmit={submit} onKeyDown={submitOnCtrlEnter}>
      <p className="form-label">{t.assign}</p>
      <div className="form-inline assign-to">
        <Select
          autoFocus
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t.toColleague}
          placeholder={t.toColleague}
          value={ownerId}
          options={people.map(({ id, name }) => ({ value: id, label: id === me.id ? `${name} (${t.me})` : name }))}
          onChange={setOwner}
        />
        <Select
          allowClear
          aria-label={t.toTeam}
          placeholder={t.toTeam}
          value={teamId}
          options={teams.data?.items
            .filter(({ id }) => id !== task.team?.id)
            .map(({ id, name }) => ({ value: id, label: localized(name, language) }))}
          onChange={setTeam}
        />
      </div>
      <Input.TextArea
        aria-label={t.assignNote}
        placeholder={t.assignNote}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={4000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {failed && <Alert type="error" title={problemText(failed)} showIcon role="alert" />}
      <div className="form-buttons">
        <Button onClick={close}>{t.cancel}</Button>
        <Button type="primary" htmlType="submit" disabled={!ownerId && !teamId} loading={action.isPending}>
          {t.assign}
        </Button>
      </div>
    </form>
  );
}
