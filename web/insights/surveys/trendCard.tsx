import { type ReactNode, useMemo } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useFormats } from '../../desk/frame/formats.ts';
import { useTexts } from '../../desk/frame/language.tsx';
import { useAddressValues } from '../../desk/shell/address.ts';
import type { InView } from '../actions/actionBar.tsx';
import { Numbers } from '../charts/numbers.tsx';
import { useSpanName } from '../charts/spanName.ts';
import { useChartStyle } from '../charts/style.ts';
import { TrendFrame } from '../charts/trendFrame.tsx';
import { trendOption } from '../charts/trendOption.ts';
import { insightTexts } from '../i18n/insights.ts';
import { surveyReportTexts } from '../i18n/surveys.ts';
import { useMetricWords } from './figures.ts';
import { PictureChart } from './pictureChart.tsx';
import type { SurveyReport, useSurveyReport } from './queries.ts';

interface Props {
  query: ReturnType<typeof useSurveyReport>;
  by: 'week' | 'month';
  choose(by: 'week' | 'month'): void;
  actions: InView;
}

/** The score over time, with its interval. */
export function SurveyTrendCard({ query, by, choose, actions }: Props): ReactNode {
  const t = useTexts(surveyReportTexts);
  return (
    <TrendFrame
      title={t.trend}
      query={query}
      by={by}
      choose={choose}
      isDrawn={({ trend }) => trend.some(isDrawn)}
      actions={actions}
    >
      {(report) => <SurveyTrend report={report} by={by} />}
    </TrendFrame>
  );
}

/** The days of a step that lie in the span. */
function daysOf(step: string, by: 'week' | 'month', { from, to }: SurveyReport): { from: string; to: string } {
  const first = Temporal.PlainDate.from(step);
  const last = by === 'week' ? first.add({ days: 6 }) : first.add({ months: 1 }).subtract({ days: 1 });
  const days = [step, last.toString()] as const;
  return { from: days[0] < from ? from : days[0], to: days[1] > to ? to : days[1] };
}

const isDrawn = ({ score }: SurveyReport['trend'][number]): boolean => score.n >= 5 && score.value !== null;

function SurveyTrend({ report, by }: { report: SurveyReport; by: 'week' | 'month' }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const words = useTexts(insightTexts);
  const formats = useFormats();
  const style = useChartStyle();
  const spanName = useSpanName(by);
  const figures = useMetricWords(report.metric);
  const [, change] = useAddressValues();
  const rows = useMemo(
    () =>
      report.trend.map((step) => {
        const { value, interval, n } = isDrawn(step) ? step.score : { ...step.score, value: null, interval: null };
        return {
          name: spanName(step.from),
          point: { from: step.from, n, share: value, interval },
          cells: [figures.value(value), figures.value(interval?.low ?? null), figures.value(interval?.high ?? null)],
          n: formats.integer(n),
        };
      }),
    [report.trend, spanName, figures, formats],
  );
  const option = useMemo(() => {
    const made = trendOption({
      points: rows.map(({ point }) => point),
      names: rows.map(({ name }) => name),
      tooltip: rows.map(({ name, cells, n }) => t.point(name, cells[0]!, cells[1]!, cells[2]!, n)),
      percent: (value) => figures.value(value),
      style,
    });
    const { min, max, step: interval } = figures.scale;
    const axis = made.yAxis as { axisLabel: object };
    const axisLabel = { ...axis.axisLabel, formatter: figures.tick };
    return { ...made, yAxis: { ...axis, min, max, interval, axisLabel } };
  }, [rows, t, figures, style]);
  const last = rows.findLast(({ point }) => point.share !== null);
  return (
    <>
      <PictureChart
        option={option}
        height={260}
        name={t.trend}
        label={`${t.trend}. ${last ? t.point(last.name, last.cells[0]!, last.cells[1]!, last.cells[2]!, last.n) : ''}`}
      />
      <p className="note">{t.trendNote}</p>
      <Numbers
        caption={t.trend}
        head={[by === 'week' ? words.weekFrom : words.monthFrom, t.column.value, words.low, words.high, words.count]}
        rows={rows.map(({ name, point, cells, n }) => ({
          key: point.from,
          cells: [
            // biome-ignore lint/correctness/useJsxKeyInIterable: cells have their column for a key
            <button
              type="button"
              className="link-button"
              title={t.onlyStep(name)}
              onClick={() => change({ period: 'custom', ...daysOf(point.from, by, report) })}
            >
              {name}
            </button>,
            ...cells,
            n,
          ],
        }))}
      />
    </>
  );
}
