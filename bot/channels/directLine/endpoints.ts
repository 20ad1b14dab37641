import { createHmac } from 'node:crypto';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { Access } from './access.ts';
import { ConversationNotFound, MalformedRequest, NotAllowed } from './errors.ts';
import { type Answer, baseUrl, type Request, ROOT, readJson, watermarkOf } from './http.ts';
import type { Pace } from './pace.ts';
import type { DirectLineStore } from './store.ts';
import { type Grant, TOKEN_SECONDS, type Tokens } from './tokens.ts';

/** What the endpoints of conversations and tokens work with. */
export interface EndpointParts {
  store: DirectLineStore;
  tokens: Tokens;
  access: Access;
  starts: Pace;
  signingKey: Uint8Array;
  publicUrl: string | undefined;
}

const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/)
  .optional()
  .catch(undefined);
const user = z.object({ id: z.string().max(128).optional() }).nullish();
const startBody = z.object({ user: user.catch(undefined), locale });
const generateBody = z.object({ user, locale, trustedOrigins: z.array(z.string().max(300)).max(50).optional() });

/** The endpoints that open conversations and give out tokens (E1 to E4 and E9 of Direct Line 3.0). */
export class Endpoints {
  readonly #parts: EndpointParts;

  constructor(parts: EndpointParts) {
    this.#parts = parts;
  }

  /** E1 `POST /conversations`: begins the token's conversation, or finds it begun (200). With the secret: a new one. */
  async start(request: Request): Promise<Answer> {
    const { access, store, starts } = this.#parts;
    const caller = await access.callerOf(request);
    const body = parseBody(startBody, await readJson(request));
    const grant = caller.kind === 'token' ? caller.grant : this.newGrant(body.user?.id && customerId(body.user.id));
    await starts.admit(caller.kind === 'token' ? grant.conversationId : 'secret');
    const language = body.locale ?? grant.locale;
    const { conversationId, userId } = grant;
    const { created } = await store.open({ conversationId, userId, ...(language && { locale: language }) });
    if (!created) await this.#requireOpen(conversationId);
    return { status: created ? 201 : 200, body: await this.#connection(request, grant, '') };
  }

  /** E2 `GET /conversations/{id}?watermark=`: a fresh token and streamUrl to go on after the watermark. */
  async reconnect(request: Request): Promise<Answer> {
    const grant = await this.#parts.access.toConversation(request, { grace: true });
    const watermark = watermarkOf(request);
    await this.#requireOpen(grant.conversationId);
    return { status: 200, body: await this.#connection(request, grant, String(watermark || '')) };
  }

  /** E3 `POST /tokens/refresh`: a new token for one that is still good; the old one stays good until its end. */
  async refresh(request: Request): Promise<Answer> {
    const caller = await this.#parts.access.callerOf(request);
    if (caller.kind === 'secret') throw new NotAllowed('Only a token can be refreshed; the secret does not expire.');
    await this.#parts.starts.admit(caller.grant.conversationId);
    return { status: 200, body: await this.#token(caller.grant) };
  }

  /** E4 `POST /tokens/generate` by a server that has the secret: a token for one user in a new conversation. */
  async generate(request: Request): Promise<Answer> {
    await this.#parts.access.requireSecret(request);
    const body = parseBody(generateBody, lowerCaseNames(await readJson(request)));
    const id = body.user?.id;
    if (id && !id.startsWith('dl_')) throw new MalformedRequest('user.id: must begin with "dl_".');
    const grant = this.newGrant(id);
    if (body.locale) grant.locale = body.locale;
    if (body.trustedOrigins?.length) grant.origins = body.trustedOrigins;
    return { status: 200, body: await this.#token(grant) };
  }

  /** E9 `GET /session/getsessionid`: a name for this conversation that only its owner can ask for. */
  async session(request: Request): Promise<Answer> {
    const caller = await this.#parts.access.callerOf(request);
    const of = caller.kind === 'token' ? caller.grant.conversationId : 'secret';
    const sessionId = createHmac('sha256', this.#parts.signingKey).update(`session ${of}`).digest('base64url');
    return { status: 200, body: { sessionId } };
  }

  /** A grant for a conversation that does not exist yet. @param userId `dl_…`; absent: a new customer. */
  newGrant(userId?: string): Grant {
    return { conversationId: v7(), userId: userId || `dl_${v7()}` };
  }

  async #requireOpen(conversationId: string): Promise<void> {
    const conversation = await this.#parts.store.find(conversationId);
    if (!conversation || conversation.closed) throw new ConversationNotFound();
  }

  async #token(grant: Grant): Promise<{ conversationId: string; token: string; expires_in: number }> {
    const token = await this.#parts.tokens.issue(grant);
    return { conversationId: grant.conversationId, token, expires_in: TOKEN_SECONDS };
  }

  async #connection(request: Request, grant: Grant, watermark: string): Promise<object> {
    const base = baseUrl(request, this.#parts.publicUrl).replace(/^http/, 'ws');
    const ticket = await this.#parts.tokens.issueTicket(grant);
    const streamUrl = `${base}${ROOT}/conversations/${grant.conversationId}/stream?watermark=${watermark}&t=${ticket}`;
    return { ...(await this.#token(grant)), streamUrl };
  }
}

/** A user id as we keep it: ids of this channel begin with `dl_`, so that a page cannot take another channel's. */
function customerId(given: string): string {
  return given.startsWith('dl_') ? given : `dl_${given}`;
}

function parseBody<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new MalformedRequest(`${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}.`);
}

/** Microsoft's own clients write `User` and `Id` as well as `user` and `id`. */
function lowerCaseNames(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const entries = Object.entries(body).map(([name, value]) => [
    name.charAt(0).toLowerCase() + name.slice(1),
    lowerCaseNames(value),
  ]);
  return Object.fromEntries(entries);
}
