import { Alert, Button, Input, Segmented } from 'antd';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { Conversation, ReplySuggestion, Suggestions } from '../api.ts';
import { useDraft } from '../frame/draft.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { request } from '../frame/request.ts';
import { submitOnCtrlEnter } from '../frame/submit.ts';
import { conversationTexts } from '../i18n/conversations.ts';
import type { useConversationAction } from '../queries/records.ts';
import { useSuggestions } from '../queries/replies.ts';
import { AttachButton, AttachedFiles } from './attachedFiles.tsx';
import { fillIn, unfilled, useValues } from './fillIn.ts';
import { ReplyTools } from './replyTools.tsx';
import { DraftButton, SuggestionStrip } from './suggestionStrip.tsx';

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
  const suggested = useFilled(conversation, mine && kind === 'messages');
  // What was written is never lost: only a suggestion that was not touched gives way to another.
  const use = (chosen: string): void => {
    const untouched = !text.trim() || suggested.items.some((each) => each.text === text);
    setText(untouched ? chosen : `${text}\n${chosen}`);
    field.current?.focus();
  };
  const missing = kind === 'messages' ? unfilled(text) : [];
  const [files, setFiles] = useState<readonly File[]>([]);
  const attached = kind === 'messages' ? files : [];
  const isEmpty = !text.trim() && attached.length === 0;
  const drop = (file: File): void => setFiles((kept) => kept.filter((each) => each !== file));
  return (
    <form
      className="reply"
      data-kind={kind}
      aria-label={kind === 'messages' ? t.reply : t.whisper}
      onKeyDown={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty && !sending && missing.length === 0)
          action.mutate({ kind, text: text.trim(), files: attached, onSent: drop }, { onSuccess: forget });
      }}
    >
      {failed && <Alert type="error" title={`${t.replyKept} ${problemText(failed)}`} showIcon role="alert" />}
      {missing.length > 0 && <Alert type="warning" title={t.cannedMissing(missing.join(' '))} showIcon role="alert" />}
      <SuggestionStrip items={suggested.items} use={use} />
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
            <>
              <ReplyTools conversation={conversation} insert={(added) => setText(text ? `${text}\n${added}` : added)} />
              <AttachButton attach={(more) => setFiles((kept) => [...kept, ...more].slice(0, 10))} />
            </>
          )}
          {suggested.question !== null && <DraftButton conversationId={conversation.id} use={use} />}
          {suggested.items.length > 0 && <span className="suggestion-keys soft">{t.suggestionKeys}</span>}
        </div>
      )}
      <AttachedFiles files={attached} remove={drop} />
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
          onKeyDown={(event) => {
            const next = event.key === 'ArrowDown' ? after(text, suggested.items) : undefined;
            if (next === undefined) return;
            event.preventDefault();
            use(next);
          }}
          onChange={(event) => {
            setText(event.target.value);
            if (kind === 'messages') tell();
          }}
        />
        <Button type="primary" htmlType="submit" icon={<Icon name="send" />} disabled={isEmpty} loading={sending}>
          {kind === 'messages' ? t.send : t.keepNote}
        </Button>
      </div>
    </form>
  );
}

/** Suggestions with their variables filled in. */
function useFilled(conversation: Conversation, enabled: boolean): Suggestions {
  const found = useSuggestions(conversation.id, enabled);
  const values = useValues(conversation);
  const { question = null, items = [] } = found.data ?? {};
  return { question, items: items.map((each) => ({ ...each, text: fillIn(each.text, values).text })) };
}

/** What the arrow puts into a field: the first suggestion into an empty one, the next over one that was not touched; else it is an arrow. */
function after(text: string, items: readonly ReplySuggestion[]): string | undefined {
  const place = items.findIndex((each) => each.text === text);
  return text === '' || place >= 0 ? items[(place + 1) % items.length]?.text : undefined;
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
