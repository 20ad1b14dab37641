import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { surveyTexts } from '../../desk/i18n/surveys.ts';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import type { InView } from '../actions/actionBar.tsx';
import { Card } from '../card.tsx';
import { invitedTexts } from '../i18n/invited.ts';
import { useMetricWords } from './figures.ts';
import { addressOfChosen, type ChosenInvited } from './invited.ts';
import { InvitedRows } from './invitedRows.tsx';
import type { InvitedCounts, useInvited, useInvitedCounts } from './queries.ts';

interface Props {
  counts: ReturnType<typeof useInvitedCounts>;
  rows: ReturnType<typeof useInvited>;
  /** Changes when somebody is led here; 0: nobody is. */
  led: number;
  /** Whether what stands above has come. */
  ready: boolean;
  chosen: ChosenInvited | undefined;
  choose(chosen: ChosenInvited | undefined): void;
  /** What can be done about the chosen, by how many they are in words. */
  viewOf(name: string, count: string): InView;
}

/** Whom surveys asked and whom not, and why; each number leads to its invitations. */
export function InvitedCard({ counts, rows, led, ready, chosen, choose, viewOf }: Props): ReactNode {
  const t = useTexts(invitedTexts);
  const place = useRef<HTMLDivElement>(null);
  // What was pressed further up, or on another view, leads here: when all above has its height.
  const seen = useRef(0);
  const isThere = ready && counts.data !== undefined;
  useEffect(() => {
    if (!isThere || seen.current === led) return;
    seen.current = led;
    place.current?.scrollIntoView();
  }, [led, isThere]);
  return (
    <div ref={place} className="card-wide invited-place">
      <Card title={t.title} className="" query={counts} rows={4}>
        {(report) =>
          report.surveys.length === 0 ? (
            <EmptyNote icon="search" title={t.none}>
              {t.noneText}
            </EmptyNote>
          ) : (
            <>
              <Numbers report={report} chosen={chosen} choose={choose} />
              {chosen && <InvitedRows report={report} rows={rows} chosen={chosen} choose={choose} viewOf={viewOf} />}
            </>
          )
        }
      </Card>
    </div>
  );
}

type Choice = Pick<Props, 'chosen' | 'choose'>;

/** A number that shows whom it counts, and nobody in particular when it is pressed again. */
function Leading({ of, n, name, chosen, choose }: Choice & { of: ChosenInvited; n: number; name?: string }): ReactNode {
  const { integer } = useFormats();
  const t = useTexts(invitedTexts);
  const isChosen = JSON.stringify(addressOfChosen(of)) === JSON.stringify(addressOfChosen(chosen));
  return (
    <Button
      type="text"
      size="small"
      className="figures comment-pick"
      aria-label={name ? undefined : `${t.outcomes[of.outcome]} ${integer(n)}`}
      aria-pressed={isChosen}
      disabled={n === 0 && !isChosen}
      onClick={() => choose(isChosen ? undefined : of)}
    >
      {[name, integer(n)].filter(Boolean).join(' ')}
    </Button>
  );
}

function Numbers({ report, ...choice }: Choice & { report: InvitedCounts }): ReactNode {
  const t = useTexts(invitedTexts);
  const { reasons } = useTexts(surveyTexts);
  const { rate, withheld, surveys } = report;
  const numbers = { delivered: rate.delivered, answered: rate.answered, unanswered: rate.delivered - rate.answered };
  return (
    <>
      <p className="note figures comment-feelings">
        {(['delivered', 'answered', 'unanswered'] as const).map((outcome) => (
          <Leading key={outcome} of={{ outcome }} n={numbers[outcome]} name={t.outcomes[outcome]} {...choice} />
        ))}
      </p>
      {withheld === null ? (
        <p className="note">{t.cannotTell}</p>
      ) : (
        withheld.length > 0 && (
          <>
            <h3>{t.why}</h3>
            <p className="word-list">
              {withheld.map(({ reason, count }) => (
                <Leading
                  key={reason}
                  of={{ outcome: 'withheld', reason }}
                  n={count}
                  name={reasons[reason] ?? reason}
                  {...choice}
                />
              ))}
            </p>
          </>
        )
      )}
      {surveys.length > 1 && <BySurvey surveys={surveys} {...choice} />}
    </>
  );
}

function BySurvey({ surveys, ...choice }: Choice & Pick<InvitedCounts, 'surveys'>): ReactNode {
  const t = useTexts(invitedTexts);
  const { language } = useLanguage();
  const words = useMetricWords('csat');
  return (
    <div className="breakdown-scroll">
      <table className="breakdown invited-surveys">
        <thead>
          <tr>
            {[t.survey, t.outcomes.delivered, t.outcomes.answered, t.rate, t.outcomes.withheld].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {surveys.map(({ surveyId, survey, rate, withheld }) => (
            <tr key={surveyId}>
              <th scope="row">{localized(survey, language)}</th>
              <td>
                <Leading of={{ outcome: 'delivered', surveyId }} n={rate.delivered} {...choice} />
              </td>
              <td>
                <Leading of={{ outcome: 'answered', surveyId }} n={rate.answered} {...choice} />
              </td>
              <td className="figures">{words.share(rate.rate)}</td>
              <td>
                {withheld === null ? '–' : <Leading of={{ outcome: 'withheld', surveyId }} n={withheld} {...choice} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
