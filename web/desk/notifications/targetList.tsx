import { App, Button, Popconfirm, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import type { NotificationTarget } from '../api.ts';
import { localized } from '../customers/names.ts';
import { Icon } from '../frame/icons.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { notificationTexts } from '../i18n/notifications.ts';
import { useTargetChange, useTargets } from '../queries/notifications.ts';
import { useTeams } from '../queries/settings.ts';
import { SecretDialog } from '../settings/secretDialog.tsx';
import { ClimbRule } from './climbRule.tsx';
import { TargetForm } from './targetForm.tsx';

function TargetItem({ target, edit }: { target: NotificationTarget; edit(): void }): ReactNode {
  const t = useTexts(notificationTexts);
  const { language } = useLanguage();
  const teams = useTeams();
  const change = useTargetChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const onError = (error: Error): void => void message.error(problemText(error));
  const team = teams.data?.items.find(({ id }) => id === target.teamId);
  return (
    <li className="person" data-active={target.active ? 'yes' : 'no'}>
      <span className="person-name">
        <strong>{target.name}</strong> <Tag>{t.way[target.way] ?? target.way}</Tag>
        {target.urgentOnly && <Tag>{t.urgentOnly}</Tag>}
        {target.signed && <Tag>{t.signed}</Tag>}
        {!target.active && <Tag>{t.stopped}</Tag>}
        {!target.readable && <Tag className="tag-danger">{t.unreadable}</Tag>}
        <span className="soft">
          {team ? localized(team.name, language) : t.everyTeam}{' '}
          {target.readable && ` · ${target.host} …${target.ending}`}
        </span>
      </span>
      <span className="person-tools">
        <Button onClick={edit}>{t.edit}</Button>
        <Button
          loading={change.isPending}
          onClick={() => change.mutate({ id: target.id, patch: { active: !target.active } }, { onError })}
        >
          {target.active ? t.stop : t.start}
        </Button>
        <Popconfirm
          title={t.removeSure(target.name)}
          description={t.removeText}
          okText={t.remove}
          cancelText={t.cancel}
          onConfirm={() => change.mutate({ remove: target.id }, { onError })}
        >
          <Button danger>{t.remove}</Button>
        </Popconfirm>
      </span>
    </li>
  );
}

/** Groups and systems that are told what teams are told, and the rule by which urgent things climb. */
export function TargetList(): ReactNode {
  const t = useTexts(notificationTexts);
  const targets = useTargets();
  const [form, setForm] = useState<'new' | NotificationTarget | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <section className="block">
        <div className="block-head">
          <h2>{t.team}</h2>
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setForm('new')}>
            {t.addTarget}
          </Button>
        </div>
        <p className="soft">{t.targetsLead}</p>
        {targets.isPending && <RowsSkeleton rows={2} />}
        {targets.error && !targets.data && <ProblemNote error={targets.error} retry={() => void targets.refetch()} />}
        {targets.data?.items.length === 0 && <p className="soft">{t.targetsEmpty}</p>}
        <ul className="people">
          {targets.data?.items.map((target) => (
            <TargetItem key={target.id} target={target} edit={() => setForm(target)} />
          ))}
        </ul>
      </section>
      <ClimbRule />
      {form && <TargetForm target={form === 'new' ? null : form} close={() => setForm(null)} showSecret={setSecret} />}
      {secret && (
        <SecretDialog title={t.secretTitle} text={t.secretText} secret={secret} close={() => setSecret(null)} />
      )}
    </>
  );
}
