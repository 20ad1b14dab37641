import { Button } from 'antd';
import type { ReactNode } from 'react';
import { problemTexts } from '../i18n/problems.ts';
import { useTexts } from './language.tsx';
import { ApiError } from './request.ts';

/** What went wrong, in the reader's language; the API's own words only where we know no better ones. */
export function useProblemText(): (error: unknown) => string {
  const t = useTexts(problemTexts);
  return (error) => {
    if (!(error instanceof ApiError)) return t.unexpected;
    const known: Partial<Record<string, string>> = t;
    const byCode = known[error.code];
    if (byCode) return byCode;
    if (error.status >= 500) return t.serverFault;
    if (error.status === 422) return [error.message, ...Object.values(error.fields)].join(' ');
    return known[`status${error.status}`] ?? error.message;
  };
}

interface Props {
  error: unknown;
  retry?: () => void;
  /** In the middle of an otherwise empty page. */
  whole?: boolean;
}

/** What happened and what to do, in the place of what could not be shown. */
export function ProblemNote({ error, retry, whole }: Props): ReactNode {
  const t = useTexts(problemTexts);
  const text = useProblemText()(error);
  return (
    <div className={whole ? 'problem problem-whole' : 'problem'} role="alert">
      <p>{text}</p>
      {retry && <Button onClick={retry}>{t.retry}</Button>}
    </div>
  );
}
