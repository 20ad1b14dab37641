import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import { validate } from 'uuid';
import { Access } from './access.ts';
import { Endpoints } from './endpoints.ts';
import { NotFound } from './errors.ts';
import { type Answer, answering, type Request, ROOT } from './http.ts';
import { Messages } from './messages.ts';
import { allowAllOrigins } from './origins.ts';
import { Pace, type Rate } from './pace.ts';
import { Presenter, uploadPath } from './presenter.ts';
import { Sockets } from './sockets.ts';
import type { DirectLineStore } from './store.ts';
import { type Grant, TOKEN_SECONDS, Tokens } from './tokens.ts';
import { UploadFolder, type UploadLimits } from './uploadFolder.ts';

/** What the server of Direct Line 3.0 needs. */
export interface DirectLineOptions {
  store: DirectLineStore;
  /** At least 32 random bytes, the same on every instance and after every restart. */
  signingKey: Uint8Array;
  /** The secret of servers that fetch tokens for their users; absent: only this program gives out tokens. */
  secret?: string;
  /** Where browsers reach this server; absent: as the request says (Host, X-Forwarded-Proto). */
  publicUrl?: string;
  /** Files are kept in its folder `uploads`. */
  dataDir: string;
  logger: Logger;
  clock: { now(): Date };
  limits?: Partial<DirectLineLimits>;
  /** Milliseconds between signs of life on a WebSocket. */
  keepAliveMs?: number;
}

/** Limits per conversation, far above what a person does. */
export interface DirectLineLimits extends UploadLimits {
  posts: Rate;
  uploads: Rate;
  starts: Rate;
}

/** Direct Line 3.0, mounted on a restify server. */
export interface DirectLine {
  /** Adds the routes under /v3/directline and its CORS answers. No body parser may run before them. */
  mount(server: Server): void;
  /** Takes a WebSocket upgrade if it is a stream of Direct Line; false: leave it to somebody else. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /**
   * A token for a page of ours. @param userId begins with `dl_`; absent: a new customer. @param conversationId UUID v7;
   * absent: a new conversation. `expiresIn` in seconds. @throws TypeError for ids of another form.
   */
  issueToken(
    grant?: Partial<Grant>,
  ): Promise<{ conversationId: string; userId: string; token: string; expiresIn: number }>;
  /** The signed path of an upload for a page of ours (the desk), good until the end of the next day (UTC). */
  fileUrl(uploadId: string): Promise<string>;
  /** Closes the WebSockets. */
  close(): Promise<void>;
}

const DEFAULT_LIMITS: DirectLineLimits = {
  fileBytes: 10 * 1024 * 1024,
  files: 8,
  posts: { requests: 500, seconds: 5 },
  uploads: { requests: 20, seconds: 60 },
  starts: { requests: 600, seconds: 10 },
};

/** Builds the Direct Line server. It knows the protocol; `store` knows the conversations. */
export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { store, logger, publicUrl, signingKey } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const tokens = new Tokens(signingKey, options.clock);
  const access = new Access(tokens, store, options.secret);
  const presenter = new Presenter(store, tokens);
  const parts = { store, tokens, access, presenter, publicUrl, signingKey };
  const endpoints = new Endpoints({ ...parts, starts: new Pace(limits.starts) });
  const messages = new Messages({
    ...parts,
    folder: new UploadFolder(options.dataDir, limits),
    posts: new Pace(limits.posts),
    uploads: new Pace(limits.uploads),
  });
  const sockets = new Sockets({
    store,
    tokens,
    presenter,
    logger,
    publicUrl,
    keepAliveMs: options.keepAliveMs ?? 25_000,
  });

  return {
    mount(server) {
      const route = (endpoint: Parameters<typeof answering>[0]) => answering(endpoint, logger);
      server.pre(allowAllOrigins);
      server.post(
        `${ROOT}/conversations`,
        route((request) => endpoints.start(request)),
      );
      server.get(
        `${ROOT}/conversations/:conversationId`,
        route((request) => endpoints.reconnect(request)),
      );
      server.post(
        `${ROOT}/tokens/refresh`,
        route((request) => endpoints.refresh(request)),
      );
      server.post(
        `${ROOT}/tokens/generate`,
        route((request) => endpoints.generate(request)),
      );
      server.get(
        `${ROOT}/session/getsessionid`,
        route((request) => endpoints.session(request)),
      );
      server.post(
        `${ROOT}/conversations/:conversationId/activities`,
        route((request) => messages.post(request)),
      );
      server.get(
        `${ROOT}/conversations/:conversationId/activities`,
        route((request) => messages.poll(request)),
      );
      server.post(
        `${ROOT}/conversations/:conversationId/upload`,
        route((request) => messages.upload(request)),
      );
      server.get(
        `${ROOT}/attachments/:id`,
        route((request, response) => messages.file(request, response)),
      );
      for (const method of ['get', 'post', 'put', 'del'] as const) server[method](`${ROOT}/*`, route(nothingHere));
    },
    handleUpgrade: (request, socket, head) => sockets.handleUpgrade(request, socket, head),
    async issueToken({ conversationId, userId, locale, origins } = {}) {
      if (userId !== undefined && !userId.startsWith('dl_')) {
        throw new TypeError('User ids of Direct Line begin with "dl_".');
      }
      if (conversationId !== undefined && !validate(conversationId)) {
        throw new TypeError('Conversation ids of Direct Line are UUIDs.');
      }
      const grant = endpoints.newGrant(userId);
      if (conversationId) grant.conversationId = conversationId.toLowerCase();
      if (locale) grant.locale = locale;
      if (origins) grant.origins = origins;
      const token = await tokens.issue(grant);
      return { conversationId: grant.conversationId, userId: grant.userId, token, expiresIn: TOKEN_SECONDS };
    },
    fileUrl: (uploadId) => presenter.fileUrl(uploadPath(uploadId), ''),
    close: () => sockets.close(),
  };
}

async function nothingHere(_request: Request): Promise<Answer> {
  throw new NotFound();
}
