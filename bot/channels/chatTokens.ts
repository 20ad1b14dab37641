import type { Clock } from '#crm/clock.ts';
import { wantsLargeType } from '#crm/preferences/needs.ts';
import type { Services } from '#crm/services.ts';
import type { DirectLine } from './directLine/index.ts';
import { type Grant, Tokens } from './directLine/tokens.ts';
import { channelId } from './directLine/turnsStore.ts';

/** How long after its end a page's token still says who its holder is: a customer who comes back within half a year is known. */
const rememberedSeconds = 180 * 24 * 3600;

/** What a page asks for, and what it may show of an earlier visit. */
export interface ChatTokenRequest {
  locale?: string;
  conversationId?: string;
  token?: string;
  /** A code that was given to the page by another channel of the same person; good once. */
  pass?: string;
}

/**
 * Gives the chat page its tokens. A page that shows the token of an earlier visit stays the same customer, and may go on with
 * the conversation that the token names; any other conversation id is not taken on trust, the page gets a new one. With a pass the
 * visitor is the customer to whom it was given; one that does not hold changes nothing.
 */
export function createChatTokens(
  directLine: DirectLine,
  { customers, joinCodes, preferences }: Pick<Services, 'customers' | 'joinCodes' | 'preferences'>,
  signingKey: Uint8Array,
  clock: Clock,
) {
  const tokens = new Tokens(signingKey, clock);
  return async ({ locale, conversationId, token, pass }: ChatTokenRequest) => {
    const earlier = token ? await tokens.read(token, rememberedSeconds).catch(() => undefined) : undefined;
    const grant: Partial<Grant> = {};
    if (earlier) grant.userId = earlier.userId;
    if (earlier && conversationId === earlier.conversationId) grant.conversationId = conversationId;
    if (locale) grant.locale = locale;
    const issued = await directLine.issueToken(grant);
    if (pass) {
      const customer = await customers.recognise({ channel: channelId, externalId: issued.userId });
      await joinCodes.redeem(pass, customer.id);
    }
    const known = earlier || pass ? await customers.byAccount({ channel: channelId, externalId: issued.userId }) : null;
    const needs = known ? await preferences.needsOf(known.id) : [];
    return { ...issued, largeType: wantsLargeType(needs) };
  };
}
