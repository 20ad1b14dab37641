import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Interruption } from '#ai/interruptions.ts';
import type { Expecting, Language } from '#ai/reading.ts';
import { isLow, scaleOf } from '#crm/surveys/metrics.ts';
import type { Question, Value } from '#crm/surveys/question.ts';
import type { DialogServices } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { answers, isAll, pressingIn, refuses, saysNothing, skips, stopsForEver } from './answering.ts';
import { type Begun, begin, type SurveyOptions } from './beginning.ts';
import { meanwhileOf } from './meanwhile.ts';
import { replies } from './replies.ts';
import { type State, stateShape } from './state.ts';
import { meaningOf } from './understood.ts';
import { posed } from './wording.ts';

/** The dialog's id; whoever ends a talk may ask how it was. */
export const surveysDialogId = 'surveys@2';

/** A survey asked question by question, by stars, buttons or words. What is passed over stays open, a refusal is respected. */
export class SurveysDialog extends InterruptibleDialog<State> {
  protected override readonly shape = stateShape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super(surveysDialogId);
    this.#services = services;
  }

  protected override async begin(dc: DialogContext, options: SurveyOptions): Promise<DialogTurnResult> {
    const begun = await begin(dc.context, this.#services, options);
    if (begun === undefined) return dc.endDialog();
    delete memoryOf(dc.context).helped;
    delete memoryOf(dc.context).survey;
    const { rating } = heardOf(dc.context).reading.entities;
    const question = await this.#question(dc.context, begun.state);
    if (!question) return dc.endDialog();
    const meant = options.wish && rating ? meaningOf(heardOf(dc.context), question) : undefined;
    return typeof meant === 'object' ? this.#take(dc, begun.state, question, meant.value) : this.#pose(dc, begun);
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    const question = await this.#question(dc.context, state);
    if (!question) return this.#end(dc, state, heard.language);
    const words = replies[heard.language];
    const meant = skips(heard, question) ? undefined : meaningOf(heard, question);
    const answered = typeof meant === 'object' && !(question.kind === 'text' && saysNothing(heard));
    const meanwhile = await meanwhileOf(this.#services, state, heard.language);
    if (meanwhile && !(answered && meanwhile.takes) && !stopsForEver(heard)) {
      setAside(dc.context, question);
      if (meanwhile.left) return this.#next(dc, meanwhile.state, words.hasIt);
      return this.#end(dc, meanwhile.state, heard.language, words.hasAll);
    }
    if (answered) return this.#take(dc, meanwhile?.state ?? state, question, meant.value);
    if (state.chosen.length > 0 && isAll(heard)) return this.#take(dc, state, question, state.chosen, true);
    if (stopsForEver(heard)) return this.#leave(dc, state, words.never, true);
    const passes =
      skips(heard, question) || (question.kind === 'text' && saysNothing(heard) && heard.interruption !== 'cancel');
    if (isBegun(state) && passes && !question.required)
      return this.#next(dc, { ...state, passed: [...state.passed, question.place] }, null);
    const asking: State = { ...state, again: true };
    if (meant === 'off') return this.#pose(dc, { state: asking, lead: words.offScale(...endsOf(question)) });
    const isClear = meant === undefined || state.again;
    if (isClear && refuses(heard))
      return isBegun(state) ? this.#stop(dc, state, heard.language) : this.#leave(dc, state, words.dismissed);
    return this.#pose(dc, { state: asking, lead: againOf(question, heard.language) });
  }

  protected override async ask(context: TurnContext, state: State): Promise<void> {
    await this.#say(context, { state });
  }

  protected override async accepts(heard: Heard, state: State, context: TurnContext): Promise<boolean> {
    const question = await this.#question(context, state);
    return !question || answers(heard, question, state);
  }

  protected override claims(interruption: Interruption): boolean {
    return ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override expects({ kind }: State): Expecting {
    return kind === 'scale' ? 'rating' : 'text';
  }

  protected override explain(language: Language, { kind }: State): string {
    const words = replies[language];
    return kind === 'scale' ? words.help : kind === 'text' ? words.textHelp : words.chooseHelp;
  }

  /** Takes an answer, keeps it, and goes on. Of several choices one at a time is gathered until that is all. */
  async #take(
    dc: DialogContext,
    state: State,
    question: Question,
    value: Value,
    all = false,
  ): Promise<DialogTurnResult> {
    const { context } = dc;
    const { language } = heardOf(context);
    if (question.kind === 'many' && !all && Array.isArray(value)) {
      const chosen = [...new Set([...state.chosen, ...value])];
      const left = question.choices.length - chosen.length;
      if (value.length === 1 && left > 0)
        return this.#pose(dc, { state: { ...state, chosen }, lead: replies[language].moreChoices });
      return this.#take(dc, state, question, chosen, true);
    }
    const form = await this.#services.surveys.form(state.surveyId, state.version, language);
    const taken = form.with(state.answers, question, value);
    if ('problem' in taken) return this.#pose(dc, { state: { ...state, again: true }, lead: taken.problem });
    const next = { ...state, answers: taken.answers };
    const open = next.only ? [] : form.open(next.answers, next.passed);
    const seen = state.only ? undefined : state.answers;
    const said = await this.#keep(context, next, question, open.length, seen);
    if (said === undefined || !setAside(context, question)) return this.#next(dc, next, said);
    // "一分，我要投诉": the answer counts, and what is pressing comes before the questions that are left.
    if (said !== null) await say(context, said);
    return dc.endDialog();
  }

  /** Keeps what was answered so far, and what is said to it; null: nothing is. Undefined: it was not taken, and that was said. */
  async #keep(
    context: TurnContext,
    state: State,
    question: Question,
    open: number,
    seen: State['answers'] | undefined,
  ): Promise<string | null | undefined> {
    const { language } = heardOf(context);
    const words = replies[language];
    const survey = await this.#services.surveys.get(state.surveyId);
    const scale = scaleOf(survey.metric);
    // Its figure comes first or later: without it there is nothing to count yet.
    if (scale && state.answers.score === undefined) return words.noted;
    const { invitationId, answers } = state;
    const kept = await this.#services.responses.tryToKeep({
      invitationId,
      answers,
      open,
      seen,
      way: 'chat',
      channel: turnOf(context).channel,
      language,
    });
    if (kept === 'fixed' || kept === 'closed') {
      await say(context, words[kept]);
      return undefined;
    }
    if (question.name !== 'score' || !scale || kept.score === null)
      return question.kind === 'text' ? words.thanksComment : words.noted;
    const good = kept.score >= scale.good;
    memoryOf(context).pleased = good;
    return good ? words.high : isLow(survey.metric, kept.score) ? words.low : words.middle;
  }

  async #next(dc: DialogContext, state: State, said: string | null | undefined): Promise<DialogTurnResult> {
    const { language } = heardOf(dc.context);
    if (said === undefined) return dc.endDialog();
    const form = await this.#services.surveys.form(state.surveyId, state.version, language);
    const [next] = state.only ? [] : form.open(state.answers, state.passed);
    if (!next) return this.#end(dc, state, language, said);
    const asking: State = { ...state, place: next.place, kind: next.kind, chosen: [], again: false };
    return this.#pose(dc, { state: asking, lead: said ?? undefined });
  }

  async #end(dc: DialogContext, state: State, language: Language, said?: string | null): Promise<DialogTurnResult> {
    const words = replies[language];
    // The last question was passed over: the answer is whole all the same.
    if (said === null) await this.#services.responses.complete(state.invitationId);
    const reaction = said && said !== words.noted ? said : undefined;
    delete memoryOf(dc.context).survey;
    await say(dc.context, state.only ? words.changed : (reaction ?? words.thanks));
    return dc.endDialog();
  }

  /** Does not want to go on: what was answered stays. */
  async #stop(dc: DialogContext, state: State, language: Language): Promise<DialogTurnResult> {
    const words = replies[language];
    delete memoryOf(dc.context).survey;
    await say(dc.context, state.kind === 'text' ? words.thanks : words.stopped);
    return dc.endDialog();
  }

  async #leave(dc: DialogContext, { invitationId }: State, said: string, forEver = false): Promise<DialogTurnResult> {
    const { context } = dc;
    delete memoryOf(context).survey;
    await this.#services.invitations.dismiss(invitationId);
    const { customer, activityId } = turnOf(context);
    if (forEver && customer.id)
      await this.#services.consents.record({
        customerId: customer.id,
        purpose: 'survey',
        channel: 'any',
        granted: false,
        wording: 'survey@1',
        source: 'customer',
        activityId,
      });
    await say(context, said);
    return dc.endDialog();
  }

  async #pose(dc: DialogContext, begun: Begun): Promise<DialogTurnResult> {
    dc.activeDialog!.state = { ...begun.state };
    await this.#say(dc.context, begun);
    return Dialog.EndOfTurn;
  }

  async #say(context: TurnContext, { state, lead, joined }: Begun): Promise<void> {
    const { language } = heardOf(context);
    const question = await this.#question(context, state);
    if (!question) return;
    const { text, parts } = posed(question, language, { first: !isBegun(state), chosen: state.chosen });
    // A survey of several questions is taken up again after other talk, once.
    const form = await this.#services.surveys.form(state.surveyId, state.version, language);
    const left = form.open(state.answers, state.passed);
    if (isBegun(state) && left.some(({ required, kind }) => required || kind !== 'text'))
      memoryOf(context).survey = { invitationId: state.invitationId, resumed: state.resumed };
    else delete memoryOf(context).survey;
    await say(context, [lead, text].filter(Boolean).join(joined ? '' : '\n\n'), {
      ...parts,
      asks: true,
      ...(state.own && { purpose: 'survey' as const }),
    });
  }

  async #question(context: TurnContext, state: State): Promise<Question | undefined> {
    const form = await this.#services.surveys.form(state.surveyId, state.version, heardOf(context).language);
    return form.at(state.place, state.answers);
  }
}

/** What is said before a question is put again that was answered, and nobody knows how. */
function againOf({ kind }: Question, language: Language): string {
  const words = replies[language];
  return kind === 'scale' ? words.askAgain : kind === 'number' ? words.numberAgain : words.chooseAgain;
}

/** What an answer says besides that is pressing is begun when the survey has ended; whether there is such a thing. */
function setAside(context: TurnContext, { kind }: Question): boolean {
  const heard = heardOf(context);
  const pressing = kind === 'text' ? undefined : pressingIn(heard);
  if (!pressing) return false;
  const memory = memoryOf(context);
  delete memory.survey;
  memory.pending = [{ intent: pressing, text: heard.text }, ...memory.pending].slice(0, 3);
  return true;
}

/** The lowest and the highest step. */
const endsOf = ({ choices }: Question): [number, number] => {
  const values = choices.map(({ value }) => Number(value));
  return [Math.min(...values), Math.max(...values)];
};

/** Whether something was answered already. */
const isBegun = (state: State): boolean => Object.keys(state.answers).length > 0;
