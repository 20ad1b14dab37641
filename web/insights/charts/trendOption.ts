import type { EChartsCoreOption } from 'echarts/core';
import type { TrendPoint } from '../reports.ts';
import { trustOf } from '../samples.ts';
import type { ChartStyle } from './style.ts';

interface Input {
  /** Spans without enough answers have share and interval null: the line has a gap there. */
  points: readonly TrendPoint[];
  names: string[];
  /** What a point says when it is pointed at. */
  tooltip: string[];
  percent(share: number): string;
  /** A mark of the axis; as `percent` unless told. */
  tick?(share: number): string;
  style: ChartStyle;
}

/** ECharts' way to a band: an invisible line at its lower edge, and on it a stacked area of its height. */
function band(points: readonly TrendPoint[], style: ChartStyle): object[] {
  const edge = {
    type: 'line',
    stack: 'interval',
    // Lower edges may lie below zero.
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  };
  const height = ({ interval }: TrendPoint): number | null => interval && interval.high - interval.low;
  return [
    { ...edge, data: points.map(({ interval }) => interval?.low ?? null) },
    { ...edge, data: points.map(height), areaStyle: { color: style.accent, opacity: 0.16 } },
  ];
}

/** The option of the trend: share on a scale of 0 to 100 %, the band of its interval, the last point labelled. */
export function trendOption({ points, names, tooltip, percent, tick = percent, style }: Input): EChartsCoreOption {
  const last = points.findLastIndex(({ share }) => share !== null);
  return {
    animation: false,
    grid: { left: 46, right: 52, top: 14, bottom: 28 },
    tooltip: {
      trigger: 'axis',
      // Text, never HTML.
      renderMode: 'richText',
      backgroundColor: style.surface,
      borderColor: style.line,
      textStyle: { ...style.font, color: style.text },
      axisPointer: { lineStyle: { color: style.line } },
      formatter: (shown: { dataIndex: number }[]) => tooltip[shown[0]?.dataIndex ?? -1] ?? '',
    },
    xAxis: {
      type: 'category',
      data: names,
      boundaryGap: false,
      axisLine: { lineStyle: { color: style.line } },
      axisTick: { show: false },
      axisLabel: { ...style.font, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 1,
      interval: 0.25,
      axisLabel: { ...style.font, formatter: tick },
      splitLine: { lineStyle: { color: style.line } },
    },
    series: [
      ...band(points, style),
      {
        type: 'line',
        connectNulls: false,
        lineStyle: { color: style.accent, width: 2 },
        data: points.map(({ share, n }, index) => ({
          value: share,
          symbol: 'circle',
          symbolSize: 8,
          itemStyle: {
            color: trustOf(n) === 'weak' ? style.surface : style.accent,
            borderColor: style.accent,
            borderWidth: 2,
          },
          label: {
            show: index === last && share !== null,
            position: 'right',
            formatter: share === null ? '' : percent(share),
            ...style.font,
            fontWeight: 600,
            color: style.text,
          },
        })),
      },
    ],
  };
}
