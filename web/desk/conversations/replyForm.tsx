import { Alert, Button, Input } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { submitOnCtrlEnter } from '../frame/submit.ts';
import { conversationTexts } from '../i18n/conversations.ts';
import type { useConversationAction } from '../queries/records.ts';

interface Props {
  action: ReturnType<typeof useConversationAction>;
  draft: [string, (text: string) => void, () => void];
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Writes to the customer. What could not be sent stays. */
export function ReplyForm({ action, draft: [text, setText, forget], field }: Props): ReactNode {
  const t = useTexts(conversationTexts);
  const problemText = useProblemText();
  const failed = action.error && action.variables?.kind === 'messages' ? action.error : undefined;
  const sending = action.isPending && action.variables.kind === 'messages';
  return (
    <form
      className="reply"
      aria-label={t.reply}
      onKeyDown={submitOnCtrlEnter}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() && !sending) action.mutate({ kind: 'messages', text: text.trim() }, { onSuccess: forget });
      }}
    >
      {failed && <Alert type="error" title={`${t.replyKept} ${problemText(failed)}`} showIcon role="alert" />}
      <div className="reply-line">
        <Input.TextArea
          ref={(area) => {
            field.current = area?.resizableTextArea?.textArea ?? null;
          }}
          aria-label={t.reply}
          placeholder={t.replyPlaceholder}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="primary" htmlType="submit" icon={<Icon name="send" />} disabled={!text.trim()} loading={sending}>
          {t.send}
        </Button>
      </div>
    </form>
  );
}
