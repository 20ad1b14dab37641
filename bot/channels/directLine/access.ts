import { validate } from 'uuid';
import { ConversationNotFound, InvalidToken, MissingAuthorization, NotAllowed } from './errors.ts';
import { type Request, sameSecret } from './http.ts';
import type { DirectLineStore } from './store.ts';
import { GRACE_SECONDS, type Grant, type Tokens } from './tokens.ts';

/** Who calls: a page with a token for one conversation, or a server with the secret. */
export type Caller = { kind: 'token'; grant: Grant } | { kind: 'secret' };

/** Decides from the Authorization header what a request may do. */
export class Access {
  readonly #tokens: Tokens;
  readonly #store: DirectLineStore;
  readonly #secret: string | undefined;

  constructor(tokens: Tokens, store: DirectLineStore, secret: string | undefined) {
    this.#tokens = tokens;
    this.#store = store;
    this.#secret = secret;
  }

  /**
   * Who sent this request. `grace`: a token that expired within the last day counts too.
   * @throws MissingAuthorization, InvalidToken, TokenExpired, NotAllowed (a page of another origin).
   */
  async callerOf(request: Request, { grace = false } = {}): Promise<Caller> {
    const credentials = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!credentials) throw new MissingAuthorization();
    if (this.#secret && sameSecret(credentials, this.#secret)) return { kind: 'secret' };
    const grant = await this.#tokens.read(credentials, grace ? GRACE_SECONDS : 0);
    requireOrigin(request, grant);
    return { kind: 'token', grant };
  }

  /** Lets only the server in. @throws as callerOf; NotAllowed for a page's token. */
  async requireSecret(request: Request): Promise<void> {
    if (!this.#secret) throw new NotAllowed('This needs the secret of Direct Line; set DIRECT_LINE_SECRET to use it.');
    const caller = await this.callerOf(request).catch((error: unknown) => {
      throw error instanceof InvalidToken ? new NotAllowed('This is not the secret of Direct Line.') : error;
    });
    if (caller.kind !== 'secret') throw new NotAllowed('This needs the secret of Direct Line, not a token.');
  }

  /**
   * What the caller may do in the conversation of the path.
   * @throws as callerOf; NotAllowed for another one's token; ConversationNotFound for the secret.
   */
  async toConversation(request: Request, options: { grace?: boolean } = {}): Promise<Grant> {
    const conversationId = request.params?.conversationId ?? '';
    const caller = await this.callerOf(request, options);
    if (caller.kind === 'token') {
      if (caller.grant.conversationId !== conversationId)
        throw new NotAllowed('This token is for another conversation.');
      return caller.grant;
    }
    const conversation = validate(conversationId) ? await this.#store.find(conversationId.toLowerCase()) : null;
    if (!conversation) throw new ConversationNotFound();
    return { conversationId: conversation.id, userId: conversation.userId };
  }
}

/** @throws NotAllowed when the token names the origins of its pages and this is none of them. */
export function requireOrigin(request: Pick<Request, 'headers'>, grant: Grant): void {
  const origin = request.headers.origin;
  if (origin && grant.origins && !grant.origins.includes(origin)) {
    throw new NotAllowed('This token may not be used on this web site.');
  }
}
