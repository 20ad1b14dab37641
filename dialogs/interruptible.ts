import type { TurnContext } from 'botbuilder';
import {
  ComponentDialog,
  Dialog,
  DialogContext,
  type DialogInstance,
  type DialogReason,
  type DialogState,
  type DialogTurnResult,
} from 'botbuilder-dialogs';
import type { z } from 'zod';
import type { Interruption } from '#ai/interruptions.ts';
import type { Expecting, Language } from '#ai/reading.ts';
import { type Heard, heardOf } from './heard.ts';
import { say } from './reply.ts';

/**
 * A dialog that waits for the answer to one open question at a time. Whatever the question is, the main dialog first looks
 * whether the customer wants something else: to cancel, to go back, help, a person, an answer to a question of their own.
 * That happens outside of the dialog, so that no step can forget it; the dialog only says how it behaves then.
 *
 * `State` is what is stored between two messages: JSON, small, read through `shape` at every turn.
 */
export abstract class InterruptibleDialog<State extends object> extends Dialog {
  /** The stored state's shape; what an older release left and does not fit any more is dropped, and the customer is told. */
  protected abstract readonly shape: z.ZodType<State>;
  /** A firm question is asked again after an interruption. One that is not is let go when the customer speaks of something else. */
  abstract readonly firm: boolean;

  /** Begins; ends or asks the first question. */
  protected abstract begin(dc: DialogContext, options: object): Promise<DialogTurnResult>;
  /** Hears the answer to the open question. */
  protected abstract hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult>;
  /** Asks the open question (again). */
  protected abstract ask(context: TurnContext, state: State): Promise<void>;
  /** Whether the message answers the open question. */
  protected abstract accepts(heard: Heard, state: State, context: TurnContext): boolean | Promise<boolean>;
  /** What the open question asks for, for the reader. */
  protected expects(_state: State): Expecting | undefined {
    return undefined;
  }
  /** Whether a word like "no need" or "skip" is an answer here rather than an interruption. */
  protected claims(_interruption: Interruption, _state: State): boolean {
    return false;
  }
  /** A sentence that explains the open question; it is asked again after it. */
  protected abstract explain(language: Language, state: State): string;
  /** What to say when the customer cancels; undefined: the general sentence. */
  protected farewell(_language: Language, _state: State): string | undefined {
    return undefined;
  }
  /** One step back; undefined at the first. */
  protected previous(_state: State): State | undefined {
    return undefined;
  }
  /** Passes over the open question; undefined if it must be answered. */
  protected skip(_dc: DialogContext, _state: State): Promise<DialogTurnResult> | undefined {
    return undefined;
  }
  /** What a person who takes over should know of what was said so far. */
  protected summary(_language: Language, _state: State): string | undefined {
    return undefined;
  }

  override beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    return this.begin(dc, options ?? {});
  }

  override continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.hear(dc, this.stateOf(dc.activeDialog), heardOf(dc.context));
  }

  override async resumeDialog(dc: DialogContext, _reason: DialogReason): Promise<DialogTurnResult> {
    await this.ask(dc.context, this.stateOf(dc.activeDialog));
    return Dialog.EndOfTurn;
  }

  override async repromptDialog(context: TurnContext, instance: DialogInstance): Promise<void> {
    await this.ask(context, this.stateOf(instance));
  }

  /** Stores the state, asks its question and waits. */
  protected async wait(dc: DialogContext, state: State): Promise<DialogTurnResult> {
    dc.activeDialog!.state = { ...state };
    await this.ask(dc.context, state);
    return Dialog.EndOfTurn;
  }

  private stateOf(instance: DialogInstance | undefined): State {
    return this.shape.parse(instance?.state);
  }

  /** Whether a stored state is one of this release. */
  fits(state: unknown): boolean {
    return this.shape.safeParse(state).success;
  }

  /** What the main dialog asks a waiting dialog about; bound to its stored state. */
  waiting(dc: DialogContext): WaitingDialog {
    const state = this.stateOf(dc.activeDialog);
    return {
      firm: this.firm,
      expecting: this.expects(state),
      accepts: async (heard) => this.accepts(heard, state, dc.context),
      claims: (interruption) => this.claims(interruption, state),
      summary: (language) => this.summary(language, state),
      farewell: (language) => this.farewell(language, state),
      help: async (language) => {
        await say(dc.context, this.explain(language, state));
        await this.ask(dc.context, state);
      },
      back: async () => {
        const previous = this.previous(state);
        if (previous) await this.wait(dc, previous);
        return previous !== undefined;
      },
      skip: async () => {
        const skipped = this.skip(dc, state);
        await skipped;
        return skipped !== undefined;
      },
    };
  }
}

/** A waiting dialog as the main dialog sees it. */
export interface WaitingDialog {
  firm: boolean;
  expecting: Expecting | undefined;
  accepts(heard: Heard): Promise<boolean>;
  claims(interruption: Interruption): boolean;
  summary(language: Language): string | undefined;
  farewell(language: Language): string | undefined;
  /** Explains the open question and asks it again. */
  help(language: Language): Promise<void>;
  /** Goes one step back and asks; false at the first step. */
  back(): Promise<boolean>;
  /** Passes over the question; false if it must be answered. */
  skip(): Promise<boolean>;
}

/** The innermost waiting dialog; undefined if it is a plain Bot Framework prompt, which is firm and takes what it is told. */
export function waitingDialog(main: DialogContext): WaitingDialog | undefined {
  let dc = main;
  while (dc.child) dc = dc.child;
  const active = dc.activeDialog;
  const dialog = active ? dc.findDialog(active.id) : undefined;
  return dialog instanceof InterruptibleDialog ? dialog.waiting(dc) : undefined;
}

/** Whether every dialog on the stored stack exists in this release and knows its state. */
export function isSound(dc: DialogContext): boolean {
  return dc.stack.every((instance) => {
    const dialog = dc.findDialog(instance.id);
    if (!dialog || typeof instance.state !== 'object' || instance.state === null) return false;
    if (dialog instanceof InterruptibleDialog) return dialog.fits(instance.state);
    if (!(dialog instanceof ComponentDialog)) return true;
    const inner = (instance.state as { dialogs?: DialogState }).dialogs ?? { dialogStack: [] };
    return isSound(new DialogContext(dialog.dialogs, dc, inner));
  });
}
