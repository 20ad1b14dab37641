import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import { InvalidToken, TokenExpired } from './errors.ts';

/** How long a token is good for, in seconds (Direct Line's own 30 minutes; clients refresh after 15). */
export const TOKEN_SECONDS = 1800;
/** How long after its end a token still reopens its conversation: a laptop that slept over night. */
export const GRACE_SECONDS = 24 * 3600;
/** How long a streamUrl can be opened (Direct Line 3.0). */
const TICKET_SECONDS = 60;
const DAY = 86_400;
const REMEMBERED_TOKENS = 10_000;

/** Who may do what: one user in one conversation. */
export interface Grant {
  conversationId: string;
  userId: string;
  /** Language of the page that asked for the token, as a BCP 47 tag. */
  locale?: string;
  /** Origins of the pages that may use the token; absent: any. */
  origins?: string[];
}

type Purpose = 'directline' | 'directline/stream' | 'directline/attachment';

const claimsShape = z.object({
  iss: z.literal('zhiyin'),
  aud: z.enum(['directline', 'directline/stream', 'directline/attachment']),
  conv: z.string(),
  user: z.string(),
  locale: z.string().optional(),
  origins: z.array(z.string()).optional(),
  nbf: z.number(),
  exp: z.number(),
});
type Claims = z.infer<typeof claimsShape>;

/**
 * Signs and reads what clients carry: tokens, tickets for a stream, addresses of files. All are JWTs (HS256), as
 * clients look into the token for the claim `user`.
 */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #clock: { now(): Date };
  /** Tokens whose signature was checked before; a client sends the same one with every request. */
  readonly #checked = new Map<string, Claims>();

  /** @throws TypeError for a key under 32 bytes. */
  constructor(key: Uint8Array, clock: { now(): Date }) {
    if (key.length < 32) throw new TypeError('The signing key of Direct Line needs at least 32 bytes.');
    this.#key = key;
    this.#clock = clock;
  }

  /** A token for REST calls, good for TOKEN_SECONDS. */
  issue(grant: Grant): Promise<string> {
    const now = this.#now();
    return this.#sign('directline', grant, now, now + TOKEN_SECONDS);
  }

  /** @throws InvalidToken, TokenExpired. `grace`: seconds after its end in which it still counts. */
  read(token: string, grace = 0): Promise<Grant> {
    return this.#read(token, 'directline', grace);
  }

  /** What a streamUrl carries in place of a header. */
  issueTicket(grant: Grant): Promise<string> {
    const now = this.#now();
    return this.#sign('directline/stream', grant, now, now + TICKET_SECONDS);
  }

  /** @throws InvalidToken, TokenExpired. */
  readTicket(ticket: string): Promise<Grant> {
    return this.#read(ticket, 'directline/stream', 0);
  }

  /** What the address of a file carries. The same all day, so that browsers can keep the file; good until the day after. */
  issueFileTicket(uploadId: string): Promise<string> {
    const day = Math.floor(this.#now() / DAY) * DAY;
    return this.#sign('directline/attachment', { conversationId: uploadId, userId: '' }, day, day + 2 * DAY);
  }

  /** The upload id that the ticket opens. @throws InvalidToken, TokenExpired. */
  async readFileTicket(ticket: string): Promise<string> {
    return (await this.#read(ticket, 'directline/attachment', 0)).conversationId;
  }

  #now(): number {
    return Math.floor(this.#clock.now().getTime() / 1000);
  }

  #sign(purpose: Purpose, grant: Grant, issuedAt: number, expiresAt: number): Promise<string> {
    const claims = {
      iss: 'zhiyin',
      aud: purpose,
      bot: 'zhiyin',
      site: 'chat',
      conv: grant.conversationId,
      user: grant.userId,
      locale: grant.locale,
      origins: grant.origins,
      iat: issuedAt,
      // Clocks of two servers differ a little.
      nbf: issuedAt - 10,
      exp: expiresAt,
    };
    const payload = new TextEncoder().encode(JSON.stringify(claims));
    return new CompactSign(payload).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(this.#key);
  }

  async #read(token: string, purpose: Purpose, grace: number): Promise<Grant> {
    const claims = this.#checked.get(token) ?? (await this.#check(token));
    const now = this.#now();
    if (claims.aud !== purpose || claims.nbf > now) throw new InvalidToken();
    if (claims.exp + grace <= now) throw new TokenExpired();
    const grant: Grant = { conversationId: claims.conv, userId: claims.user };
    if (claims.locale) grant.locale = claims.locale;
    if (claims.origins) grant.origins = claims.origins;
    return grant;
  }

  async #check(token: string): Promise<Claims> {
    const claims = await compactVerify(token, this.#key, { algorithms: ['HS256'] }).then(
      ({ payload }) => claimsShape.safeParse(JSON.parse(new TextDecoder().decode(payload))).data,
      () => undefined,
    );
    if (!claims) throw new InvalidToken();
    if (this.#checked.size >= REMEMBERED_TOKENS) {
      for (const oldest of this.#checked.keys()) {
        this.#checked.delete(oldest);
        break;
      }
    }
    this.#checked.set(token, claims);
    return claims;
  }
}
