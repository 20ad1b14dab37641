import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { Card } from '../card.tsx';
import { useFormats } from '../formats.ts';
import { invitedTexts } from '../i18n/invited.ts';
import { surveyReportTexts } from '../i18n/surveys.ts';
import { useMetricWords } from './figures.ts';
import type { SurveyReport, useSurveyReport } from './queries.ts';

interface Props {
  query: ReturnType<typeof useSurveyReport>;
  score: string | undefined;
  choose(score: string | undefined): void;
  /** Shows whom the response rate counts. */
  lead(): void;
  actions: InView;
}

/** The number with what it rests on, against the last period; below it how many gave each score. */
export function ScoreCard({ query, score, choose, lead, actions }: Props): ReactNode {
  const t = useTexts(surveyReportTexts);
  return (
    <Card title={t.score} className="card-share" query={query} rows={6}>
      {(report) =>
        report.answers === 0 ? (
          <EmptyNote icon="insights" title={t.empty}>
            {t.emptyText}
          </EmptyNote>
        ) : (
          <>
            <ScoreNumber report={report} lead={lead} />
            <h3>{t.distribution}</h3>
            <ScoreBars report={report} score={score} choose={choose} />
            <ActionBar view={actions} />
          </>
        )
      }
    </Card>
  );
}

function ScoreNumber({ report, lead }: { report: SurveyReport } & Pick<Props, 'lead'>): ReactNode {
  const t = useTexts(surveyReportTexts);
  const formats = useFormats();
  const words = useMetricWords(report.metric);
  const invited = useTexts(invitedTexts);
  const { score, rate, unasked, change, before } = report;
  const hidden = score.value === null || score.trust === 'tooFew';
  return (
    <div className="share" data-trust={score.trust === 'few' ? 'weak' : 'good'}>
      {hidden ? (
        <p className="share-few">{report.metric === 'none' ? t.answers(formats.integer(report.answers)) : t.tooFew}</p>
      ) : (
        <p className="share-line">
          <strong className="share-number figures" data-testid="survey-score">
            {words.value(score.value)}
          </strong>
        </p>
      )}
      <p className="share-facts figures">
        {!hidden && score.interval && (
          <span>{t.interval(words.value(score.interval.low), words.value(score.interval.high))}</span>
        )}
        <span>{t.answers(formats.integer(report.answers))}</span>
      </p>
      {!hidden && report.metric === 'ces' && score.share !== null && score.shareInterval && (
        <p className="note figures">
          {t.share57(
            words.share(score.share),
            words.share(score.shareInterval.low),
            words.share(score.shareInterval.high),
          )}
        </p>
      )}
      {!hidden && score.groups && (
        <p className="note figures">
          {t.groups(
            formats.integer(score.groups.promoters),
            formats.integer(score.groups.passives),
            formats.integer(score.groups.detractors),
          )}
        </p>
      )}
      {score.trust === 'few' && <p className="share-weak">{t.few}</p>}
      <p className="note figures">
        {rate.rate === null || !rate.interval
          ? unasked > 0
            ? t.noRateOpen
            : t.noRate
          : t.rate(
              words.share(rate.rate),
              words.share(rate.interval.low),
              words.share(rate.interval.high),
              formats.integer(rate.delivered),
            )}
        {rate.rate !== null && unasked > 0 && ` · ${t.openBesides(formats.integer(unasked))}`}{' '}
        {rate.delivered > 0 && (
          <button type="button" className="link-button" onClick={() => lead()}>
            {invited.lead(formats.integer(rate.delivered))}
          </button>
        )}
      </p>
      {report.metric !== 'none' && (
        <p className="survey-change figures" data-verdict={change.verdict}>
          {change.verdict === 'tooFew'
            ? t.cannotSay
            : t[change.verdict](words.difference(change.difference), words.value(before.score.value))}
        </p>
      )}
    </div>
  );
}

/** How many gave each score; a press looks at those answers alone. */
function ScoreBars({
  report,
  score,
  choose,
}: { report: SurveyReport } & Omit<Props, 'query' | 'actions' | 'lead'>): ReactNode {
  const t = useTexts(surveyReportTexts);
  const formats = useFormats();
  const { distribution, n } = report.score;
  const most = Math.max(1, ...distribution.map(({ count }) => count));
  return (
    <ul className="score-bars">
      {distribution.toReversed().map((row) => {
        const name = String(row.score);
        return (
          <li key={name}>
            <Button
              type="text"
              size="small"
              aria-pressed={score === name}
              title={t.onlyScore(name, formats.integer(row.count))}
              onClick={() => choose(score === name ? undefined : name)}
            >
              <span className="figures score-name">{name}</span>
              <span className="score-track" aria-hidden="true">
                <span style={{ width: `${(100 * row.count) / most}%` }} />
              </span>
              <span className="figures score-count">
                {formats.integer(row.count)} {n > 0 && formats.percent(row.count / n)}
              </span>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
