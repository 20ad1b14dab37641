import type { Failure, Outgoing, PostResult } from './outbox.ts';
import type { Session } from './session.ts';
import { field, type Transport, type TransportAnswer } from './transport.ts';

const failures: Record<number, Failure> = { 413: 'tooLarge', 415: 'wrongType' };

/**
 * Sends one message once: JSON to /activities, or with files as the multipart form of Direct Line's /upload. A token
 * that the server no longer takes is renewed and the message sent again; the server stores it once all the same.
 */
export async function postActivity(
  transport: Transport,
  session: Session,
  item: Pick<Outgoing, 'activity' | 'files'>,
  onProgress: (share: number) => void,
): Promise<PostResult> {
  try {
    let answer = await attempt(transport, session, item, onProgress);
    if (answer.status === 401 || answer.status === 403) {
      await session.renew();
      answer = await attempt(transport, session, item, onProgress);
    }
    return resultOf(answer);
  } catch {
    return { kind: 'unreachable' };
  }
}

async function attempt(
  transport: Transport,
  session: Session,
  item: Pick<Outgoing, 'activity' | 'files'>,
  onProgress: (share: number) => void,
): Promise<TransportAnswer> {
  const { conversationId, token, userId } = await session.ensure();
  const path = `/v3/directline/conversations/${encodeURIComponent(conversationId)}`;
  const activity = { ...item.activity, from: { id: userId, role: 'user' } };
  if (item.files.length === 0) {
    return transport.request({ method: 'POST', path: `${path}/activities`, token, json: activity });
  }
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }), 'blob');
  for (const file of item.files) form.append('file', file.blob, file.name);
  const upload = `${path}/upload?userId=${encodeURIComponent(userId)}`;
  return transport.request({ method: 'POST', path: upload, token, form, onProgress });
}

function resultOf(answer: TransportAnswer): PostResult {
  const { status } = answer;
  if (status < 300) return { kind: 'accepted', id: field(answer.body, 'id') };
  if (status === 404) return { kind: 'gone' };
  if (status >= 500 || status === 408 || status === 429 || status === 401 || status === 403) {
    return { kind: 'unreachable', ...(answer.retryAfterMs !== undefined && { retryAfterMs: answer.retryAfterMs }) };
  }
  return { kind: 'refused', failure: failures[status] ?? 'refused' };
}
