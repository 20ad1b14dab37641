import { type EChartsCoreOption, use as register } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import type { ChartStyle } from '../charts/style.ts';

register([LabelLayout]);

interface Line {
  name: string;
  values: (number | null)[];
  /** Drawn in the accent; the others are told apart by their dashes and labels, not by colour alone. */
  bold: boolean;
  dash: 'solid' | 'dashed' | 'dotted';
}

interface Input {
  lines: Line[];
  names: string[];
  written(value: number): string;
  /** A mark of the axis; as `written` unless told. */
  tick?(value: number): string;
  style: ChartStyle;
}

/** Lines over steps of time, each with its name and last value at its end. */
export function linesOption({ lines, names, written, tick = written, style }: Input): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 46, right: 110, top: 14, bottom: 28 },
    tooltip: {
      trigger: 'axis',
      // Text, never HTML.
      renderMode: 'richText',
      backgroundColor: style.surface,
      borderColor: style.line,
      textStyle: { ...style.font, color: style.text },
      axisPointer: { lineStyle: { color: style.line } },
      formatter: (shown: { dataIndex: number }[]) => {
        const place = shown[0]?.dataIndex ?? -1;
        const told = lines.map(({ name, values }) => {
          const value = values[place];
          return `${name ? `${name} ` : ''}${value === null || value === undefined ? '–' : written(value)}`;
        });
        return [names[place], ...told].join('\n');
      },
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
      axisLabel: { ...style.font, formatter: tick },
      splitLine: { lineStyle: { color: style.line } },
      splitNumber: 4,
    },
    series: lines.map(({ name, values, bold, dash }) => ({
      type: 'line',
      name,
      data: values,
      symbol: 'none',
      lineStyle: { color: bold ? style.accent : style.soft, width: bold ? 2.5 : 1.5, type: dash },
      itemStyle: { color: bold ? style.accent : style.soft },
      labelLayout: { moveOverlap: 'shiftY' },
      endLabel: {
        show: true,
        ...style.font,
        padding: [3, 0],
        color: bold ? style.accent : style.text,
        formatter: ({ value }: { value: number | null }) => (value === null ? name : `${name} ${written(value)}`),
      },
    })),
  };
}
