import { ActivityTypes } from 'botbuilder';
import { ComponentDialog, Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Logger } from 'pino';
import type { MessageReader } from '#ai/reader.ts';
import { giveCommands } from './afterwards.ts';
import type { DialogModule, DialogServices } from './dialogModule.ts';
import { handleEvent } from './events.ts';
import { hear, setHeard, silence } from './heard.ts';
import { isSound, waitingDialog } from './interruptible.ts';
import { continueOpen } from './interruptions.ts';
import { memoryOf, readMemory, setMemory } from './memory.ts';
import { replies } from './replies.ts';
import { say } from './reply.ts';
import { Router } from './router.ts';
import { turnOf } from './turn.ts';

/** What the main dialog is made of. */
export interface MainDialogParts {
  services: DialogServices;
  reader: MessageReader;
  modules: readonly DialogModule[];
  logger: Logger;
}

/**
 * The dialog at the bottom of every conversation. It never ends, so that its state can hold what the bot keeps in mind.
 * A message is read, the open question (if any) gets its answer or is interrupted, other wishes are served one after the
 * other, and at last the modules may say something of their own accord. Everything that the bot can do is in the modules.
 */
class MainDialog extends ComponentDialog {
  readonly #parts: MainDialogParts;
  readonly #router: Router;

  constructor(parts: MainDialogParts) {
    super('main');
    this.#parts = parts;
    this.#router = new Router(parts);
    for (const dialog of this.#router.dialogs) this.addDialog(dialog);
  }

  protected override onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#turn(dc);
  }

  protected override onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.#turn(dc);
  }

  async #turn(dc: DialogContext): Promise<DialogTurnResult> {
    const { context } = dc;
    const stored = dc.parent!.activeDialog!.state as { memory?: unknown };
    const memory = readMemory(stored.memory);
    setMemory(context, memory);
    setHeard(context, silence(memory.language ?? turnOf(context).language));
    const lost = !isSound(dc);
    if (lost) dc.stack.splice(0);
    if (context.activity.type === ActivityTypes.Message) {
      const answering = this.#router.isAnswering(dc);
      await this.#message(dc, lost);
      await this.#router.finish(dc, answering);
      if (!context.responded) await say(context, replies[memory.language ?? 'zh'].noted);
    } else await handleEvent(dc, this.#parts, this.#router);
    await giveCommands(context);
    stored.memory = memory;
    return Dialog.EndOfTurn;
  }

  async #message(dc: DialogContext, lost: boolean): Promise<void> {
    const { context } = dc;
    const { services, reader, modules } = this.#parts;
    const memory = memoryOf(context);
    const open = waitingDialog(dc);
    const heard = await hear(context, reader, {
      zone: (await services.shop.profile()).zone,
      before: memory.language ?? turnOf(context).language,
      ...(open?.expecting ? { expecting: open.expecting } : {}),
    });
    memory.language = heard.language;
    if (lost) await say(context, replies[heard.language].restarted);
    for (const module of modules) module.notice?.(context, services);
    if (heard.form && (await this.#router.takeForm(dc, heard.form.form))) return;
    if (dc.stack.length > 0 && (await continueOpen(dc, heard, this.#router))) return;
    await this.#router.serve(dc, heard);
  }
}

/** Builds the main dialog; bot/ adds it to a DialogSet and runs it each turn, begun with its id where nothing is open. */
export const createMainDialog = (parts: MainDialogParts): Dialog => new MainDialog(parts);
