import type { SurveyReportJson } from '#api/surveyReports.ts';

type Language = 'zh' | 'en';
type Metric = 'csat' | 'nps' | 'ces';
/** See surveyCard.tsx; it is of the pages' world, where there is JSX. */
export type DrawScoreCard = (report: SurveyReportJson, language: Language, zone: string) => string;

/** The figures of a metric as somebody reads them, sign by sign; undefined: it is not said there. */
export interface Read {
  n: string | undefined;
  value: string | undefined;
  low: string | undefined;
  high: string | undefined;
  rate: string | undefined;
  earlier: string | undefined;
}

const onPage = {
  zh: {
    n: /^([\d,]+) 份回答$/m,
    interval: /^95% 区间 (.+)–(.+)$/m,
    rate: /^回复率 (\S+?)（/m,
    earlier: /（上一期 (\S+?)）：/,
    share: /^5–7 分 (\S+?)（(\S+?)–(\S+?)）$/m,
    groups: /^推荐者 (\d+) · 中立 (\d+) · 贬损者 (\d+)$/m,
  },
  en: {
    n: /^([\d,]+) answers?$/m,
    interval: /^95% interval (.+)–(.+)$/m,
    rate: /^response rate (\S+?) \(/m,
    earlier: /on the last period \((\S+?)\): /,
    share: /^5–7: (\S+?) \((\S+?)–(\S+?)\)$/m,
    groups: /^(\d+) promoters · (\d+) passives · (\d+) detractors$/m,
  },
};

const inMail = {
  zh: {
    n: /(\d+) 份/,
    value: /：(\S+?)（95%/,
    interval: /（95% 区间 (\S+?)–(\S+?)，/,
    rate: /回复率 ([-\d.]+%)/,
    earlier: /；前一周 (\S+?)，/,
  },
  en: {
    n: /n = (\d+)/,
    value: /: (\S+) \(95%/,
    interval: /95% interval (\S+?)–(\S+?),/,
    rate: /response rate ([-\d.]+%)/,
    earlier: /; (\S+) the week before/,
  },
};

/** What only the line of this metric holds. */
const marks = {
  csat: { zh: '满意度', en: 'Satisfaction' },
  nps: { zh: 'NPS', en: 'Net promoter' },
  ces: { zh: 'CES', en: 'CES' },
};

/** What the card says: its figures, how many gave each score, and of nps and ces the groups and the share of 5 to 7. */
export interface Card extends Read {
  scores: [score: number, count: number][];
  groups: number[] | undefined;
  share: string[] | undefined;
}

/** Reads the drawn card; null: it says that nobody answered. */
export function readCard(markup: string, language: Language): Card | null {
  if (!markup.includes('score-bars')) return null;
  const words = onPage[language];
  const text = markup.replace(/<[^>]*>/g, '\n');
  const [, low, high] = words.interval.exec(text) ?? [];
  const bars = markup.matchAll(/score-name">(\d+)<.*?score-count">(\d+) ?[\d.]*%?</gs);
  return {
    n: words.n.exec(text)?.[1],
    value: /data-testid="survey-score">([^<]*)</.exec(markup)?.[1],
    low,
    high,
    rate: words.rate.exec(text)?.[1],
    earlier: words.earlier.exec(text)?.[1],
    scores: [...bars].map(([, score, count]) => [Number(score), Number(count)]),
    groups: words.groups.exec(text)?.slice(1).map(Number),
    share: words.share.exec(text)?.slice(1),
  };
}

/** Reads the line of a metric; null: there is none. */
export function readMail(text: string, metric: Metric, language: Language): Read | null {
  const line = text.split('\n').find((each) => each.includes(marks[metric][language]));
  if (!line) return null;
  const words = inMail[language];
  const [, low, high] = words.interval.exec(line) ?? [];
  return {
    n: words.n.exec(line)?.[1],
    value: words.value.exec(line)?.[1],
    low,
    high,
    rate: words.rate.exec(line)?.[1],
    earlier: words.earlier.exec(line)?.[1],
  };
}

/** Whether what was read is this value to the last digit that is written: shares in per cent and NPS with one, CES with two. */
export function says(read: string | undefined, value: number | null, metric: Metric | 'share'): boolean {
  if (read === undefined || value === null) return read === undefined && value === null;
  const digits = metric === 'ces' ? 2 : 1;
  const percent = metric === 'csat' || metric === 'share';
  if (!(percent ? /^-?\d+\.\d%$/ : metric === 'ces' ? /^-?\d+\.\d\d$/ : /^-?\d+\.\d$/).test(read)) return false;
  return Math.abs(Number.parseFloat(read) - (percent ? 100 : 1) * value) <= 0.5 * 10 ** -digits + 1e-9;
}
