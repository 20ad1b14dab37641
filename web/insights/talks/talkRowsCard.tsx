import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, fileAddress } from '../actions/actionBar.tsx';
import { peopleAt } from '../actions/people.ts';
import { Card } from '../card.tsx';
import { talkTexts } from '../i18n/talks.ts';
import { useSkuOf } from '../reports.ts';
import { feelings, outcomes, type TalksAsked, useTalkRows } from './queries.ts';
import { TalkList } from './talkList.tsx';

interface Props {
  asked: TalksAsked;
  outcome: (typeof outcomes)[number] | undefined;
  feeling: (typeof feelings)[number] | undefined;
  name: string | undefined;
  change(values: Record<string, string | undefined>): void;
}

/** The talks behind the numbers, newest first, and what can be done about exactly these. */
export function TalkRowsCard({ asked, outcome, feeling, name, change }: Props): ReactNode {
  const t = useTexts(talkTexts);
  const { language } = useLanguage();
  const skuOf = useSkuOf();
  const sku = skuOf(asked.dimension === 'product' ? asked.value : undefined);
  const query = { ...asked, outcome, feeling };
  const rows = useTalkRows(query);
  const items = rows.data?.pages.flatMap((page) => page.items);
  const parts = [name ?? t.all, outcome && t.outcomes[outcome], feeling && t.feelings[feeling]];
  const view = {
    name: parts.filter(Boolean).join(' · '),
    count: `${asked.from}–${asked.to}`,
    people: peopleAt('talks', query),
    article: { products: sku ? [sku] : [], title: sku || asked.dimension === 'category' ? name : undefined },
    files: { csv: fileAddress('/reports/talks/file', { ...query, words: language }) },
  };
  return (
    <Card
      title={t.list}
      className="card-wide"
      query={{ ...rows, data: items }}
      rows={6}
      tools={<ActionBar view={view} />}
    >
      {(talks) => (
        <>
          <ChoiceForm className="filters">
            <Select
              aria-label={t.outcome}
              className="survey-by"
              value={outcome ?? 'all'}
              options={[
                { value: 'all', label: t.anyOutcome },
                ...outcomes.map((value) => ({ value, label: t.outcomes[value] })),
              ]}
              onChange={(value) => change({ outcome: value === 'all' ? undefined : value })}
            />
            <Select
              aria-label={t.felt}
              className="survey-by"
              value={feeling ?? 'all'}
              options={[
                { value: 'all', label: t.anyFeeling },
                ...feelings.map((value) => ({ value, label: t.feelings[value] })),
              ]}
              onChange={(value) => change({ felt: value === 'all' ? undefined : value })}
            />
          </ChoiceForm>
          {talks.length === 0 ? (
            <EmptyNote icon="insights" title={t.none}>
              {t.noneText}
            </EmptyNote>
          ) : (
            <TalkList talks={talks} />
          )}
          {rows.hasNextPage && (
            <Button loading={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
              {t.more}
            </Button>
          )}
        </>
      )}
    </Card>
  );
}
