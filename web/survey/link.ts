import type { SurveyFormJson } from '../../api/surveyLinks.ts';
import type { Language } from '../kit/i18n.ts';

export type { SurveyFormJson } from '../../api/surveyLinks.ts';

/** A refusal of the server: its status and stable code, and what to do about each question. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: { path: string; message: string }[];

  constructor(
    status: number,
    problem: { code?: string; title?: string; fields?: { path: string; message: string }[] },
  ) {
    super(problem.title ?? '');
    this.status = status;
    this.code = problem.code ?? '';
    this.fields = problem.fields ?? [];
  }
}

async function call<T>(token: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/api/v1/survey-links/${encodeURIComponent(token)}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Refused(response.status, await response.json().catch(() => ({})));
  return response.status === 204 ? (undefined as T) : await response.json();
}

export const look = (token: string): Promise<SurveyFormJson> => call(token, '');
export const opened = (token: string): Promise<void> => call(token, '/opened', {});
export const refuse = (token: string): Promise<void> => call(token, '/refusal', {});
export const answer = (
  token: string,
  body: { id: string; answers: Record<string, unknown>; language: Language; change: boolean },
): Promise<{ followUp: boolean }> => call(token, '/answers', body);

/** A random id (UUID v4), also where the page is not served by https. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
