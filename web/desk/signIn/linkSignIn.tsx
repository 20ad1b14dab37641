import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Session } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { ApiError, request } from '../frame/request.ts';
import { problemTexts } from '../i18n/problems.ts';
import { signInTexts } from '../i18n/signIn.ts';
import { SignInCard } from './signInPage.tsx';

/**
 * Signs in by a one-time link. It asks for one press, because mail scanners and link previews open addresses too and would
 * use the link up.
 */
export function LinkSignIn({ token }: { token: string }): ReactNode {
  const t = useTexts(signInTexts);
  const problems = useTexts(problemTexts);
  const problemText = useProblemText();
  const client = useQueryClient();
  const navigate = useNavigate();
  const use = useMutation({
    mutationFn: () => request.post<Session>('/session/link', { token }),
    onError: () => undefined,
    onSuccess: async () => {
      await client.invalidateQueries();
      await navigate('/tasks', { replace: true });
    },
  });
  const refused = use.error instanceof ApiError && use.error.status >= 400 && use.error.status < 429;
  return (
    <SignInCard>
      <h1 className="sign-in-title">{t.linkTitle}</h1>
      {use.error && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="sign-in-alert"
          title={refused ? problems.linkInvalid : problemText(use.error)}
        />
      )}
      {refused ? (
        <Button block size="large" onClick={() => void navigate('/tasks', { replace: true })}>
          {t.linkFailed}
        </Button>
      ) : (
        <>
          <p className="sign-in-lead">{t.linkLead}</p>
          <Button type="primary" block size="large" autoFocus loading={use.isPending} onClick={() => use.mutate()}>
            {t.linkUse}
          </Button>
        </>
      )}
    </SignInCard>
  );
}
