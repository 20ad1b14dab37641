import { Button, Input, Popconfirm, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Preference } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { customerTexts } from '../i18n/customers.ts';
import { preferenceNames } from '../i18n/names.ts';
import type { useCustomerChange } from '../queries/customers.ts';

type Change = ReturnType<typeof useCustomerChange>;

function Tools({ preference, change }: { preference: Preference; change: Change }): ReactNode {
  const t = useTexts(customerTexts);
  const problemText = useProblemText();
  const [value, setValue] = useState<string>();
  if (value !== undefined) {
    return (
      <form
        className="form-inline"
        onSubmit={(event) => {
          event.preventDefault();
          if (!value.trim()) return;
          change.mutate(
            { correct: preference.id, value: value.trim(), quote: preference.quote },
            { onSuccess: () => setValue(undefined) },
          );
        }}
      >
        <Input
          size="small"
          autoFocus
          aria-label={t.correctHint}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <Button size="small" type="primary" htmlType="submit" loading={change.isPending}>
          {t.save}
        </Button>
        <Button size="small" onClick={() => setValue(undefined)}>
          {t.cancel}
        </Button>
        {change.error && <span className="danger-text">{problemText(change.error)}</span>}
      </form>
    );
  }
  return (
    <span className="tools">
      <Button size="small" type="link" onClick={() => setValue(preference.value)}>
        {t.correct}
      </Button>
      <Popconfirm
        title={t.forgetSure}
        description={t.forgetText}
        okText={t.forget}
        cancelText={t.cancel}
        onConfirm={() => change.mutate({ forget: preference.id })}
      >
        <Button size="small" type="link" danger>
          {t.forget}
        </Button>
      </Popconfirm>
    </span>
  );
}

/** What a customer likes and needs, each with the words it came from. With `change` it can be corrected and deleted. */
export function PreferenceList({
  preferences,
  change,
}: {
  preferences: readonly Preference[];
  change?: Change;
}): ReactNode {
  const t = useTexts(customerTexts);
  const names = useTexts(preferenceNames);
  const formats = useFormats();
  const now = useNow();
  if (preferences.length === 0) return <p className="soft">{t.preferencesEmpty}</p>;
  return (
    <ul className="preferences">
      {preferences.map((preference) => (
        <li key={preference.id}>
          <p>
            <span className="soft">{names[preference.key] ?? preference.key}</span> <strong>{preference.value}</strong>
            {!preference.confirmed && <Tag>{t.unconfirmed}</Tag>}
          </p>
          {preference.quote && (
            <blockquote>
              {preference.quote}
              <footer className="soft">{t.saidOn(formats.date(preference.createdAt, now))}</footer>
            </blockquote>
          )}
          {change && <Tools preference={preference} change={change} />}
        </li>
      ))}
    </ul>
  );
}
