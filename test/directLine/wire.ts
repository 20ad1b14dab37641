import { vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Harness } from './startDirectLine.ts';

/** What E1 and E2 answer. */
export interface Connection {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
}

/** A frame of the stream. */
export interface Frame {
  activities: { id?: string; type: string; text?: string; channelData?: Record<string, unknown> }[];
  watermark: string;
}

/** Waits until the assertions hold; patient, because the machine may be busy with other tests. */
export function eventually(assertions: () => void | Promise<void>): Promise<void> {
  return vi.waitFor(assertions, { timeout: 15_000, interval: 10 });
}

/** One plain HTTP call, without the client's help. */
export async function call(
  harness: Harness,
  method: string,
  path: string,
  { token, body, headers }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const response = await fetch(`${harness.domain}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : undefined;
  return { status: response.status, headers: response.headers, text, json };
}

/** Begins a conversation over plain HTTP. */
export async function begin(harness: Harness, grant = {}, body: unknown = { user: {} }): Promise<Connection> {
  const { token } = await harness.directLine.issueToken(grant);
  return (await call(harness, 'POST', '/conversations', { token, body })).json;
}

/** Opens a stream: its frames as they come, or the status with which it was refused. */
export function listen(streamUrl: string, headers: Record<string, string> = {}) {
  const frames: Frame[] = [];
  const socket = new WebSocket(streamUrl, { headers });
  socket.on('message', (data) => {
    const text = String(data);
    if (text !== '') frames.push(JSON.parse(text));
  });
  const opened = new Promise<number>((resolve, reject) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
  return { frames, socket, opened, activities: () => frames.flatMap((frame) => frame.activities) };
}
