import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { Interruption } from '#ai/interruptions.ts';
import type { Expecting, Language } from '#ai/reading.ts';
import type { PurchaseDetail } from '#crm/purchases/purchases.ts';
import { asksSomething, decisionOf } from '../agreement.ts';
import { reportsFault } from '../complaints/story.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import type { Photo } from '../message.ts';
import { meantProducts } from '../reference.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { inZone } from '../when.ts';
import { replies } from './replies.ts';
import { boughtName, linesOf, tellPurchases, tellWarranty } from './tell.ts';
import { numberIn, wantsOf } from './words.ts';

const draft = z.object({
  orderNumber: z.string().optional(),
  serialNumber: z.string().optional(),
  productId: z.string().optional(),
  productText: z.string().optional(),
});
type Draft = z.infer<typeof draft>;
const shape = z.discriminatedUnion('asked', [
  z.object({ asked: z.literal('number') }),
  draft.extend({ asked: z.literal('product') }),
  draft.extend({ asked: z.literal('day') }),
  z.object({ asked: z.literal('photo'), purchaseId: z.string() }),
]);
type State = z.infer<typeof shape>;

const forgot = /不记得|忘了|记不清|不知道|不清楚|\b(?:remember|forgot|no idea|not sure|don.t know)\b/i;
const LONGEST_NAME = 60;

/** What the customer bought: listed, looked up for its warranty, registered by order or serial number with a photo. */
export class PurchasesDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('purchases@1');
    this.#services = services;
  }

  protected override async begin(dc: DialogContext, { wish }: Partial<WishOptions>): Promise<DialogTurnResult> {
    const { context } = dc;
    const text = wish?.text ?? '';
    const wanted = wantsOf(text);
    if (!turnOf(context).customer.id) {
      await say(context, replies[heardOf(context).language].none);
      return dc.endDialog();
    }
    const number = numberIn(wanted === 'number' ? text.replace(/^.*[\s:：#是]/u, '') : text, orderNumbers(context));
    if ((wanted === 'register' || wanted === 'number') && (number.orderNumber || number.serialNumber)) {
      return this.#look(dc, number);
    }
    if (wanted === 'register' || wanted === 'number') return this.wait(dc, { asked: 'number' });
    await (wanted === 'warranty' ? tellWarranty : tellPurchases)(context, this.#services);
    return dc.endDialog();
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    switch (state.asked) {
      case 'number':
        return this.#look(dc, numberIn(heard.text, orderNumbers(dc.context)));
      case 'product': {
        const { asked: _, ...told } = state;
        return this.wait(dc, { ...told, ...(await this.#product(dc.context, heard.text)), asked: 'day' });
      }
      case 'day':
        return this.#day(dc, state, heard);
      case 'photo': {
        const words = replies[heard.language];
        if (heard.photos.length > 0) await this.#services.purchases.addPhotos(state.purchaseId, heard.photos);
        await say(dc.context, heard.photos.length > 0 ? words.photoKept : words.photoSkipped);
        return dc.endDialog();
      }
    }
  }

  protected override async ask(context: TurnContext, { asked }: State): Promise<void> {
    const words = replies[heardOf(context).language];
    if (asked === 'number') return say(context, words.askNumber, { asks: true });
    if (asked === 'product') return say(context, words.askProduct, { asks: true });
    if (asked === 'day') return say(context, words.askDay, { buttons: words.dayButtons });
    return say(context, words.askPhoto, { buttons: words.photoButtons });
  }

  protected override accepts(heard: Heard, state: State): boolean {
    const { text, photos } = heard;
    if (state.asked === 'photo') return photos.length > 0 || decisionOf(heard, replies, 'photoButtons') !== undefined;
    if (!text || asksSomething(text)) return false;
    if (state.asked === 'number') {
      const { orderNumber, serialNumber } = numberIn(text, heard.reading.entities.orderNumbers);
      return (orderNumber ?? serialNumber) !== undefined;
    }
    // Any words may be a name; whoever tells what broke speaks of something else.
    if (state.asked === 'product') return text.length <= LONGEST_NAME && !complains(text);
    return heard.reading.entities.dates.length > 0 || forgot.test(text);
  }

  protected override expects({ asked }: State): Expecting | undefined {
    return asked === 'day' ? 'date' : asked === 'product' ? 'product' : undefined;
  }

  protected override claims(interruption: Interruption, { asked }: State): boolean {
    return asked === 'photo' && ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override explain(language: Language): string {
    return replies[language].help;
  }

  protected override farewell(language: Language): string {
    return replies[language].farewell;
  }

  /** Whose is it? One's own is shown, an unknown one registered; somebody else's goes to staff and is told nobody. */
  async #look(dc: DialogContext, number: Draft): Promise<DialogTurnResult> {
    const { context } = dc;
    const words = replies[heardOf(context).language];
    const { customer } = turnOf(context);
    const found = await this.#services.purchases.whose(customer.id, number);
    if (found.whose === 'other') return this.#claim(dc, number);
    if (found.whose === 'own') {
      const photos = photosOf(context);
      if (photos.length > 0) await this.#services.purchases.addPhotos(found.purchases[0]!.id, photos);
      await say(context, words.found(await linesOf(context, this.#services, found.purchases)));
      return dc.endDialog();
    }
    const product = await this.#named(context);
    return this.wait(dc, { ...number, ...product, asked: product ? 'day' : 'product' });
  }

  async #day(dc: DialogContext, state: Draft, heard: Heard): Promise<DialogTurnResult> {
    const { context } = dc;
    const words = replies[heard.language];
    const { customer, now } = turnOf(context);
    const { orderNumber, serialNumber, productId = null, productText = null } = state;
    const number = (orderNumber ?? serialNumber)!;
    const boughtOn = heard.reading.entities.dates[0]?.from;
    if (!boughtOn) {
      await this.#raise(context, words.taskForgotten(number, productText ?? heard.text));
      await say(context, words.forgotten);
      return dc.endDialog();
    }
    const today = inZone(now, (await this.#services.shop.profile()).zone)
      .toPlainDate()
      .toString();
    if (boughtOn > today) {
      await say(context, words.dayAhead);
      return Dialog.EndOfTurn;
    }
    const photos = photosOf(context);
    const kept: PurchaseDetail | null = await this.#services.purchases.register({
      customerId: customer.id,
      ...(orderNumber ? { orderNumber } : {}),
      ...(serialNumber ? { serialNumber } : {}),
      productId,
      productText,
      boughtOn,
      photos,
    });
    if (!kept) return this.#claim(dc, state);
    const lines = await linesOf(context, this.#services, [kept]);
    await this.#raise(context, words.taskCheck(number, boughtName(context, kept)));
    await say(context, words.registered(lines));
    return photos.length > 0 ? dc.endDialog() : this.wait(dc, { asked: 'photo', purchaseId: kept.id });
  }

  async #claim(dc: DialogContext, { orderNumber, serialNumber }: Draft): Promise<DialogTurnResult> {
    const words = replies[heardOf(dc.context).language];
    await this.#raise(dc.context, words.taskOther(orderNumber ?? serialNumber ?? ''));
    await say(dc.context, words.other);
    return dc.endDialog();
  }

  async #raise(context: TurnContext, title: string): Promise<void> {
    const { customer, conversationId } = turnOf(context);
    await this.#services.tasks.raise({
      type: 'answer',
      title,
      priority: 'normal',
      customerId: customer.id,
      conversationId,
    });
  }

  /** The product that the message names for certain. */
  async #named(context: TurnContext): Promise<Draft | undefined> {
    const { products, ambiguous } = await meantProducts(context, this.#services);
    return products.length > 0 && !ambiguous ? { productId: products[0]!.id } : undefined;
  }

  async #product(context: TurnContext, text: string): Promise<Draft> {
    return (await this.#named(context)) ?? { productText: text.slice(0, LONGEST_NAME) };
  }
}

/** By plain words: the reader takes the name of an unknown thing for anything. */
const complains = (text: string): boolean => reportsFault(text) || /投诉|\bcomplain/i.test(text);

const orderNumbers = (context: TurnContext): string[] => heardOf(context).reading.entities.orderNumbers;

/** The photos of this message, and those that came before it was clear what they show. */
function photosOf(context: TurnContext): Photo[] {
  const memory = memoryOf(context);
  const photos = [...heardOf(context).photos, ...memory.photos];
  memory.photos = [];
  return photos;
}
