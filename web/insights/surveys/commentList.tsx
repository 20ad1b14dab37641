import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import type { CommentsReport } from './queries.ts';

type Comment = CommentsReport['newest'][number];

const SHOWN = 6;
const MORE = 12;

/** The comments, newest first, some more at a press. */
export function CommentList({ report }: { report: CommentsReport }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <ul className="low-ratings">
        {report.newest.slice(0, shown).map((each) => (
          <Row key={each.id} comment={each} themes={report.themes} />
        ))}
      </ul>
      {report.newest.length > shown && (
        <Button size="small" onClick={() => setShown(shown + MORE)}>
          {t.more}
        </Button>
      )}
    </>
  );
}

function Row({ comment: of, themes }: { comment: Comment; themes: CommentsReport['themes'] }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const { anonymous, answeredAt, comment, conversationId, customerId, feeling, score } = of;
  /** The theme; with its feeling where that is not the whole comment's. */
  const about = of.themes.map(({ code, feeling: own }) => {
    const known = themes.find((each) => each.code === code);
    const name = known ? localized(known.name, language) : code;
    return own === feeling ? name : t.felt(name, t.feelings[own]);
  });
  return (
    <li>
      <span className="low-head">
        <span className="figures">{score ?? ''}</span>
        <span className="note">{t.feelings[feeling]}</span>
        <time className="note figures" dateTime={answeredAt} title={anonymous ? undefined : formats.full(answeredAt)}>
          {anonymous ? formats.date(answeredAt, now) : formats.moment(answeredAt, now)}
        </time>
        {conversationId ? (
          <a href={`/desk/conversations/${encodeURIComponent(conversationId)}`}>{t.conversation}</a>
        ) : (
          customerId && <a href={`/desk/customers/${encodeURIComponent(customerId)}`}>{t.customer}</a>
        )}
      </span>
      <p className="prose">{comment}</p>
      {about.length > 0 && <p className="note">{about.join(' · ')}</p>}
    </li>
  );
}
