import { DialogContext } from 'botbuilder-dialogs';
import { asksForPerson, type Interruption } from '#ai/interruptions.ts';
import { NONE } from '#ai/reading.ts';
import { asksSomething } from './agreement.ts';
import type { Heard } from './heard.ts';
import { type WaitingDialog, waitingDialog } from './interruptible.ts';
import { memoryOf } from './memory.ts';
import { replies } from './replies.ts';
import { say } from './reply.ts';
import type { Router } from './router.ts';

/** How sure the reader must be of another wish before the open question is put aside for it. */
const SURE = 0.5;
/** How sure it must be to leave a dialog for a person that nobody asked for in so many words. */
const CERTAIN = 0.8;

/**
 * Hears a message while a question is open. What interrupts comes before the flow; else the flow gets its answer. True if the
 * message is served; false if the open question was let go and the message is to be served like any other.
 */
export async function continueOpen(dc: DialogContext, heard: Heard, router: Router): Promise<boolean> {
  const urgent = router.urgent(dc);
  if (urgent && !dc.stack.some(({ id }) => id === urgent.dialog.id)) {
    dc.stack.splice(0);
    return false;
  }
  const open = waitingDialog(dc);
  if (heard.interruption && !open?.claims(heard.interruption)) {
    return interrupt(dc, open, heard.interruption, heard, router);
  }
  if (!open) {
    await dc.continueDialog();
    return true;
  }
  const accepted = await open.accepts(heard);
  if (!accepted && (asksForPerson(heard.text) || means(heard, 'handoff'))) {
    return interrupt(dc, open, 'person', heard, router);
  }
  if (!accepted && !open.firm) {
    // Not endDialog: that would ask the question below again before the message is served.
    dc.stack.pop();
    return dc.stack.length > 0 ? continueOpen(dc, heard, router) : false;
  }
  const waits = await answerAsides(dc, heard, router, accepted);
  if (waits === undefined || (accepted && !waits)) await dc.continueDialog();
  else if (!waits) await dc.repromptDialog();
  return true;
}

/** Whether the whole message is of that intent, by a reader who is sure. */
const means = ({ reading }: Heard, intent: string): boolean =>
  reading.intent === intent && reading.confidence >= CERTAIN;

/** Serves the customer's own wishes beside the open question. Undefined: there were none. True: one of them now waits for an answer itself. */
async function answerAsides(
  dc: DialogContext,
  heard: Heard,
  router: Router,
  accepted: boolean,
): Promise<boolean | undefined> {
  const asides = asidesOf(dc, heard, router, accepted);
  if (asides.length === 0) return undefined;
  // A stack of its own: the dialog below must not be resumed, and ask again, after each of them.
  const aside = new DialogContext(dc.dialogs, dc.parent!, { dialogStack: [] });
  for (const wish of asides) if (aside.stack.length === 0) await router.begin(aside, { ...wish, aside: true });
  dc.stack.push(...aside.stack);
  return aside.stack.length > 0;
}

function asidesOf(dc: DialogContext, heard: Heard, router: Router, accepted: boolean) {
  const sure = new Set(heard.reading.wishes.filter((wish) => wish.confidence >= SURE).map((wish) => wish.intent));
  const wishes = router.wishesOf(dc, heard).filter((wish) => sure.has(wish.intent) && wish.intent !== NONE);
  if (accepted) {
    return heard.reading.wishes.length < 2
      ? []
      : wishes.filter((wish) => router.answers(wish.intent) && asksSomething(wish.text) && wish.text !== heard.text);
  }
  if (wishes.length > 0) return wishes;
  return asksSomething(heard.text) ? [{ intent: NONE, text: heard.text }] : [];
}

async function interrupt(
  dc: DialogContext,
  open: WaitingDialog | undefined,
  interruption: Interruption,
  heard: Heard,
  router: Router,
): Promise<boolean> {
  const words = replies[heard.language];
  switch (interruption) {
    case 'person': {
      const summary = open?.summary(heard.language);
      dc.stack.splice(0);
      await router.beginModule(dc, 'handoff', summary ? { summary } : {});
      return true;
    }
    case 'cancel':
    case 'stop': {
      const farewell = open?.farewell(heard.language) ?? words.cancelled;
      dc.stack.splice(0);
      memoryOf(dc.context).pending = [];
      // Who has just given something up is not asked how it was.
      delete memoryOf(dc.context).helped;
      await say(dc.context, farewell);
      return true;
    }
    case 'help':
      if (open) await open.help(heard.language);
      else {
        await say(dc.context, words.generalHelp);
        await dc.repromptDialog();
      }
      return true;
    case 'back':
      if (await open?.back()) return true;
      await say(dc.context, words.nothingBefore);
      await dc.repromptDialog();
      return true;
    case 'skip':
      if (await open?.skip()) return true;
      await say(dc.context, words.cannotSkip);
      await dc.repromptDialog();
      return true;
  }
}
