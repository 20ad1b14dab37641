import { Button } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { Card } from '../card.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import { useValueName } from './names.ts';
import type { SurveyAnswer, useAnswers } from './queries.ts';

/** The answers behind the numbers, newest first, each with its conversation. */
export function AnswersCard({ query, tools }: { query: ReturnType<typeof useAnswers>; tools: ReactNode }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Card title={t.list} className="card-wide" query={{ ...query, data: items }} rows={6} tools={tools}>
      {(answers) =>
        answers.length === 0 ? (
          <EmptyNote icon="insights" title={t.empty}>
            {t.emptyText}
          </EmptyNote>
        ) : (
          <>
            <ul className="low-ratings">
              {answers.map((answer) => (
                <Row key={answer.id} answer={answer} />
              ))}
            </ul>
            {query.hasNextPage && (
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t.more}
              </Button>
            )}
          </>
        )
      }
    </Card>
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
