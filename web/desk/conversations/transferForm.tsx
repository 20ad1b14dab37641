import { Alert, App, Button, Input, Popover, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Colleague } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { useStaff } from '../frame/session.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { useColleagues } from '../queries/presence.ts';
import type { useConversationAction } from '../queries/records.ts';
import { useTeams } from '../queries/settings.ts';

interface Props {
  action: ReturnType<typeof useConversationAction>;
  /** Who has it now; that person is no choice. */
  holderId: string | undefined;
}

/** Passes the conversation on to a colleague or a team, or back into the queue. */
export function TransferForm(props: Props): ReactNode {
  const t = useTexts(conversationTexts);
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Form {...props} close={() => setOpen(false)} />}
    >
      <Button>{t.transfer}</Button>
    </Popover>
  );
}

const queue = 'queue';

function Form({ action, holderId, close }: Props & { close(): void }): ReactNode {
  const t = useTexts(conversationTexts);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [to, setTo] = useState<string>();
  const [note, setNote] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!to) return;
    const [kind, id] = to.split(' ');
    const target = kind === 'staff' ? { toStaffId: id! } : kind === 'team' ? { toTeamId: id! } : {};
    action.mutate(
      { kind: 'transfer', ...target, note: note.trim() || null },
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
        options={useTargets(holderId)}
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

/** Colleagues with who is here and what they have, teams, and the queue. */
function useTargets(holderId: string | undefined) {
  const t = useTexts(conversationTexts);
  const { language } = useLanguage();
  const me = useStaff();
  const all = useColleagues().data?.items ?? [];
  const colleagues = all.filter(({ id, state }) => id !== holderId && (state !== 'offline' || id === me.id));
  const offline = all.filter(({ state }) => state === 'offline').length;
  const teams = (useTeams().data?.items ?? []).filter(({ members }) => members > 0);
  // Nobody is passed to who is not there, or has enough; oneself knows best.
  const option = ({ id, name, state, holding, capacity }: Colleague) => ({
    value: `staff ${id}`,
    label: `${name} · ${t.presence[state]} · ${holding}/${capacity}`,
    disabled: id !== me.id && (state !== 'online' || holding >= capacity),
  });
  const online = (teamId: string) => all.filter((each) => each.teamId === teamId && each.state === 'online').length;
  return [
    { label: `${t.colleagues} · ${t.offlineNow(offline)}`, options: colleagues.map(option) },
    ...(teams.length > 0
      ? [
          {
            label: t.teams,
            options: teams.map(({ id, name }) => ({
              value: `team ${id}`,
              label: `${localized(name, language)} · ${t.onlineNow(online(id))}`,
            })),
          },
        ]
      : []),
    { label: t.anybody, options: [{ value: queue, label: t.toQueue }] },
  ];
}
