import { Alert, Button, Input, Popconfirm, Select, Tag } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Role } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { roleNames } from '../i18n/names.ts';
import { settingsTexts } from '../i18n/settings.ts';
import { useApiKeyChange, useApiKeys } from '../queries/settings.ts';
import { SecretDialog } from './secretDialog.tsx';

/** Keys of the programs that may call the API. */
export function ApiKeys(): ReactNode {
  const t = useTexts(settingsTexts);
  const roles = useTexts(roleNames);
  const formats = useFormats();
  const now = useNow();
  const keys = useApiKeys();
  const change = useApiKeyChange();
  const problemText = useProblemText();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('staff');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim()) change.mutate({ name: name.trim(), role }, { onSuccess: () => setName('') });
  };
  return (
    <section className="block">
      <h2>{t.keys}</h2>
      <p className="soft">{t.keysLead}</p>
      {keys.isPending && <RowsSkeleton rows={1} />}
      {keys.error && !keys.data && <ProblemNote error={keys.error} retry={() => void keys.refetch()} />}
      {keys.data?.items.length === 0 && <p className="soft">{t.keysEmpty}</p>}
      <ul className="people">
        {keys.data?.items.map((key) => (
          <li key={key.id} className="person person-key" data-active={key.revokedAt ? 'no' : 'yes'}>
            <span className="person-name">
              <strong>{key.name}</strong> <Tag>{roles[key.role]}</Tag>
              <span className="soft">
                {key.lastUsedAt ? t.keyUsed(formats.moment(key.lastUsedAt, now)) : t.keyUnused}
              </span>
            </span>
            {key.revokedAt ? (
              <span className="soft">{t.revoked}</span>
            ) : (
              <Popconfirm
                title={t.revokeSure}
                description={t.revokeText}
                okText={t.revoke}
                cancelText={t.cancel}
                onConfirm={() => change.mutate({ revoke: key.id })}
              >
                <Button danger>{t.revoke}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      <form className="form-inline" onSubmit={add}>
        <Input
          aria-label={t.keyName}
          placeholder={t.keyName}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Select<Role>
          aria-label={t.role}
          value={role}
          options={Object.entries(roles).map(([value, label]) => ({ value: value as Role, label }))}
          onChange={setRole}
        />
        <Button htmlType="submit" disabled={!name.trim()} loading={change.isPending}>
          {t.addKey}
        </Button>
      </form>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
      {change.data?.secret && (
        <SecretDialog title={t.keyNew} text={t.keyNewText} secret={change.data.secret} close={() => change.reset()} />
      )}
    </section>
  );
}
