import type { ReactNode } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { Card } from '../card.tsx';
import { useFormats } from '../formats.ts';
import { talkTexts } from '../i18n/talks.ts';
import { RateNumber } from '../rateNumber.tsx';
import { useMetricWords } from '../surveys/figures.ts';
import type { TalkReport, useTalkReport } from './queries.ts';

interface Props {
  query: ReturnType<typeof useTalkReport>;
  /** Which outcome the list below shows. */
  outcome: string | undefined;
  choose(outcome: string | undefined): void;
  actions: InView;
}

const shown = ['confirmed', 'assumed', 'returned', 'unresolved', 'person'] as const;

/** The share answered without a person, and what became of the others; confirmed and assumed apart. */
export function SelfServiceCard({ query, outcome, choose, actions }: Props): ReactNode {
  const t = useTexts(talkTexts);
  const formats = useFormats();
  return (
    <Card title={t.title} className="card-share" query={query} rows={8}>
      {(report) => {
        const { n, trust, without, involved, answered } = report.selfService;
        if (n === 0)
          return report.readUntil === null ? (
            <EmptyNote icon="clock" title={t.reading}>
              {t.readingText}
            </EmptyNote>
          ) : (
            <EmptyNote icon="insights" title={t.none}>
              {t.noneText}
            </EmptyNote>
          );
        const count = formats.integer(n);
        const { label, tooFewText, weak } = t;
        const words = { label, count: t.count(count), tooFew: t.tooFew(count), tooFewText, weak };
        return (
          <>
            <RateNumber rate={{ ...without, n }} words={words} testId="without-person">
              <Change report={report} />
            </RateNumber>
            <ul className="outcome-list">
              {shown.map((each) => {
                const part = report.selfService[each];
                return (
                  <li key={each}>
                    <button
                      type="button"
                      aria-pressed={outcome === each}
                      onClick={() => choose(outcome === each ? undefined : each)}
                    >
                      <span className="outcome-name">
                        {t.outcomes[each]}
                        <span className="note">{t.outcomeHints[each]}</span>
                      </span>
                      <span className="figures">{formats.integer(part.n)}</span>
                      <span className="figures outcome-share">
                        {trust === 'tooFew' || part.share === null ? '–' : formats.percent(part.share)}
                      </span>
                    </button>
                  </li>
                );
              })}
            </ul>
            <p className="note">
              {t.took(formats.integer(involved.n), formats.integer(answered.n))}{' '}
              {report.running > 0 && t.running(formats.integer(report.running))} {t.note}
            </p>
            <ActionBar view={actions} />
          </>
        );
      }}
    </Card>
  );
}

function Change({ report }: { report: TalkReport }): ReactNode {
  const t = useTexts(talkTexts);
  const { difference } = useMetricWords('csat');
  const { verdict, difference: by } = report.change.selfService;
  return (
    <p className="survey-change" data-verdict={verdict}>
      {verdict === 'tooFew' ? t.cannotSay : t[verdict](difference(by))}
    </p>
  );
}
