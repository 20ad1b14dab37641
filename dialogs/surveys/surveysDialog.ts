import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { asksForPerson, type Interruption } from '#ai/interruptions.ts';
import type { Expecting, Language } from '#ai/reading.ts';
import { agreementOf, asksSomething } from '../agreement.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { replies } from './replies.ts';

const shape = z.discriminatedUnion('asked', [
  z.object({
    asked: z.literal('score'),
    invitationId: z.string(),
    by: z.string(),
    productId: z.string().optional(),
    again: z.boolean().optional(),
  }),
  z.object({ asked: z.literal('comment'), responseId: z.string(), score: z.number() }),
]);
type State = z.infer<typeof shape>;

const MAX_SCORE = 5;
const LONGEST_COMMENT = 2000;

/** One question of satisfaction, by stars, buttons or words, then room for a comment. A refusal is respected. */
export class SurveysDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('surveys@1');
    this.#services = services;
  }

  protected override async begin(
    dc: DialogContext,
    options: Partial<WishOptions> & { by?: string; productId?: string; staffId?: string },
  ): Promise<DialogTurnResult> {
    const { wish, by = 'wish', productId, staffId } = options;
    const { conversationId, customer } = turnOf(dc.context);
    const { surveys } = this.#services;
    const invitation = await surveys.invite({ conversationId, customerId: customer.id, rated: staffId ?? 'bot' });
    delete memoryOf(dc.context).helped;
    const state: State = { asked: 'score', invitationId: invitation.id, by, ...(productId ? { productId } : {}) };
    const { rating } = heardOf(dc.context).reading.entities;
    return wish && rating ? this.#rate(dc, state, rating.score) : this.wait(dc, state);
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    const words = replies[heard.language];
    if (state.asked === 'comment') {
      const nothing = saysNothing(heard);
      if (!nothing) await this.#services.surveys.comment(state.responseId, heard.text.slice(0, LONGEST_COMMENT));
      await say(dc.context, nothing ? words.noComment : words.thanksComment);
      return dc.endDialog();
    }
    const score = scoreOf(heard);
    if (score) return this.#rate(dc, state, score);
    if (!refuses(heard)) return this.wait(dc, { ...state, again: true });
    await this.#services.surveys.dismiss(state.invitationId);
    await say(dc.context, words.dismissed);
    return dc.endDialog();
  }

  protected override async ask(context: TurnContext, state: State): Promise<void> {
    const words = replies[heardOf(context).language];
    if (state.asked === 'comment') {
      const text = state.score >= 4 ? words.high : state.score === 3 ? words.middle : words.low;
      return say(context, text, { buttons: words.commentButtons });
    }
    const question = state.by === 'complaints' ? words.askComplaint : words.ask;
    await say(context, state.again ? words.askAgain : question, {
      buttons: words.buttons,
      attachments: [{ contentType: 'application/vnd.zhiyin.rating+json', content: { max: MAX_SCORE } }],
    });
  }

  protected override accepts(heard: Heard, state: State): boolean {
    if (state.asked === 'comment') {
      const { intent } = heard.reading;
      if (saysNothing(heard)) return true;
      if (!heard.text || asksForPerson(heard.text)) return false;
      return !asksSomething(heard.text) || ['none', 'chitchat', 'surveys'].includes(intent);
    }
    return scoreOf(heard) !== undefined || refuses(heard) || (!state.again && judges(heard));
  }

  protected override claims(interruption: Interruption): boolean {
    return ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override expects({ asked }: State): Expecting {
    return asked === 'score' ? 'rating' : 'text';
  }

  protected override explain(language: Language, { asked }: State): string {
    return asked === 'score' ? replies[language].help : replies[language].commentHelp;
  }

  async #rate(dc: DialogContext, state: State & { asked: 'score' }, score: number): Promise<DialogTurnResult> {
    const { invitationId, productId = null } = state;
    const response = await this.#services.surveys.answer({ invitationId, score, productId });
    memoryOf(dc.context).pleased = score >= 4;
    return this.wait(dc, { asked: 'comment', responseId: response.id, score });
  }
}

/** The score of a touched star, a button, or words. */
function scoreOf(heard: Heard): number | undefined {
  return heard.rating ?? buttonScore(heard.text) ?? heard.reading.entities.rating?.score;
}

function buttonScore(text: string): number | undefined {
  for (const { buttons } of [replies.zh, replies.en]) {
    const place = buttons.indexOf(text);
    if (place >= 0 && place < MAX_SCORE) return MAX_SCORE - place;
  }
  return undefined;
}

const refuses = (heard: Heard): boolean =>
  heard.interruption !== undefined ||
  [replies.zh.refuse, replies.en.refuse].includes(heard.text) ||
  agreementOf(heard.text) === 'no' ||
  /^(?:不想?(?:评|打分)|不评价|拒绝评价|别问了|(?:no|not) (?:rating|comment))/i.test(heard.text);

/** Praise or blame without a figure ("great service"): it is asked once how many stars that is. */
const judges = (heard: Heard): boolean =>
  heard.reading.sentiment.label !== 'neutral' &&
  heard.text.length <= 40 &&
  !asksSomething(heard.text) &&
  !['products', 'complaints', 'handoff', 'preferences'].includes(heard.reading.intent);

const saysNothing = (heard: Heard): boolean =>
  heard.interruption !== undefined ||
  agreementOf(heard.text) !== undefined ||
  ['thanks', 'goodbye'].includes(heard.reading.intent) ||
  [...replies.zh.commentButtons, ...replies.en.commentButtons].includes(heard.text);
