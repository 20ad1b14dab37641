import { Alert, Button, Input, Segmented } from 'antd';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { Conversation } from '../api.ts';
import { useDraft } from '../frame/draft.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { request } from '../frame/request.ts';
import { submitOnCtrlEnter } from '../frame/submit.ts';
import { conversationTexts } from '../i18n/conversations.ts';
import type { useConversationAction } from '../queries/records.ts';
import { unfilled } from './fillIn.ts';
import { ReplyTools } from './replyTools.tsx';

interface Props {
  conversation: Conversation;
  /** Whether the reader has the conversation; who has not can only leave a note for colleagues. */
  mine: boolean;
  action: ReturnType<typeof useConversationAction>;
  draft: [string, (text: string) => void, () => void];
  field: RefObject<HTMLTextAreaElement | null>;
}

const typingEveryMs = 3000;

/** Writes to the customer, or a note that only colleagues see. What could not be sent stays. */
export function ReplyForm({ conversation, mine, action, draft, field }: Props): ReactNode {
  const t = useTexts(conversationTexts);
  const problemText = useProblemText();
  const note = useDraft(`whisper.${conversation.id}`);
  const [wanted, setWanted] = useState<'messages' | 'whispers'>('messages');
  const kind = mine ? wanted : 'whispers';
  const [text, setText, forget] = kind === 'messages' ? draft : note;
  const tell = useTypingSign(conversation.id);
  const failed = action.error && action.variables?.kind === kind ? action.error : undefined;
  const sending = action.isPending && action.variables.kind === kind;
  const missing = kind === 'messages' ? unfilled(text) : [];
  return (
    <form
      className="reply"
      data-kind={kind}
      aria-label={kind === 'messages' ? t.reply : t.whisper}
      onKeyDown={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() && !sending && missing.length === 0)
          action.mutate({ kind, text: text.trim() }, { onSuccess: forget });
      }}
    >
      {failed && <Alert type="error" title={`${t.replyKept} ${problemText(failed)}`} showIcon role="alert" />}
      {missing.length > 0 && <Alert type="warning" title={t.cannedMissing(missing.join(' '))} showIcon role="alert" />}
      {mine && (
        <div className="reply-tools">
          <Segmented
            size="small"
            aria-label={t.reply}
            value={kind}
            options={[
              { value: 'messages', label: t.toCustomer },
              { value: 'whispers', label: t.whisper },
            ]}
            onChange={setWanted}
          />
          {kind === 'messages' && (
            <ReplyTools conversation={conversation} insert={(added) => setText(text ? `${text}\n${added}` : added)} />
          )}
        </div>
      )}
      <div className="reply-line">
        <Input.TextArea
          ref={(area) => {
            field.current = area?.resizableTextArea?.textArea ?? null;
          }}
          aria-label={kind === 'messages' ? t.reply : t.whisper}
          placeholder={kind === 'messages' ? t.replyPlaceholder : t.whisperPlaceholder}
          autoSize={{ minRows: mine ? 2 : 1, maxRows: 8 }}
          maxLength={kind === 'messages' ? 4000 : 2000}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            if (kind === 'messages') tell();
          }}
        />
        <Button type="primary" htmlType="submit" icon={<Icon name="send" />} disabled={!text.trim()} loading={sending}>
          {kind === 'messages' ? t.send : t.keepNote}
        </Button>
      </div>
    </form>
  );
}

/** Tells the customer and colleagues, every three seconds at most, that one writes; a sign that is lost is no matter. */
function useTypingSign(id: string): () => void {
  const last = useRef(0);
  return () => {
    const now = Date.now();
    if (now - last.current < typingEveryMs) return;
    last.current = now;
    request.post(`/conversations/${id}/typing`).catch(() => undefined);
  };
}
