import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { Interruption } from '#ai/interruptions.ts';
import type { Language } from '#ai/reading.ts';
import { agreementOf } from '../agreement.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { CARE_WORDING, replies } from './replies.ts';
import { unsubscribes, wantsOf } from './words.ts';

const shape = z.object({ asked: z.literal('care') });
type State = z.infer<typeof shape>;

const confirmed = Symbol('unsubscribing was confirmed');

/** Asks once whether the shop may write of its own accord; no answer is no. Ends it by a word, and says how it stands. */
export class ConsentDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('consent@1');
    this.#services = services;
  }

  protected override async begin(
    dc: DialogContext,
    { wish, stopped }: Partial<WishOptions> & { stopped?: boolean },
  ): Promise<DialogTurnResult> {
    const { context } = dc;
    const words = replies[heardOf(context).language];
    const { customer, channel } = turnOf(context);
    switch (stopped ? 'stop' : wish && wantsOf(wish.text)) {
      case 'stop':
        // The words that end it have been heard in passing (see index.ts).
        if (wish && !unsubscribes(wish.text)) await withdraw(context, this.#services);
        context.turnState.set(confirmed, true);
        await say(context, words.stopped);
        return dc.endDialog();
      case 'show': {
        const granted = await this.#services.consents.may(customer.id, 'care', channel);
        await say(context, words.shown(granted), granted ? {} : { buttons: words.startButtons });
        return dc.endDialog();
      }
      case 'start':
        return this.#answered(dc, true);
      default:
        memoryOf(context).careAsked = true;
        return this.wait(dc, { asked: 'care' });
    }
  }

  protected override async hear(dc: DialogContext, _state: State, heard: Heard): Promise<DialogTurnResult> {
    return this.#answered(dc, agreementOf(heard.text) === 'yes');
  }

  protected override async ask(context: TurnContext): Promise<void> {
    const words = replies[heardOf(context).language];
    await say(context, words.ask, { buttons: words.askButtons, asks: true });
  }

  protected override accepts({ text, interruption }: Heard): boolean {
    return agreementOf(text) !== undefined || interruption !== undefined;
  }

  protected override claims(interruption: Interruption): boolean {
    return ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override explain(language: Language): string {
    return replies[language].help;
  }

  async #answered(dc: DialogContext, granted: boolean): Promise<DialogTurnResult> {
    const { customer, channel, activityId } = turnOf(dc.context);
    const said = { customerId: customer.id, channel, granted, wording: CARE_WORDING, source: 'customer' as const };
    // One question names both, and "STOP" ends both; a no to it is no word against a question at the end of a talk.
    for (const purpose of granted ? (['survey', 'care'] as const) : (['care'] as const))
      await this.#services.consents.record({ ...said, purpose, activityId });
    const words = replies[heardOf(dc.context).language];
    await say(dc.context, granted ? words.granted : words.refused);
    return dc.endDialog();
  }
}

/** Whether the customer has heard in this turn that they are unsubscribed. */
export const wasConfirmed = (context: TurnContext): boolean => context.turnState.get(confirmed) === true;

/** Ends everything that the shop writes of its own accord, in every channel. */
export async function withdraw(context: TurnContext, services: DialogServices): Promise<void> {
  const { customer, activityId } = turnOf(context);
  await services.consents.withdraw(customer.id, { wording: CARE_WORDING, activityId });
}
