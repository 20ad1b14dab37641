import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { PromiseDetail } from '#crm/promises/promises.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { sayTime } from '../when.ts';
import { replies } from './replies.ts';

/** For so long the customer is still shown what was settled. */
const SHOWN_DAYS = 14;

/** "What did you promise me?": what is still open, soonest first, and what was settled lately, each with how it stands. */
export class PromisesDialog extends Dialog {
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('promises@1');
    this.#services = services;
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const { promises, shop } = this.#services;
    const { customer, now } = turnOf(dc.context);
    const { language } = heardOf(dc.context);
    const words = replies[language];
    const since = new Date(now.getTime() - SHOWN_DAYS * 86_400_000);
    const [open, settled] = customer.id
      ? [await promises.ofCustomer(customer.id), await promises.settledFor(customer.id, since)]
      : [[], []];
    const shown = [...open, ...settled];
    if (shown.length === 0) {
      await say(dc.context, words.none, { buttons: words.noneButtons });
      return dc.endDialog();
    }
    const { zone } = await shop.profile();
    const lines = shown.map((promise) => {
      const by = promise.dueAt && !promise.settledAt ? sayTime(promise.dueAt, now, zone, language) : '';
      const line = words.line({ who: promise.staff?.name ?? null, text: promise.text.replace(/[。.]$/, ''), by });
      return `- ${line} · **${words.states[stateOf(promise)]}**`;
    });
    await say(dc.context, `${words.list(shown.length)}\n\n${lines.join('\n')}`);
    return dc.endDialog();
  }
}

function stateOf({ state, settledAt }: PromiseDetail): keyof (typeof replies)['zh']['states'] {
  if (state === 'late') return settledAt ? 'keptLate' : 'late';
  return state === 'kept' || state === 'broken' || state === 'withdrawn' ? state : 'open';
}
