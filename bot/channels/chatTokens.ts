import type { Clock } from '#crm/clock.ts';
import { wantsLargeType } from '#crm/preferences/needs.ts';
import type { Services } from '#crm/services.ts';
import type { DirectLine } from './directLine/index.ts';
import { type Grant, Tokens } from './directLine/tokens.ts';
import { channelId } from './directLine/turnsStore.ts';
import type { ShopAccount, ShopTokens, TokenRefusal } from './shopToken.ts';

/** How long after its end a page's token still says who its holder is: a customer who comes back within half a year is known. */
const rememberedSeconds = 180 * 24 * 3600;

/** What a page asks for, and what it may show of an earlier visit. */
export interface ChatTokenRequest {
  locale?: string;
  conversationId?: string;
  token?: string;
  /** A code that was given to the page by another channel of the same person; good once. */
  pass?: string;
  /** The shop's word on who is signed in on its page (docs/sign-in.md). */
  shopToken?: string;
}

/** What came of the shop's word: nobody said anything, the visitor is that customer, or why the word was not believed. */
export type ShopWord = 'none' | 'joined' | TokenRefusal;

type Parts = Pick<Services, 'customers' | 'joinCodes' | 'preferences' | 'shopAccounts'>;

/**
 * Gives the chat page its tokens. A page that shows the token of an earlier visit stays the same customer, and may go on with
 * the conversation that the token names; any other conversation id is not taken on trust, the page gets a new one. With a pass the
 * visitor is the customer to whom it was given, with the shop's token the one who is signed in there; one that does not hold changes nothing.
 */
export function createChatTokens(
  directLine: DirectLine,
  { customers, joinCodes, preferences, shopAccounts }: Parts,
  shopTokens: ShopTokens,
  signingKey: Uint8Array,
  clock: Clock,
) {
  const tokens = new Tokens(signingKey, clock);

  async function signIn(userId: string, { number, name }: ShopAccount): Promise<boolean> {
    const account = { channel: channelId, externalId: userId };
    await customers.recognise(account);
    return (await shopAccounts.signIn({ ...account, number, name })) === 'joined';
  }

  return async ({ locale, conversationId, token, pass, shopToken }: ChatTokenRequest) => {
    const earlier = token ? await tokens.read(token, rememberedSeconds).catch(() => undefined) : undefined;
    const grant: Partial<Grant> = {};
    if (earlier) grant.userId = earlier.userId;
    if (earlier && conversationId === earlier.conversationId) grant.conversationId = conversationId;
    if (locale) grant.locale = locale;
    let issued = await directLine.issueToken(grant);
    if (pass) {
      const customer = await customers.recognise({ channel: channelId, externalId: issued.userId });
      await joinCodes.redeem(pass, customer.id);
    }
    let shop: ShopWord = 'none';
    if (shopToken) {
      const account = await shopTokens.read(shopToken);
      if (typeof account === 'string') shop = account;
      else {
        shop = 'joined';
        // Somebody else was signed in at this browser before: what they said is not shown to whoever is now.
        if (!(await signIn(issued.userId, account))) {
          issued = await directLine.issueToken(locale ? { locale } : {});
          await signIn(issued.userId, account);
        }
      }
    }
    const known = earlier || pass || shop === 'joined';
    const customer = known ? await customers.byAccount({ channel: channelId, externalId: issued.userId }) : null;
    const needs = customer ? await preferences.needsOf(customer.id) : [];
    return { ...issued, largeType: wantsLargeType(needs), shop };
  };
}
