import { Alert, Button, Input, Popconfirm } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CannedReply } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { conversationTexts } from '../i18n/conversations.ts';
import { useCannedReplies, useCannedReplyChange } from '../queries/replies.ts';

/** Replies that are kept ready: made, changed and removed by managers. */
export function CannedReplyArea(): ReactNode {
  const t = useTexts(conversationTexts);
  const replies = useCannedReplies();
  return (
    <main className="whole">
      <header className="whole-head">
        <h1>{t.canned}</h1>
        <p className="soft">{t.cannedLead}</p>
      </header>
      {replies.isPending && <RowsSkeleton />}
      {replies.error && <ProblemNote error={replies.error} retry={() => void replies.refetch()} />}
      {replies.data?.items.map((each) => (
        <ReplyEditor key={each.id} reply={each} />
      ))}
      <ReplyEditor key={`new ${replies.data?.items.length}`} />
    </main>
  );
}

function ReplyEditor({ reply }: { reply?: CannedReply }): ReactNode {
  const t = useTexts(conversationTexts);
  const problemText = useProblemText();
  const change = useCannedReplyChange();
  const [shortcut, setShortcut] = useState(reply?.shortcut ?? '');
  const [zh, setZh] = useState(reply?.text.zh ?? '');
  const [en, setEn] = useState(reply?.text.en ?? '');
  const ready = [shortcut, zh, en].every((text) => text.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const id = reply ? { id: reply.id } : {};
    change.mutate({ ...id, reply: { shortcut: shortcut.trim(), text: { zh: zh.trim(), en: en.trim() } } });
  };
  return (
    <form className="block case-form" aria-label={reply?.shortcut ?? t.newCanned} onSubmit={submit}>
      {!reply && <h2>{t.newCanned}</h2>}
      <Input
        aria-label={t.shortcut}
        placeholder={t.shortcut}
        maxLength={40}
        value={shortcut}
        onChange={(event) => setShortcut(event.target.value)}
      />
      <Input.TextArea
        aria-label={t.cannedZh}
        placeholder={t.cannedZh}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={zh}
        onChange={(event) => setZh(event.target.value)}
      />
      <Input.TextArea
        aria-label={t.cannedEn}
        placeholder={t.cannedEn}
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={2000}
        value={en}
        onChange={(event) => setEn(event.target.value)}
      />
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={change.isPending}>
          {t.save}
        </Button>
        {reply && (
          <Popconfirm
            title={`${t.remove}: ${reply.shortcut}`}
            okText={t.remove}
            cancelText={t.cancel}
            onConfirm={() => change.mutate({ id: reply.id, remove: true })}
          >
            <Button danger>{t.remove}</Button>
          </Popconfirm>
        )}
      </span>
      {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
    </form>
  );
}
