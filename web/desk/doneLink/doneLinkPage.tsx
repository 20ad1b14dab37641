import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import type { DoneLink, Outcome } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { ApiError, request } from '../frame/request.ts';
import { SignedIn } from '../frame/session.tsx';
import { outcomeNames } from '../i18n/names.ts';
import { nextContactTexts } from '../i18n/nextContact.ts';
import { notificationTexts } from '../i18n/notifications.ts';
import { taskTexts } from '../i18n/task.ts';
import { useShop } from '../queries/shop.ts';
import { SignInCard } from '../signIn/signInPage.tsx';
import { NextContactField } from '../tasks/nextContactField.tsx';
import { answerOf, unasked } from '../tasks/nextContactTimes.ts';

/** A link of a message that completes a task: it asks first, because programs open addresses too. */
export function DoneLinkPage(): ReactNode {
  const { token = '' } = useParams();
  const t = useTexts(notificationTexts);
  const link = useQuery({
    queryKey: ['doneLink', token],
    queryFn: () => request.get<DoneLink>(`/done-links/${encodeURIComponent(token)}`),
    retry: false,
  });
  if (link.isPending) return <SignInCard>{null}</SignInCard>;
  if (!link.data) {
    const unknown = link.error instanceof ApiError && link.error.status === 404;
    return (
      <SignInCard>
        {unknown ? (
          <Ended text={t.doneNotFound} />
        ) : (
          <ProblemNote error={link.error} retry={() => void link.refetch()} />
        )}
      </SignInCard>
    );
  }
  const page = (
    <SignInCard>
      <Confirm token={token} link={link.data} />
    </SignInCard>
  );
  return link.data.needsSignIn && link.data.state === 'usable' ? <SignedIn>{page}</SignedIn> : page;
}

function Ended({ text, good = false }: { text: string; good?: boolean }): ReactNode {
  const t = useTexts(notificationTexts);
  return (
    <>
      <Alert type={good ? 'success' : 'info'} showIcon role="status" title={text} className="sign-in-alert" />
      <Button block size="large" href="/desk/tasks">
        {t.toDesk}
      </Button>
    </>
  );
}

function Confirm({ token, link }: { token: string; link: DoneLink }): ReactNode {
  const t = useTexts(notificationTexts);
  const task = useTexts(taskTexts);
  const names = useTexts(outcomeNames);
  const formats = useFormats();
  const now = useNow();
  const problemText = useProblemText();
  const ends = link.task.outcomes;
  const [outcome, setOutcome] = useState<Outcome>(
    ends.find((each) => each.outcome === 'solved')?.outcome ?? ends[0]!.outcome,
  );
  const [note, setNote] = useState('');
  const next = useTexts(nextContactTexts);
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [planned, setPlanned] = useState(unasked);
  const answer = link.asksNext ? answerOf(planned, zone, new Date()) : null;
  const use = useMutation({
    mutationFn: () =>
      request.post(`/done-links/${encodeURIComponent(token)}`, { outcome, note: note.trim() || null, next: answer }),
    onError: () => undefined,
  });
  if (use.isSuccess) return <Ended good text={t.doneSaid} />;
  const fault = use.error instanceof ApiError ? use.error : null;
  if (fault?.status === 403) return <Ended text={t.doneNotYours} />;
  if (fault?.code === 'linkUsed' || link.state === 'used') return <Ended text={t.doneUsed} />;
  if (fault?.code === 'taskNotOpen' || link.state === 'taskDone') return <Ended text={t.doneAlready} />;
  if (link.state === 'expired') return <Ended text={t.doneExpired} />;
  const unsaid = ends.some((each) => each.outcome === outcome && each.note) && !note.trim();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    use.mutate();
  };
  return (
    <form className="done-form" onSubmit={send}>
      <h1 className="sign-in-title">{t.doneFor(link.staffName)}</h1>
      <p>
        <strong>{link.task.title}</strong>
        <br />
        <span className="soft">{t.doneDue(formats.moment(link.task.dueAt, now))}</span>
      </p>
      <Select<Outcome>
        aria-label={t.outcome}
        size="large"
        value={outcome}
        options={ends.map(({ outcome: value }) => ({ value, label: names[value] }))}
        onChange={setOutcome}
      />
      <Input.TextArea
        aria-label={t.note}
        placeholder={t.note}
        rows={3}
        maxLength={4000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      {link.asksNext && <NextContactField value={planned} change={setPlanned} />}
      {unsaid && <p className="soft">{task.noteNeeded}</p>}
      {answer === undefined && <p className="soft">{next.needed}</p>}
      {use.error && <Alert type="error" showIcon role="alert" title={problemText(use.error)} />}
      <Button
        type="primary"
        htmlType="submit"
        block
        size="large"
        disabled={unsaid || answer === undefined}
        loading={use.isPending}
      >
        {t.doneButton}
      </Button>
    </form>
  );
}
