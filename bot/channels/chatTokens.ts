import type { Clock } from '#crm/clock.ts';
import type { DirectLine } from './directLine/index.ts';
import { type Grant, Tokens } from './directLine/tokens.ts';

/** How long after its end a page's token still says who its holder is: a customer who comes back within half a year is known. */
const rememberedSeconds = 180 * 24 * 3600;

/** What a page asks for, and what it may show of an earlier visit. */
export interface ChatTokenRequest {
  locale?: string;
  conversationId?: string;
  token?: string;
}

/**
 * Gives the chat page its tokens. A page that shows the token of an earlier visit stays the same customer, and may go on with
 * the conversation that the token names; any other conversation id is not taken on trust, the page gets a new one.
 */
export function createChatTokens(directLine: DirectLine, signingKey: Uint8Array, clock: Clock) {
  const tokens = new Tokens(signingKey, clock);
  return async ({ locale, conversationId, token }: ChatTokenRequest) => {
    const earlier = token ? await tokens.read(token, rememberedSeconds).catch(() => undefined) : undefined;
    const grant: Partial<Grant> = {};
    if (earlier) grant.userId = earlier.userId;
    if (earlier && conversationId === earlier.conversationId) grant.conversationId = conversationId;
    if (locale) grant.locale = locale;
    return directLine.issueToken(grant);
  };
}
