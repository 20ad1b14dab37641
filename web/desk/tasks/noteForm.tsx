import { Alert, Button, Input } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { useDraft } from '../frame/draft.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { submitOnCtrlEnter } from '../frame/submit.ts';
import { taskTexts } from '../i18n/task.ts';
import type { useTaskAction } from '../queries/tasks.ts';

interface Props {
  id: string;
  action: ReturnType<typeof useTaskAction>;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Adds a note to the log of a task. What is written is kept until it is saved. */
export function NoteForm({ id, action, field }: Props): ReactNode {
  const t = useTexts(taskTexts);
  const problemText = useProblemText();
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
      <Input.TextArea
        ref={(area) => {
          field.current = area?.resizableTextArea?.textArea ?? null;
        }}
        aria-label={t.noteLabel}
        placeholder={t.noteLabel}
        autoSize={{ minRows: 1, maxRows: 6 }}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button htmlType="submit" disabled={!note.trim()} loading={saving}>
        {t.addNote}
      </Button>
      {failed && <Alert type="error" title={`${t.noteKept} ${problemText(failed)}`} showIcon role="alert" />}
    </form>
  );
}
