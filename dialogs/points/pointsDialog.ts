import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { Interruption } from '#ai/interruptions.ts';
import type { Language } from '#ai/reading.ts';
import { BusinessError } from '#crm/errors.ts';
import { codeIn } from '#crm/vouchers/code.ts';
import { decisionOf } from '../agreement.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { replies } from './replies.ts';
import { tellBalance, tellHistory, tellTier, tellVouchers } from './tell.ts';
import { pointsIn, wantsOf } from './words.ts';

const shape = z.discriminatedUnion('asked', [
  z.object({ asked: z.literal('points') }),
  z.object({ asked: z.literal('exchange'), points: z.number().int() }),
  z.object({ asked: z.literal('order'), code: z.string() }),
]);
type State = z.infer<typeof shape>;

const told = { balance: tellBalance, history: tellHistory, tier: tellTier, vouchers: tellVouchers };
const order = /^[A-Z0-9][A-Z0-9-]{3,39}$/;

/** Points, level and vouchers: told, exchanged, used. Nothing is spent without a yes. */
export class PointsDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('points@1');
    this.#services = services;
  }

  protected override async begin(dc: DialogContext, { wish }: Partial<WishOptions>): Promise<DialogTurnResult> {
    const { context } = dc;
    const text = wish?.text ?? '';
    const wanted = wantsOf(text) ?? 'balance';
    if (!turnOf(context).customer.id) {
      await say(context, replies[heardOf(context).language].noPoints);
      return dc.endDialog();
    }
    if (wanted === 'exchange') return this.#offer(dc, pointsIn(text));
    if (wanted === 'use') {
      const [orderNumber] = heardOf(context).reading.entities.orderNumbers;
      const code = codeIn(text)!;
      return orderNumber && !code.includes(orderNumber)
        ? this.#use(dc, code, orderNumber)
        : this.wait(dc, { asked: 'order', code });
    }
    await told[wanted](context, this.#services);
    return dc.endDialog();
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    const words = replies[heard.language];
    if (state.asked === 'points') return this.#offer(dc, pointsIn(heard.text));
    if (state.asked === 'order') return this.#use(dc, state.code, orderIn(heard)!);
    if (decisionOf(heard, replies, 'yesNo') !== 'yes') {
      await say(dc.context, words.notExchanged);
      return dc.endDialog();
    }
    const { customer } = turnOf(dc.context);
    try {
      const { code } = await this.#services.vouchers.exchange(customer.id, state.points);
      await say(dc.context, words.exchanged(code, await this.#services.points.balance(customer.id)));
    } catch (fault) {
      if (!(fault instanceof BusinessError)) throw fault;
      const { exchange } = await this.#services.points.rules();
      await say(dc.context, words.tooFew(await this.#services.points.balance(customer.id), exchange.minPoints));
    }
    return dc.endDialog();
  }

  protected override async ask(context: TurnContext, state: State): Promise<void> {
    const words = replies[heardOf(context).language];
    if (state.asked === 'order') return say(context, words.askOrder, { asks: true });
    const { exchange } = await this.#services.points.rules();
    if (state.asked === 'points') {
      const balance = await this.#services.points.balance(turnOf(context).customer.id);
      return say(context, words.askPoints(balance, exchange.minPoints), {
        buttons: [String(exchange.minPoints), String(balance)],
      });
    }
    const cents = state.points * exchange.centsPerPoint;
    return say(context, words.confirmExchange(state.points, cents, exchange.days), { buttons: words.yesNo });
  }

  protected override accepts(heard: Heard, { asked }: State): boolean {
    if (asked === 'points') return heard.text.length <= 20 && pointsIn(heard.text) !== undefined;
    if (asked === 'order') return orderIn(heard) !== undefined;
    return decisionOf(heard, replies, 'yesNo') !== undefined;
  }

  protected override claims(interruption: Interruption, { asked }: State): boolean {
    return asked === 'exchange' && ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override explain(language: Language): string {
    return replies[language].help;
  }

  protected override farewell(language: Language): string {
    return replies[language].notExchanged;
  }

  /** Asks how many, says what they are worth, or why it cannot be. */
  async #offer(dc: DialogContext, points: number | undefined): Promise<DialogTurnResult> {
    const { context } = dc;
    const words = replies[heardOf(context).language];
    const { exchange } = await this.#services.points.rules();
    const balance = await this.#services.points.balance(turnOf(context).customer.id);
    if (exchange.active && balance >= exchange.minPoints) {
      if (points === undefined) return this.wait(dc, { asked: 'points' });
      if (points >= exchange.minPoints && points <= balance) return this.wait(dc, { asked: 'exchange', points });
    }
    await say(context, exchange.active ? words.tooFew(balance, exchange.minPoints) : words.noExchange);
    return dc.endDialog();
  }

  /** Uses a voucher of the customer's own for an order; staff take it off the price. */
  async #use(dc: DialogContext, code: string, orderNumber: string): Promise<DialogTurnResult> {
    const { context } = dc;
    const words = replies[heardOf(context).language];
    const { customer, conversationId } = turnOf(context);
    try {
      const voucher = await this.#services.vouchers.redeem({ code, by: 'chat', orderNumber, customerId: customer.id });
      await this.#services.tasks.raise({
        type: 'answer',
        title: words.task(orderNumber, code),
        priority: 'normal',
        customerId: customer.id,
        conversationId,
      });
      await say(context, words.used(voucher, orderNumber));
    } catch (fault) {
      const reason = fault instanceof BusinessError ? words.refused[fault.code] : undefined;
      if (!reason) throw fault;
      await say(context, reason);
    }
    return dc.endDialog();
  }
}

function orderIn({ text, reading }: Heard): string | undefined {
  const plain = order.exec(text.normalize('NFKC').trim().toUpperCase())?.[0];
  return reading.entities.orderNumbers[0] ?? (plain && /\d/.test(plain) ? plain : undefined);
}
