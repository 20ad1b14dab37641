import { setTimeout as pause } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import type { Jobs } from '#crm/jobs.ts';
import { remindOwners } from '#crm/knowledge/expiringArticles.ts';
import type { Services } from '#crm/services.ts';
import type { Database } from '#prisma/client.ts';
import { ensurePartitions } from '#prisma/partitions.ts';
import { forgetStrayUploads } from './uploadRetention.ts';

/** What jobs work with. */
export interface JobParts {
  db: Database;
  services: Services;
  clock: Clock;
  logger: Logger;
  /** Where customers' files lie, in `uploads`. */
  dataDir: string;
  /** Sends the week's numbers to managers, where mail can be sent. */
  mailWeek?: (() => Promise<void>) | null;
}

/** A job that comes back by the clock. Safe to run twice: due times live in our tables, the queue only wakes it. */
interface RecurringJob {
  name: string;
  /** In the shop's zone; five fields, as cron has them. */
  cron: string;
  run(parts: JobParts & { closing: AbortSignal }): Promise<unknown>;
}

/** The recurring jobs. A new one is a line here. */
const recurring: RecurringJob[] = [
  { name: 'tasks-due', cron: '* * * * *', run: ({ services, clock }) => services.tasks.runDue(clock.now()) },
  {
    name: 'recurring-tasks',
    cron: '* * * * *',
    run: ({ services, clock }) => services.recurringTasks.runDue(clock.now()),
  },
  {
    name: 'service-levels',
    cron: '* * * * *',
    run: ({ services, clock }) => services.serviceLevels.runDue(clock.now()),
  },
  { name: 'unread-urgent', cron: '* * * * *', run: ({ services, clock }) => services.notifications.climb(clock.now()) },
  { name: 'delivery-retention', cron: '0 3 * * *', run: ({ services }) => services.notificationDeliveries.forget() },
  { name: 'retention', cron: '30 3 * * *', run: ({ services }) => services.retention.runDue() },
  { name: 'webhook-retention', cron: '5 3 * * *', run: ({ services }) => services.webhookDeliveries.forget() },
  {
    name: 'conversations-unanswered',
    cron: '* * * * *',
    run: ({ services, clock }) => services.conversations.runUnanswered(clock.now()),
  },
  { name: 'points-due', cron: '*/10 * * * *', run: ({ services, clock }) => services.points.runDue(clock.now()) },
  { name: 'tiers-due', cron: '5 4 * * *', run: ({ services, clock }) => services.tiers.runDue(clock.now()) },
  { name: 'segments-due', cron: '25 4 * * *', run: ({ services, clock }) => services.segments.runDue(clock.now()) },
  {
    name: 'segments-new',
    cron: '*/10 * * * *',
    run: ({ services, clock }) => services.segments.lookAtNew(clock.now()),
  },
  {
    name: 'enquiries-counted',
    cron: '* * * * *',
    run: ({ services, clock }) => services.enquiries.runDue(clock.now()),
  },
  {
    name: 'segment-months',
    cron: '* * * * *',
    run: ({ services, clock }) => services.segmentMonths.runDue(clock.now()),
  },
  { name: 'care-due', cron: '*/5 * * * *', run: ({ services, clock }) => services.care.runDue(clock.now()) },
  {
    name: 'surveys-due',
    cron: '*/5 * * * *',
    run: ({ services, clock }) => services.surveySending.runDue(clock.now()),
  },
  { name: 'promises-due', cron: '* * * * *', run: ({ services, clock }) => services.promises.runDue(clock.now()) },
  { name: 'merged-records', cron: '* * * * *', run: ({ services }) => services.merges.gather() },
  { name: 'erasures-due', cron: '* * * * *', run: ({ services, clock }) => services.privacy.runDue(clock.now()) },
  {
    name: 'complaints-due',
    cron: '*/5 * * * *',
    run: ({ services, clock }) => services.complaints.runDue(clock.now()),
  },
  {
    name: 'articles-expiring',
    cron: '30 7 * * *',
    run: ({ db, services, clock }) => remindOwners(db, services.tasks, clock.now()),
  },
  { name: 'weekly-mail', cron: '*/10 * * * *', run: async ({ mailWeek }) => mailWeek?.() },
  { name: 'survey-days', cron: '* * * * *', run: ({ services }) => services.surveyReports.counts.runDue() },
  { name: 'survey-days-verified', cron: '30 3 * * *', run: ({ services }) => services.surveyReports.counts.verify() },
  {
    name: 'comments-read',
    cron: '*/5 * * * *',
    run: ({ services, closing }) => services.commentReadings.runDue(closing),
  },
  { name: 'talks', cron: '* * * * *', run: ({ services }) => services.talks.runDue() },
  { name: 'talks-verified', cron: '50 3 * * *', run: ({ services }) => services.talks.verify() },
  { name: 'anonymous-answers', cron: '35 3 * * *', run: ({ services }) => services.responses.mixAnonymous() },
  { name: 'history-partitions', cron: '20 2 * * *', run: ({ db, clock }) => ensurePartitions(db.pool, clock.now()) },
  { name: 'inbox-retention', cron: '40 2 * * *', run: ({ db, clock }) => forgetInbox(db, clock) },
  {
    name: 'upload-retention',
    cron: '10 3 * * *',
    run: ({ db, clock, dataDir }) => forgetStrayUploads(db, dataDir, clock.now()),
  },
  { name: 'sign-in-retention', cron: '50 2 * * *', run: ({ db, clock }) => forgetSignIns(db, clock) },
  { name: 'record-links', cron: '55 2 * * *', run: ({ services }) => services.recordLinks.tidy() },
];

/** How long the queue lets the start of everything else go before. */
const openingMs = 1000;

const day = 24 * 60 * 60 * 1000;
const inboxDays = 30;

/** A repeated delivery is known for 30 days; then its mark may go. What still waits stays. */
async function forgetInbox(db: Database, clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - inboxDays * day);
  await db.client.inboxEntry.deleteMany({ where: { receivedAt: { lt: before }, state: { not: 'waiting' } } });
  await db.client.outboxEntry.deleteMany({ where: { createdAt: { lt: before }, state: { in: ['sent', 'failed'] } } });
}

async function forgetSignIns(db: Database, clock: Clock): Promise<void> {
  const now = clock.now();
  await db.client.session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db.client.signInLink.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - inboxDays * day) } } });
}

/** The job queue: what services enqueue, and what comes back by the clock. */
export interface JobQueue extends Jobs {
  /** Begins to work; returns at once. A queue that cannot begin says so in the log, as it does when it stumbles later. */
  start(parts: JobParts): void;
  /** Waits for the jobs in hand, also for a start that is still under way. */
  close(): Promise<void>;
}

/** pg-boss over the pool that everything shares; enqueuing joins the transaction that is open. */
export function createJobQueue(db: Database, logger: Logger): JobQueue {
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => ({ rows: (await db.pool.query(text, values)).rows }) },
  });
  boss.on('error', (fault) => logger.error({ err: fault }, 'the job queue stumbled'));
  let started: Promise<void> | undefined;
  let running = false;
  const closing = new AbortController();

  return {
    async enqueue(name, payload, options = {}) {
      await boss.send(name, payload, {
        ...options,
        db: {
          executeSql: async (text: string, values: unknown[]) => ({
            rows: (await db.client.$queryRawUnsafe(text, ...values)) as unknown[],
          }),
        },
      } as PgBoss.SendOptions);
    },
    start(parts) {
      started = begin(parts).catch((fault) => {
        if (!closing.signal.aborted) logger.error({ err: fault }, 'the job queue did not start');
      });
    },
    async close() {
      if (!started) return;
      closing.abort();
      await started;
      if (running) await boss.stop({ graceful: true, wait: true, timeout: 5000 });
    },
  };

  async function begin(parts: JobParts): Promise<void> {
    // The doors are opened first: reading schedules keeps the processor for a third of a second.
    await pause(openingMs, undefined, { signal: closing.signal });
    await boss.start();
    running = true;
    const { zone } = await parts.services.shop.profile();
    for (const job of recurring) {
      await boss.createQueue(job.name, { name: job.name, policy: 'short' });
      await boss.schedule(job.name, job.cron, {}, { tz: zone });
      await boss.work(job.name, { pollingIntervalSeconds: 5 }, async () => {
        await job.run({ ...parts, closing: closing.signal });
      });
    }
  }
}
