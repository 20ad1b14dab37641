import { App, Button, Popconfirm, Select, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Role, StaffMember } from '../api.ts';
import { localized } from '../customers/names.ts';
import { Icon } from '../frame/icons.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { useStaff } from '../frame/session.tsx';
import { roleNames } from '../i18n/names.ts';
import { settingsTexts } from '../i18n/settings.ts';
import { useSignInLink, useStaffChange, useStaffList, useTeams } from '../queries/settings.ts';
import { SecretDialog } from './secretDialog.tsx';
import { StaffForm } from './staffForm.tsx';

/** The usual ones, and the one that is set. */
const capacities = (now: number): number[] =>
  [...new Set([1, 2, 3, 4, 5, 6, 8, 10, 15, 20, now])].sort((a, b) => a - b);

function StaffItem({ member }: { member: StaffMember }): ReactNode {
  const t = useTexts(settingsTexts);
  const roles = useTexts(roleNames);
  const { language } = useLanguage();
  const me = useStaff();
  const teams = useTeams();
  const change = useStaffChange();
  const link = useSignInLink();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const patch = (values: { role?: Role; active?: boolean; teamId?: string | null; capacity?: number }): void =>
    change.mutate(
      { id: member.id, patch: values },
      {
        onSuccess: () => void message.success(t.changed),
        onError: (error) => void message.error(problemText(error)),
      },
    );
  const isMe = member.id === me.id;
  return (
    <li className="person" data-active={member.active ? 'yes' : 'no'}>
      <span className="avatar" aria-hidden="true">
        {[...member.name][0]}
      </span>
      <span className="person-name">
        <strong>{member.name}</strong> {isMe && <Tag>{t.you}</Tag>}
        {!member.active && <Tag>{t.inactive}</Tag>}
        <span className="soft">{member.email}</span>
      </span>
      <Select<Role>
        aria-label={`${t.role} · ${member.name}`}
        value={member.role}
        disabled={isMe || !member.active}
        options={Object.entries(roles).map(([value, label]) => ({ value: value as Role, label }))}
        onChange={(role) => patch({ role })}
      />
      <Select<string | null>
        aria-label={`${t.team} · ${member.name}`}
        value={member.teamId}
        disabled={!member.active}
        placeholder={t.noTeam}
        allowClear
        options={teams.data?.items.map((team) => ({ value: team.id, label: localized(team.name, language) })) ?? []}
        onChange={(teamId) => patch({ teamId: teamId ?? null })}
      />
      <Select<number>
        className="person-capacity"
        aria-label={`${t.capacity} · ${member.name}`}
        title={t.capacity}
        value={member.capacity}
        disabled={!member.active}
        options={capacities(member.capacity).map((value) => ({ value, label: `≤ ${value}` }))}
        onChange={(capacity) => patch({ capacity })}
      />
      <span className="person-tools">
        {member.active && (
          <Button
            icon={<Icon name="link" />}
            loading={link.isPending}
            onClick={() => link.mutate(member.id, { onError: (error) => void message.error(problemText(error)) })}
          >
            {t.link}
          </Button>
        )}
        {!isMe && member.active && (
          <Popconfirm
            title={t.deactivateSure(member.name)}
            description={t.deactivateText}
            okText={t.deactivate}
            cancelText={t.cancel}
            onConfirm={() => patch({ active: false })}
          >
            <Button danger>{t.deactivate}</Button>
          </Popconfirm>
        )}
        {!member.active && <Button onClick={() => patch({ active: true })}>{t.activate}</Button>}
      </span>
      {link.data && (
        <SecretDialog
          title={t.linkTitle}
          text={t.linkText(member.name)}
          secret={link.data}
          close={() => link.reset()}
        />
      )}
    </li>
  );
}

/** Who works with Zhiyin, and what they may do. */
export function StaffList(): ReactNode {
  const t = useTexts(settingsTexts);
  const staff = useStaffList();
  const [adding, setAdding] = useState(false);
  return (
    <section className="block">
      <div className="block-head">
        <h2>{t.people}</h2>
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      </div>
      <p className="soft">{t.peopleLead}</p>
      {staff.isPending && <RowsSkeleton rows={3} />}
      {staff.error && !staff.data && <ProblemNote error={staff.error} retry={() => void staff.refetch()} />}
      <ul className="people">
        {staff.data?.items.map((member) => (
          <StaffItem key={member.id} member={member} />
        ))}
      </ul>
      {adding && <StaffForm close={() => setAdding(false)} />}
    </section>
  );
}
