import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { Expecting, Language } from '#ai/reading.ts';
import type { Product } from '#crm/products/catalogue.ts';
import { afterwards } from '../afterwards.ts';
import { asksSomething } from '../agreement.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { handoffDialogId } from '../handoff/handoffDialog.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { meantProducts, productName } from '../reference.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { answer } from './answer.ts';
import { chosenOf } from './choice.ts';
import { replies } from './replies.ts';

const shape = z.object({ question: z.string(), ids: z.array(z.string()).max(6) });
type State = z.infer<typeof shape>;

/** Answers what is asked about products: facts, how-to, comparisons, suggestions. Asks back only where the words fit several products. */
export class ProductsDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('products@1');
    this.#services = services;
  }

  protected override async begin(dc: DialogContext, options: Partial<WishOptions>): Promise<DialogTurnResult> {
    const { intent = 'products', text = '', aside = false } = options.wish ?? {};
    return this.#answer(dc, text, { unclaimed: intent !== 'products', aside });
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    const product = await this.#chosen(heard, state, dc.context);
    return this.#answer(dc, state.question, product ? { product } : {});
  }

  protected override async ask(context: TurnContext, state: State): Promise<void> {
    const candidates = await this.#candidates(state);
    const buttons = candidates.map((product) => productName(context, product));
    await say(context, replies[heardOf(context).language].which, { buttons });
  }

  protected override async accepts(heard: Heard, state: State, context: TurnContext): Promise<boolean> {
    return (await this.#chosen(heard, state, context)) !== undefined;
  }

  protected override expects(): Expecting {
    return 'product';
  }

  protected override explain(language: Language): string {
    return replies[language].whichHelp;
  }

  async #answer(
    dc: DialogContext,
    question: string,
    about: { product?: Product; unclaimed?: boolean; aside?: boolean },
  ): Promise<DialogTurnResult> {
    const { context } = dc;
    const result = await answer(context, this.#services, { text: question, ...about });
    if (result.kind === 'answered') return dc.endDialog();
    if (result.kind === 'which') {
      const ids = result.products.slice(0, 6).map(({ id }) => id);
      return this.wait(dc, { question: question.slice(0, 1000), ids });
    }
    if (about.unclaimed && !result.concerns) return dc.endDialog(false);
    this.#keepGap(context, question, result.product);
    const words = replies[heardOf(context).language];
    if (about.aside) {
      await say(context, words.notFoundAside);
      return dc.endDialog();
    }
    return dc.replaceDialog(handoffDialogId, { offer: { lead: result.words ?? words.notFound, question } });
  }

  /** A question that we could not answer is kept: it shows what the shop should write down. */
  #keepGap(context: TurnContext, question: string, product: Product | undefined): void {
    const { customer, conversationId } = turnOf(context);
    const { language } = heardOf(context);
    afterwards(context, () =>
      this.#services.knowledge.recordGap({
        question,
        language,
        reason: 'unanswered',
        customerId: customer.id || null,
        conversationId,
        productId: product?.id ?? null,
      }),
    );
  }

  /** The product that the answer means: of those offered, or, where none could be offered, any that it names. */
  async #chosen(heard: Heard, state: State, context: TurnContext): Promise<Product | undefined> {
    if (state.ids.length > 0) return chosenOf(heard, await this.#candidates(state));
    const meant = await meantProducts(context, this.#services);
    return meant.ambiguous || asksSomething(heard.text) ? undefined : meant.products[0];
  }

  async #candidates(state: State): Promise<Product[]> {
    const { byId } = await this.#services.products.catalogue();
    return state.ids.flatMap((id) => byId.get(id) ?? []);
  }
}
