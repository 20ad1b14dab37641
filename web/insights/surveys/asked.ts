import type { Filter } from '../period.ts';

export const dimensionNames = [
  'product',
  'category',
  'channel',
  'way',
  'touchpoint',
  'survey',
  'team',
  'staff',
  'tier',
  'segment',
  'who',
] as const;
export type DimensionName = (typeof dimensionNames)[number];
export type MetricName = 'csat' | 'nps' | 'ces' | 'none';

/** What the API is asked for. */
export type Asked = Record<string, string | number | undefined> & { metric: MetricName; from: string; to: string };

/** What is looked at, as the address has it: `survey` a metric or a survey's id, `cut` dimension:value, `score` one score. */
export function askedOf(
  filter: Filter,
  search: URLSearchParams,
  metricOf: (surveyId: string) => MetricName | undefined,
): { asked: Asked; cut: { dimension: DimensionName; value: string } | undefined } {
  const what = search.get('survey') ?? 'csat';
  const isMetric = (['csat', 'nps', 'ces', 'none'] as const).find((each) => each === what);
  const metric = isMetric ?? metricOf(what) ?? 'csat';
  const [named = '', ...rest] = (search.get('cut') ?? '').split(':');
  const dimension = dimensionNames.find((each) => each === named);
  const chosen = dimension && { dimension, value: rest.join(':') };
  const cut = chosen ?? (filter.productId ? { dimension: 'product' as const, value: filter.productId } : undefined);
  const score = search.get('score');
  return {
    cut,
    asked: {
      metric,
      surveyId: isMetric || !metricOf(what) ? undefined : what,
      from: filter.days.first,
      to: filter.days.last,
      who: filter.rated && (filter.rated === 'bot' ? 'bot' : 'person'),
      dimension: cut?.dimension,
      value: cut?.value,
      ...(score && /^\d+$/.test(score) && { minScore: Number(score), maxScore: Number(score) }),
    },
  };
}

/** Without the choice of one score, which only the answers and comments follow. */
export const wholeOf = ({ minScore: _min, maxScore: _max, ...asked }: Asked): Asked => asked as Asked;
/** Without the cut: what is compared is all. */
export const uncutOf = (asked: Asked): Asked => {
  const { dimension: _dimension, value: _value, ...rest } = wholeOf(asked);
  return rest as Asked;
};
