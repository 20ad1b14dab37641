import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useTexts } from '../../desk/frame/language.tsx';
import { EmptyNote } from '../../desk/shell/listParts.tsx';
import { ActionBar, type InView } from '../actions/actionBar.tsx';
import { peopleOf } from '../actions/people.ts';
import { Card } from '../card.tsx';
import { useFormats } from '../formats.ts';
import { talkTexts } from '../i18n/talks.ts';
import { type TalksAsked, usePeaks } from './queries.ts';
import { TalkList } from './talkList.tsx';

interface Props {
  asked: TalksAsked;
  order: 'worst' | 'best';
  change(values: Record<string, string | undefined>): void;
  /** What is in view but the people: these are the ones that are listed. */
  actions: Omit<InView, 'people' | 'count' | 'files'>;
}

/** The moments that customers will remember: the worst, or the best, message of each talk. */
export function PeaksCard({ asked, order, change, actions }: Props): ReactNode {
  const t = useTexts(talkTexts);
  const formats = useFormats();
  const tools = (
    <ChoiceForm>
      <Segmented
        size="small"
        aria-label={t.order}
        value={order}
        options={(['worst', 'best'] as const).map((value) => ({ value, label: t[value] }))}
        onChange={(value) => change({ peak: value === 'worst' ? undefined : value })}
      />
    </ChoiceForm>
  );
  return (
    <Card title={t.peaks} className="card-wide" query={usePeaks({ ...asked, order })} rows={6} tools={tools}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyNote icon="insights" title={t.attitudeNone}>
            {t.noneText}
          </EmptyNote>
        ) : (
          <>
            <TalkList talks={items} only={order} />
            <p className="note">{t.peaksNote}</p>
            <ActionBar
              view={{
                ...actions,
                name: `${actions.name} · ${t[order]}`,
                count: t.talks(formats.integer(items.length)),
                people: peopleOf(items),
              }}
            />
          </>
        )
      }
    </Card>
  );
}
