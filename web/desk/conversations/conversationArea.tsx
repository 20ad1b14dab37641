import { Segmented } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { CustomerPanel } from '../customers/customerPanel.tsx';
import { ChoiceForm } from '../frame/choiceForm.tsx';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useStaff } from '../frame/session.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { rowsOf, useConversation, useConversations } from '../queries/records.ts';
import { oneOf, useAddressValue } from '../shell/address.ts';
import { Columns } from '../shell/columns.tsx';
import { useKeys, useListKeys } from '../shell/keys.ts';
import { EmptyNote, ListSearch, MoreButton } from '../shell/listParts.tsx';
import { ConversationPage } from './conversationPage.tsx';
import { ConversationRow } from './conversationRow.tsx';
import { NextButton } from './nextButton.tsx';

const shows = ['all', 'waiting', 'mine'] as const;
type Show = (typeof shows)[number];

function Empty({ show }: { show: Show }): ReactNode {
  const t = useTexts(conversationTexts);
  const texts: Record<Show, [string, string]> = {
    waiting: [t.emptyWaiting, t.emptyWaitingText],
    mine: [t.emptyMine, t.emptyMineText],
    all: [t.emptyAll, t.emptyAllText],
  };
  return (
    <EmptyNote icon="conversations" title={texts[show][0]}>
      {texts[show][1]}
    </EmptyNote>
  );
}

/** Conversations, with the selected one and its customer. */
export function ConversationArea(): ReactNode {
  const { id } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const t = useTexts(conversationTexts);
  const me = useStaff();
  const list = useRef<HTMLDivElement>(null);
  const [showValue, setShow] = useAddressValue('show');
  const [query, setQuery] = useState('');
  const show = oneOf(showValue, shows);
  const filters = {
    all: {},
    waiting: { holder: 'queue' as const },
    mine: { staffId: me.id, holder: 'person' as const },
  };
  const conversations = useConversations(filters[show]);
  const selected = useConversation(id ?? '', id !== undefined);
  useListKeys(list);
  const leave = (): void => {
    if (id) void navigate({ pathname: '/conversations', search: params.toString() });
  };
  useKeys({ Escape: leave });

  const words = query.trim().toLowerCase();
  const rows = rowsOf(conversations.data).filter((item) =>
    `${item.customer?.name ?? ''}\n${item.lastText ?? ''}`.toLowerCase().includes(words),
  );
  return (
    <Columns
      label={t.conversations}
      open={id !== undefined}
      queue={
        <div className="list" ref={list}>
          <ChoiceForm className="list-head">
            <Segmented
              block
              aria-label={t.show}
              value={show}
              options={shows.map((value) => ({ value, label: t[value] }))}
              onChange={setShow}
            />
            {show === 'waiting' && rows.length > 0 && <NextButton search={params.toString()} />}
            <ListSearch value={query} onChange={setQuery} label={t.search} />
          </ChoiceForm>
          <div className="list-body">
            {conversations.isPending && <RowsSkeleton />}
            {conversations.error && !conversations.data && (
              <ProblemNote error={conversations.error} retry={() => void conversations.refetch()} />
            )}
            {conversations.data && rows.length === 0 && <Empty show={show} />}
            {rows.map((item) => (
              <ConversationRow key={item.id} item={item} selected={item.id === id} search={params.toString()} />
            ))}
            <MoreButton query={conversations} />
          </div>
        </div>
      }
      detail={
        id ? (
          <ConversationPage key={id} id={id} />
        ) : (
          <EmptyNote icon="conversations" title={t.choose}>
            {t.chooseText}
          </EmptyNote>
        )
      }
      side={id && selected.data?.customer ? <CustomerPanel id={selected.data.customer.id} /> : undefined}
    />
  );
}
