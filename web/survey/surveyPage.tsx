import { type ReactNode, useEffect, useState } from 'react';
import { type Language, localeOf, pickLanguage } from '../kit/i18n.ts';
import { Form } from './form.tsx';
import { look, opened, Refused, refuse, type SurveyFormJson } from './link.ts';
import { texts } from './texts.ts';

type End = 'done' | 'followUp' | 'refused' | 'used' | 'expired' | 'closed' | 'missing' | 'unloaded';
const ends: Record<string, End> = {
  linkUsed: 'used',
  answerFixed: 'used',
  linkExpired: 'expired',
  surveyClosed: 'closed',
  notFound: 'missing',
};

/** A survey by link: on a telephone, in both languages, without signing in. */
export function SurveyPage({ token }: { token: string }): ReactNode {
  const wish = new URLSearchParams(location.search).get('lang');
  const [language, setLanguage] = useState<Language>(() => pickLanguage(wish, navigator.language));
  const [form, setForm] = useState<SurveyFormJson>();
  const [end, setEnd] = useState<End>();
  const t = texts[language];

  useEffect(() => {
    document.documentElement.lang = localeOf[language];
    if (form) document.title = form.survey.title[language];
    if (form?.largeType) document.documentElement.dataset.type = 'large';
  }, [language, form]);

  useEffect(() => {
    look(token)
      .then((found) => {
        setForm(found);
        if (found.state === 'open') void opened(token).catch(() => undefined);
        else if (found.state !== 'answered') setEnd(found.state);
      })
      .catch((problem) => setEnd(problem instanceof Refused && problem.status === 404 ? 'missing' : 'unloaded'));
  }, [token]);

  const leave = async () => {
    await refuse(token).catch(() => undefined);
    setEnd('refused');
  };
  return (
    <main className="page survey-look">
      <header>
        <span>{form?.shop[language]}</span>
        <button
          type="button"
          className="plain"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {t.language}
        </button>
      </header>
      {end ? (
        <Ended end={end} language={language} />
      ) : form ? (
        <>
          <h1>{form.survey.title[language]}</h1>
          <p className="soft">
            {form.state === 'answered' && form.editableUntil
              ? t.until(
                  new Date(form.editableUntil).toLocaleString(localeOf[language], {
                    dateStyle: 'medium',
                    timeStyle: 'short',
                  }),
                )
              : form.survey.anonymous
                ? t.anonymous
                : form.known
                  ? t.known
                  : null}
          </p>
          <Form
            token={token}
            form={form}
            language={language}
            done={(followUp) => setEnd(followUp ? 'followUp' : 'done')}
            ended={(code) => setEnd(ends[code] ?? 'unloaded')}
          />
          {form.known && form.state === 'open' && (
            <button type="button" className="plain" onClick={() => void leave()}>
              {t.refuse}
            </button>
          )}
        </>
      ) : (
        <div className="waiting" role="status" aria-label={t.loading} />
      )}
    </main>
  );
}

function Ended({ end, language }: { end: End; language: Language }): ReactNode {
  const t = texts[language];
  if (end === 'done' || end === 'followUp' || end === 'refused') {
    return (
      <div className="ended" role="status">
        <h1>{end === 'refused' ? t.refused : t.done}</h1>
        {end === 'followUp' && <p>{t.followUp}</p>}
      </div>
    );
  }
  const said = end === 'missing' || end === 'unloaded' ? t[end] : t.states[end];
  return (
    <div className="ended" role="status">
      <h1>{said.title}</h1>
      <p>{said.text}</p>
    </div>
  );
}
