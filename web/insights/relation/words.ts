import { useMemo } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { metricWords } from '../../desk/frame/metricWords.ts';
import { channelNames } from '../../desk/i18n/names.ts';
import { relationTexts } from '../i18n/relation.ts';
import { columnNames } from '../i18n/relationColumns.ts';
import { byNames, valueNames } from '../i18n/relationLines.ts';
import type { RelationCell, RelationColumn, RelationRow } from './queries.ts';

/** How the figures and names of a table are written. */
export interface RelationWords {
  figure(cell: RelationCell | undefined, column: RelationColumn): string;
  /** What a figure rests on, for its tooltip. */
  rests(cell: RelationCell | undefined, column: RelationColumn): string | undefined;
  /** How sure a share is, to stand under it; of a difference also whether it may be chance. */
  sure(cell: RelationCell | undefined, column: RelationColumn): string | undefined;
  column(key: string): string;
  by(key: string): string;
  row(row: Pick<RelationRow, 'value' | 'name'>, by: string): string;
}

/** Shares that are the difference of two: in points, with a sign. */
const differences = new Set(['effect']);

const aMonth = /^\d{4}-\d{2}-01$/;

export function useRelationWords(): RelationWords {
  const t = useTexts(relationTexts);
  const columns = useTexts(columnNames);
  const bys = useTexts(byNames);
  const values = useTexts(valueNames);
  const channels = useTexts(channelNames);
  const { language } = useLanguage();
  const formats = useFormats();
  return useMemo(() => {
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
    const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
    const { share, tick, difference } = metricWords('csat', language);
    const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
    const written = (value: number, { key, kind }: RelationColumn): string => {
      if (differences.has(key)) return difference(value);
      switch (kind) {
        case 'money':
          return formats.money(Math.round(value));
        case 'share':
          return share(value);
        case 'ratio':
          return ratio.format(value);
        case 'minutes':
          return value === 0 ? '0' : formats.span(value * 60_000, 'hours');
        default:
          return decimal.format(value);
      }
    };
    return {
      figure: (cell, column) => {
        if (!cell || (cell.value === null && !cell.n)) return '–';
        return cell.value === null ? t.tooFew : written(cell.value, column);
      },
      sure(cell, { key }) {
        if (!cell?.interval || cell.value === null) return undefined;
        const { low, high } = cell.interval;
        if (!differences.has(key)) return `${tick(low).replace('%', '')}–${tick(high)}`;
        const [from, to] = [low, high].map((end) => signed.format(Math.round(100 * end)));
        return `${from}…${to} · ${low > 0 || high < 0 ? t.real : t.noise}`;
      },
      rests(cell, column) {
        if (!cell || cell.n === undefined) return undefined;
        const n = t.rests(formats.integer(Math.floor(cell.n)));
        if (!cell.interval) return n;
        const { low, high } = cell.interval;
        return `${n} · ${t.interval(written(low, column), written(high, column))}`;
      },
      column: (key) => columns[key] ?? key,
      by: (key) => bys[key] ?? key,
      row({ value, name }, by) {
        if (typeof name === 'string') return name;
        if (name) return localized(name, language);
        if (value === '') return by === 'product' || by === 'category' ? t.unknown : t.none;
        if (aMonth.test(value)) return months.format(new Date(`${value}T00:00:00Z`));
        return values[value] ?? channels[value] ?? value;
      },
    };
  }, [t, columns, bys, values, channels, language, formats]);
}
