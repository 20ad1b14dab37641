import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import { RowsCard } from '../rowsCard.tsx';
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
  const formats = useFormats();
  const now = useNow();
  const nameOf = useValueName();
  const { score, conversationId, customerId, answeredAt, anonymous } = answer;
  const facts = [
    localized(answer.survey, language),
    answer.product && localized(answer.product, language),
    nameOf(answer.who, answer.staff),
    nameOf(answer.way, null),
  ];
  return (
    <li>
      <span className="low-head">
        <strong className="figures">{score ?? '–'}</strong>
        <time className="note figures" dateTime={answeredAt} title={anonymous ? undefined : formats.full(answeredAt)}>
          {anonymous ? formats.date(answeredAt, now) : formats.moment(answeredAt, now)}
        </time>
        {conversationId ? (
          <a href={`/desk/conversations/${encodeURIComponent(conversationId)}`}>{t.conversation}</a>
        ) : (
          customerId && <a href={`/desk/customers/${encodeURIComponent(customerId)}`}>{t.customer}</a>
        )}
      </span>
      <p className={answer.comment ? 'prose' : 'note'}>{answer.comment || t.noComment}</p>
      <p className="note">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
