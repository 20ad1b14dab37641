import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import { AnswerHead } from './answerHead.tsx';
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
  const { comment, feeling } = of;
  /** The theme; with its feeling where that is not the whole comment's. */
  const about = of.themes.map(({ code, feeling: own }) => {
    const known = themes.find((each) => each.code === code);
    const name = known ? localized(known.name, language) : code;
    return own === feeling ? name : t.felt(name, t.feelings[own]);
  });
  return (
    <li>
      <AnswerHead of={of}>
        <span className="note">{t.feelings[feeling]}</span>
      </AnswerHead>
      <p className="prose">{comment}</p>
      {about.length > 0 && <p className="note">{about.join(' · ')}</p>}
    </li>
  );
}
