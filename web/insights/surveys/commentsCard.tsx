import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { Card } from '../card.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import type { CommentsReport, useComments } from './queries.ts';

const feelings = ['negative', 'neutral', 'positive'] as const;

/** What people wrote: how they feel, about what, in which words. */
export function CommentsCard({
  query,
  actions,
}: {
  query: ReturnType<typeof useComments>;
  actions: InView;
}): ReactNode {
  const t = useTexts(surveyReportTexts);
  return (
    <Card title={t.comments} className="card-wide" query={query} rows={6}>
      {(report) =>
        report.n === 0 ? (
          <EmptyNote icon="check" title={t.commentsNone}>
            {t.commentsNoneText}
          </EmptyNote>
        ) : (
          <>
            <Comments report={report} />
            <ActionBar view={actions} />
          </>
        )
      }
    </Card>
  );
}

function Comments({ report }: { report: CommentsReport }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const names = new Map(report.themes.map(({ code, name }) => [code, localized(name, language)]));
  /** The theme; with its feeling where that is not the whole comment's. */
  const aboutOf = ({ code, feeling }: CommentsReport['newest'][number]['themes'][number], whole: string) => {
    const name = names.get(code) ?? code;
    return feeling === whole ? name : t.felt(name, t.feelings[feeling]);
  };
  return (
    <>
      <p className="note figures">
        {(report.more ? t.readNewest : t.read)(formats.integer(report.n))} ·{' '}
        {feelings.map((each) => `${t.feelings[each]} ${formats.integer(report.feelings[each])}`).join(' · ')}
      </p>
      <div className="comments-grid">
        <div hidden={report.themes.length === 0}>
          <h3>{headingOf(report, t, formats.integer)}</h3>
          <ul className="theme-list">
            {report.themes.map(({ code, name, n, negative, positive }) => (
              <li key={code}>
                <span>{localized(name, language)}</span>
                <span className="figures note">
                  {formats.integer(n)} · {t.feelings.negative} {formats.integer(negative)} · {t.feelings.positive}{' '}
                  {formats.integer(positive)}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <div hidden={report.words.length === 0}>
          <h3>{t.words}</h3>
          <p className="word-list">
            {report.words.slice(0, 24).map(({ word, n }) => (
              <Tag key={word}>
                {word} <span className="figures">{formats.integer(n)}</span>
              </Tag>
            ))}
          </p>
        </div>
      </div>
      <ul className="low-ratings">
        {report.newest.slice(0, 6).map(({ id, comment, feeling, themes, score, conversationId, answeredAt }) => (
          <li key={id}>
            <span className="low-head">
              <span className="figures">{score ?? ''}</span>
              <span className="note">{t.feelings[feeling]}</span>
              <time className="note figures" dateTime={answeredAt} title={formats.full(answeredAt)}>
                {formats.moment(answeredAt, now)}
              </time>
              {conversationId && (
                <a href={`/desk/conversations/${encodeURIComponent(conversationId)}`}>{t.conversation}</a>
              )}
            </span>
            <p className="prose">{comment}</p>
            {themes.length > 0 && <p className="note">{themes.map((theme) => aboutOf(theme, feeling)).join(' · ')}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Says by whom the comments were read. */
function headingOf({ readBy }: CommentsReport, t: typeof surveyReportTexts.zh, integer: (n: number) => string): string {
  if (readBy.model === 0) return t.themes;
  return readBy.keywords === 0 ? t.themesByModel : t.themesBoth(integer(readBy.model), integer(readBy.keywords));
}
