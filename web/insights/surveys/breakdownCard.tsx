import { Select } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useFormats } from '../../desk/frame/formats.ts';
import { useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { Card } from '../card.tsx';
import { surveyReportTexts } from '../i18n/surveys.ts';
import { type DimensionName, dimensionNames } from './asked.ts';
import { useMetricWords } from './figures.ts';
import { useValueName } from './names.ts';
import type { BreakdownRow, useBreakdown } from './queries.ts';

interface Props {
  query: ReturnType<typeof useBreakdown>;
  metric: string;
  by: DimensionName;
  chooseBy(by: DimensionName): void;
  /** The value that is looked at alone, of this dimension. */
  cut: string | undefined;
  choose(value: string): void;
}

/** The score of each product, channel, team …, with what it rests on. */
export function BreakdownCard({ query, by, chooseBy, ...rest }: Props): ReactNode {
  const t = useTexts(surveyReportTexts);
  const tools = (
    <ChoiceForm>
      <Select
        size="small"
        className="survey-by"
        aria-label={t.by}
        value={by}
        options={dimensionNames.map((value) => ({ value, label: t.dimensions[value] }))}
        onChange={chooseBy}
      />
    </ChoiceForm>
  );
  return (
    <Card title={t.breakdown} className="card-wide" query={query} rows={6} tools={tools}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyNote icon="insights" title={t.empty}>
            {t.emptyText}
          </EmptyNote>
        ) : (
          <>
            <div className="breakdown-scroll">
              <table className="breakdown">
                <thead>
                  <tr>
                    {by === 'staff' && <th scope="col">#</th>}
                    <th scope="col">{t.column.name}</th>
                    <th scope="col">{t.column.n}</th>
                    <th scope="col">{t.column.value}</th>
                    <th scope="col">{t.column.interval}</th>
                    <th scope="col">{t.column.rate}</th>
                    <th scope="col">{t.column.change}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map((row) => (
                    <Row key={row.value} row={row} by={by} {...rest} />
                  ))}
                </tbody>
              </table>
            </div>
            <p className="note">{t.ranked}</p>
          </>
        )
      }
    </Card>
  );
}

function Row({
  row,
  metric,
  by,
  cut,
  choose,
}: { row: BreakdownRow; by: string } & Pick<Props, 'metric' | 'cut' | 'choose'>) {
  const t = useTexts(surveyReportTexts);
  const formats = useFormats();
  const words = useMetricWords(metric);
  const nameOf = useValueName();
  const { score, rate, change, rank, value } = row;
  const shown = score.value !== null && score.trust !== 'tooFew';
  return (
    <tr data-trust={score.trust} data-chosen={cut === value ? 'yes' : undefined}>
      {by === 'staff' && <td className="figures">{rank ?? ''}</td>}
      <th scope="row">
        <button type="button" className="link-button" aria-pressed={cut === value} onClick={() => choose(value)}>
          {nameOf(value, row.name)}
        </button>
      </th>
      <td className="figures">{formats.integer(row.answers)}</td>
      <td className="figures">{shown ? words.value(score.value) : '–'}</td>
      <td className="figures">
        {shown && score.interval
          ? `${words.value(score.interval.low)}–${words.value(score.interval.high)}`
          : score.trust === 'tooFew'
            ? t.verdicts.tooFew
            : '–'}
      </td>
      <td className="figures">{words.share(rate.rate)}</td>
      <td className="figures">
        {change.verdict === 'tooFew'
          ? t.verdicts.tooFew
          : `${words.difference(change.difference)} · ${t.verdicts[change.verdict]}`}
      </td>
    </tr>
  );
}
