import { App, Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { useColleagues, useMyPresence } from '../queries/presence.ts';
import { useAcceptNext } from '../queries/records.ts';

/** Takes over who is next in the queue, and opens the conversation; beside it who is here, and how many one has. */
export function NextButton({ search }: { search: string }): ReactNode {
  const t = useTexts(conversationTexts);
  const next = useAcceptNext();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const accept = (): void =>
    next.mutate(undefined, {
      onSuccess: ({ conversation }) => {
        if (conversation) void navigate({ pathname: `/conversations/${conversation.id}`, search });
        else void message.info(t.nobodyWaits);
      },
      onError: (error) => void message.error(problemText(error)),
    });
  const me = useMyPresence();
  const here = useColleagues().data?.items.filter(({ state }) => state === 'online').length ?? 0;
  return (
    <>
      <Button type="primary" block loading={next.isPending} onClick={accept}>
        {t.acceptNext}
      </Button>
      {me && (
        <p className="soft next-facts">
          {me.state === 'away' ? t.youAreAway : t.onlineNow(here)} · {t.yourHands(me.holding, me.capacity)}
        </p>
      )}
    </>
  );
}
