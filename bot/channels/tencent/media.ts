import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import type { Database } from '#prisma/client.ts';
import { HEAD_BYTES, typeOf } from '../directLine/fileTypes.ts';
import { fileOf, type SentFile } from './files.ts';
import type { FileKind, PlatformApi } from './platformApi.ts';
import { PlatformRefusal } from './refusals.ts';

/** What the files need from the house. */
export interface MediaParts {
  /** The channel's id. */
  channel: string;
  db: Database;
  api: PlatformApi;
  clock: Clock;
  /** Customers' files lie in its folder `uploads`. */
  dataDir: string;
  logger: Logger;
  /** How often files are looked for that could not be fetched, in ms. */
  pollMs?: number;
}

const threeDaysMs = 3 * 24 * 3600_000;
/** Renewed before the platform forgets it. */
const earlyMs = 3600_000;
const attempts = 12;

const due = `
UPDATE "MediaFetch" f SET "attempts" = f."attempts" + 1,
  "nextAttemptAt" = now() + least(interval '30 seconds' * power(2, f."attempts"), interval '6 hours')
WHERE f."uploadId" IN (
  SELECT "uploadId" FROM "MediaFetch" WHERE "channel" = $1::text AND "nextAttemptAt" <= now()
  ORDER BY "nextAttemptAt" LIMIT 4 FOR UPDATE SKIP LOCKED)
RETURNING f."uploadId", f."mediaId", f."attempts"`;

/**
 * Files between a platform and us. What customers send is fetched after the push was acknowledged and kept among the uploads;
 * what we send is left with the platform once and named by its id as long as that holds. No address with a token is kept anywhere.
 */
export class PlatformMedia {
  readonly #parts: MediaParts;
  readonly #folder: string;
  #working: Promise<void> | undefined;
  #again = false;
  #poll: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(parts: MediaParts) {
    this.#parts = parts;
    this.#folder = path.join(parts.dataDir, 'uploads');
  }

  /** Notes that a file is to be fetched; its place is known from now on. A repeat notes nothing. */
  async expect(uploadId: string, conversationId: string, file: SentFile): Promise<void> {
    const { channel, db, clock } = this.#parts;
    const { name, contentType } = fileOf(file);
    const upload = { id: uploadId, conversationId, name, contentType, size: 0 };
    await db.client.upload.createMany({ data: [upload], skipDuplicates: true });
    const endsAt = new Date(clock.now().getTime() + threeDaysMs);
    const row = { uploadId, channel, mediaId: file.mediaId, endsAt };
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

  /** The media id of a file of ours; uploaded where the platform does not have it (any more). Throws as the API does, ENOENT. */
  async idOf(type: FileKind, uploadId: string, anew = false): Promise<string> {
    const { channel, db, api, clock } = this.#parts;
    const bytes = await readFile(path.join(this.#folder, uploadId));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const where = { channel_sha256: { channel, sha256 } };
    const now = clock.now().getTime();
    const known = anew ? null : await db.client.channelFile.findUnique({ where });
    if (known && known.endsAt.getTime() > now) return known.mediaId;
    const upload = await db.client.upload.findUniqueOrThrow({ where: { id: uploadId } });
    const mediaId = await api.upload(type, upload.name, { bytes, contentType: upload.contentType });
    const kept = { mediaId, endsAt: new Date(now + threeDaysMs - earlyMs) };
    await db.client.channelFile.upsert({ where, create: { channel, sha256, ...kept }, update: kept });
    return mediaId;
  }

  async #work(): Promise<void> {
    while (this.#again && !this.#closing) {
      this.#again = false;
      const { channel, db, logger } = this.#parts;
      try {
        const rows = await db.query('platform_media_due', due, [channel]);
        if (rows.length > 0) this.#again = true;
        await Promise.all(rows.map((row) => this.#fetch(row as unknown as Fetch)));
      } catch (fault) {
        logger.error({ err: fault }, 'files of customers could not be fetched');
      }
    }
  }

  async #fetch({ uploadId, mediaId, attempts: tried }: Fetch): Promise<void> {
    const { db, api, logger } = this.#parts;
    const where = { id: uploadId };
    try {
      const { bytes, contentType } = await api.file(mediaId);
      const upload = await db.client.upload.findUnique({ where });
      if (upload) {
        await mkdir(this.#folder, { recursive: true });
        const part = path.join(this.#folder, `${uploadId}.part`);
        await writeFile(part, bytes, { mode: 0o600 });
        await rename(part, path.join(this.#folder, uploadId));
        const type = typeOf(bytes.subarray(0, HEAD_BYTES), contentType || upload.contentType);
        await db.client.upload.updateMany({ where, data: { size: bytes.length, contentType: type } });
      }
      await db.client.mediaFetch.deleteMany({ where: { uploadId } });
    } catch (fault) {
      const gone = fault instanceof PlatformRefusal && !['busy', 'token', 'rate', 'settings'].includes(fault.meaning);
      logger.warn({ reason: (fault as Error).message, uploadId, tried }, 'a customer’s file could not be fetched');
      if (gone || tried >= attempts) await db.client.mediaFetch.deleteMany({ where: { uploadId } });
    }
  }
}

interface Fetch {
  uploadId: string;
  mediaId: string;
  attempts: number;
}
