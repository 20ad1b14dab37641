import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Segmented, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Gap } from '../api.ts';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { request } from '../frame/request.ts';
import { recordTexts } from '../i18n/records.ts';
import { rowsOf, useGaps } from '../queries/records.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { EmptyNote, MoreButton } from '../shell/listParts.tsx';

const states = ['open', 'closed'] as const;

function GapItem({ gap }: { gap: Gap }): ReactNode {
  const t = useTexts(recordTexts);
  const formats = useFormats();
  const now = useNow();
  const client = useQueryClient();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const close = useMutation({
    mutationFn: () => request.patch(`/gaps/${gap.id}`, { state: 'closed' }),
    onError: (error) => void message.error(problemText(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ['gaps'] }),
  });
  return (
    <li className="gap">
      <p className="gap-question">{gap.question}</p>
      <p className="gap-foot">
        <Tag>{gap.reason === 'unhelpful' ? t.gapUnhelpful : t.gapUnanswered}</Tag>
        <time className="soft figures" dateTime={gap.createdAt}>
          {formats.moment(gap.createdAt, now)}
        </time>
        {gap.conversationId && <Link to={`/conversations/${gap.conversationId}`}>{t.gapConversation}</Link>}
        <span className="gap-space" />
        {gap.state === 'open' && (
          <Button size="small" loading={close.isPending} onClick={() => close.mutate()}>
            {t.gapClose}
          </Button>
        )}
      </p>
    </li>
  );
}

/** Questions that nobody could answer, to be turned into articles. */
export function GapArea(): ReactNode {
  const t = useTexts(recordTexts);
  const [value, setState] = useAddressValue('state');
  const state = oneOf(value, states);
  const gaps = useGaps(state);
  const rows = rowsOf(gaps.data);
  return (
    <main className="whole">
      <header className="whole-head">
        <h1>{t.gapsTitle}</h1>
        <p className="soft">{t.gapsLead}</p>
        <ChoiceForm>
          <Segmented
            aria-label={t.state}
            value={state}
            options={states.map((each) => ({ value: each, label: each === 'open' ? t.gapOpen : t.gapClosed }))}
            onChange={setState}
          />
        </ChoiceForm>
      </header>
      {gaps.isPending && <RowsSkeleton />}
      {gaps.error && !gaps.data && <ProblemNote error={gaps.error} retry={() => void gaps.refetch()} />}
      {gaps.data && rows.length === 0 && (
        <EmptyNote icon="gaps" title={state === 'open' ? t.emptyGapsOpen : t.emptyGapsClosed}>
          {state === 'open' ? t.emptyGapsOpenText : t.emptyGapsClosedText}
        </EmptyNote>
      )}
      <ul className="gaps">
        {rows.map((gap) => (
          <GapItem key={gap.id} gap={gap} />
        ))}
      </ul>
      <MoreButton query={gaps} />
    </main>
  );
}
