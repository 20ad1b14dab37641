import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { Expecting, Language } from '#ai/reading.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { memoryOf, remember } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { acceptsAnswer } from './accepts.ts';
import { readAnswer } from './answer.ts';
import { confirmation } from './confirmation.ts';
import { absorb, draftSchema, LIMIT, type Slot, slots, without } from './draft.ts';
import { complaintForm, filledIn } from './form.ts';
import { complaintProduct, isWrittenTo, knownContact } from './known.ts';
import { readBack } from './readBack.ts';
import { recordComplaint } from './record.ts';
import { replies } from './replies.ts';
import { hazardOf, hazards, severityOf } from './safety.ts';
import { tellStatus } from './status.ts';
import { remedyOf } from './story.ts';
import { raiseUrgent } from './urgent.ts';

const photoSchema = z.object({ name: z.string(), contentType: z.string(), url: z.string() });
/** What is stored of a complaint between two messages. */
export const complaintStateSchema = z.object({
  asked: z.enum([...slots, 'confirm', 'change']),
  draft: draftSchema,
  photos: z.array(photoSchema).max(10),
  severity: z.enum(['normal', 'serious', 'safety']),
  hazard: z.enum(hazards).optional(),
  /** The urgent task that a hazard raised. */
  taskId: z.string().optional(),
  /** Slots that were asked for, latest last: the way back. */
  path: z.array(z.enum(slots)).max(20),
  /** Slots that the customer does not want to fill. */
  passed: z.array(z.enum(slots)),
  /** How often the open question was not answered. */
  misses: z.number().int(),
});
export type ComplaintState = z.infer<typeof complaintStateSchema>;

/** A complaint before anything was told. */
const nothingYet: Omit<ComplaintState, 'severity'> = {
  asked: 'confirm',
  draft: {},
  photos: [],
  path: [],
  passed: [],
  misses: 0,
};

const severityOfMessage = ({ text, reading }: Heard) => severityOf(text, reading.sentiment.score);

/** Whether the whole can be filled in on a page: where the channel shows no forms, with the first question; harm has no time for it. */
const offersForm = (context: TurnContext, { asked, path, severity, misses }: ComplaintState): boolean =>
  turnOf(context).formLinks === true &&
  severity !== 'safety' &&
  misses === 0 &&
  (asked === 'confirm' ? path.length === 0 : path.length === 1);

/** Takes down a complaint: hears what is already said, asks for the rest, reads it back, records it. Or tells how complaints stand. */
export class ComplaintDialog extends InterruptibleDialog<ComplaintState> {
  protected override readonly shape = complaintStateSchema;
  override readonly firm = true;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('complaints@1');
    this.#services = services;
  }

  protected override async begin(
    dc: DialogContext,
    options: Partial<WishOptions> & { form?: true },
  ): Promise<DialogTurnResult> {
    const { context } = dc;
    if (options.wish?.aspect === 'status') {
      await tellStatus(context, this.#services);
      return dc.endDialog();
    }
    const heard = heardOf(context);
    const memory = memoryOf(context);
    if (options.form) return this.#fill(dc, { ...nothingYet, severity: severityOfMessage(heard) }, heard);
    const photos = [...heard.photos, ...memory.photos].slice(0, 10);
    memory.photos = [];
    const told = { ...heard, text: options.wish?.text || heard.text };
    const draft = absorb({}, told, await complaintProduct(context, this.#services, true, told.text));
    // What would put it right may stand in another sentence than the fault.
    draft.wish ??= remedyOf(heard.text)?.slice(0, LIMIT.line);
    if (draft.productId) remember(context, [draft.productId]);
    const severity = severityOfMessage(heard);
    const state: ComplaintState = { ...nothingYet, draft, photos, severity };
    if (severity !== 'safety') await say(context, replies[heard.language].sorry);
    return this.#next(dc, await this.#alarm(context, state, heard));
  }

  protected override async hear(dc: DialogContext, stored: ComplaintState, heard: Heard): Promise<DialogTurnResult> {
    const { context } = dc;
    if (heard.form) return this.#fill(dc, stored, heard);
    const photos = [...stored.photos, ...heard.photos].slice(0, 10);
    if (heard.photos.length > 0) await say(context, replies[heard.language].photosKept(photos.length));
    const state = await this.#alarm(context, { ...stored, photos }, heard);
    if (!heard.text && heard.photos.length > 0) return this.wait(dc, state);
    if (state.asked === 'confirm' || state.asked === 'change') return this.#confirm(dc, state, heard);
    const product = await complaintProduct(context, this.#services, state.asked === 'product');
    const answer = readAnswer(state.asked, heard, {
      product,
      known: await knownContact(context, this.#services),
      misses: state.misses,
    });
    const draft = absorb({ ...state.draft, ...answer.filled }, heard, product, state.asked);
    if (draft.productId && draft.productId !== state.draft.productId) remember(context, [draft.productId]);
    if (!answer.filled && !answer.passed && !draft[state.asked]) {
      const fault =
        answer.fault ??
        (JSON.stringify(draft) === JSON.stringify(state.draft) ? replies[heard.language].notCaught : undefined);
      if (fault) await say(context, fault);
      return this.wait(dc, { ...state, draft, misses: state.misses + 1 });
    }
    const passed = answer.passed ? [...new Set([...state.passed, state.asked])] : state.passed;
    return this.#next(dc, { ...state, draft, passed, misses: 0 });
  }

  protected override async ask(context: TurnContext, state: ComplaintState): Promise<void> {
    const { language } = heardOf(context);
    const words = replies[language];
    const { asked } = state;
    const form = offersForm(context, state) ? { attachments: [complaintForm(state.draft, language)] } : {};
    if (asked === 'confirm') {
      const text = `${words.readBack}\n\n${readBack(state.draft, state.photos.length, language)}\n\n${words.readBackTail}`;
      return say(context, text, { buttons: words.confirmButtons, ...form });
    }
    if (asked === 'change') {
      return say(context, words.whichToChange, { buttons: slots.map((slot) => words.labels[slot]) });
    }
    const contact = asked === 'contact' ? await knownContact(context, this.#services) : undefined;
    if (contact)
      return say(context, words.askKnownContact(contact), { buttons: [contact, ...words.buttons.contact], ...form });
    const urgent = asked === 'contact' && state.severity === 'safety';
    const urgentContact = urgent && !(await isWrittenTo(context, this.#services));
    await say(context, urgentContact ? words.askPhone : words.ask[asked], {
      buttons: words.buttons[asked],
      asks: true,
      ...form,
    });
  }

  protected override accepts(heard: Heard, state: ComplaintState): boolean {
    return acceptsAnswer(state.asked, heard);
  }

  protected override expects({ asked }: ComplaintState): Expecting | undefined {
    const expected = {
      product: 'product',
      whatHappened: 'text',
      when: 'date',
      contact: 'phone',
      wish: 'text',
    } as const;
    return asked === 'confirm' || asked === 'change' ? undefined : expected[asked];
  }

  protected override explain(language: Language, { asked }: ComplaintState): string {
    return replies[language].explain[asked];
  }

  protected override farewell(language: Language, state: ComplaintState): string {
    return state.taskId ? replies[language].leftUrgent : replies[language].left;
  }

  protected override summary(language: Language, state: ComplaintState): string {
    return readBack(state.draft, state.photos.length, language);
  }

  protected override previous(state: ComplaintState): ComplaintState | undefined {
    if (state.asked === 'change') return { ...state, asked: 'confirm' };
    const path = state.asked === 'confirm' ? state.path : state.path.slice(0, -1);
    const last = path.at(-1);
    if (!last) return undefined;
    const passed = state.passed.filter((slot) => slot !== last);
    return { ...state, asked: last, draft: without(state.draft, last), path, passed, misses: 0 };
  }

  protected override skip(dc: DialogContext, state: ComplaintState): Promise<DialogTurnResult> | undefined {
    const { asked } = state;
    if (asked === 'confirm' || asked === 'change' || asked === 'whatHappened') return undefined;
    return this.#next(dc, { ...state, passed: [...state.passed, asked], misses: 0 });
  }

  /** Takes what stands in the form as if it had been typed, and reads it back. */
  async #fill(dc: DialogContext, stored: ComplaintState, heard: Heard): Promise<DialogTurnResult> {
    const { context } = dc;
    const { fields } = heard.form!;
    const product = fields.product ? await complaintProduct(context, this.#services, false, fields.product) : undefined;
    const draft = filledIn(stored.draft, fields, product, heard.language);
    if (draft.productId) remember(context, [draft.productId]);
    const photos = [...stored.photos, ...heard.photos].slice(0, 10);
    const state = await this.#alarm(context, { ...stored, draft, photos, misses: 0 }, heard);
    // Who has seen the fields and left them empty is not asked for them once more.
    return this.#next(dc, { ...state, passed: slots.filter((slot) => !draft[slot] && slot !== 'whatHappened') });
  }

  /** Advice and an urgent task at once, before any question, when a message tells of harm. */
  async #alarm(context: TurnContext, state: ComplaintState, heard: Heard): Promise<ComplaintState> {
    const hazard = hazardOf(heard.text);
    if (!hazard || hazard === state.hazard) return state;
    const words = replies[heard.language];
    await say(context, `${words.sorryShort}${heard.language === 'en' ? ' ' : ''}${words.advice[hazard]}`);
    const taskId = state.taskId ?? (await raiseUrgent(context, this.#services));
    return { ...state, hazard, severity: 'safety', taskId };
  }

  /** Asks for what is still missing, or reads all of it back. Harm asks for the way to reach the customer first. */
  async #next(dc: DialogContext, state: ComplaintState): Promise<DialogTurnResult> {
    const order: readonly Slot[] =
      state.severity === 'safety' ? ['contact', 'whatHappened', 'product', 'when', 'wish'] : slots;
    const missing = order.find((slot) => !state.draft[slot] && !state.passed.includes(slot));
    if (!missing) return this.wait(dc, { ...state, asked: 'confirm' });
    return this.wait(dc, { ...state, asked: missing, path: [...state.path, missing].slice(-20) });
  }

  async #confirm(dc: DialogContext, state: ComplaintState, heard: Heard): Promise<DialogTurnResult> {
    const product = await complaintProduct(dc.context, this.#services, false);
    const said = confirmation(state.asked, state.draft, heard, product);
    switch (said.kind) {
      case 'yes':
        await recordComplaint(dc.context, this.#services, state, said.tellFix === true);
        return dc.endDialog();
      case 'cancel':
        await say(dc.context, this.farewell(heard.language, state));
        return dc.endDialog();
      case 'change':
        return this.wait(dc, { ...state, asked: 'change' });
      case 'slot': {
        const draft = without(state.draft, said.slot);
        const passed = state.passed.filter((slot) => slot !== said.slot);
        return this.wait(dc, {
          ...state,
          asked: said.slot,
          draft,
          passed,
          path: [...state.path, said.slot].slice(-20),
        });
      }
      case 'corrected':
        return this.wait(dc, { ...state, asked: 'confirm', draft: said.draft });
      case 'unclear':
        if (heard.photos.length === 0) await say(dc.context, replies[heard.language].notCaught);
        return this.wait(dc, state);
    }
    return Dialog.EndOfTurn;
  }
}
