import { Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { Conversation } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useTexts } from '../frame/language.tsx';
import { useMay, useStaff } from '../frame/session.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { useCannedReplies, usePassages } from '../queries/replies.ts';
import { useShop } from '../queries/shop.ts';
import { fillIn, type Values } from './fillIn.ts';

interface Props {
  conversation: Conversation;
  /** Puts a text into the reply. */
  insert(text: string): void;
}

/** What helps to answer: replies that are kept ready, and passages for what the customer said last. */
export function ReplyTools({ conversation, insert }: Props): ReactNode {
  const t = useTexts(conversationTexts);
  const [open, setOpen] = useState<'canned' | 'passages'>();
  const use = (text: string): void => {
    insert(text);
    setOpen(undefined);
  };
  const toggle = (which: 'canned' | 'passages') => (shown: boolean) => setOpen(shown ? which : undefined);
  return (
    <span className="case-buttons">
      <Popover
        trigger="click"
        placement="topLeft"
        open={open === 'canned'}
        onOpenChange={toggle('canned')}
        destroyOnHidden
        content={<Canned conversation={conversation} use={use} />}
      >
        <Button size="small">{t.canned}</Button>
      </Popover>
      <Popover
        trigger="click"
        placement="topLeft"
        open={open === 'passages'}
        onOpenChange={toggle('passages')}
        destroyOnHidden
        content={<Passages id={conversation.id} use={use} />}
      >
        <Button size="small">{t.passages}</Button>
      </Popover>
    </span>
  );
}

function useValues({ customer, language }: Conversation): Values {
  const staff = useStaff();
  const shop = useShop();
  const inCustomers = language === 'en' ? 'en' : 'zh';
  return {
    customer: customer?.name ?? undefined,
    staff: staff.name,
    shop: shop && localized(shop.name, inCustomers),
    hours: shop && localized(shop.hoursText, inCustomers),
    hotline: shop?.hotline || undefined,
  };
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

function Passages({ id, use }: { id: string; use(text: string): void }): ReactNode {
  const t = useTexts(conversationTexts);
  const passages = usePassages(id, true);
  const items = passages.data?.items ?? [];
  return (
    <div className="reply-choices">
      {passages.data && items.length === 0 && <p className="soft">{t.noPassages}</p>}
      {items.map((each) => (
        <button type="button" key={each.articleId} className="reply-choice" onClick={() => use(each.excerpt)}>
          <strong>{each.title}</strong>
          <span>{each.excerpt}</span>
        </button>
      ))}
    </div>
  );
}
