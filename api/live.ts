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
  presence: 'staffId',
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
          'What changes, as server-sent events: tasks, conversations, complaints, promises, responses, presence (data {id}), notifications, deliveries, typing (data {id, staffId, name}: the colleague’s, null for the customer), viewing (data {id, staffId, name, here}: colleagues who look at a conversation). While it is open one counts as being at the desk',
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
          const { staff: reader } = caller ?? {};
          // Whether somebody counts as being here is no reason to keep them from their page.
          const here = async () => reader && services.presence.seen(reader.id).catch(() => undefined);
          void here();
          const heartbeat = setInterval(async () => {
            response.write(': heartbeat\n\n');
            // Who has signed out, or may no longer, hears no more.
            if (await callerOf(request, services, publicUrl).catch(() => null)) await here();
            else response.end();
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
  const tellOf = (event: string, data: object) => {
    if (response.writableEnded) return;
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    if (response.writableLength > UNREAD_BYTES) response.destroy();
  };
  const tell = (event: string, id: unknown) => tellOf(event, { id });
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
    if (staffId === caller?.staff?.id) return;
    tellOf('typing', { id: conversationId, staffId: staffId ?? null, name: name ?? null });
  });
  const viewing = signals.subscribe('viewing', ({ conversationId, staffId, name, here }) => {
    if (staffId !== caller?.staff?.id) tellOf('viewing', { id: conversationId, staffId, name, here });
  });
  return () => {
    for (const stop of [...stops, own, sent, typing, viewing]) stop();
  };
}
