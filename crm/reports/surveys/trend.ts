import { Temporal } from 'temporal-polyfill';
import type { Cell } from '../../surveys/days/surveyDays.ts';
import { type Metric, type Score, scoreOf } from '../../surveys/metrics.ts';

export type StepLength = 'day' | 'week' | 'month';

/** A step of the trend by the day of the answer: its first day and what was answered in it, within the span. */
export interface TrendStep {
  from: string;
  score: Score;
}

const LONGEST = 1000;

/** Counts of scores as a row of SurveyDay has them. */
export const countsOf = (scores: readonly number[]) => scores.slice(0, 11).map((count, score) => ({ score, count }));

/** Rows added up place by place. */
export function added(cells: readonly Cell[]): Omit<Cell, 'group'> {
  const sum = { delivered: 0, answered: 0, unasked: 0, scores: Array.from({ length: 12 }, () => 0) };
  for (const { delivered, answered, unasked, scores } of cells) {
    sum.delivered += delivered;
    sum.answered += answered;
    sum.unasked += unasked;
    for (const [place, count] of scores.entries()) sum.scores[place]! += count;
  }
  return sum;
}

/** Cells by day, gathered into days, weeks (from Monday) or months; steps without answers have n 0. */
export function trendOf(
  metric: Metric,
  cells: readonly Cell[],
  span: { from: string; to: string },
  by: StepLength,
): TrendStep[] {
  return stepsOfDays(span, by, cells).map(({ from, cells: some }) => ({
    from,
    score: scoreOf(metric, countsOf(added(some).scores)),
  }));
}

/** What was counted by day (its `group`), gathered by step; every step of the span is there. */
export function stepsOfDays<T extends { group: string }>(
  span: { from: string; to: string },
  by: StepLength,
  cells: readonly T[],
): { from: string; cells: T[] }[] {
  const startOfStep = (day: Temporal.PlainDate) =>
    by === 'day' ? day : by === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
  const byStep = new Map<string, T[]>();
  for (const cell of cells) {
    const step = startOfStep(Temporal.PlainDate.from(cell.group)).toString();
    byStep.set(step, [...(byStep.get(step) ?? []), cell]);
  }
  const steps: { from: string; cells: T[] }[] = [];
  let day = startOfStep(Temporal.PlainDate.from(span.from));
  while (day.toString() <= span.to && steps.length < LONGEST) {
    const from = day.toString();
    steps.push({ from, cells: byStep.get(from) ?? [] });
    day = day.add(by === 'day' ? { days: 1 } : by === 'week' ? { weeks: 1 } : { months: 1 });
  }
  return steps;
}
