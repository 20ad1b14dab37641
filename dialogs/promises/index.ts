import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { PromiseDetail } from '#crm/promises/promises.ts';
import type { DialogModule, EventHandler } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { waitingDialog } from '../interruptible.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { sayTime } from '../when.ts';
import { replies } from './replies.ts';

const idsSchema = z.object({ promiseId: z.string() });
type Words = (typeof replies)['zh'];

/** Nothing is asked about promises: they are only told. */
class NoDialog extends Dialog {
  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return dc.endDialog(false);
  }
}

/** Tells one kind of news of a promise in this conversation; a firm open question is asked again below it. */
function told(tell: (words: Words, promise: PromiseDetail, by: string) => string): EventHandler {
  return async (event, { dc, services }) => {
    const { promiseId } = idsSchema.parse(event.ids);
    const { conversationId, now } = turnOf(dc.context);
    const promises = await services.promises.ofConversation(conversationId, { withdrawn: true });
    const promise = promises.find(({ id }) => id === promiseId);
    if (!promise) return;
    const { language } = heardOf(dc.context);
    const { zone } = await services.shop.profile();
    const by = promise.dueAt ? sayTime(promise.dueAt, now, zone, language) : '';
    await say(dc.context, tell(replies[language], promise, by));
    if (waitingDialog(dc)?.firm) await dc.repromptDialog();
  };
}

/** What staff promised: told when it is confirmed, moved, late, kept or withdrawn. */
export const promises: DialogModule = {
  id: 'promises',
  intents: {},
  create: () => new NoDialog('promises@1'),
  events: {
    promiseMade: told((words, { staff, text }, by) => words.made(staff.name, text, by)),
    promiseMoved: told((words, { staff, text }, by) => words.moved(staff.name, text, by)),
    promiseKept: told((words, { staff, text }) => words.kept(staff.name, text)),
    promiseLate: told((words, { staff, text }) => words.late(staff.name, text)),
    promiseWithdrawn: told((words, { staff, text }) => words.withdrawn(staff.name, text)),
  },
};
