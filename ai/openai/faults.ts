import {
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  AuthenticationError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai';
import { LanguageModelError } from '../languageModel.ts';
import type { Deadline } from './deadline.ts';

/** Milliseconds that `Retry-After` asks for: seconds, or a date (RFC 9110, section 10.2.3). */
function retryAfter(headers: Headers | undefined, now: number): number | undefined {
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** The server is well, but not for a request like this. */
const rejecting = new Set([400, 404, 405, 413, 415, 422]);

/** What went wrong, in our words, whichever way the client reports it. */
export function faultOf(error: unknown, deadline: Deadline): LanguageModelError {
  if (error instanceof LanguageModelError) return error;
  if (deadline.late || error instanceof APIConnectionTimeoutError) {
    return new LanguageModelError('timeout', 'The model took too long.', { cause: error });
  }
  if (deadline.signal.aborted || error instanceof APIUserAbortError) {
    return new LanguageModelError('aborted', 'The call was given up.', { cause: error });
  }
  if (error instanceof AuthenticationError || error instanceof PermissionDeniedError) {
    return new LanguageModelError('unauthorised', 'The server does not accept the key.', { cause: error });
  }
  if (error instanceof RateLimitError || (error instanceof APIError && error.status === 503)) {
    const retryAfterMs = retryAfter(error.headers, Date.now());
    return new LanguageModelError('busy', 'The server is busy.', { cause: error, retryAfterMs });
  }
  if (error instanceof APIError && rejecting.has(error.status ?? 0)) {
    return new LanguageModelError('rejected', error.message, { cause: error });
  }
  if (error instanceof SyntaxError) {
    return new LanguageModelError('cut', 'The server sent a broken piece.', { cause: error });
  }
  return new LanguageModelError('unavailable', error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}
