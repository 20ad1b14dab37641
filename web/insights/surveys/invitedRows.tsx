import { Button } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { RowsSkeleton } from '../../desk/frame/pageSkeleton.tsx';
import { ProblemNote } from '../../desk/frame/problemNote.tsx';
import { surveyTexts } from '../../desk/i18n/surveys.ts';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { invitedTexts } from '../i18n/invited.ts';
import { surveyReportTexts } from '../i18n/surveys.ts';
import type { ChosenInvited } from './invited.ts';
import { useValueName } from './names.ts';
import type { Invited, InvitedCounts, useInvited } from './queries.ts';

interface Props {
  report: InvitedCounts;
  rows: ReturnType<typeof useInvited>;
  chosen: ChosenInvited;
  choose(chosen: undefined): void;
  viewOf(name: string, count: string): InView;
}

/** The invitations behind a number, newest first, each with its conversation, and what can be done about exactly these. */
export function InvitedRows({ report, rows, chosen, choose, viewOf }: Props): ReactNode {
  const t = useTexts(invitedTexts);
  const { more, clear } = useTexts(surveyReportTexts);
  const { reasons } = useTexts(surveyTexts);
  const { language } = useLanguage();
  const { integer } = useFormats();
  const { outcome, reason, surveyId } = chosen;
  const of = report.surveys.find((each) => each.surveyId === surveyId);
  const name = [of && localized(of.survey, language), t.outcomes[outcome], reason && (reasons[reason] ?? reason)];
  const title = name.filter(Boolean).join(' · ');
  const items = rows.data?.pages.flatMap((page) => page.items);
  return (
    <section className="invited-list" aria-label={t.list}>
      <p className="note comment-chosen" role="status">
        {t.only(title)}{' '}
        <Button size="small" onClick={() => choose(undefined)}>
          {clear}
        </Button>
      </p>
      {rows.error && <ProblemNote error={rows.error} retry={() => void rows.refetch()} />}
      {!items && !rows.error && <RowsSkeleton rows={4} />}
      {items && (
        <>
          {items.length === 0 && <p className="note">{t.nobody}</p>}
          <ul className="low-ratings">
            {items.map((each) => (
              <Row key={each.id} invited={each} />
            ))}
          </ul>
          {rows.hasNextPage && (
            <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
              {more}
            </Button>
          )}
          <ActionBar view={viewOf(title, t.count(integer(countOf(report, chosen) ?? items.length)))} />
        </>
      )}
    </section>
  );
}

/** How many the report counts of what was chosen. */
function countOf({ rate, withheld, surveys }: InvitedCounts, { outcome, reason, surveyId }: ChosenInvited) {
  if (outcome === 'withheld') {
    if (surveyId) return reason ? undefined : surveys.find((each) => each.surveyId === surveyId)?.withheld;
    const some = withheld?.filter((each) => !reason || each.reason === reason);
    return some?.reduce((sum, { count }) => sum + count, 0);
  }
  const of = surveyId ? surveys.find((each) => each.surveyId === surveyId)?.rate : rate;
  if (!of) return undefined;
  return outcome === 'unanswered' ? of.delivered - of.answered : of[outcome];
}

function Row({ invited }: { invited: Invited }): ReactNode {
  const t = useTexts(invitedTexts);
  const { conversation, customer: toCustomer } = useTexts(surveyReportTexts);
  const { states, reasons } = useTexts(surveyTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const nameOf = useValueName();
  const { at, state, reason, score, conversationId, customerId } = invited;
  const facts = [
    localized(invited.survey, language),
    invited.product && localized(invited.product, language),
    state !== 'withheld' && nameOf(invited.who, invited.staff),
    invited.way && nameOf(invited.way, null),
  ];
  const why = reason && (reasons[reason] ?? reason);
  return (
    <li>
      <span className="low-head">
        <strong className="figures">{score ?? '–'}</strong>
        <span>{invited.customer ?? (customerId ? t.unnamed : t.nobodyKnown)}</span>
        <time className="note figures" dateTime={at} title={formats.full(at)}>
          {formats.moment(at, now)}
        </time>
        {conversationId ? (
          <a href={`/desk/conversations/${encodeURIComponent(conversationId)}`}>{conversation}</a>
        ) : (
          customerId && <a href={`/desk/customers/${encodeURIComponent(customerId)}`}>{toCustomer}</a>
        )}
      </span>
      <p className={invited.comment ? 'prose' : 'note'}>
        {invited.comment ?? [states[state], state === 'withheld' && why].filter(Boolean).join(' · ')}
      </p>
      <p className="note">{facts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}
