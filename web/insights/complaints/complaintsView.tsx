import { Button, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { oneOf, useAddressValues } from '../../desk/shell/address.ts';
import { ActionBar, fileAddress, type InView } from '../actions/actionBar.tsx';
import { peopleAt } from '../actions/people.ts';
import { paretoTexts } from '../i18n/pareto.ts';
import type { Filter } from '../period.ts';
import { ComplaintRowsCard } from './complaintRowsCard.tsx';
import './pareto.css';
import { ParetoCard, useGroupName } from './paretoCard.tsx';
import { type ComplaintsAsked, type ParetoRow, useComplaintRows, usePareto } from './queries.ts';

const ways = ['product', 'batch', 'cause'] as const;
const severities = ['all', 'normal', 'serious', 'safety'] as const;

/** Where complaints come from, and each of them. All of it in the address: `pareto` the way, `pick` one group, `severity`. */
export function ComplaintsView({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(paretoTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const [search, change] = useAddressValues();
  const by = oneOf(search.get('pareto') ?? undefined, ways);
  const severity = oneOf(search.get('severity') ?? undefined, severities);
  const value = search.get('pick') ?? undefined;
  const { from, to, productId } = filter;
  const asked: ComplaintsAsked = {
    from,
    to,
    productId,
    severity: severity === 'all' ? undefined : severity,
    by,
    value,
  };
  const pareto = usePareto(asked);
  const rows = useComplaintRows(asked);
  const nameOf = useGroupName(by);
  const picked = pareto.data?.rows.find((row) => row.value === value);
  const name = picked ? nameOf(picked) : (value ?? t.all);
  const counted = (n: number | undefined) => t.count(formats.integer(n ?? 0));
  const viewOf = (of: ComplaintsAsked, title: string, count: string, rows: readonly ParetoRow[]): InView => {
    const products = [...new Set(rows.flatMap(({ sku }) => sku ?? []))];
    return {
      name: title,
      count,
      people: peopleAt('complaints', of),
      article: products.length > 0 ? { products, title } : {},
      files: { csv: fileAddress('/reports/complaints/file', { ...of, language }) },
    };
  };
  const all = pareto.data?.rows ?? [];
  const whole = viewOf({ ...asked, value: undefined }, t.title, counted(pareto.data?.n), all);
  return (
    <>
      <ChoiceForm className="filters">
        <Segmented
          aria-label={t.way}
          value={by}
          options={ways.map((way) => ({ value: way, label: t.by[way] }))}
          onChange={(way) => change({ pareto: way === 'product' ? undefined : way, pick: undefined })}
        />
        <Select
          aria-label={t.severity}
          value={severity}
          options={severities.map((each) => ({ value: each, label: t.severities[each] }))}
          onChange={(each) => change({ severity: each === 'all' ? undefined : each })}
        />
        {value !== undefined && (
          <>
            <span>{t.only(name)}</span>
            <Button size="small" onClick={() => change({ pick: undefined })}>
              {t.clear}
            </Button>
          </>
        )}
      </ChoiceForm>
      <div className="cards">
        <ParetoCard query={pareto} by={by} picked={value} pick={(each) => change({ pick: each })} actions={whole} />
        <ComplaintRowsCard
          query={rows}
          tools={
            <ActionBar
              view={value === undefined ? whole : viewOf(asked, name, counted(picked?.n), picked ? [picked] : [])}
            />
          }
        />
      </div>
    </>
  );
}
