import type { ReactNode } from 'react';
import type { Language } from '../kit/i18n.ts';
import { Editable, Forget } from './editable.tsx';
import type { MyPage, MyRecordJson } from './record.ts';
import type { Act } from './recordPage.tsx';
import { texts } from './texts.ts';

const fields = [
  ['name', 'text'],
  ['phone', 'tel'],
  ['email', 'email'],
  ['birthday', 'date'],
] as const;

/** Name, how one is reached, birthday and zone. */
export function Facts(props: { record: MyRecordJson; page: MyPage; language: Language; act: Act }): ReactNode {
  const { record, page, language, act } = props;
  const t = texts[language];
  const { zone } = record;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section>
      <h2>{t.facts}</h2>
      <ul>
        {fields.map(([field, type]) => (
          <li key={field}>
            <Editable
              label={t.fields[field]}
              value={record[field] ?? ''}
              type={type}
              language={language}
              save={(value) => act(() => page.change({ [field]: value || null }))}
            >
              {record[field] && (
                <Forget
                  label={t.fields[field]}
                  language={language}
                  forget={() => act(() => page.change({ [field]: null }))}
                />
              )}
            </Editable>
          </li>
        ))}
        <li>
          <p className="line">
            <span className="soft">{t.fields.zone}</span> <strong>{zone.zone}</strong>
          </p>
          <p className="soft">{t.zoneSource[zone.source as keyof typeof t.zoneSource]}</p>
          {here !== zone.zone && (
            <div className="buttons">
              <button type="button" className="plain" onClick={() => void act(() => page.change({ zone: here }))}>
                {t.zoneHere(here)}
              </button>
            </div>
          )}
        </li>
      </ul>
    </section>
  );
}
