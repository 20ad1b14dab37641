import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { request } from '../frame/request.ts';
import { nextContactTexts } from '../i18n/nextContact.ts';
import { useShop } from '../queries/shop.ts';
import { NextContactField } from './nextContactField.tsx';
import { answerOf, unasked } from './nextContactTimes.ts';

/** After a conversation was given back: when is the customer to be contacted next? */
export function NextContactStrip({ conversationId, close }: { conversationId: string; close(): void }): ReactNode {
  const t = useTexts(nextContactTexts);
  const zone = useShop()?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const client = useQueryClient();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [planned, setPlanned] = useState(unasked);
  const answer = answerOf(planned, zone, new Date());
  const plan = useMutation({
    mutationFn: () => request.post(`/conversations/${conversationId}/next-contact`, { next: answer }),
    onSuccess: () => {
      close();
      void message.success(answer ? t.planned : t.noted);
      void client.invalidateQueries({ queryKey: ['tasks'] });
    },
    onError: (error) => void message.error(problemText(error)),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (answer !== undefined) plan.mutate();
  };
  return (
    <form className="form next-strip" aria-label={t.title} onSubmit={submit}>
      <NextContactField value={planned} change={setPlanned} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" disabled={answer === undefined} loading={plan.isPending}>
          {t.keep}
        </Button>
      </div>
    </form>
  );
}
