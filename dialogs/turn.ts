import type { TurnContext } from 'botbuilder';
import type { Language } from '#ai/reading.ts';
import type { Customer } from '#crm/customers/customers.ts';
import { type Audience, audienceOf } from '#crm/knowledge/audience.ts';
import type { ConversationEvent } from '#crm/messenger.ts';

/** What the front door knows about a turn before the dialogs begin. bot/ puts it into `context.turnState` under `turnKey`. */
export interface Turn {
  conversationId: string;
  /** The stored activity's id; what a kept preference points to as the place where it was said. */
  activityId: string;
  customer: Customer;
  /** The language that the customer wrote in last; the answer to a message without words ("4", a photo) is in it. */
  language: Language;
  now: Date;
  channel: string;
  /** Whether a form in a reply becomes an address of a page: the channel shows no forms, and our pages can be reached. */
  formLinks?: boolean;
  /** What the business reported, in a turn that no customer started. Set by bot/ from Messenger.send alone, never from what came in. */
  event?: ConversationEvent;
}

/** Where the turn lies in `context.turnState`. */
export const turnKey = Symbol('turn');

/** The turn that is running. Throws if bot/ did not put it there, which is a fault of the wiring. */
export function turnOf(context: TurnContext): Turn {
  const turn = context.turnState.get<Turn | undefined>(turnKey);
  if (!turn) throw new Error('No turn: set context.turnState under turnKey before running the main dialog.');
  return turn;
}

/** Whose knowledge the customer of this turn may hear. */
export const audienceHere = (context: TurnContext): Audience => audienceOf(turnOf(context).customer.audience);
