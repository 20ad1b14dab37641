import type { Answer } from '../egress/egress.ts';
import { SendDeferred, SendRefused } from './way.ts';

const minute = 60_000;

/** What a status says where the service speaks plain HTTP. Throws SendRefused, SendDeferred, or a fault to try again after. */
export function checkStatus({ status, headers, body }: Answer): void {
  if (status >= 200 && status < 300) return;
  const said = `The service answered ${[status, body.trim().slice(0, 200)].filter(Boolean).join(': ')}`;
  if (status === 429 || status === 503) throw new SendDeferred(said, retryAfter(headers['retry-after']));
  if (status === 408 || status === 425 || status >= 500) throw new Error(said);
  throw new SendRefused(said);
}

/** What a service says by a number in the body of a 200. `later`: codes that want another time, with when, in ms; `never`: those that stay. */
export interface Codes {
  field: 'errcode' | 'code';
  later: Readonly<Record<number, number>>;
  never: readonly number[];
}

/** Throws as checkStatus does, by the number in the body. */
export function checkCode(answer: Answer, { field, later, never }: Codes): Record<string, unknown> {
  checkStatus(answer);
  const said = parsed(answer.body);
  const code = Number(said[field] ?? Number.NaN);
  if (code === 0) return said;
  const words = String(said.errmsg ?? said.msg ?? '').slice(0, 200);
  const message = `The service answered ${field} ${code}${words && `: ${words}`}`;
  const pause = later[code];
  if (pause !== undefined) throw new SendDeferred(message, pause);
  if (never.includes(code)) throw new SendRefused(message);
  throw new Error(message);
}

function parsed(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function retryAfter(value: string | undefined): number {
  const seconds = Number(value ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), 3600) * 1000 : minute;
}
