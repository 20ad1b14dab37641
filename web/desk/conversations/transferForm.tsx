import { Alert, App, Button, Input, Popover, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useStaff } from '../frame/session.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import type { useConversationAction } from '../queries/records.ts';
import { useStaffList } from '../queries/settings.ts';

const queue = 'queue';

/** Passes the conversation on to a colleague, or back into the queue. */
export function TransferForm({ action }: { action: ReturnType<typeof useConversationAction> }): ReactNode {
  const t = useTexts(conversationTexts);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Form action={action} close={() => setOpen(false)} />}
    >
      <Button>{t.transfer}</Button>
    </Popover>
  );
}

function Form({ action, close }: { action: ReturnType<typeof useConversationAction>; close(): void }): ReactNode {
  const t = useTexts(conversationTexts);
  const me = useStaff();
  const staff = useStaffList();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [to, setTo] = useState<string>();
  const [note, setNote] = useState('');
  const colleagues = (staff.data?.items ?? []).filter((each) => each.active && !each.demo && each.id !== me.id);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!to) return;
    action.mutate(
      { kind: 'transfer', toStaffId: to === queue ? null : to, note: note.trim() || null },
      {
        onSuccess: () => {
          close();
          void message.success(t.transferred);
        },
      },
    );
  };
  const failed = action.error && action.variables?.kind === 'transfer' ? action.error : undefined;
  return (
    <form className="case-form transfer-form" aria-label={t.transfer} onSubmit={submit}>
      <Select
        aria-label={t.transferTo}
        placeholder={t.transferTo}
        value={to}
        options={[
          ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
          { value: queue, label: t.toQueue },
        ]}
        onChange={setTo}
      />
      <Input.TextArea
        aria-label={t.transferNote}
        placeholder={t.transferNote}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!to} loading={action.isPending}>
        {t.transfer}
      </Button>
      {failed && <Alert type="error" title={problemText(failed)} showIcon role="alert" />}
    </form>
  );
}
