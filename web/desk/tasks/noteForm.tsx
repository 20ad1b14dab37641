import { Alert, Button, Mentions } from 'antd';
import { type ReactNode, type RefObject, useMemo } from 'react';
import { useDraft } from '../frame/draft.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { submitOnCtrlEnter } from '../frame/submit.ts';
import { taskTexts } from '../i18n/task.ts';
import { useStaffList } from '../queries/settings.ts';
import type { useTaskAction } from '../queries/tasks.ts';

interface Props {
  id: string;
  action: ReturnType<typeof useTaskAction>;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Adds a note to the log of a task; @ names colleagues, who are told. What is written is kept until it is saved. */
export function NoteForm({ id, action, field }: Props): ReactNode {
  const t = useTexts(taskTexts);
  const problemText = useProblemText();
  const staff = useStaffList();
  const names = useMemo(
    () => [...new Set((staff.data?.items ?? []).filter(({ active }) => active).map(({ name }) => name))],
    [staff.data],
  );
  const [note, setNote, forget] = useDraft(`note.${id}`);
  const failed = action.error && action.variables?.kind === 'comment' ? action.error : undefined;
  const saving = action.isPending && action.variables.kind === 'comment';
  return (
    <form
      className="note-form"
      onKeyDown={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim()) action.mutate({ kind: 'comment', note: note.trim() }, { onSuccess: forget });
      }}
    >
      <Mentions
        ref={(mentions) => {
          field.current = mentions?.textarea ?? null;
        }}
        aria-label={t.noteLabel}
        placeholder={t.noteHint}
        autoSize={{ minRows: 1, maxRows: 6 }}
        placement="top"
        value={note}
        options={names.map((name) => ({ value: name, label: name }))}
        onChange={setNote}
      />
      <Button htmlType="submit" disabled={!note.trim()} loading={saving}>
        {t.addNote}
      </Button>
      {failed && <Alert type="error" title={`${t.noteKept} ${problemText(failed)}`} showIcon role="alert" />}
    </form>
  );
}
