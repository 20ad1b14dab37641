import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { Card } from '../card.tsx';
import { Numbers } from '../charts/numbers.tsx';
import { useSpanName } from '../charts/spanName.ts';
import { useChartStyle } from '../charts/style.ts';
import { trendOption } from '../charts/trendOption.ts';
import { useFormats } from '../formats.ts';
import { insightTexts } from '../i18n/insights.ts';
import { talkTexts } from '../i18n/talks.ts';
import { PictureChart } from '../surveys/pictureChart.tsx';
import { useFeelingWords } from './names.ts';
import type { TalkReport, useTalkReport } from './queries.ts';

interface Props {
  query: ReturnType<typeof useTalkReport>;
  by: 'week' | 'month';
  /** The segment, product … that is looked at alone. */
  name: string | undefined;
  actions: InView;
}

/** How customers felt over time: all of them, or those of the segment in view. */
export function AttitudeCard({ query, by, name, actions }: Props): ReactNode {
  const t = useTexts(talkTexts);
  return (
    <Card title={name ? t.attitudeOf(name) : t.attitude} className="card-wide" query={query} rows={8}>
      {(report) =>
        report.attitude.n === 0 ? (
          <EmptyNote icon="insights" title={t.attitudeNone}>
            {t.noneText}
          </EmptyNote>
        ) : (
          <>
            <div className="attitude">
              <Now report={report} />
              <Trend report={report} by={by} />
            </div>
            <ActionBar view={actions} />
          </>
        )
      }
    </Card>
  );
}

function Now({ report: { attitude, change } }: { report: TalkReport }): ReactNode {
  const t = useTexts(talkTexts);
  const formats = useFormats();
  const feeling = useFeelingWords();
  const { n, trust, mean, interval, negative, positive } = attitude;
  if (trust === 'tooFew') return <p className="share-few">{t.attitudeFew(formats.integer(n))}</p>;
  const { verdict, difference } = change.attitude;
  return (
    <div className="share" data-trust={trust === 'few' ? 'weak' : 'good'}>
      <p className="share-line">
        <strong className="share-number figures">{feeling(mean)}</strong>
        <span>{t.attitudeLabel}</span>
      </p>
      <p className="share-facts figures">
        {interval && <span>{t.interval(feeling(interval.low), feeling(interval.high))}</span>}
        <span>{t.talks(formats.integer(n))}</span>
      </p>
      <p className="survey-change" data-verdict={verdict}>
        {verdict === 'tooFew' ? t.cannotSay : t[verdict](feeling(difference))}
      </p>
      <p className="figures">{t.negative(formats.percent(negative.share ?? 0), formats.integer(negative.n))}</p>
      <p className="figures">{t.positive(formats.percent(positive.share ?? 0), formats.integer(positive.n))}</p>
      {trust === 'few' && <p className="share-weak">{t.weak}</p>}
      <p className="note">{t.attitudeNote}</p>
    </div>
  );
}

function Trend({ report, by }: { report: TalkReport; by: 'week' | 'month' }): ReactNode {
  const t = useTexts(talkTexts);
  const words = useTexts(insightTexts);
  const formats = useFormats();
  const style = useChartStyle();
  const spanName = useSpanName(by);
  const feeling = useFeelingWords();
  const rows = useMemo(
    () =>
      report.trend.map(({ from, attitude }) => {
        const drawn = attitude.trust === 'few' || attitude.trust === 'enough';
        const [share, interval] = drawn ? [attitude.mean, attitude.interval] : [null, null];
        const cells = [share, interval?.low ?? null, interval?.high ?? null].map(feeling);
        return {
          name: spanName(from),
          point: { from, n: attitude.n, share, interval },
          cells: [...cells, formats.integer(attitude.n)],
        };
      }),
    [report.trend, spanName, feeling, formats],
  );
  const option = useMemo(() => {
    const made = trendOption({
      points: rows.map(({ point }) => point),
      names: rows.map(({ name }) => name),
      tooltip: rows.map(({ name, cells: [a, b, c, n] }) => t.attitudePoint(name, a!, b!, c!, n!)),
      percent: feeling,
      style,
    });
    return { ...made, yAxis: { ...(made.yAxis as object), min: -1, max: 1, interval: 0.5 } };
  }, [rows, t, feeling, style]);
  const last = rows.findLast(({ point }) => point.share !== null);
  if (!last) return <p className="note">{words.trendNoneText}</p>;
  const [a, b, c, n] = last.cells;
  return (
    <div>
      <PictureChart
        option={option}
        height={240}
        name={t.attitude}
        label={`${t.attitude}. ${t.attitudePoint(last.name, a!, b!, c!, n!)}`}
      />
      <Numbers
        caption={t.attitude}
        head={[by === 'week' ? words.weekFrom : words.monthFrom, t.column.attitude, words.low, words.high, t.list]}
        rows={rows.map(({ name, point, cells }) => ({ key: point.from, cells: [name, ...cells] }))}
      />
    </div>
  );
}
