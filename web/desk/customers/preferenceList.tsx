import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Preference } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { customerTexts } from '../i18n/customers.ts';
import { preferenceNames } from '../i18n/names.ts';
import { preferenceTexts } from '../i18n/preferences.ts';
import type { useCustomerChange } from '../queries/customers.ts';
import { PreferenceTools } from './preferenceTools.tsx';

type Change = ReturnType<typeof useCustomerChange>;

/** What a customer likes and needs, each with the words it came from and until when it counts. With `change` it can be corrected and deleted. */
export function PreferenceList({
  preferences,
  change,
}: {
  preferences: readonly Preference[];
  change?: Change;
}): ReactNode {
  const t = useTexts(customerTexts);
  const words = useTexts(preferenceTexts);
  const names = useTexts(preferenceNames);
  const formats = useFormats();
  const now = useNow();
  if (preferences.length === 0) return <p className="soft">{t.preferencesEmpty}</p>;
  return (
    <ul className="preferences">
      {preferences.map((preference) => (
        <li key={preference.id}>
          <p>
            <span className="soft">{names[preference.key] ?? preference.key}</span> <strong>{preference.value}</strong>{' '}
            {!preference.confirmed && <Tag>{t.unconfirmed}</Tag>}
            {!preference.confirmed && preference.confidence < 1 && (
              <Tag className="figures">{words.confidence(Math.round(preference.confidence * 100))}</Tag>
            )}
            {preference.over && <Tag className="tag-danger">{words.over}</Tag>}
          </p>
          {preference.quote && (
            <blockquote>
              {preference.quote}
              <footer className="soft">
                {t.saidOn(formats.date(preference.createdAt, now))}
                {preference.validUntil && ` · ${words.validUntil(formats.date(preference.validUntil, now))}`}
              </footer>
            </blockquote>
          )}
          {change && <PreferenceTools preference={preference} change={change} />}
        </li>
      ))}
    </ul>
  );
}
