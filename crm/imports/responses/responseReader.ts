import { createHash, randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Bulk, Cell } from '#prisma/client.ts';
import { type Metric, metrics, scaleOf } from '../../surveys/metrics.ts';
import { CellFault, numberOf, textCell } from '../cells.ts';
import type { ImportedBy, RowReader } from '../importKind.ts';
import type { SourceRow } from '../readers/source.ts';
import { responseColumn } from './responseColumns.ts';

/** Columns of the staging table; a survey that is not there yet is made of its title, metric and questions. */
export const responseStaging = [
  ['line', 'int'],
  ['id', 'uuid'],
  ['survey', 'text'],
  ['title', 'text'],
  ['metric', 'text'],
  ['externalId', 'text'],
  ['score', 'int'],
  ['comment', 'text'],
  ['answers', 'jsonb'],
  ['answeredAt', 'timestamptz'],
] as const;

const KEY = 'import:';

/** Reads rows of answers as survey tools write them: a column of scores, perhaps one that says of what, and other questions. */
export class ResponseReader implements RowReader {
  readonly #zone: string;
  readonly #now: Date;
  readonly #added = new Set<string>();
  /** The header of the scores, which is the question; the names that other headers get. */
  #question: string | undefined;
  readonly #names = new Map<string, string>();
  #highest = 0;

  private constructor(zone: string, now: Date) {
    this.#zone = zone;
    this.#now = now;
  }

  static async create(bulk: Bulk, { now }: ImportedBy): Promise<ResponseReader> {
    const [shop] = await bulk.query(`SELECT value->>'zone' AS zone FROM "Setting" WHERE key = 'shop'`);
    return new ResponseReader(String(shop?.zone ?? 'Asia/Shanghai'), now);
  }

  /** The scale is what the file shows: nobody gives 9 of 5. */
  needsSurvey(): boolean {
    return true;
  }

  survey({ cells }: SourceRow): void {
    const header = this.#scoreHeader(cells);
    const score = header === undefined ? undefined : numberOf(String(cells[header] ?? ''));
    if (score !== undefined && score <= 10) this.#highest = Math.max(this.#highest, score);
  }

  /** Other questions by their names, for the definition of a survey that is made. */
  get questions(): { name: string; title: string }[] {
    return [...this.#names].map(([title, name]) => ({ name, title }));
  }

  /** What the scores answer. */
  get question(): string {
    return this.#question ?? 'Score';
  }

  take({ cells, line }: SourceRow): { key: string; cells: Cell[] } {
    const header = this.#scoreHeader(cells);
    const said = this.#named(cells, header);
    const title = textCell(said.survey, 'survey', 80) ?? this.question.slice(0, 80);
    const metric = this.#metricOf(said.metric);
    const score = scoreCell(header === undefined ? undefined : cells[header], metric);
    const comment = textCell(said.comment, 'comment', 2000);
    const answeredAt = this.#timeOf(said.answeredAt);
    const answers: Record<string, string | number> = { score, ...(comment && { comment }) };
    for (const [other, value] of Object.entries(cells)) {
      const text = this.#isOther(other, header) ? textCell(value, other.slice(0, 60), 2000) : undefined;
      if (text) answers[this.#nameOf(other)] = text;
    }
    const respondent = textCell(said.respondent, 'respondent', 100);
    // Who gives no name is known by everything else that was said.
    const externalId =
      respondent ??
      createHash('sha256')
        .update(JSON.stringify([title, answers, said.answeredAt]))
        .digest('hex')
        .slice(0, 32);
    this.#added.add(title);
    const row: Cell[] = [
      line,
      randomUUID(),
      KEY + title.toLowerCase(),
      title,
      metric,
      externalId,
      score,
      comment,
      answers,
      answeredAt,
    ];
    return { key: respondent ? `${title} ${respondent}` : externalId, cells: row };
  }

  extras(): Record<string, string[]> {
    return { surveys: [...this.#added] };
  }

  /** The first column of scores is the metric's; what others ask for is kept as an answer. */
  #scoreHeader(cells: SourceRow['cells']): string | undefined {
    this.#question ??= Object.keys(cells).find((header) => responseColumn(header) === 'score');
    return this.#question;
  }

  #named(cells: SourceRow['cells'], score: string | undefined): Record<string, unknown> {
    const said: Record<string, unknown> = {};
    for (const [header, value] of Object.entries(cells)) {
      const column = responseColumn(header);
      if (column && column !== 'score' && header !== score) said[column] ??= value;
    }
    return said;
  }

  #isOther(header: string, score: string | undefined): boolean {
    const column = responseColumn(header);
    return header !== '' && header !== score && (column === undefined || column === 'score');
  }

  #nameOf(header: string): string {
    const known = this.#names.get(header);
    if (known) return known;
    const name = `q${this.#names.size + 1}`;
    this.#names.set(header, name);
    return name;
  }

  #metricOf(value: unknown): Exclude<Metric, 'none'> {
    const said = textCell(value, 'metric', 20)?.toLowerCase();
    if (said) {
      if (said !== 'none' && (metrics as readonly string[]).includes(said)) return said as Exclude<Metric, 'none'>;
      throw new CellFault(
        'metric',
        `“${said}” is none: write csat, nps or ces`,
        `“${said}”不是指标：请写 csat、nps 或 ces`,
      );
    }
    const asked = (this.#question ?? '').toLowerCase();
    if (/recommend|推荐|nps|0\D{0,4}10/.test(asked) || this.#highest > 7) return 'nps';
    return /ces|effort|省心|容易/.test(asked) || this.#highest > 5 ? 'ces' : 'csat';
  }

  #timeOf(value: unknown): Date {
    const text = value instanceof Date ? value.toISOString() : textCell(value, 'answeredAt', 60);
    if (text === undefined) return this.#now;
    const at = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) ? new Date(text) : localTime(text, this.#zone);
    if (!at || Number.isNaN(at.getTime()))
      throw new CellFault(
        'answeredAt',
        `“${text.slice(0, 40)}” is no time: write it like 2026-07-01 09:30`,
        `“${text.slice(0, 40)}”不是时间：请写成 2026-07-01 09:30`,
      );
    if (at > this.#now)
      throw new CellFault('answeredAt', `“${text.slice(0, 40)}” has not come yet`, `“${text.slice(0, 40)}”还没到`);
    return at;
  }
}

/** A time without a zone is the shop's. */
function localTime(text: string, zone: string): Date | undefined {
  const plain = text
    .trim()
    .replace(/[/.年月](?=\d)/g, (sign) => (sign === '.' ? '.' : '-'))
    .replace('日', '')
    .replace(' ', 'T');
  try {
    const at = plain.includes('T')
      ? Temporal.PlainDateTime.from(plain)
      : Temporal.PlainDate.from(plain).toPlainDateTime();
    return new Date(at.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** A whole number on the metric's scale: 9, 9.0, “9分”, “9/10”. Throws CellFault, which says what it was instead. */
function scoreCell(value: unknown, metric: Exclude<Metric, 'none'>): number {
  const text = textCell(value, 'score', 60)?.normalize('NFKC');
  if (text === undefined)
    throw new CellFault(
      'score',
      'missing: this question was not answered, so there is nothing to count',
      '没有答这一题，没有可计的分数',
    );
  const { min, max } = scaleOf(metric)!;
  const bare = text
    .replace(/\s*(?:分|points?)$/i, '')
    .replace(new RegExp(`\\s*/\\s*${max}$`), '')
    .trim();
  const score = /^[+-]?\d+(?:\.0+)?$/.test(bare) ? Number(bare) : undefined;
  const shown = text.slice(0, 40);
  if (score === undefined)
    throw new CellFault(
      'score',
      `“${shown}” is no whole number: ${metric.toUpperCase()} goes from ${min} to ${max}`,
      `“${shown}”不是整数：${metric.toUpperCase()} 是 ${min} 到 ${max} 分`,
    );
  if (score < min || score > max)
    throw new CellFault(
      'score',
      `${shown} is not on the scale of ${metric.toUpperCase()}, ${min} to ${max}`,
      `${shown} 不在 ${metric.toUpperCase()} 的 ${min} 到 ${max} 分之内`,
    );
  return score;
}
