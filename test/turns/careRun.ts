import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import { secret } from '../support/fakes/signedReceiver.ts';
import type { AppProcess } from './appProcess.ts';

/** What shows care messages to people: it counts every post, also what came again, and takes a moment to answer. */
export class CountingReceiver {
  readonly posts = new Map<string, number>();
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { conversation } = JSON.parse(Buffer.concat(chunks).toString()) as { conversation: string };
      this.posts.set(conversation, (this.posts.get(conversation) ?? 0) + 1);
      this.total++;
      // Long enough that a kill finds messages of which nobody knows whether they arrived.
      setTimeout(() => response.writeHead(200).end(), 5);
    });
  });
  total = 0;

  /** The settings by which the app posts here. */
  async open(): Promise<Record<string, string>> {
    await new Promise<void>((listening) => this.#server.listen(0, '127.0.0.1', listening));
    return {
      CHANNEL_WEBHOOK_URL: `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`,
      CHANNEL_WEBHOOK_SECRET: secret,
      EGRESS_ALLOWED_NETWORKS: '127.0.0.0/8',
    };
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }
}

/** So many people on the webhook channel, every tenth without consent, whom a rule concerns; their messages are planned. */
export async function planCare(db: Database, people: number): Promise<void> {
  const ruleId = v7();
  await db.client.setting.createMany({
    data: [{ key: 'care', value: { days: 7, tiers: [], quietFrom: '00:00', quietTo: '00:00' } }],
  });
  await db.client.careRule.create({
    data: {
      id: ruleId,
      name: { zh: '问候', en: 'Hello' },
      occasion: 'byHand',
      act: 'message',
      text: { zh: '您好', en: 'Hello' },
      level: 'social',
      controlPercent: 0,
      active: true,
    },
  });
  await db.pool.query(
    `WITH people AS (
       INSERT INTO "Customer" (id, name, "createdAt") SELECT uuidv7(), 'care ' || n, now() FROM generate_series(1, $1::int) n
       RETURNING id, substr(name, 6)::int AS n
     ), accounts AS (
       INSERT INTO "Identity" (id, "customerId", channel, "externalId", "createdAt")
       SELECT uuidv7(), id, 'webhook', 'person ' || n, now() FROM people
     ), talks AS (
       INSERT INTO "Conversation" (id, channel, "externalId", "userId", "customerId", "createdAt", "lastActivityAt")
       SELECT uuidv7(), 'webhook', n::text, 'person ' || n, id, now(), now() FROM people
     ), consents AS (
       INSERT INTO "Consent" (id, "customerId", purpose, channel, granted, wording, source, at)
       SELECT uuidv7(), id, 'care', 'any', n % 10 <> 0, 'care@1', 'customer', now() FROM people
     )
     INSERT INTO "CareMessage" (id, "ruleId", "customerId", occasion, variables, "dueAt")
     SELECT uuidv7(), $2::uuid, id, 'hand', '{}', now() FROM people`,
    [people, ruleId],
  );
}

/** How much is not decided, not said or not delivered yet. */
export async function careLeft(db: Database): Promise<number> {
  const { rows } = await db.pool.query(
    `SELECT (SELECT count(*) FROM "CareMessage" WHERE state = 'planned')::int
          + (SELECT count(*) FROM "Conversation" WHERE channel = 'webhook' AND waiting > 0)::int
          + (SELECT count(*) FROM "OutboxEntry" WHERE state IN ('waiting', 'sending'))::int AS n`,
  );
  return rows[0].n;
}

/** Kills the app so often while it sends, each time at another moment, and lets the last one finish. */
export async function sendThroughKills(parts: {
  db: Database;
  receiver: CountingReceiver;
  people: number;
  kills: number;
  start(): Promise<AppProcess>;
}): Promise<void> {
  const { db, receiver, people, kills, start } = parts;
  for (let kill = 0; kill < kills; kill++) {
    const app = await start();
    app.order({ care: true });
    // In turns: while rows are judged and turns run, and when so many posts have come.
    if (kill % 2 === 0) app.order({ killAt: 40 + ((kill * 397) % 900) });
    const share = Math.floor(people / (kills + 1));
    const until = receiver.total + Math.max(1, Math.floor(share * (0.5 + ((kill * 37) % 50) / 100)));
    while (receiver.total < until && app.child.signalCode === null && (await careLeft(db)) > 0) await soon();
    await app.kill();
    // The lease of a minute that its deliveries had would only have to be waited for.
    await db.pool.query(`UPDATE "OutboxEntry" SET "nextAttemptAt" = now() WHERE state = 'sending'`);
  }
  const last = await start();
  last.order({ care: true });
  while ((await careLeft(db)) > 0) {
    if (last.child.exitCode !== null) throw new Error('The last process ended by itself.');
    await soon();
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 60));

/** What came of everybody: by how often they were written to, and where not, why. */
export async function careOutcome(db: Database, receiver: CountingReceiver): Promise<Record<string, number>> {
  const { rows } = await db.pool.query<{
    place: string;
    state: string;
    reason: string | null;
    outbox: string[] | null;
  }>(
    `SELECT t."externalId" AS place, m.state::text, m.reason,
            (SELECT array_agg(o.state::text) FROM "OutboxEntry" o WHERE o."conversationId" = t.id) AS outbox
       FROM "CareMessage" m JOIN "Conversation" t ON t."customerId" = m."customerId"`,
  );
  const counts: Record<string, number> = {};
  for (const { place, state, reason, outbox } of rows) {
    const unsure = outbox?.includes('uncertain') ? ' uncertain' : '';
    const key = `${state}${reason ? ` ${reason}` : ''}: ${receiver.posts.get(place) ?? 0}${unsure}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
