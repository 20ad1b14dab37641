import type { ConnectorClientOptions } from 'botframework-connector';
import { DeliveryDeferred, DeliveryRefused } from '../channel.ts';

/** The channel answered so that nobody knows whether it shows the activity. */
export class DeliveryUnclear extends Error {
  override name = 'DeliveryUnclear';
}

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type HttpResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;

/** Faults of the network before a byte of the activity was out. */
const neverArrived = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
/** Statuses after which the same activity may be taken: the token is renewed, the pace is slower. */
const notNow = new Set([401, 408, 412, 425, 429, 503]);

/**
 * How the SDK's connector client reaches channels: one attempt, with a limit, and its end in the delivery's words. The
 * SDK's own client repeats by itself, without order and without knowing what may be sent twice; what this one throws
 * passes through it.
 */
export const channelService = (limitMs: number): HttpClient => ({
  async sendRequest(request) {
    const body = typeof request.body === 'string' ? request.body : null;
    let response: Response;
    try {
      response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.toJson({ preserveCase: true }),
        body,
        redirect: 'manual', // a redirect would carry the bot's token elsewhere
        signal: AbortSignal.timeout(limitMs),
      });
    } catch (fault) {
      const { code } = ((fault as Error).cause ?? fault) as { code?: string };
      if (neverArrived.has(code ?? '')) throw new DeliveryDeferred(`The channel cannot be reached (${code}).`);
      throw new DeliveryUnclear(`The channel did not answer: ${(fault as Error).message}`, { cause: fault });
    }
    const bodyAsText = await response.text().catch(() => '');
    if (!response.ok) throw refusal(response, bodyAsText);
    const headers = Object.fromEntries(response.headers);
    return {
      request,
      status: response.status,
      headers: { toJson: () => headers },
      bodyAsText,
    } as unknown as HttpResponse;
  },
});

function refusal({ status, headers }: Response, body: string): Error {
  const said = `The channel answered ${status}: ${body.slice(0, 300)}`;
  if (notNow.has(status)) return new DeliveryDeferred(said, { retryAfterMs: retryAfter(headers.get('retry-after')) });
  return status >= 500 ? new DeliveryUnclear(said) : new DeliveryRefused(said);
}

/** Retry-After in seconds (RFC 9110) as ms, an hour at most. */
function retryAfter(value: string | null): number | undefined {
  const seconds = Number(value ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), 3600) * 1000 : undefined;
}
