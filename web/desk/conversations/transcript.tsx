import { Button } from 'antd';
import { Fragment, type ReactNode, useMemo } from 'react';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { rowsOf, useMessages } from '../queries/records.ts';
import { messageOf } from './messageOf.ts';
import { MessageView } from './messageView.tsx';

interface Props {
  id: string;
  /** Puts a suggestion of the bot into the reply; absent where one cannot reply. */
  onSuggestion?: (text: string) => void;
}

/** The whole conversation, oldest first, with what was sent, shown and rested on. */
export function Transcript({ id, onSuggestion }: Props): ReactNode {
  const t = useTexts(conversationTexts);
  const formats = useFormats();
  const now = useNow();
  const messages = useMessages(id);
  const shown = useMemo(
    () =>
      rowsOf(messages.data)
        .toSorted((a, b) => a.sequence - b.sequence || a.id.localeCompare(b.id))
        .flatMap((message) => messageOf(message) ?? []),
    [messages.data],
  );
  if (messages.isPending) return <RowsSkeleton rows={4} />;
  if (!messages.data) return <ProblemNote error={messages.error} retry={() => void messages.refetch()} />;
  if (shown.length === 0) return <p className="soft">{t.noMessages}</p>;
  return (
    <div className="transcript" role="log" aria-label={t.transcript}>
      {messages.hasNextPage && (
        <Button
          className="earlier"
          size="small"
          loading={messages.isFetchingNextPage}
          onClick={() => void messages.fetchNextPage()}
        >
          {t.earlier}
        </Button>
      )}
      {shown.map((message, index) => {
        const before = shown[index - 1];
        const newDay = !before || !formats.sameDay(before.at, message.at);
        return (
          <Fragment key={message.id}>
            {newDay && <p className="day">{formats.dayName(message.at, now)}</p>}
            <MessageView
              message={message}
              conversationId={id}
              continued={!newDay && before?.from === message.from && !before.step}
              onSuggestion={onSuggestion}
            />
          </Fragment>
        );
      })}
    </div>
  );
}
