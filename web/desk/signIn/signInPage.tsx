import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { Session } from '../api.ts';
import { LanguageButton, ThemeButton } from '../frame/choices.tsx';
import { useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { ApiError, request } from '../frame/request.ts';
import { useTitle } from '../frame/title.ts';
import { frameTexts } from '../i18n/frame.ts';
import { problemTexts } from '../i18n/problems.ts';
import { signInTexts } from '../i18n/signIn.ts';
import './signIn.css';

interface Credentials {
  email: string;
  password: string;
}

/** The card that sign-in by password and sign-in by link stand in. */
export function SignInCard({ children }: { children: ReactNode }): ReactNode {
  const t = useTexts(signInTexts);
  const frame = useTexts(frameTexts);
  useTitle(`${t.submit} · ${frame.product}`);
  return (
    <main className="sign-in">
      <div className="sign-in-choices">
        <LanguageButton />
        <ThemeButton />
      </div>
      <div className="sign-in-card">
        <p className="sign-in-brand">
          <span className="brand-mark" aria-hidden="true" />
          {frame.product}
        </p>
        <p className="sign-in-lead">{t.lead}</p>
        {children}
      </div>
    </main>
  );
}

/** Asks for e-mail and password. `expired`: a session has just ended in the middle of work. */
export function SignInPage({ expired = false }: { expired?: boolean }): ReactNode {
  const t = useTexts(signInTexts);
  const problems = useTexts(problemTexts);
  const problemText = useProblemText();
  const client = useQueryClient();
  const signIn = useMutation({
    mutationFn: (credentials: Credentials) => request.post<Session>('/session', credentials),
    // A refused password is not the end of a session.
    onError: () => undefined,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['session'] });
      await client.invalidateQueries();
    },
  });
  const failure = signIn.error;
  const failureText =
    failure instanceof ApiError && failure.status === 401
      ? problems.invalidCredentials
      : failure && problemText(failure);
  return (
    <SignInCard>
      <h1 className="sign-in-title">{t.title}</h1>
      {expired && !failure && <Alert type="warning" showIcon title={t.expired} className="sign-in-alert" />}
      {failureText && <Alert type="error" showIcon title={failureText} className="sign-in-alert" role="alert" />}
      <Form<Credentials>
        layout="vertical"
        requiredMark={false}
        size="large"
        onFinish={(credentials) => signIn.mutate({ ...credentials, email: credentials.email.trim() })}
      >
        <Form.Item label={t.email} name="email" rules={[{ required: true, whitespace: true, message: t.emailNeeded }]}>
          <Input autoComplete="username" inputMode="email" autoFocus autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item label={t.password} name="password" rules={[{ required: true, message: t.passwordNeeded }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t.submit}
        </Button>
      </Form>
      <p className="sign-in-help">{t.help}</p>
    </SignInCard>
  );
}
