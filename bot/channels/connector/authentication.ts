import type { IncomingMessage } from 'node:http';
import type {
  Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import { AuthenticationConstants, AuthenticationError, ClaimsIdentity } from 'botframework-connector';
import { decodeJwt } from 'jose';
import type { Json } from '../../turns/turn.ts';
import { KeysUnavailable, NotFromHere, Unauthorized } from './errors.ts';
import { isFromHere } from './loopback.ts';

/** Longer than any token that a channel sends, in characters. */
const longestHeader = 16_384;

/** Claims that say who spoke and to which bot; nothing else of a token is kept. */
const keptClaims = ['iss', 'aud', 'appid', 'azp', 'ver', 'tid', 'serviceurl'];

/** Tenants in which Microsoft itself issues tokens for bots: the Bot Framework's, Microsoft's, and the government's. */
const microsoftTenants = [
  'd6d49420-f39b-4df7-a1dc-d59a935871db',
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  'cab8a31a-1906-4287-a0d8-4eef66b95f6e',
];

/** Decides who may post activities: by token where the bot has an app id, else only programs on this machine. */
export class Authentication {
  readonly #authentication: ConfigurationBotFrameworkAuthentication;
  readonly #settings: ConfigurationBotFrameworkAuthenticationOptions;

  constructor(
    authentication: ConfigurationBotFrameworkAuthentication,
    settings: ConfigurationBotFrameworkAuthenticationOptions,
  ) {
    this.#authentication = authentication;
    this.#settings = settings;
  }

  /** Whether requests carry tokens. */
  get signed(): boolean {
    return Boolean(this.#settings.MicrosoftAppId);
  }

  /** What can be told before the body is read. @throws Unauthorized, NotFromHere. */
  admit(request: IncomingMessage): void {
    if (!this.signed) {
      if (!isFromHere(request)) throw new NotFromHere();
      return;
    }
    const header = request.headers.authorization ?? '';
    if (!/^Bearer \S+$/.test(header))
      throw new Unauthorized('Send the token of the channel as "Authorization: Bearer …".');
    if (header.length > longestHeader || this.#isStranger(header)) throw new Unauthorized('This token is not for us.');
  }

  /** The claims of whoever posted the activity. @throws Unauthorized, KeysUnavailable. */
  async claimsOf(request: IncomingMessage, activity: Activity): Promise<Json> {
    try {
      const header = request.headers.authorization ?? '';
      const { claimsIdentity } = await this.#authentication.authenticateRequest(activity, header);
      const kept = claimsIdentity.claims.filter(({ type }) => keptClaims.includes(type));
      return Object.fromEntries(kept.map(({ type, value }) => [type, value]));
    } catch (fault) {
      if (isOutage(fault)) throw new KeysUnavailable({ cause: fault });
      throw new Unauthorized('This token is not valid here.', { cause: fault });
    }
  }

  /**
   * The SDK takes the tenant of every token, true or forged, into a list that only grows (EmulatorValidation). Tokens of
   * channels have none; those that have are ours or Microsoft's.
   */
  #isStranger(header: string): boolean {
    try {
      const { tid } = decodeJwt(header.slice('Bearer '.length));
      return tid !== undefined && ![...microsoftTenants, this.#settings.MicrosoftAppTenantId].includes(String(tid));
    } catch {
      return true;
    }
  }
}

/** The identity that claims stand for, as the SDK wants it. */
export function identityOf(claims: Json): ClaimsIdentity {
  const list = Object.entries(claims).map(([type, value]) => ({ type, value: String(value) }));
  return new ClaimsIdentity(list, list.length > 0 || AuthenticationConstants.AnonymousAuthType);
}

/** The keys could not be fetched: the token may be good all the same. */
function isOutage(fault: unknown): boolean {
  if (fault instanceof AuthenticationError) return fault.statusCode >= 500;
  return (fault as Error | undefined)?.name === 'FetchError';
}
