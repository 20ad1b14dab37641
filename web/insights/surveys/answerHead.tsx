import type { ReactNode } from 'react';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useTexts } from '../../desk/frame/language.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';

/** What every answer has at its head. */
interface Answered {
  score: number | null;
  answeredAt: string;
  anonymous: boolean;
  conversationId: string | null;
  customerId: string | null;
}

/** The head of an answer's row: its figure, what is said beside it, when, and the way to the talk or to the person. An anonymous one has its day alone. */
export function AnswerHead({ of, children }: { of: Answered; children?: ReactNode }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const formats = useFormats();
  const now = useNow();
  const { score, answeredAt, anonymous, conversationId, customerId } = of;
  return (
    <span className="low-head">
      <strong className="figures">{score ?? '–'}</strong>
      {children}
      <time className="note figures" dateTime={answeredAt} title={anonymous ? undefined : formats.full(answeredAt)}>
        {anonymous ? formats.date(answeredAt, now) : formats.moment(answeredAt, now)}
      </time>
      {conversationId ? (
        <a href={`/desk/conversations/${encodeURIComponent(conversationId)}`}>{t.conversation}</a>
      ) : (
        customerId && <a href={`/desk/customers/${encodeURIComponent(customerId)}`}>{t.customer}</a>
      )}
    </span>
  );
}
