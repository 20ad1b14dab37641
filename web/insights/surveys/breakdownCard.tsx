import type { ReactNode } from 'react';
import { useFormats } from '../../desk/frame/formats.ts';
import { useTexts } from '../../desk/frame/language.tsx';
import type { InView } from '../actions/actionBar.tsx';
import { GroupsFrame } from '../groupsFrame.tsx';
import { filterTexts } from '../i18n/filters.ts';
import { invitedTexts } from '../i18n/invited.ts';
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
  /** Shows whom the response rate of a row counts. */
  lead(value: string): void;
  /** What is looked at alone, which this table does not follow. */
  cutName: string | undefined;
  actions: InView;
}

/** The score of each product, channel, team …, with what it rests on. */
export function BreakdownCard({ query, by, chooseBy, cutName, actions, ...rest }: Props): ReactNode {
  const t = useTexts(surveyReportTexts);
  const words = useTexts(filterTexts);
  const columns = ['name', 'n', 'value', 'interval', 'rate', 'change'] as const;
  return (
    <GroupsFrame
      title={t.breakdown}
      query={query}
      by={by}
      choices={dimensionNames}
      label={t.by}
      nameOf={(value) => t.dimensions[value]}
      choose={chooseBy}
      empty={{ title: t.empty, text: t.emptyText }}
      columns={[...(by === 'staff' ? ['#'] : []), ...columns.map((name) => t.column[name])]}
      note={[cutName && words.whole(cutName), t.ranked].filter(Boolean).join(' ')}
      actions={actions}
    >
      {(row) => <Row key={row.value} row={row} by={by} {...rest} />}
    </GroupsFrame>
  );
}

function Row({
  row,
  metric,
  by,
  cut,
  choose,
  lead,
}: { row: BreakdownRow; by: string } & Pick<Props, 'metric' | 'cut' | 'choose' | 'lead'>) {
  const t = useTexts(surveyReportTexts);
  const formats = useFormats();
  const invited = useTexts(invitedTexts);
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
      <td className="figures">
        {rate.rate === null && row.unasked > 0 ? (
          <span className="note">{value === 'import' ? t.noRateImported : t.noRateOpen}</span>
        ) : rate.delivered === 0 ? (
          words.share(rate.rate)
        ) : (
          <button
            type="button"
            className="link-button"
            aria-label={invited.leadOf(nameOf(value, row.name), words.share(rate.rate))}
            onClick={() => lead(value)}
          >
            {words.share(rate.rate)}
          </button>
        )}
      </td>
      <td className="figures">
        {change.verdict === 'tooFew'
          ? t.verdicts.tooFew
          : `${words.difference(change.difference)} · ${t.verdicts[change.verdict]}`}
      </td>
    </tr>
  );
}
