import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { type Language, localeOf, pickLanguage } from '../kit/i18n.ts';
import { Consents } from './consents.tsx';
import { Facts } from './facts.tsx';
import { Notes } from './notes.tsx';
import { MyPage, type MyRecordJson, Refused } from './record.ts';
import { texts } from './texts.ts';

type End = 'used' | 'expired' | 'missing' | 'unloaded' | 'closed';
const ends: Record<string, End> = {
  linkUsed: 'used',
  linkExpired: 'expired',
  notFound: 'missing',
  invalidInput: 'missing',
};
const endOf = (problem: unknown): End => (problem instanceof Refused ? (ends[problem.code] ?? 'unloaded') : 'unloaded');

/** Makes a change and shows what came of it; tells whether it was made. */
export type Act = (change: () => Promise<MyRecordJson>) => Promise<boolean>;

/** All that the shop has noted of a customer, on a telephone, in both languages, without signing in. */
export function RecordPage({ token }: { token: string }): ReactNode {
  const [language, setLanguage] = useState<Language>(() =>
    pickLanguage(new URLSearchParams(location.search).get('lang'), navigator.language),
  );
  const page = useMemo(() => new MyPage(token), [token]);
  const [opened, setOpened] = useState(page.opened);
  const [record, setRecord] = useState<MyRecordJson>();
  const [end, setEnd] = useState<End>();
  const [told, setTold] = useState<{ text: string; fault: boolean }>();
  const t = texts[language];

  useEffect(() => {
    document.documentElement.lang = localeOf[language];
    document.title = t.title;
  }, [language, t]);
  useEffect(() => {
    if (record?.largeType) document.documentElement.dataset.type = 'large';
    else delete document.documentElement.dataset.type;
  }, [record]);
  useEffect(() => {
    if (!opened) return;
    page
      .see()
      .then(setRecord)
      .catch((problem) => setEnd(endOf(problem)));
  }, [page, opened]);

  const open = () =>
    page
      .open()
      .then(() => setOpened(true))
      .catch((problem) => setEnd(endOf(problem)));
  const act: Act = useCallback(
    async (change) => {
      setTold(undefined);
      try {
        setRecord(await change());
        setTold({ text: t.saved, fault: false });
        return true;
      } catch (problem) {
        if (problem instanceof Refused && ends[problem.code] && problem.code !== 'invalidInput') setEnd(endOf(problem));
        else
          setTold({ text: problem instanceof Refused && problem.status === 422 ? t.notThat : t.failed, fault: true });
        return false;
      }
    },
    [t],
  );
  const close = () =>
    page
      .close()
      .catch(() => undefined)
      .then(() => setEnd('closed'));

  return (
    <main className="page">
      <header>
        <span>{record?.shop[language]}</span>
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
        <div className="ended" role="status">
          <h1>{t.ends[end].title}</h1>
          <p>{t.ends[end].text}</p>
        </div>
      ) : !opened ? (
        <div className="ended">
          <h1>{t.title}</h1>
          <p>{t.before}</p>
          <button type="button" className="main" onClick={() => void open()}>
            {t.open}
          </button>
        </div>
      ) : !record ? (
        <div className="waiting" role="status" aria-label={t.loading} />
      ) : (
        <>
          <h1>{t.title}</h1>
          <p className="soft">{t.lead}</p>
          <Facts record={record} page={page} language={language} act={act} />
          <Notes record={record} page={page} language={language} act={act} />
          <Consents record={record} page={page} language={language} act={act} />
          <section>
            <h2>{t.more}</h2>
            <p className="soft">{t.moreText}</p>
            <button type="button" className="main" onClick={() => void close()}>
              {t.done}
            </button>
          </section>
        </>
      )}
      <p className={told?.fault ? 'told fault' : 'told'} role="status">
        {!end && told?.text}
      </p>
    </main>
  );
}
