import { z } from 'zod';
import type { PromiseDetail } from '#crm/promises/promises.ts';
import type { DialogModule, EventHandler } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { waitingDialog } from '../interruptible.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { sayTime } from '../when.ts';
import { examples } from './examples.ts';
import { PromisesDialog } from './promisesDialog.ts';
import { replies } from './replies.ts';

const idsSchema = z.object({ promiseId: z.string() });
type Words = (typeof replies)['zh'];

/** A promise as it is told: who gave it, in which words, by when. */
interface Told {
  who: string;
  text: string;
  by: string;
  isBots: boolean;
}

/** Tells one kind of news of a promise in this conversation; a firm open question is asked again below it. */
function told(tell: (words: Words, told: Told) => string): EventHandler {
  return async (event, { dc, services }) => {
    const { promiseId } = idsSchema.parse(event.ids);
    const { conversationId, now } = turnOf(dc.context);
    const promises: PromiseDetail[] = await services.promises.ofConversation(conversationId, { withdrawn: true });
    const promise = promises.find(({ id }) => id === promiseId);
    if (!promise) return;
    const { language } = heardOf(dc.context);
    const words = replies[language];
    const { zone } = await services.shop.profile();
    const by = promise.dueAt ? sayTime(promise.dueAt, now, zone, language) : '';
    const { staff, text } = promise;
    await say(dc.context, tell(words, { who: staff?.name ?? words.colleague, text, by, isBots: !staff }));
    if (waitingDialog(dc)?.firm) await dc.repromptDialog();
  };
}

/** What staff and the bot promised: told when it is confirmed, moved, late, kept or withdrawn, and whenever the customer asks. */
export const promises: DialogModule = {
  id: 'promises',
  intents: examples,
  create: (services) => new PromisesDialog(services),
  events: {
    promiseMade: told((words, { who, text, by }) => words.made(who, text, by)),
    promiseMoved: told((words, { who, text, by }) => words.moved(who, text, by)),
    promiseKept: told((words, { who, text }) => words.kept(who, text)),
    promiseLate: told((words, { who, text, isBots }) => (isBots ? words.lateBot(text) : words.late(who, text))),
    promiseWithdrawn: told((words, { who, text }) => words.withdrawn(who, text)),
  },
};
