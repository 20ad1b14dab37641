import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Conversation } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { useCannedReplies } from '../queries/replies.ts';
import { fillIn, useValues } from './fillIn.ts';

interface Props {
  conversation: Conversation;
  /** Puts a text into the reply. */
  insert(text: string): void;
}

/** Replies that are kept ready. */
export function ReplyTools({ conversation, insert }: Props): ReactNode {
  const t = useTexts(conversationTexts);
  const [open, setOpen] = useState(false);
  const use = (text: string): void => {
    insert(text);
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      placement="topLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Canned conversation={conversation} use={use} />}
    >
      <Button size="small">{t.canned}</Button>
    </Popover>
  );
}

function Canned({ conversation, use }: { conversation: Conversation; use(text: string): void }): ReactNode {
  const t = useTexts(conversationTexts);
  const mayManage = useMay('manager');
  const replies = useCannedReplies();
  const values = useValues(conversation);
  const items = replies.data?.items ?? [];
  return (
    <div className="reply-choices">
      {replies.data && items.length === 0 && <p className="soft">{t.cannedEmpty}</p>}
      {items.map((each) => {
        const { text } = fillIn(localized(each.text, conversation.language === 'en' ? 'en' : 'zh'), values);
        return (
          <button type="button" key={each.id} className="reply-choice" onClick={() => use(text)}>
            <strong>{each.shortcut}</strong>
            <span>{text}</span>
          </button>
        );
      })}
      {mayManage && <Link to="/canned-replies">{t.manageCanned}</Link>}
    </div>
  );
}
