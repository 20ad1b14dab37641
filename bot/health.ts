import client from 'prom-client';
import type { Request, Response, Server } from 'restify';
import type { Database } from '#prisma/client.ts';

const reachableMs = 2000;

/** `/livez` (the process answers), `/readyz` (the database does too) and `/metrics` (Prometheus, with what `others` count). */
export function mountHealth(server: Server, db: Database, others: client.Registry = new client.Registry()): void {
  server.get('/livez', async (_request: Request, response: Response) => plain(response, 200, 'ok'));
  server.get('/readyz', async (_request: Request, response: Response) => {
    const ready = await reachable(db);
    plain(response, ready ? 200 : 503, ready ? 'ok' : 'the database does not answer');
  });

  const registry = new client.Registry();
  client.collectDefaultMetrics({ register: registry });
  new client.Gauge({
    name: 'zhiyin_turns_waiting',
    help: 'Received activities whose turn has not been committed yet.',
    registers: [registry],
    async collect() {
      this.set(await db.client.inboxEntry.count({ where: { state: 'waiting' } }));
    },
  });
  new client.Gauge({
    name: 'zhiyin_tasks_open',
    help: 'Follow-up tasks that nobody has completed.',
    registers: [registry],
    async collect() {
      this.set(await db.client.task.count({ where: { state: 'open' } }));
    },
  });
  for (const state of ['waiting', 'failed'] as const) {
    new client.Gauge({
      name: `zhiyin_notifications_${state}`,
      help:
        state === 'waiting'
          ? 'Notifications to staff that were not sent yet, also because of quiet hours.'
          : 'Notifications to staff that are dead letters.',
      registers: [registry],
      async collect() {
        this.set(await db.client.notificationDelivery.count({ where: { state } }));
      },
    });
  }
  server.get('/metrics', async (_request: Request, response: Response) => {
    const text = await client.Registry.merge([registry, others]).metrics();
    plain(response, 200, text, registry.contentType);
  });
}

async function reachable(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), reachableMs);
  });
  const asked = db.pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

function plain(response: Response, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(text);
}
