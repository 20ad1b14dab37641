import type { TurnContext } from 'botbuilder';
import type { Dialog, DialogContext } from 'botbuilder-dialogs';
import type { Logger } from 'pino';
import type { Examples } from '#ai/examples.ts';
import type { Services } from '#crm/services.ts';

/** The part of the business that dialogs talk to. */
export type DialogServices = Pick<
  Services,
  | 'shop'
  | 'customers'
  | 'preferences'
  | 'zones'
  | 'recordLinks'
  | 'privacy'
  | 'access'
  | 'joinCodes'
  | 'products'
  | 'purchases'
  | 'points'
  | 'tiers'
  | 'vouchers'
  | 'buyers'
  | 'knowledge'
  | 'conversations'
  | 'complaints'
  | 'consents'
  | 'care'
  | 'defects'
  | 'promises'
  | 'tasks'
  | 'surveys'
  | 'invitations'
  | 'responses'
  | 'surveyLinks'
>;

/** What a module's dialog is begun with when a message asked for it. Other options are the module's own (`initiative`, `events`). */
export interface WishOptions {
  wish: {
    intent: string;
    aspect?: string;
    text: string;
    /** Beside an open question, which is asked again afterwards: answer, and offer nothing that needs an answer. */
    aside?: boolean;
  };
}

/** Something that happened elsewhere and concerns this conversation. `kind` names it, `ids` say which records. */
export interface DialogEvent {
  kind: string;
  ids: Record<string, unknown>;
}

/** What a handler of events may use. `dc` is the main dialog's: it can begin this module's dialog or cancel what is open. */
export interface EventTurn {
  dc: DialogContext;
  services: DialogServices;
  logger: Logger;
}
export type EventHandler = (event: DialogEvent, turn: EventTurn) => Promise<void>;

/**
 * One thing that the bot can do. A new one is a folder with this contract in its index.ts and a line in dialogs/index.ts;
 * the main dialog loops over the list and does not change.
 *
 * @example
 * export const points: DialogModule = { id: 'points', intents: examples, create: (services) => new PointsDialog(services) };
 */
export interface DialogModule {
  /** Also the label in `evaluate routing`. */
  id: string;
  /** Sentences by intent, `intent.aspect` for a finer kind; the reader is trained with them, and messages of these intents begin the dialog. */
  intents: Examples;
  /**
   * The dialog; its id carries a version ("points@1"), which changes when its stored state does. Begun with `{ wish }`
   * (WishOptions), it may end with the result false: it has nothing to say to that.
   */
  create(services: DialogServices): Dialog;
  /**
   * Answers questions from what the shop knows, perhaps with a model: so it is served before dialogs that give commands, it may
   * answer in the middle of another dialog, and it is asked about messages that no intent claims (wish `none`).
   */
  answers?: boolean;
  /** Intents that are courtesies (greeting, thanks): passed over beside a real wish. */
  courtesies?: readonly string[];
  /** Whether a message is this module's whatever the reader takes it for ("the second one", after a list of its own). */
  claims?(context: TurnContext): boolean;
  /** The same by the words alone, where they tell; `evaluate routing` asks this too. */
  wants?(text: string): boolean;
  /** Whether a message is so pressing that this module comes before everything else. */
  urgent?(context: TurnContext): boolean;
  /** Whether its dialog takes a form with the module's id: continued where it is open, else begun with `{ form: true }`; the form is in what was heard. */
  takesForm?: boolean;
  /** Looks at every message in passing, before it is served, and may note something in memory. Quick; commands only `afterwards`. */
  notice?(context: TurnContext, services: DialogServices): void;
  /** Asked once nothing is open any more: what to begin the module's dialog with of the bot's own accord; undefined for nothing. */
  initiative?(context: TurnContext, services: DialogServices): Promise<object | undefined>;
  /** What customers' pages report (thumbs): not trusted, parse it. */
  reports?: Record<string, EventHandler>;
  /** What the business reports (Messenger.send). */
  events?: Record<string, EventHandler>;
}
