import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Interruption } from '#ai/interruptions.ts';
import type { Expecting, Language } from '#ai/reading.ts';
import { Conflict } from '#crm/errors.ts';
import { isNeed, wantsLargeType } from '#crm/preferences/needs.ts';
import { agreementOf, asksSomething } from '../agreement.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { mayChange, mayForget, mayKeep, renewalIn } from './decision.ts';
import { fieldOf, fieldValue, patchOf } from './fields.ts';
import { changesIn, keep } from './keep.ts';
import { type Change, keptOf, labelOf } from './kept.ts';
import { noticeIn, tellsOfOneself } from './notice.ts';
import { replies } from './replies.ts';
import { type Request, requestOf } from './request.ts';
import { askFor, isChange, type State, shape } from './state.ts';
import { nextToAsk, unkept } from './unkept.ts';

const LONGEST = 200;
/** A number to be called at, or a mail address: how to be reached this time, not something that one likes. */
const address = /\d[\d -]{6,}\d|\S@\S/;

/** Asks once before anything is kept; shows what is kept; corrects and forgets it. */
export class PreferencesDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('preferences@1');
    this.#services = services;
  }

  protected override async begin(
    dc: DialogContext,
    options: Partial<WishOptions> & { keep?: Change[]; renew?: string },
  ): Promise<DialogTurnResult> {
    const { context } = dc;
    if (options.keep) return this.wait(dc, { asked: 'keep', items: options.keep });
    if (options.renew) return this.#askAgain(dc, options.renew);
    const { aspect, text = '' } = options.wish ?? {};
    const heard = heardOf(context);
    const noticed = aspect ? [] : noticeIn({ ...heard, text });
    const to = aspect === 'forget' ? 'forget' : undefined;
    const request =
      noticed.length > 0
        ? undefined
        : requestOf(text, await keptOf(context, this.#services), {
            to,
            shows: aspect === 'show' || asksSomething(text),
          });
    if (request?.do === 'correct' && fieldOf(request.id)) return this.#correctField(dc, request.id, { ...heard, text });
    if (request) return this.#serve(dc, request);
    if (noticed.length === 0 && (!tellsOfOneself(text) || address.test(text))) return dc.endDialog(false);
    const said = { key: 'other', value: text.slice(0, LONGEST), quote: text.slice(0, LONGEST) };
    const fresh = await unkept(context, this.#services, noticed.length > 0 ? noticed : [said]);
    const memory = memoryOf(context);
    memory.noticed = [];
    if (fresh.some(({ key, value }) => memory.declined.includes(`${key}:${value}`))) {
      await say(context, replies[heard.language].notKeptAgain);
      return dc.endDialog();
    }
    const asked = nextToAsk(fresh);
    memory.noticed = fresh.filter((item) => !asked.includes(item));
    if (asked.length > 0)
      return this.wait(dc, { asked: 'keep', items: await changesIn(context, this.#services, asked) });
    await say(context, replies[heard.language].already);
    return dc.endDialog();
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    const { context } = dc;
    const words = replies[heard.language];
    switch (state.asked) {
      case 'keep':
        await this.#decide(context, state.items, heard);
        return dc.endDialog();
      case 'renew':
        return this.#renew(dc, state.id, heard);
      case 'list':
      case 'which': {
        const to = state.asked === 'which' ? state.to : undefined;
        const agreed = agreementOf(heard.text) === 'yes' || heard.interruption;
        const request = agreed ? undefined : requestOf(heard.text, await keptOf(context, this.#services), { to });
        if (request) return this.#serve(dc, request);
        await say(context, words.fine);
        return dc.endDialog();
      }
      case 'value':
        return fieldOf(state.id) ? this.#correctField(dc, state.id, heard) : this.#correct(dc, state.id, heard);
      case 'forget':
      case 'forgetAll':
        await this.#forget(context, state, heard);
        return dc.endDialog();
    }
  }

  protected override ask(context: TurnContext, state: State): Promise<void> {
    return askFor(context, this.#services, state);
  }

  protected override async accepts(heard: Heard, state: State, context: TurnContext): Promise<boolean> {
    switch (state.asked) {
      case 'keep':
        return (isChange(state.items) ? mayChange(heard) : mayKeep(heard)) !== undefined;
      case 'renew':
        return renewalIn(heard) !== undefined;
      case 'forget':
      case 'forgetAll':
        return mayForget(heard) !== undefined;
      case 'value':
        if (fieldOf(state.id) && mayBeField(heard)) return true;
        return heard.text !== '' && ['preferences', 'none', 'chitchat'].includes(heard.reading.intent);
      case 'list':
        return agreementOf(heard.text) === 'yes' || requestOf(heard.text, [], {}) !== undefined;
      case 'which': {
        const kept = await keptOf(context, this.#services);
        return requestOf(heard.text, kept, { to: state.to })?.do !== 'which';
      }
    }
  }

  protected override claims(interruption: Interruption, state: State): boolean {
    return state.asked !== 'value' && ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override expects(): Expecting {
    return 'text';
  }

  protected override explain(language: Language, { asked }: State): string {
    const words = replies[language];
    const { keepHelp, renewHelp, listHelp, whichHelp, valueHelp, forgetHelp } = words;
    const help = { keep: keepHelp, renew: renewHelp, list: listHelp, which: whichHelp, value: valueHelp };
    return asked === 'forget' || asked === 'forgetAll' ? forgetHelp : help[asked];
  }

  protected override farewell(language: Language): string {
    return replies[language].left;
  }

  async #serve(dc: DialogContext, request: Request): Promise<DialogTurnResult> {
    switch (request.do) {
      case 'correct':
        return this.wait(dc, { asked: 'value', id: request.id });
      case 'forget':
        return this.wait(dc, { asked: 'forget', id: request.id });
      case 'forgetAll':
        return this.wait(dc, { asked: 'forgetAll' });
      case 'which':
        return this.wait(dc, { asked: 'which', to: request.to });
      case 'show': {
        const kept = await keptOf(dc.context, this.#services);
        const link = await this.#link(dc.context);
        if (kept.length > 0) return this.wait(dc, { asked: 'list', ...(link && { link }) });
        const words = replies[heardOf(dc.context).language];
        await say(dc.context, [words.nothing, ...(link ? [words.page(link)] : [])].join('\n\n'));
        return dc.endDialog();
      }
    }
  }

  /** The customer's own page; none for a visitor, and where there were too many today. */
  async #link(context: TurnContext): Promise<string | undefined> {
    const { customer, conversationId } = turnOf(context);
    if (!customer.id) return undefined;
    try {
      return (await this.#services.recordLinks.make(customer.id, { conversationId })).url;
    } catch (fault) {
      if (fault instanceof Conflict) return undefined;
      throw fault;
    }
  }

  /** What the page is told of its type, once needs may have changed; `items`: only where one of them is about that. */
  async #typeAfter(context: TurnContext, items?: readonly Change[]): Promise<{ largeType?: boolean }> {
    if (items && !items.some(({ key }) => isNeed(key))) return {};
    return { largeType: wantsLargeType(await this.#services.preferences.needsOf(turnOf(context).customer.id)) };
  }

  async #decide(context: TurnContext, items: Change[], heard: Heard): Promise<void> {
    const words = replies[heard.language];
    if ((isChange(items) ? mayChange(heard) : mayKeep(heard)) !== 'yes') {
      const memory = memoryOf(context);
      memory.declined = [...items.map(({ key, value }) => `${key}:${value}`), ...memory.declined].slice(0, 20);
      const [{ before } = {}] = items;
      return say(context, items.length === 1 && before ? words.unchanged(before) : words.notKept);
    }
    await keep(context, this.#services, items);
    const name = items.find(({ key }) => key === 'name')?.value;
    const others = items.filter(({ key }) => key !== 'name').map(({ value }) => value);
    if (others.length > 0) await say(context, words.kept(others), await this.#typeAfter(context, items));
    else if (name) await say(context, words.keptName(name));
  }

  async #correct(dc: DialogContext, id: string, heard: Heard): Promise<DialogTurnResult> {
    const [noticed] = noticeIn(heard);
    const value = (noticed?.value ?? heard.text).slice(0, LONGEST);
    const { key } = await this.#services.preferences.correct(id, value, heard.text.slice(0, LONGEST));
    memoryOf(dc.context).noticed = [];
    await say(dc.context, replies[heard.language].corrected(labelOf(key, heard.language), value));
    return dc.endDialog();
  }

  /** Asks whether something still holds that was told long ago. */
  async #askAgain(dc: DialogContext, id: string): Promise<DialogTurnResult> {
    await this.#services.preferences.askedAgain(id);
    return this.wait(dc, { asked: 'renew', id });
  }

  async #renew(dc: DialogContext, id: string, heard: Heard): Promise<DialogTurnResult> {
    const words = replies[heard.language];
    switch (renewalIn(heard)) {
      case 'renew':
        await this.#services.preferences.confirm(id);
        await say(dc.context, words.renewed);
        return dc.endDialog();
      case 'forget':
        await this.#services.preferences.forget(id);
        await say(dc.context, words.forgotten);
        return dc.endDialog();
      default:
        return this.wait(dc, { asked: 'value', id });
    }
  }

  /** Changes a field of the record, where the message says to what; else asks. */
  async #correctField(dc: DialogContext, id: string, heard: Heard): Promise<DialogTurnResult> {
    const { context } = dc;
    const { customer, now } = turnOf(context);
    const words = replies[heard.language];
    const field = fieldOf(id)!;
    const value = fieldValue(field, heard, now);
    memoryOf(context).noticed = [];
    if (!value) {
      const waits = (dc.activeDialog!.state as Partial<State>).asked === 'value';
      if (!waits) return this.wait(dc, { asked: 'value', id });
      await say(context, words.fieldHelp[field], { asks: true });
      return Dialog.EndOfTurn;
    }
    await this.#services.customers.update(customer.id, patchOf(field, value));
    await say(context, words.corrected(labelOf(field, heard.language), value));
    return dc.endDialog();
  }

  async #forget(context: TurnContext, state: State, heard: Heard): Promise<void> {
    const words = replies[heard.language];
    if (mayForget(heard) !== 'yes') return say(context, words.left);
    const { customer } = turnOf(context);
    if (state.asked === 'forget') {
      const field = fieldOf(state.id);
      if (field) await this.#services.customers.update(customer.id, patchOf(field, null));
      else await this.#services.preferences.forget(state.id);
      return say(context, words.forgotten, await this.#typeAfter(context));
    }
    await this.#services.preferences.forgetAll(customer.id);
    if (customer.name) await this.#services.customers.update(customer.id, { name: null });
    await say(context, words.forgottenAll, await this.#typeAfter(context));
  }
}

/** A piece of a date, a number or an address: said to the question for one, though it may not be whole. */
const mayBeField = ({ text }: Heard): boolean => text.length <= 60 && /[\d@月]/.test(text) && !asksSomething(text);
