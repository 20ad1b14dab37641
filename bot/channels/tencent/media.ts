import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import type { Database } from '#prisma/client.ts';
import { FetchedFiles } from '../fetchedFiles.ts';
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
}

const threeDaysMs = 3 * 24 * 3600_000;
/** Renewed before the platform forgets it. */
const earlyMs = 3600_000;

/**
 * Files between a platform and us. What customers send is fetched after the push was acknowledged and kept among the uploads;
 * what we send is left with the platform once and named by its id as long as that holds. No address with a token is kept anywhere.
 */
export class PlatformMedia {
  readonly #parts: MediaParts;
  readonly #folder: string;
  readonly #fetched: FetchedFiles;

  constructor(parts: MediaParts) {
    this.#parts = parts;
    this.#folder = path.join(parts.dataDir, 'uploads');
    this.#fetched = new FetchedFiles({
      ...parts,
      fetch: (mediaId) => parts.api.file(mediaId),
      isGone: (fault) =>
        fault instanceof PlatformRefusal && !['busy', 'token', 'rate', 'settings'].includes(fault.meaning),
      keptMs: threeDaysMs,
    });
  }

  /** Notes that a file is to be fetched; its place is known from now on. A repeat notes nothing. */
  expect(uploadId: string, conversationId: string, file: SentFile): Promise<void> {
    return this.#fetched.expect(uploadId, conversationId, { ...fileOf(file), mediaId: file.mediaId });
  }

  /** Fetches what is due, and from now on what fails, later each time. */
  start(): void {
    this.#fetched.start();
  }

  close(): Promise<void> {
    return this.#fetched.close();
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
}
