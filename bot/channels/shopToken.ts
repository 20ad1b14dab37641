import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '#crm/clock.ts';

/** How the shop signs who is signed in on its page (docs/sign-in.md): by a secret that both know, or by a key that it publishes. */
export interface ShopTokenSettings {
  secret: string | undefined;
  jwksUrl: string | undefined;
  issuer: string | undefined;
}

/** Who is signed in at the shop. */
export interface ShopAccount {
  number: string;
  name: string | null;
}

/** Why a token is not believed; for whoever builds the shop's page. */
export type TokenRefusal = 'notSetUp' | 'malformed' | 'signature' | 'expired' | 'lasting' | 'audience' | 'unreachable';

/** For whom the token must be. */
const AUDIENCE = 'zhiyin';
/** A token that is good for longer is worth stealing, in seconds. */
const LONGEST = 3600;
/** Clocks of two servers differ a little, in seconds. */
const LEEWAY = 30;

const claims = z.object({
  sub: z.union([z.string().trim().min(1).max(60), z.number().int().transform(String)]),
  iat: z.number(),
  exp: z.number(),
  name: z.string().trim().max(100).optional().catch(undefined),
});

/** Reads the shop's tokens: HS256 by the secret, ES256 by its published keys, nothing else. */
export class ShopTokens {
  readonly #settings: ShopTokenSettings;
  readonly #clock: Clock;
  readonly #keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  constructor(settings: ShopTokenSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#keys = settings.jwksUrl ? createRemoteJWKSet(new URL(settings.jwksUrl)) : undefined;
  }

  /** Whose token it is, or why it is not believed. */
  async read(token: string): Promise<ShopAccount | TokenRefusal> {
    const payload = await this.#verified(token);
    if (typeof payload === 'string') return payload;
    const read = claims.safeParse(payload);
    if (!read.success) return 'malformed';
    const { sub, iat, exp, name } = read.data;
    return exp - iat > LONGEST ? 'lasting' : { number: sub, name: name || null };
  }

  async #verified(token: string): Promise<JWTPayload | TokenRefusal> {
    const { secret, issuer } = this.#settings;
    const options = {
      audience: AUDIENCE,
      clockTolerance: LEEWAY,
      currentDate: this.#clock.now(),
      requiredClaims: ['sub', 'iat', 'exp'],
      ...(issuer ? { issuer } : {}),
    };
    const ways = [
      ...(secret
        ? [() => jwtVerify(token, new TextEncoder().encode(secret), { ...options, algorithms: ['HS256'] })]
        : []),
      ...(this.#keys ? [() => jwtVerify(token, this.#keys!, { ...options, algorithms: ['ES256'] })] : []),
    ];
    let refusal: TokenRefusal = ways.length > 0 ? 'signature' : 'notSetUp';
    for (const verify of ways) {
      try {
        return (await verify()).payload;
      } catch (fault) {
        refusal = refusalOf(fault);
        if (refusal === 'expired' || refusal === 'audience') return refusal;
      }
    }
    return refusal;
  }
}

function refusalOf(fault: unknown): TokenRefusal {
  if (fault instanceof errors.JWTExpired) return 'expired';
  if (fault instanceof errors.JWTClaimValidationFailed)
    return fault.claim === 'aud' || fault.claim === 'iss' ? 'audience' : 'malformed';
  if (fault instanceof errors.JWSSignatureVerificationFailed || fault instanceof errors.JWKSNoMatchingKey)
    return 'signature';
  if (fault instanceof errors.JOSEAlgNotAllowed) return 'signature';
  if (fault instanceof errors.JOSEError && fault.code !== 'ERR_JWKS_TIMEOUT' && fault.code !== 'ERR_JOSE_GENERIC')
    return 'malformed';
  return 'unreachable';
}
