import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import type { Database } from '#prisma/client.ts';
import { UnsupportedMedia } from './directLine/errors.ts';
import { HEAD_BYTES, typeOf } from './directLine/fileTypes.ts';

/** What fetching needs. */
export interface FetchParts {
  /** The channel's id. */
  channel: string;
  db: Database;
  clock: Clock;
  /** Customers' files lie in its folder `uploads`. */
  dataDir: string;
  logger: Logger;
  /** Fetches a file by the channel's id of it. */
  fetch(mediaId: string): Promise<{ bytes: Buffer; contentType: string }>;
  /** Whether a fault means that it will never be had. */
  isGone(fault: unknown): boolean;
  /** For how long the channel keeps a file, in ms. */
  keptMs: number;
  /** How often files are looked for that could not be fetched, in ms. */
  pollMs?: number;
}

/** A file that a customer sent, as far as it is known before it is here. */
export interface ExpectedFile {
  mediaId: string;
  name: string;
  contentType: string;
}

const attempts = 12;

const due = `
UPDATE "MediaFetch" f SET "attempts" = f."attempts" + 1,
  "nextAttemptAt" = now() + least(interval '30 seconds' * power(2, f."attempts"), interval '6 hours')
WHERE f."uploadId" IN (
  SELECT "uploadId" FROM "MediaFetch" WHERE "channel" = $1::text AND "nextAttemptAt" <= now()
  ORDER BY "nextAttemptAt" LIMIT 4 FOR UPDATE SKIP LOCKED)
RETURNING f."uploadId", f."mediaId", f."attempts"`;

/** Files that customers sent through a channel that keeps them only for a while: fetched once the message was acknowledged, kept among the uploads. */
export class FetchedFiles {
  readonly #parts: FetchParts;
  readonly #folder: string;
  #working: Promise<void> | undefined;
  #again = false;
  #poll: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(parts: FetchParts) {
    this.#parts = parts;
    this.#folder = path.join(parts.dataDir, 'uploads');
  }

  /** Notes that a file is to be fetched; its place is known from now on. A repeat notes nothing. */
  async expect(uploadId: string, conversationId: string, { mediaId, name, contentType }: ExpectedFile): Promise<void> {
    const { channel, db, clock, keptMs } = this.#parts;
    const upload = { id: uploadId, conversationId, name, contentType, size: 0 };
    const { count } = await db.client.upload.createMany({ data: [upload], skipDuplicates: true });
    if (count === 0) return;
    const endsAt = new Date(clock.now().getTime() + keptMs);
    const row = { uploadId, channel, mediaId, endsAt };
    await db.client.mediaFetch.createMany({ data: [row], skipDuplicates: true });
    this.wake();
  }

  /** Fetches what is due, and from now on what fails, later each time. */
  start(): void {
    const again = () => {
      this.wake();
      if (!this.#closing) this.#poll = setTimeout(again, this.#parts.pollMs ?? 5000);
    };
    again();
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#poll);
    await this.#working;
  }

  wake(): void {
    this.#again = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#closing) {
      this.#again = false;
      const { channel, db, logger } = this.#parts;
      try {
        const rows = await db.query('channel_files_due', due, [channel]);
        if (rows.length > 0) this.#again = true;
        await Promise.all(rows.map((row) => this.#fetch(row as unknown as Fetch)));
      } catch (fault) {
        logger.error({ err: fault }, 'files of customers could not be fetched');
      }
    }
  }

  async #fetch({ uploadId, mediaId, attempts: tried }: Fetch): Promise<void> {
    const { db, fetch, isGone, logger } = this.#parts;
    const where = { id: uploadId };
    try {
      const { bytes, contentType } = await fetch(mediaId);
      const upload = await db.client.upload.findUnique({ where });
      if (upload) {
        const type = typeAmong(bytes, [contentType, upload.contentType]);
        await mkdir(this.#folder, { recursive: true });
        const part = path.join(this.#folder, `${uploadId}.part`);
        await writeFile(part, bytes, { mode: 0o600 });
        await rename(part, path.join(this.#folder, uploadId));
        await db.client.upload.updateMany({ where, data: { size: bytes.length, contentType: type } });
      }
      await db.client.mediaFetch.deleteMany({ where: { uploadId } });
    } catch (fault) {
      const gone = fault instanceof UnsupportedMedia || isGone(fault);
      logger.warn({ reason: (fault as Error).message, uploadId, tried }, 'a customer’s file could not be fetched');
      if (gone || tried >= attempts) await db.client.mediaFetch.deleteMany({ where: { uploadId } });
    }
  }
}

/** What the bytes show, else the first of what they are said to be that is taken. Throws UnsupportedMedia. */
function typeAmong(bytes: Buffer, [first, second]: [string, string]): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  try {
    return typeOf(head, first);
  } catch {
    return typeOf(head, second);
  }
}

interface Fetch {
  uploadId: string;
  mediaId: string;
  attempts: number;
}
