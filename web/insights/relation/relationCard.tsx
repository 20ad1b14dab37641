import { Select } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useFormats, useNow } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { useAddressValues } from '../../desk/shell/address.ts';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar } from '../actions/actionBar.tsx';
import { peopleAt } from '../actions/people.ts';
import { Card } from '../card.tsx';
import { filterTexts } from '../i18n/filters.ts';
import { relationTexts } from '../i18n/relation.ts';
import { reportWords } from '../i18n/reportWords.ts';
import type { Filter } from '../period.ts';
import { useArticleOf } from './articleOf.ts';
import { BehindList } from './behindList.tsx';
import { askedOf, fileOf, isWholeShop, type RelationTable, useRelationTable } from './queries.ts';
import { ReportLines } from './reportLines.tsx';
import { useRelationWords } from './words.ts';

interface Props {
  report: string;
  filter: Filter;
  /** Something to see above the table. */
  chart?: (table: RelationTable) => ReactNode;
  /** The column that is drawn as a bar beside its figure. */
  bar?: string;
  /** Something more to do, beside the exports. */
  tools?: ReactNode;
}

/** What must be there before these have anything to tell. */
const needs: Record<string, 'sales' | 'care'> = {
  leaving: 'sales',
  cohorts: 'sales',
  persistency: 'sales',
  profitability: 'sales',
  performance: 'sales',
  productAnalysis: 'sales',
  promotion: 'care',
};

const line = ({ rows }: RelationTable, value: string) =>
  rows.find((row) => row.value === value) ?? { value, name: null };

/** A report of the relation: what it is by, its table, how it is worked out, and the rows behind a line. The address holds what is chosen. */
export function RelationCard({ report, filter, chart, bar, tools }: Props): ReactNode {
  const t = useTexts(relationTexts);
  const words = useTexts(reportWords)[report];
  const names = useRelationWords();
  const filters = useTexts(filterTexts);
  const articleOf = useArticleOf();
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const [search, change] = useAddressValues();
  const asked = askedOf(report, filter, search.get(`${report}By`) ?? undefined);
  const query = useRelationTable(asked);
  const [shown, ...value] = (search.get('row') ?? '').split(':');
  const chosen = shown === report ? value.join(':') : undefined;
  const bys = query.data?.bys ?? [];
  const head = (
    <div className="relation-tools">
      {bys.length > 1 && (
        <ChoiceForm>
          <Select
            size="small"
            className="survey-by"
            aria-label={`${t.by}: ${words?.title}`}
            value={query.data?.by}
            options={bys.map((each) => ({ value: each, label: names.by(each) }))}
            onChange={(by: string) => change({ [`${report}By`]: by === bys[0] ? undefined : by, row: undefined })}
          />
        </ChoiceForm>
      )}
      {tools}
    </div>
  );
  const rows = query.data?.rows ?? [];
  const { report: key, ...rest } = asked;
  const view = {
    name: words?.title ?? report,
    count: t.lines(formats.integer(rows.length)),
    people: peopleAt(`relation/${key}`, rest),
    article: articleOf(query.data?.by ?? '', rows, asked.productId),
    files: { csv: fileOf(asked, 'csv', language), xlsx: fileOf(asked, 'xlsx', language) },
  };
  const facts = (table: RelationTable): Record<string, string> => {
    const written = Object.entries(table.facts).map(([key, fact]) => {
      if (fact === null) return [key, '–'];
      if (key.endsWith('Cents')) return [key.replace(/Cents$/, ''), formats.money(fact)];
      return [key.replace(/Minutes$/, ''), String(Math.round(1000 * fact) / 1000)];
    });
    return Object.fromEntries(written);
  };
  return (
    <Card title={words?.title ?? report} className="card-wide" query={query} rows={6} tools={head}>
      {(table) => (
        <>
          <p className="note relation-lead">
            {words?.lead} {table.productId && <strong>{filters.ofProduct[report]}</strong>}
          </p>
          {filter.productId && isWholeShop(report, table.by) && report === 'promotion' && (
            <p className="note" role="note">
              {filters.unheeded(filters.names.product, filters.why.voucher)}
            </p>
          )}
          {table.rows.length === 0 ? (
            <EmptyNote icon="insights" title={t.empty}>
              {needs[report] ? t.emptyOf[needs[report]] : t.emptyText}
            </EmptyNote>
          ) : (
            <>
              {chart?.(table)}
              <ReportLines
                table={table}
                bar={bar}
                chosen={chosen}
                choose={(row) => change({ row: row === chosen ? undefined : `${report}:${row}` })}
              />
              {chosen !== undefined && (
                <BehindList
                  key={chosen}
                  asked={{ ...asked, by: table.by }}
                  line={line(table, chosen)}
                  name={names.row(line(table, chosen), table.by)}
                  report={words?.title ?? report}
                  close={() => change({ row: undefined })}
                />
              )}
            </>
          )}
          {table.rows.length > 0 && <ActionBar view={view} />}
          {table.rows.length > 0 && (
            <details className="numbers">
              <summary>{t.how}</summary>
              <ul className="relation-how">
                {words?.how(facts(table)).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
                {table.countedAt && <li>{t.countedAt(formats.moment(table.countedAt, now))}</li>}
              </ul>
            </details>
          )}
        </>
      )}
    </Card>
  );
}
