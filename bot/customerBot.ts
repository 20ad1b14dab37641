import { ActivityHandler, ActivityTypes, type StatePropertyAccessor, type TurnContext } from 'botbuilder';
import { type Dialog, DialogSet, type DialogState } from 'botbuilder-dialogs';
import { customerOfRow } from '#crm/customers/customerOfRow.ts';
import type { Services } from '#crm/services.ts';
import { type Turn as DialogTurn, turnKey } from '#dialogs/turn.ts';
import type { Customer } from '#prisma/client.ts';
import { TurnAdapter } from './turnAdapter.ts';
import type { Decide, Json, Turn } from './turns/turn.ts';

/** What the bot is made of. */
export interface CustomerBotParts {
  services: Services;
  mainDialog: Dialog;
  clock: { now(): Date };
  /** Whether a form becomes an address of a page on a channel. */
  formLinks(channel: string): boolean;
}

/**
 * The bot: finds out who speaks, runs the main dialog, and hands back what was said and the dialog state, both for the
 * turn's commit. Every kind of activity goes to the main dialog; which kinds mean something is the dialogs' to know.
 */
export function createCustomerBot({ services, mainDialog, clock, formLinks }: CustomerBotParts): Decide {
  const adapter = new TurnAdapter();
  let scopes: unknown;

  return async (turn) => {
    const customer = await customerOf(services, turn);
    const state = new DialogStateOfTurn(turn.state);
    const dialogTurn: DialogTurn = {
      conversationId: turn.conversationId,
      activityId: turn.activityId,
      customer,
      language: languageOf(turn, customer),
      now: clock.now(),
      channel: turn.channel,
      formLinks: formLinks(turn.channel),
      ...(turn.direction === 'internal' ? { event: eventOf(turn) } : {}),
    };
    const bot = new CustomerBot(mainDialog, state);
    const { replies, explanations } = await adapter.run(turn.activity, turn.ephemeral, async (context) => {
      context.turnState.set(turnKey, dialogTurn);
      // botbuilder-dialogs makes its memory scopes anew for each turn, though they keep nothing themselves: 0.3 ms of every turn.
      if (scopes) context.turnState.set(memoryScopesKey, scopes);
      await bot.run(context);
      scopes ??= context.turnState.get(memoryScopesKey);
    });
    return { replies, explanations, state: state.value, language: writtenLanguage(state.value) };
  };
}

/** Where DialogStateManager looks for the memory scopes and path resolvers of a turn (botbuilder-dialogs 4.23). */
const memoryScopesKey = 'DialogStateManagerConfiguration';

class CustomerBot extends ActivityHandler {
  constructor(mainDialog: Dialog, state: StatePropertyAccessor<DialogState>) {
    super();
    this.onTurn(async (context, next) => {
      const dialogs = new DialogSet(state).add(mainDialog);
      const dialogContext = await dialogs.createContext(context);
      const result = await dialogContext.continueDialog();
      if (result.status === 'empty') await dialogContext.beginDialog(mainDialog.id);
      await next();
    });
  }
}

/** Bot Framework's ConversationState for one turn: read with the lease, written by the turn's last statement. */
class DialogStateOfTurn implements StatePropertyAccessor<DialogState> {
  value: Json | null;

  constructor(stored: Json | null) {
    this.value = stored;
  }

  async get(_context: TurnContext, initial?: DialogState): Promise<DialogState> {
    this.value ??= (initial as unknown as Json) ?? { dialogStack: [] };
    return this.value as unknown as DialogState;
  }

  async set(_context: TurnContext, value: DialogState): Promise<void> {
    this.value = value as unknown as Json;
  }

  async delete(): Promise<void> {
    this.value = null;
  }
}

/** Somebody who opened the page and has not written yet is nobody's record: a visitor without an id. */
const visitor = (now: Date): Customer => ({
  id: '',
  name: null,
  language: null,
  phone: null,
  email: null,
  birthday: null,
  city: null,
  tier: null,
  audience: null,
  createdAt: now,
  lastSeenAt: null,
  ownerId: null,
  ownedSince: null,
  stage: null,
  demo: false,
  erasedAt: null,
  mergedIntoId: null,
  ownFields: null,
});

async function customerOf(services: Services, turn: Turn): Promise<Customer> {
  if (turn.customer) return customerOfRow(turn.customer);
  const found = turn.customerId ? await services.customers.find(turn.customerId) : null;
  return found ?? visitor(new Date(String(turn.activity.timestamp)));
}

function languageOf(turn: Turn, customer: Customer): 'zh' | 'en' {
  const named = turn.language ?? turn.activity.locale?.slice(0, 2) ?? customer.language;
  return named === 'en' ? 'en' : 'zh';
}

/** The language that the main dialog found the customer to write in; it keeps it in its memory. */
function writtenLanguage(state: Json | null): string | undefined {
  const stack = (state as { dialogStack?: { state?: { memory?: { language?: string } } }[] } | null)?.dialogStack;
  return stack?.[0]?.state?.memory?.language;
}

/** What Messenger.send put into the inbox; undefined for somebody who joins. */
function eventOf(turn: Turn): DialogTurn['event'] {
  if (turn.activity.type !== ActivityTypes.Event) return undefined;
  return { kind: String(turn.activity.name), ids: (turn.activity.value ?? {}) as Record<string, string> };
}
