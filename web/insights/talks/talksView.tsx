import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { oneOf, useAddressValues } from '../../desk/shell/address.ts';
import { fileAddress, type InView } from '../actions/actionBar.tsx';
import { peopleAt } from '../actions/people.ts';
import { useFormats } from '../formats.ts';
import { filterTexts } from '../i18n/filters.ts';
import { talkTexts } from '../i18n/talks.ts';
import type { Filter } from '../period.ts';
import { useSkuOf } from '../reports.ts';
import { AttitudeCard } from './attitudeCard.tsx';
import { GroupsCard } from './groupsCard.tsx';
import { useGroupName } from './names.ts';
import { PeaksCard } from './peaksCard.tsx';
import { feelings, outcomes, type TalksAsked, talksAsked, useTalkGroups, useTalkReport, ways } from './queries.ts';
import { SelfServiceCard } from './selfServiceCard.tsx';
import { TalkRowsCard } from './talkRowsCard.tsx';
import { TalkTrendCard } from './talkTrendCard.tsx';
import './talks.css';

/** How conversations went: what needed no person, how customers felt, the peaks. All in the address: `cut`, `group`, `outcome`, `felt`, `peak`. */
export function TalksView({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(talkTexts);
  const words = useTexts(filterTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const [search, change] = useAddressValues();
  const nameOf = useGroupName();
  const asked = talksAsked(filter, search);
  const way = oneOf(search.get('group') ?? undefined, ways);
  const report = useTalkReport({ ...asked, by: filter.by });
  const groups = useTalkGroups(asked, way);
  const outcome = outcomes.find((each) => each === search.get('outcome'));
  const feeling = feelings.find((each) => each === search.get('felt'));
  const { dimension, value } = asked;
  const found = dimension === way ? groups.data?.items.find((each) => each.value === value) : undefined;
  const cutName = dimension && nameOf(dimension, value ?? '', found?.name);
  const clear = { cut: undefined, product: undefined };
  const sku = useSkuOf()(dimension === 'product' ? value : undefined);
  const counted = (n: number | undefined) => t.talks(formats.integer(n ?? 0));
  const viewOf = (title: string, of: TalksAsked, count: string, named = cutName): InView => ({
    name: named ? `${title} · ${named}` : title,
    count,
    people: peopleAt('talks', of),
    article: {
      products: sku ? [sku] : [],
      title: dimension === 'product' || dimension === 'category' ? cutName : undefined,
    },
    files: { csv: fileAddress('/reports/talks/file', { ...of, words: language }) },
  });
  const all = counted(report.data?.selfService.n);
  const compared = (groups.data?.items ?? []).reduce((sum, { selfService }) => sum + selfService.n, 0);
  const peaks = viewOf(t.peaks, asked, '');
  const { from, to } = asked;
  const uncut = { from, to, dimension: undefined, value: undefined };
  const cutText = search.get('cut');
  return (
    <>
      {dimension && (
        <p className="filters">
          <span>{t.only(t.ways[dimension], cutName ?? '')}</span>
          <Button size="small" onClick={() => change(clear)}>
            {t.clear}
          </Button>
          {filter.productId && filter.productId !== value && (
            <span className="note">{words.cutOnly(cutName ?? '')}</span>
          )}
        </p>
      )}
      {cutText && !ways.some((each) => cutText.startsWith(`${each}:`)) && (
        <p className="filters note" role="note">
          {words.unknownCut(cutText)}
          <Button size="small" onClick={() => change({ cut: undefined })}>
            {words.remove}
          </Button>
        </p>
      )}
      <div className="cards">
        <SelfServiceCard
          query={report}
          outcome={outcome}
          choose={(each) => change({ outcome: each })}
          actions={viewOf(t.title, asked, all)}
        />
        <TalkTrendCard
          query={report}
          by={filter.by}
          choose={(by) => change({ by })}
          actions={viewOf(t.trend, asked, all)}
        />
        <GroupsCard
          query={groups}
          way={way}
          chooseWay={(each) => change({ group: each === ways[0] ? undefined : each })}
          cut={dimension === way ? value : undefined}
          choose={(each) =>
            change(dimension === way && value === each ? clear : { cut: `${way}:${each}`, product: undefined })
          }
          cutName={cutName}
          actions={viewOf(t.breakdown, uncut, counted(compared), '')}
        />
        <AttitudeCard
          query={report}
          by={filter.by}
          name={cutName}
          actions={viewOf(t.attitude, asked, counted(report.data?.attitude.n))}
        />
        <PeaksCard
          asked={asked}
          order={oneOf(search.get('peak') ?? undefined, ['worst', 'best'])}
          change={change}
          actions={{ name: peaks.name, article: peaks.article }}
        />
        <TalkRowsCard asked={asked} outcome={outcome} feeling={feeling} name={cutName} change={change} />
      </div>
    </>
  );
}
