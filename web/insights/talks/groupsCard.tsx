import type { ReactNode } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import type { InView } from '../actions/actionBar.tsx';
import { useFormats } from '../formats.ts';
import { GroupsFrame } from '../groupsFrame.tsx';
import { filterTexts } from '../i18n/filters.ts';
import { talkTexts } from '../i18n/talks.ts';
import { useMetricWords } from '../surveys/figures.ts';
import { useFeelingWords, useGroupName } from './names.ts';
import { type TalkGroup, type useTalkGroups, type Way, ways } from './queries.ts';

interface Props {
  query: ReturnType<typeof useTalkGroups>;
  way: Way;
  chooseWay(way: Way): void;
  cut: string | undefined;
  choose(value: string): void;
  /** What is looked at alone, which this table does not follow. */
  cutName: string | undefined;
  actions: InView;
}

/** Self-service and attitude per segment, tier, class, channel, language, product. */
export function GroupsCard({ query, way, chooseWay, cut, choose, cutName, actions }: Props): ReactNode {
  const t = useTexts(talkTexts);
  const words = useTexts(filterTexts);
  const columns = ['name', 'n', 'without', 'confirmed', 'assumed', 'change', 'attitude'] as const;
  return (
    <GroupsFrame
      title={t.breakdown}
      query={query}
      by={way}
      choices={ways}
      label={t.by}
      nameOf={(value) => t.ways[value]}
      choose={chooseWay}
      empty={{ title: t.none, text: t.noneText }}
      columns={columns.map((name) => t.column[name])}
      note={[cutName && words.whole(cutName), t.hint].filter(Boolean).join(' ')}
      actions={actions}
    >
      {(group) => <Row key={group.value} group={group} way={way} cut={cut} choose={choose} />}
    </GroupsFrame>
  );
}

function Row({ group, way, cut, choose }: { group: TalkGroup } & Pick<Props, 'way' | 'cut' | 'choose'>): ReactNode {
  const t = useTexts(talkTexts);
  const formats = useFormats();
  const nameOf = useGroupName();
  const feeling = useFeelingWords();
  const { difference } = useMetricWords('csat');
  const { value, name, selfService, attitude, change } = group;
  const isFew = selfService.trust === 'tooFew' || selfService.trust === 'none';
  const share = (part: { share: number | null }) => (isFew || part.share === null ? '–' : formats.percent(part.share));
  const { without } = selfService;
  const range =
    !isFew && without.interval && `${formats.percent(without.interval.low)}–${formats.percent(without.interval.high)}`;
  const { verdict } = change.selfService;
  const isFelt = attitude.trust === 'few' || attitude.trust === 'enough';
  return (
    <tr data-trust={selfService.trust} data-chosen={cut === value ? 'yes' : undefined}>
      <th scope="row">
        <button type="button" className="link-button" aria-pressed={cut === value} onClick={() => choose(value)}>
          {nameOf(way, value, name)}
        </button>
      </th>
      <td className="figures">{formats.integer(selfService.n)}</td>
      <td className="figures">
        {isFew ? t.few : share(without)} {range && <span className="note">{range}</span>}
      </td>
      <td className="figures">{share(selfService.confirmed)}</td>
      <td className="figures">{share(selfService.assumed)}</td>
      <td className="figures">
        {verdict === 'tooFew'
          ? t.verdicts.tooFew
          : `${difference(change.selfService.difference)} · ${t.verdicts[verdict]}`}
      </td>
      <td className="figures">
        {isFelt ? feeling(attitude.mean) : t.few}{' '}
        {isFelt && attitude.interval && (
          <span className="note">
            {feeling(attitude.interval.low)}…{feeling(attitude.interval.high)}
          </span>
        )}
      </td>
    </tr>
  );
}
