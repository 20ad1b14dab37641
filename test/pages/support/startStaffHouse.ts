import { pino } from 'pino';
import type { Request, Response } from 'restify';
import { createApi } from '#api/index.ts';
import { listen } from '#bot/listen.ts';
import { mountPages } from '#bot/pages.ts';
import { createServer } from '#bot/server.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import { buildHouse, type House, TestClock } from '#test/crm/support.ts';
import { builtPages } from '#test/support/builtPages.ts';

const dayMs = 86_400_000;

/**
 * Ten in the morning in Shanghai, tomorrow: the tests' present. It is fixed, so that nothing is due "today" by accident, and
 * lies ahead of the machine's time, so that browsers keep the session's cookie.
 */
export const present = new Date(Math.ceil(Date.now() / dayMs) * dayMs + 2 * 3_600_000);

/** A picture of one pixel, as a customer might send it. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Pages, API and services over a real database; the customer's channels are left out. */
export interface StaffHouse extends House {
  url: string;
  services: Services;
  close(): Promise<void>;
}

export async function startStaffHouse(db: Database): Promise<StaffHouse> {
  const logger = pino({ level: 'silent' });
  const house = buildHouse(db, new TestClock(present));
  const server = createServer(logger, []);
  const api = createApi({
    services: house.services,
    signals: db.signals,
    issueChatToken: () => Promise.reject(new Error('No customer is here.')),
    fileUrl: async (id) => `/files/${id}`,
    removeDemo: async () => undefined,
    tryQuestion: async ({ text }) => [{ text: `about ${text}`, buttons: [], sources: [], explanation: null }],
    staffWays: ['push', 'mail', 'wecom'],
    pushKey: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    logger,
  });
  api.mount(server);
  server.get('/files/:id', async (_request: Request, response: Response) => {
    response.writeHead(200, { 'Content-Type': 'image/png' });
    response.end(picture);
  });
  mountPages(server, await builtPages());
  const url = await listen(server, { host: '127.0.0.1', port: 0 });
  return {
    ...house,
    url: url.replace('localhost', '127.0.0.1'),
    async close() {
      api.close();
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      house.services.close();
    },
  };
}
