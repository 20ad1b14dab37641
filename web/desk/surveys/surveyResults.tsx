import type { ReactNode } from 'react';
import { tooFew } from '../../insights/samples.ts';
import type { SurveyResults } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { metricWords } from '../frame/metricWords.ts';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { surveyTexts } from '../i18n/surveys.ts';
import { useSurveyResults } from '../queries/surveys.ts';

/** The figure with its n, interval and response rate before anything else. */
export function SurveyResultsView({ id }: { id: string }): ReactNode {
  const t = useTexts(surveyTexts);
  const { language } = useLanguage();
  const results = useSurveyResults(id);
  const mayManage = useMay('manager');
  if (results.isPending) return <RowsSkeleton />;
  if (results.error) return <ProblemNote error={results.error} retry={() => void results.refetch()} />;
  const { score, rate, withheld, second, answers, unasked } = results.data;
  const { value, interval, trust } = score;
  const words = metricWords(score.metric, language);
  const top = Math.max(1, ...score.distribution.map(({ count }) => count));
  return (
    <section className="block survey-results" aria-label={t.tabs.results}>
      <div className="survey-figures">
        <div>
          {value === null || trust === 'tooFew' ? (
            <p className="soft">
              {answers === 0 ? t.noData : score.metric === 'none' ? t.answersOf(answers) : t.tooFew}
            </p>
          ) : (
            <p className={trust === 'few' ? 'survey-value soft' : 'survey-value'}>{words.value(value)}</p>
          )}
          <p className="soft">{`n ${score.n}${interval && trust !== 'tooFew' ? ` · ${t.interval} ${words.value(interval.low)} – ${words.value(interval.high)}` : ''}`}</p>
          {trust === 'few' && <p className="soft">{t.few}</p>}
          {score.metric === 'ces' && trust !== 'tooFew' && score.shareInterval && (
            <p className="soft">
              {t.share57(
                words.share(score.share),
                words.share(score.shareInterval.low),
                words.share(score.shareInterval.high),
              )}
            </p>
          )}
          {score.groups && (
            <p className="soft">
              {t.promoters(score.groups.promoters, score.groups.passives, score.groups.detractors)}
            </p>
          )}
        </div>
        <div>
          {rate.rate === null && unasked > 0 ? (
            <p className="soft">{t.noRate}</p>
          ) : (
            <>
              <p className="survey-value">{words.share(rate.rate)}</p>
              <p className="soft">{`${t.rate} · ${t.delivered(rate.answered, rate.delivered)}`}</p>
            </>
          )}
        </div>
      </div>
      {score.n > 0 && (
        <ul className="survey-bars" aria-label={t.score}>
          {score.distribution.map(({ score: step, count }) => (
            <li key={step}>
              <span>{step}</span>
              <span className="survey-bar-track">
                <span style={{ width: `${(100 * count) / top}%` }} />
              </span>
              <span>{count}</span>
            </li>
          ))}
        </ul>
      )}
      {results.data.chosen.map((question) => (
        <ChosenBars key={`${question.name}/${question.row?.en ?? ''}`} question={question} />
      ))}
      {mayManage && answers > 0 && (
        <a href={`/insights?${new URLSearchParams({ view: 'surveys', survey: id, period: '12m' })}`}>{t.inInsights}</a>
      )}
      {withheld.length > 0 && (
        <>
          <h3>{t.withheld}</h3>
          <p className="soft">
            {withheld.map(({ reason, count }) => `${t.reasons[reason] ?? reason} ${count}`).join(' · ')}
          </p>
        </>
      )}
      {second.length > 0 && (
        <>
          <h3>{t.second}</h3>
          <p className="soft">
            {second
              .slice(0, 20)
              .map((pair) => t.secondLine(pair.first, pair.second))
              .join(' · ')}
          </p>
        </>
      )}
    </section>
  );
}

/** How many chose what in one of the further questions, in all its versions. */
function ChosenBars({ question }: { question: SurveyResults['chosen'][number] }): ReactNode {
  const t = useTexts(surveyTexts);
  const { language } = useLanguage();
  const { title, row, n, choices } = question;
  const name = [title, row].flatMap((words) => (words ? [localized(words, language)] : [])).join(' — ');
  const top = Math.max(1, ...choices.map(({ count }) => count));
  return (
    <>
      <h3>
        {name} <span className="soft figures">{`n ${n}`}</span>
      </h3>
      {n < tooFew ? (
        <p className="soft">{n === 0 ? t.noData : t.tooFewChose}</p>
      ) : (
        <ul className="survey-bars survey-chosen" aria-label={name}>
          {choices.map(({ value, text, count, current }) => (
            <li key={value}>
              <span>
                {localized(text, language)}
                {!current && <span className="soft"> {t.notOffered}</span>}
              </span>
              <span className="survey-bar-track">
                <span style={{ width: `${(100 * count) / top}%` }} />
              </span>
              <span>{count}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
