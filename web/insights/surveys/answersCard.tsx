import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import { RowsCard } from '../rowsCard.tsx';
import { AnswerHead } from './answerHead.tsx';
import { useValueName } from './names.ts';
import type { SurveyAnswer, useAnswers } from './queries.ts';

/** The answers behind the numbers, newest first, each with its conversation. */
export function AnswersCard({ query, tools }: { query: ReturnType<typeof useAnswers>; tools: ReactNode }): ReactNode {
  const t = useTexts(surveyReportTexts);
  return (
    <RowsCard
      title={t.list}
      empty={{ icon: 'insights', title: t.empty, text: t.emptyText }}
      more={t.more}
      query={query}
      tools={tools}
    >
      {(answer) => <Row key={answer.id} answer={answer} />}
    </RowsCard>
  );
}

function Row({ answer }: { answer: SurveyAnswer }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  const nameOf = useValueName();
  const facts = [
    localized(answer.survey, language),
    answer.product && localized(answer.product, language),
    nameOf(answer.who, answer.staff),
    nameOf(answer.way, null),
  ];
  return (
    <li>
      <AnswerHead of={answer} />
      <p className={answer.comment ? 'prose' : 'note'}>{answer.comment || t.noComment}</p>
      <p className="note">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
