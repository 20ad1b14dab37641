import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import { AuthenticationConstants, type ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Logger } from 'pino';
import type { Clock } from '#crm/clock.ts';
import { AddressRefused } from '#crm/egress.ts';
import type { Database } from '#prisma/client.ts';
import { AnswerTooLarge, type GuardedEgress } from '../../../egress/egress.ts';
import { FetchedFiles } from '../../fetchedFiles.ts';
import type { PostedActivity } from '../activity.ts';
import { addressOf, withOwnPlaces } from './received.ts';

/** What files from Teams need. */
export interface TeamsFileParts {
  /** How the bot's own tokens are had, for which app, and from whom. */
  credentials: ServiceClientCredentialsFactory;
  settings: ConfigurationBotFrameworkAuthenticationOptions;
  egress: GuardedEgress;
  db: Database;
  clock: Clock;
  dataDir: string;
  logger: Logger;
}

/** Bytes of a file; what is larger stays where it is. */
const largest = 20 * 1024 * 1024;
/** How long Teams' addresses are good for, at most. */
const keptMs = 3600_000;

/** The channel does not hand the file out. */
class FileRefused extends Error {
  override name = 'FileRefused';
  readonly status: number;

  constructor(status: number) {
    super(`The file was answered with ${status}.`);
    this.status = status;
  }
}

/** Files that customers send in Teams: fetched once and kept by us, never left at an address of theirs. */
export class TeamsFiles {
  readonly #parts: TeamsFileParts;
  readonly #fetched: FetchedFiles;

  constructor(parts: TeamsFileParts) {
    this.#parts = parts;
    this.#fetched = new FetchedFiles({
      ...parts,
      channel: 'msteams',
      fetch: (mediaId) => this.#fetch(mediaId),
      isGone: (fault) =>
        fault instanceof AddressRefused ||
        fault instanceof AnswerTooLarge ||
        (fault instanceof FileRefused && [403, 404, 410].includes(fault.status)),
      keptMs,
      pollMs: 30_000,
    });
  }

  /** The message as it is kept. */
  async take(posted: PostedActivity, conversationId: string): Promise<PostedActivity> {
    const { activity, files } = withOwnPlaces(posted);
    for (const { uploadId, ...file } of files) await this.#fetched.expect(uploadId, conversationId, file);
    return activity;
  }

  start(): void {
    this.#fetched.start();
  }

  close(): Promise<void> {
    return this.#fetched.close();
  }

  async #fetch(mediaId: string): Promise<{ bytes: Buffer; contentType: string }> {
    const { url, signed } = addressOf(mediaId);
    const headers = signed ? await this.#token() : {};
    const { status, headers: told, bytes } = await this.#parts.egress.get(url, { headers, largest });
    if (status !== 200) throw new FileRefused(status);
    return { bytes, contentType: told['content-type'] ?? '' };
  }

  /** The bot's token, as replies carry it. */
  async #token(): Promise<Record<string, string>> {
    const { credentials, settings } = this.#parts;
    const { ToChannelFromBotOAuthScope, ToChannelFromBotLoginUrl } = AuthenticationConstants;
    if (!settings.MicrosoftAppId) return {};
    const signer = await credentials.createCredentials(
      settings.MicrosoftAppId,
      settings.ToChannelFromBotOAuthScope ?? ToChannelFromBotOAuthScope,
      settings.ToChannelFromBotLoginUrl ?? ToChannelFromBotLoginUrl,
      true,
    );
    const headers = new Headers();
    await signer.signRequest({ headers } as never);
    return Object.fromEntries(headers);
  }
}
