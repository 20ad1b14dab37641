import { once } from 'node:events';
import type { Response } from 'restify';
import type { Signals, Topic } from '#prisma/client.ts';
import { callerOf } from './caller.ts';
import { operation } from './resource.ts';
import { type Caller, staff } from './roles.ts';

/** What the desk is told of, and which field of the signal names the record. */
const topics = {
  tasks: 'taskId',
  conversations: 'conversationId',
  complaints: 'complaintId',
  promises: 'promiseId',
  responses: 'responseId',
} as const satisfies Partial<Record<Topic, string>>;

const HEARTBEAT_MS = 25_000;
/** A reader that does not read is let go; it comes back and asks anew. */
const UNREAD_BYTES = 1024 * 1024;

/** What one open page gets to know. */
export class Live {
  readonly #open = new Set<Response>();
  readonly #heartbeatMs: number;

  constructor(heartbeatMs = HEARTBEAT_MS) {
    this.#heartbeatMs = heartbeatMs;
  }

  /** Ends all streams, so that the server can close. */
  close(): void {
    for (const response of this.#open) response.end();
  }

  /** Server-sent events: a comment at once, `event: tasks` with data `{id}`, a comment now and then so that proxies keep it open. */
  operations(publicUrl: string | undefined) {
    return [
      operation({
        method: 'GET',
        path: '/live',
        summary:
          'What changes, as server-sent events: tasks, conversations, complaints, promises, responses (data {id}), notifications, deliveries, typing (data {id, name}: the colleague’s, null for the customer)',
        may: staff,
        streams: true,
        run: async ({ signals, services }, { caller, http: { request, response } }) => {
          response.writeHead(200, {
            'Content-Type': 'text/event-stream; charset=utf-8',
            'Cache-Control': 'no-store',
            'X-Accel-Buffering': 'no',
          });
          response.write('retry: 3000\n: live\n\n');
          this.#open.add(response);
          const stop = listen(signals, response, caller);
          const heartbeat = setInterval(async () => {
            response.write(': heartbeat\n\n');
            // Who has signed out, or may no longer, hears no more.
            if (!(await callerOf(request, services, publicUrl).catch(() => null))) response.end();
          }, this.#heartbeatMs);
          try {
            if (!response.destroyed) await once(response, 'close');
          } finally {
            clearInterval(heartbeat);
            stop();
            this.#open.delete(response);
          }
        },
      }),
    ];
  }
}

function listen(signals: Signals, response: Response, caller: Caller | null): () => void {
  const tell = (event: string, id: unknown) => {
    if (response.writableEnded) return;
    response.write(`event: ${event}\ndata: ${JSON.stringify({ id })}\n\n`);
    if (response.writableLength > UNREAD_BYTES) response.destroy();
  };
  const stops = Object.entries(topics).map(([topic, key]) =>
    signals.subscribe(topic as keyof typeof topics, (payload) => tell(topic, payload[key])),
  );
  const own = signals.subscribe('notifications', ({ staffId }) => {
    if (staffId === caller?.staff?.id) tell('notifications', staffId);
  });
  const sent = signals.subscribe('deliveries', () => {
    if (caller && caller.role !== 'staff') tell('deliveries', null);
  });
  const typing = signals.subscribe('typing', ({ conversationId, staffId, name }) => {
    if (response.writableEnded || staffId === caller?.staff?.id) return;
    response.write(`event: typing\ndata: ${JSON.stringify({ id: conversationId, name: name ?? null })}\n\n`);
  });
  return () => {
    for (const stop of [...stops, own, sent, typing]) stop();
  };
}
