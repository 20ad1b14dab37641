import { Button } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { Card } from '../card.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import { addressOf, feelings } from './about.ts';
import { CommentList } from './commentList.tsx';
import type { CommentsAbout, CommentsReport, useComments } from './queries.ts';

/** Of which comments the list below tells, and how to have others. */
interface Choice {
  about: CommentsAbout;
  choose: (about: CommentsAbout) => void;
}

/** What people wrote: how they feel, about what, in which words; each number leads to its comments. */
export function CommentsCard({
  query,
  actions,
  ...choice
}: Choice & { query: ReturnType<typeof useComments>; actions: InView }): ReactNode {
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
            <Numbers report={report} {...choice} />
            <Chosen report={report} {...choice} />
            <CommentList key={addressOf(choice.about) ?? ''} report={report} />
            <ActionBar view={actions} />
          </>
        )
      }
    </Card>
  );
}

/** A number that shows its comments, and all of them when it is pressed again. */
function Pick({ of, n, name, about, choose }: Choice & { of: CommentsAbout; n: number; name: string }): ReactNode {
  const { integer } = useFormats();
  const isChosen = addressOf(of) === addressOf(about);
  return (
    <Button
      type="text"
      size="small"
      className="figures comment-pick"
      aria-pressed={isChosen}
      disabled={n === 0 && !isChosen}
      onClick={() => choose(isChosen ? {} : of)}
    >
      {name} {integer(n)}
    </Button>
  );
}

function Numbers({ report, ...choice }: Choice & { report: CommentsReport }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  const { integer } = useFormats();
  return (
    <>
      <p className="note figures comment-feelings">
        {(report.more ? t.readNewest : t.read)(integer(report.n))}
        {feelings.map((feeling) => (
          <Pick key={feeling} of={{ feeling }} n={report.feelings[feeling]} name={t.feelings[feeling]} {...choice} />
        ))}
      </p>
      <div className="comments-grid">
        <div hidden={report.themes.length === 0}>
          <h3>{headingOf(report, t, integer)}</h3>
          <ul className="theme-list">
            {report.themes.map(({ code, name, n, negative, positive }) => (
              <li key={code}>
                <Pick of={{ theme: code }} n={n} name={localized(name, language)} {...choice} />
                <span>
                  <Pick of={{ theme: code, feeling: 'negative' }} n={negative} name={t.feelings.negative} {...choice} />
                  <Pick of={{ theme: code, feeling: 'positive' }} n={positive} name={t.feelings.positive} {...choice} />
                </span>
              </li>
            ))}
          </ul>
        </div>
        <div hidden={report.words.length === 0}>
          <h3>{t.words}</h3>
          <p className="word-list">
            {report.words.slice(0, 24).map(({ word, n }) => (
              <Pick key={word} of={{ word }} n={n} name={word} {...choice} />
            ))}
          </p>
        </div>
      </div>
    </>
  );
}

/** Says which comments are listed, where not all are. */
function Chosen({ report, about, choose }: Choice & { report: CommentsReport }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  const { integer } = useFormats();
  if (!addressOf(about)) return null;
  const { theme, feeling, word } = about;
  const known = report.themes.find(({ code }) => code === theme);
  const name = word ?? (known ? localized(known.name, language) : theme);
  const parts = [name, feeling && t.feelings[feeling]].filter(Boolean).join(' · ');
  return (
    <p className="note comment-chosen" role="status">
      {t.commentsOf(parts, integer(report.newest.length))}{' '}
      <Button size="small" onClick={() => choose({})}>
        {t.clear}
      </Button>
    </p>
  );
}

/** Says by whom the comments were read. */
function headingOf({ readBy }: CommentsReport, t: typeof surveyReportTexts.zh, integer: (n: number) => string): string {
  if (readBy.model === 0) return t.themes;
  return readBy.keywords === 0 ? t.themesByModel : t.themesBoth(integer(readBy.model), integer(readBy.keywords));
}
