import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../desk/frame/language.tsx';
import { oneOf, useAddressValues } from '../../desk/shell/address.ts';
import { talkTexts } from '../i18n/talks.ts';
import type { Filter } from '../period.ts';
import { AttitudeCard } from './attitudeCard.tsx';
import { GroupsCard } from './groupsCard.tsx';
import { useGroupName } from './names.ts';
import { PeaksCard } from './peaksCard.tsx';
import { feelings, outcomes, talksAsked, useTalkGroups, useTalkReport, ways } from './queries.ts';
import { SelfServiceCard } from './selfServiceCard.tsx';
import { TalkRowsCard } from './talkRowsCard.tsx';
import { TalkTrendCard } from './talkTrendCard.tsx';
import './talks.css';

/** How conversations went: what needed no person, how customers felt, the peaks. All in the address: `cut`, `group`, `outcome`, `felt`, `peak`. */
export function TalksView({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(talkTexts);
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
  return (
    <>
      {dimension && (
        <p className="filters">
          <span>{t.only(t.ways[dimension], cutName ?? '')}</span>
          <Button size="small" onClick={() => change(clear)}>
            {t.clear}
          </Button>
        </p>
      )}
      <div className="cards">
        <SelfServiceCard query={report} outcome={outcome} choose={(each) => change({ outcome: each })} />
        <TalkTrendCard query={report} by={filter.by} choose={(by) => change({ by })} />
        <GroupsCard
          query={groups}
          way={way}
          chooseWay={(each) => change({ group: each === ways[0] ? undefined : each })}
          cut={dimension === way ? value : undefined}
          choose={(each) =>
            change(dimension === way && value === each ? clear : { cut: `${way}:${each}`, product: undefined })
          }
        />
        <AttitudeCard query={report} by={filter.by} name={cutName} />
        <PeaksCard asked={asked} order={oneOf(search.get('peak') ?? undefined, ['worst', 'best'])} change={change} />
        <TalkRowsCard asked={asked} outcome={outcome} feeling={feeling} name={cutName} change={change} />
      </div>
    </>
  );
}
