import { App, Button, Tag } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { customerName } from '../customers/names.ts';
import { CustomerNeeds } from '../customers/needTags.tsx';
import { useDraft } from '../frame/draft.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { PageSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { useMay, useStaff } from '../frame/session.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { channelNames } from '../i18n/names.ts';
import { LevelStrip } from '../levels/levelBlock.tsx';
import { useConversation, useConversationAction } from '../queries/records.ts';
import { CustomerButton } from '../shell/columns.tsx';
import { useKeys } from '../shell/keys.ts';
import { BackLink } from '../shell/listParts.tsx';
import { NextContactStrip } from '../tasks/nextContactStrip.tsx';
import { BudgetLine } from './budgetLine.tsx';
import { CollisionLine } from './collisionLine.tsx';
import { Holding } from './conversationRow.tsx';
import { useOthers } from './others.ts';
import { PromiseStrip } from './promiseStrip.tsx';
import { ReplyForm } from './replyForm.tsx';
import { Transcript } from './transcript.tsx';
import { TransferForm } from './transferForm.tsx';

/** One conversation: all that was said, and the reply where it is ours. */
export function ConversationPage({ id }: { id: string }): ReactNode {
  const t = useTexts(conversationTexts);
  const channels = useTexts(channelNames);
  const { language } = useLanguage();
  const [params] = useSearchParams();
  const me = useStaff();
  const conversation = useConversation(id);
  const action = useConversationAction(id);
  const problemText = useProblemText();
  const { message } = App.useApp();
  const draft = useDraft(`reply.${id}`);
  const others = useOthers(id);
  const leads = useMay('manager');
  // Until it is answered, also where one has looked at something else meanwhile.
  const [closed, close, answered] = useDraft(`closed.${id}`);
  const field = useRef<HTMLTextAreaElement>(null);
  const body = useRef<HTMLDivElement>(null);
  useKeys({ n: () => field.current?.focus() });
  useStickToEnd(body);

  if (conversation.isPending) return <PageSkeleton />;
  if (!conversation.data)
    return <ProblemNote error={conversation.error} retry={() => void conversation.refetch()} whole />;
  const { data } = conversation;
  const mine = data.holder === 'person' && data.staff?.id === me.id;
  /** By one of ours; what another desk has may be taken back. */
  const held = data.holder === 'person' && data.staff !== null;
  const hold = (kind: 'takeover' | 'release'): void =>
    action.mutate(
      { kind },
      {
        onSuccess: () => {
          if (kind === 'release' && data.customer) close('asked');
          else answered();
          void message.success(kind === 'takeover' ? t.takenOver : t.givenBack);
        },
        onError: (error) => void message.error(problemText(error)),
      },
    );
  const back = new URLSearchParams(params);
  back.delete('panel');
  return (
    <article className="page page-chat">
      <header className="page-head">
        <BackLink to={`/conversations?${back}`} />
        <div className="head">
          <div className="head-top">
            <h1>{customerName(data.customer, language) || data.channel}</h1>
            {data.customer && <CustomerButton />}
          </div>
          <p className="head-facts">
            <Tag>{channels[data.channel] ?? data.channel}</Tag>
            <Tag className={data.holder === 'queue' ? 'tag-danger' : data.holder === 'person' ? 'tag-accent' : ''}>
              <Holding item={data} />
            </Tag>
            {data.customer && <CustomerNeeds customerId={data.customer.id} />}
          </p>
        </div>
        <div className="actions">
          {mine || (held && leads) ? (
            <>
              <TransferForm action={action} holderId={data.staff?.id} />
              <Button loading={action.isPending} onClick={() => hold('release')}>
                {t.giveBack}
              </Button>
            </>
          ) : (
            <Button type="primary" loading={action.isPending} disabled={held} onClick={() => hold('takeover')}>
              {t.takeover}
            </Button>
          )}
        </div>
        <LevelStrip of={{ conversationId: id }} />
      </header>
      <div className="page-body" ref={body}>
        <Transcript id={id} onSuggestion={mine ? draft[1] : undefined} />
      </div>
      {closed && <NextContactStrip conversationId={id} close={answered} />}
      <PromiseStrip conversationId={id} />
      <BudgetLine customerId={data.customer?.id} channel={data.channel} />
      <CollisionLine others={others} />
      {!mine && <p className="hold-hint">{t.holdHint}</p>}
      <ReplyForm conversation={data} mine={mine} action={action} draft={draft} field={field} />
    </article>
  );
}

/** Shows the end of what is in the element when it grows, unless the reader has scrolled up. */
function useStickToEnd(element: { current: HTMLElement | null }): void {
  const atEnd = useRef(true);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const scrolled = (): void => {
      atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
    };
    const stick = (): void => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    };
    const grown = new MutationObserver(stick);
    // What appears below (suggestions, promises) leaves less room.
    const resized = new ResizeObserver(stick);
    box.addEventListener('scroll', scrolled, { passive: true });
    grown.observe(box, { childList: true, subtree: true });
    resized.observe(box);
    return () => {
      box.removeEventListener('scroll', scrolled);
      grown.disconnect();
      resized.disconnect();
    };
  });
}
