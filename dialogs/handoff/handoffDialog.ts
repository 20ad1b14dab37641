import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { asksForPerson } from '#ai/interruptions.ts';
import type { Expecting, Language } from '#ai/reading.ts';
import { NotFound } from '#crm/errors.ts';
import { decisionOf } from '../agreement.ts';
import type { DialogServices } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { sayTime } from '../when.ts';
import { replies } from './replies.ts';
import { requestOf } from './request.ts';

/** The dialog's id; other modules end with an offer by replacing themselves with it. */
export const handoffDialogId = 'handoff@1';

/** `offer`: ask whether a person is wanted, after these words. `summary`: what the open dialog knew. `wish`: what the customer asked. */
export interface HandoffOptions {
  offer?: { lead: string; question: string };
  summary?: string;
  wish?: { text: string };
}

const shape = z.discriminatedUnion('asked', [
  z.object({ asked: z.literal('offer'), question: z.string() }),
  z.object({ asked: z.literal('contact') }),
]);
type State = z.infer<typeof shape>;

/** "A person, please": a task at once, never a question why; then the hours and what happens next. */
export class HandoffDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super(handoffDialogId);
    this.#services = services;
  }

  protected override async begin(dc: DialogContext, options: HandoffOptions): Promise<DialogTurnResult> {
    if (!options.offer) return this.#call(dc, options.summary ?? options.wish?.text);
    const words = replies[heardOf(dc.context).language];
    dc.activeDialog!.state = { asked: 'offer', question: options.offer.question.slice(0, 1000) } satisfies State;
    await say(dc.context, `${options.offer.lead}\n\n${words.offer}`, { buttons: words.offerButtons });
    return Dialog.EndOfTurn;
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    if (state.asked === 'contact') return this.#keepContact(dc, heard);
    if (wants(heard) === 'yes') return this.#call(dc, state.question, true);
    await say(dc.context, replies[heard.language].declined);
    return dc.endDialog();
  }

  protected override async ask(context: TurnContext, state: State): Promise<void> {
    const words = replies[heardOf(context).language];
    if (state.asked === 'contact') return say(context, words.numberWelcome);
    await say(context, words.offer, { buttons: words.offerButtons });
  }

  protected override accepts(heard: Heard, state: State): boolean {
    const { phones, emails } = heard.reading.entities;
    return state.asked === 'contact' ? phones.length + emails.length > 0 : wants(heard) !== undefined;
  }

  protected override claims(interruption: string, state: State): boolean {
    return state.asked === 'offer' && ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override expects(state: State): Expecting | undefined {
    return state.asked === 'contact' ? 'phone' : undefined;
  }

  protected override explain(language: Language, state: State): string {
    return state.asked === 'contact' ? replies[language].contactHelp : replies[language].offerHelp;
  }

  protected override farewell(language: Language): string {
    return replies[language].stays;
  }

  async #call(dc: DialogContext, detail: string | undefined, isQuestion = false): Promise<DialogTurnResult> {
    const { context } = dc;
    const { shop, tasks, conversations, promises } = this.#services;
    const { customer, conversationId, now } = turnOf(context);
    const heard = heardOf(context);
    const { language } = heard;
    const memory = memoryOf(context);
    const { hoursText, hotline, zone } = await shop.profile();
    const waiting = await this.#openTask(memory.handoffTaskId);
    const open = await shop.isOpen(now);
    const task =
      waiting ??
      (await tasks.raise({
        ...(await requestOf(shop, { now, open, customer, heard })),
        title: isQuestion ? replies[language].questionTitle : replies[language].taskTitle,
        detail: detail ?? null,
        customerId: customer.id,
        conversationId,
      }));
    if (!waiting) {
      await conversations.queue(conversationId);
      const text = replies[language].promise;
      await promises.give({ kind: 'answer', conversationId, taskId: task.id, text });
    }
    memory.handoffTaskId = task.id;
    const arrival = { by: sayTime(task.dueAt, now, zone, language), hours: hoursText[language], hotline };
    const words = replies[language];
    const queued = open ? await conversations.place(conversationId) : null;
    const place = queued ? `\n\n${words.place(queued)}` : '';
    if (waiting) await say(context, words.alreadyComing(arrival) + place);
    else if (open) await say(context, words.comingNow(arrival) + place);
    else {
      // Nobody offers a call to somebody who is hard of hearing.
      const written = (await this.#services.preferences.needsOf(customer.id)).includes('hardOfHearing');
      const reachable = written || Boolean(customer.phone || customer.email);
      await say(context, words.comingLater(arrival) + (reachable ? '' : `\n\n${words.numberWelcome}`));
      if (!reachable) {
        dc.activeDialog!.state = { asked: 'contact' } satisfies State;
        return Dialog.EndOfTurn;
      }
    }
    return dc.endDialog();
  }

  async #openTask(id: string | undefined) {
    if (!id) return undefined;
    try {
      const task = await this.#services.tasks.get(id);
      return task.state === 'open' ? task : undefined;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  async #keepContact(dc: DialogContext, heard: Heard): Promise<DialogTurnResult> {
    const [phone] = heard.reading.entities.phones;
    const [email] = heard.reading.entities.emails;
    await this.#services.customers.update(turnOf(dc.context).customer.id, {
      ...(phone ? { phone } : {}),
      ...(email ? { email } : {}),
    });
    await say(dc.context, replies[heard.language].contactKept([phone, email].filter(Boolean).join(', ')));
    return dc.endDialog();
  }
}

/** Yes or no to the offer; asking for a person again is a yes. */
const wants = (heard: Heard): 'yes' | 'no' | undefined =>
  decisionOf(heard, replies, 'offerButtons') ?? (asksForPerson(heard.text) ? 'yes' : undefined);
