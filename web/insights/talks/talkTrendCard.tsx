import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import type { InView } from '../actions/actionBar.tsx';
import { Numbers } from '../charts/numbers.tsx';
import { useSpanName } from '../charts/spanName.ts';
import { useChartStyle } from '../charts/style.ts';
import { TrendFrame } from '../charts/trendFrame.tsx';
import { trendOption } from '../charts/trendOption.ts';
import { useFormats } from '../formats.ts';
import { insightTexts } from '../i18n/insights.ts';
import { talkTexts } from '../i18n/talks.ts';
import { PictureChart } from '../surveys/pictureChart.tsx';
import type { TalkReport, useTalkReport } from './queries.ts';

interface Props {
  query: ReturnType<typeof useTalkReport>;
  by: 'week' | 'month';
  choose(by: 'week' | 'month'): void;
  actions: InView;
}

const isDrawn = ({ selfService: { trust } }: TalkReport['trend'][number]): boolean =>
  trust === 'few' || trust === 'enough';

/** The share without a person over time, and under it the part that customers confirmed. */
export function TalkTrendCard({ query, by, choose, actions }: Props): ReactNode {
  const t = useTexts(talkTexts);
  return (
    <TrendFrame
      title={t.trend}
      query={query}
      by={by}
      choose={choose}
      isDrawn={({ trend }) => trend.some(isDrawn)}
      emptyText={t.tooFewText}
      actions={actions}
    >
      {(report) => <Trend report={report} by={by} />}
    </TrendFrame>
  );
}

function Trend({ report, by }: { report: TalkReport; by: 'week' | 'month' }): ReactNode {
  const t = useTexts(talkTexts);
  const words = useTexts(insightTexts);
  const formats = useFormats();
  const style = useChartStyle();
  const spanName = useSpanName(by);
  const rows = useMemo(
    () =>
      report.trend.map((step) => {
        const { without, confirmed, assumed, n } = step.selfService;
        const drawn = isDrawn(step);
        const percent = (share: number | null) => (drawn && share !== null ? formats.percent(share) : '–');
        return {
          name: spanName(step.from),
          point: { from: step.from, n, share: drawn ? without.share : null, interval: drawn ? without.interval : null },
          confirmed: drawn ? confirmed.share : null,
          cells: [percent(without.share), percent(confirmed.share), percent(assumed.share), formats.integer(n)],
        };
      }),
    [report.trend, spanName, formats],
  );
  const sentence = ({ name, cells }: (typeof rows)[number]): string => t.point(name, cells[0]!, cells[1]!, cells[3]!);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentence follows from t
  const option = useMemo(() => {
    const made = trendOption({
      points: rows.map(({ point }) => point),
      names: rows.map(({ name }) => name),
      tooltip: rows.map(sentence),
      percent: formats.percent,
      tick: formats.tick,
      style,
    });
    const confirmed = {
      type: 'line',
      symbol: 'none',
      connectNulls: false,
      lineStyle: { color: style.accent, width: 1.5, type: 'dashed' },
      data: rows.map((row) => row.confirmed),
    };
    return { ...made, series: [...(made.series as object[]), confirmed] };
  }, [rows, t, formats, style]);
  const last = rows.findLast(({ point }) => point.share !== null);
  return (
    <>
      <PictureChart option={option} height={260} name={t.title} label={`${t.title}. ${last ? sentence(last) : ''}`} />
      <p className="note">{t.trendNote}</p>
      <Numbers
        caption={t.title}
        head={[
          by === 'week' ? words.weekFrom : words.monthFrom,
          t.column.without,
          t.column.confirmed,
          t.column.assumed,
          t.column.n,
        ]}
        rows={rows.map(({ name, point, cells }) => ({ key: point.from, cells: [name, ...cells] }))}
      />
    </>
  );
}
