import type { ReactNode } from 'react';
import { type Language, localeOf } from '../kit/i18n.ts';
import { Editable, Forget } from './editable.tsx';
import type { MyPage, MyRecordJson } from './record.ts';
import type { Act } from './recordPage.tsx';
import { texts } from './texts.ts';

/** What the customer told, with the words it came from. */
export function Notes(props: { record: MyRecordJson; page: MyPage; language: Language; act: Act }): ReactNode {
  const { record, page, language, act } = props;
  const t = texts[language];
  const day = (at: string) => new Date(at).toLocaleDateString(localeOf[language], { dateStyle: 'medium' });
  return (
    <section>
      <h2>{t.notes}</h2>
      {record.preferences.length === 0 && <p className="soft">{t.noNotes}</p>}
      <ul>
        {record.preferences.map((one) => {
          const label = t.about[one.key as keyof typeof t.about] ?? t.about.other;
          const asks = !one.confirmed || one.over;
          return (
            <li key={one.id}>
              <Editable
                label={label}
                value={one.value}
                language={language}
                save={(value) => (value ? act(() => page.correct(one.id, value)) : Promise.resolve(false))}
                note={
                  <>
                    {one.quote && (
                      <blockquote>
                        {one.quote}
                        <footer className="soft">{t.saidOn(day(one.createdAt))}</footer>
                      </blockquote>
                    )}
                    <p className="soft">
                      {one.over
                        ? t.over
                        : !one.confirmed
                          ? t.unconfirmed
                          : one.validUntil
                            ? t.validUntil(day(one.validUntil))
                            : t.forGood}
                    </p>
                  </>
                }
              >
                {asks && (
                  <button
                    type="button"
                    className="plain"
                    aria-label={`${t.isRight}: ${label}`}
                    onClick={() => void act(() => page.correct(one.id))}
                  >
                    {t.isRight}
                  </button>
                )}
                <Forget label={label} language={language} forget={() => act(() => page.forget(one.id))} />
              </Editable>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
