import type { TurnContext } from 'botbuilder';
import { type Dialog, type DialogContext, type DialogTurnResult, DialogTurnStatus } from 'botbuilder-dialogs';
import { asksForPerson, type Interruption } from '#ai/interruptions.ts';
import { NONE, type Wish } from '#ai/reading.ts';
import { agreementOf, asksSomething } from './agreement.ts';
import type { DialogModule, DialogServices, WishOptions } from './dialogModule.ts';
import { type Heard, heardOf } from './heard.ts';
import { memoryOf } from './memory.ts';
import { questionsIn } from './questions.ts';
import { replies } from './replies.ts';
import { lastSaid, say } from './reply.ts';

type Asked = WishOptions['wish'];
interface Route {
  module: DialogModule;
  dialog: Dialog;
}

/** The intent that no other dialog may delay. */
const PERSON = 'handoff';
/** Below this the reader only guesses, and a guess begins no dialog. */
const LEAST = 0.3;

/** And "goodbye" to what only sounds a little like it is rude. */
const LEAST_COURTESY = 0.5;

/** Finds the dialog for a wish, and serves several wishes one after the other. */
export class Router {
  readonly #services: DialogServices;
  readonly #routes: Route[];
  readonly #byIntent = new Map<string, Route>();

  constructor(parts: { services: DialogServices; modules: readonly DialogModule[] }) {
    this.#services = parts.services;
    this.#routes = parts.modules.map((module) => ({ module, dialog: module.create(parts.services) }));
    for (const route of this.#routes) {
      for (const key of [route.module.id, ...Object.keys(route.module.intents)])
        this.#byIntent.set(intentOf(key), route);
    }
  }

  get dialogs(): Dialog[] {
    return this.#routes.map(({ dialog }) => dialog);
  }

  /** Whether a module exists for the intent. */
  knows(intent: string): boolean {
    return this.#byIntent.has(intent);
  }

  /** Whether the intent's module answers questions, and so may speak in the middle of another dialog. */
  answers(intent: string): boolean {
    return this.#byIntent.get(intent)?.module.answers === true;
  }

  /** The module that this message is so pressing for that all else waits. */
  urgent(dc: DialogContext): Route | undefined {
    return this.#routes.find(({ module }) => module.urgent?.(dc.context));
  }

  /** Serves what a message asks for: what is pressing first, then questions, then the rest in the order of the text. */
  async serve(dc: DialogContext, heard: Heard): Promise<void> {
    const urgent = this.urgent(dc);
    if (urgent) {
      const asked = heard.reading.wishes.length > 1 ? this.wishesOf(dc, heard) : [];
      const kept = asked.filter((wish) => this.answers(wish.intent) && keepForLater(dc, wish));
      const said = lastSaid(dc.context);
      await this.begin(dc, { intent: urgent.module.id, text: heard.text });
      return tellKept(dc.context, kept, said.buttons());
    }
    if (heard.interruption) return this.#commanded(dc, heard.interruption, heard);
    if (!heard.text) return this.#wordless(dc, heard);
    // Yes or no to nothing: the question it was meant for is long over.
    if (agreementOf(heard.text)) return say(dc.context, replies[heard.language].nothingToCancel);
    const all = this.wishesOf(dc, heard);
    // Whoever asks for a person is not taken through another dialog first: the person hears it all.
    const person = all.find(({ intent }) => intent === PERSON);
    const wishes = person
      ? [...all.filter(({ intent }) => this.answers(intent)), { ...person, text: heard.text }]
      : all;
    const rank = (wish: Asked) => (this.answers(wish.intent) ? 0 : 1);
    const kept: Asked[] = [];
    const said = lastSaid(dc.context);
    for (const wish of wishes.sort((a, b) => rank(a) - rank(b))) {
      if (person && dc.stack.length > 0) dc.stack.splice(0);
      // An offer after a question would stand in the way of what else was asked.
      const aside = this.answers(wish.intent) && wish !== wishes.at(-1);
      if (dc.stack.length === 0) await this.begin(dc, aside ? { ...wish, aside } : wish);
      else if (keepForLater(dc, wish)) kept.push(wish);
    }
    await tellKept(dc.context, kept, said.buttons());
  }

  /** The different wishes of a message; courtesies beside a real wish are left out. */
  wishesOf(dc: DialogContext, heard: Heard): Asked[] {
    const owner = this.#owner(dc);
    const { wishes: read } = heard.reading;
    // Where the reader has told the owner's wish from others, those are served too.
    const several = read.length > 1 && read.some(({ intent }) => intent === owner?.module.id);
    if (owner && !several && !asksForPerson(heard.text)) return [{ intent: owner.module.id, text: heard.text }];
    const wishes = read.map(({ intent, aspect, text, confidence }: Wish) => ({
      intent: this.knows(intent) && confidence >= this.#leastOf(intent) ? intent : NONE,
      text: text || heard.text,
      ...(aspect ? { aspect } : {}),
    }));
    for (const wish of wishes) if (this.#isNoticed(dc, wish)) wish.intent = this.#answering();
    const real = wishes.filter((wish) => wish.intent !== NONE && !this.#isCourtesy(wish));
    const chosen = real.length > 0 ? real : wishes.slice(-1);
    const joined: Asked[] = [];
    for (const wish of chosen) {
      const twin = joined.find((other) => other.intent === wish.intent && other.aspect === wish.aspect);
      if (!twin) joined.push(wish);
      else if (!this.answers(wish.intent)) twin.text = heard.text;
      // Two questions are two answers, the same words twice are one.
      else if (!joined.some((other) => other.intent === wish.intent && other.text === wish.text)) joined.push(wish);
    }
    if (joined.length === 1) joined[0]!.text = heard.text;
    return joined
      .flatMap((wish) =>
        this.answers(wish.intent) ? questionsIn(wish.text).map((text) => ({ ...wish, text })) : [wish],
      )
      .slice(0, 4);
  }

  /** Begins the dialog for one wish. */
  async begin(dc: DialogContext, wish: Asked): Promise<void> {
    const route = this.#byIntent.get(wish.intent);
    if (route) {
      const turn = await dc.beginDialog(route.dialog.id, { wish });
      if (!isNothing(turn)) {
        memoryOf(dc.context).misses = 0;
        return;
      }
    }
    for (const { module, dialog } of this.#routes) {
      if (!module.answers) continue;
      if (dialog === route?.dialog) continue;
      if (!isNothing(await dc.beginDialog(dialog.id, { wish: { ...wish, intent: NONE } }))) return;
    }
    await this.#notUnderstood(dc, wish.aside === true);
  }

  /** Hands a form to the module that asked for it; false: none here did. */
  async takeForm(dc: DialogContext, id: string): Promise<boolean> {
    const route = this.#routes.find(({ module }) => module.takesForm && module.id === id);
    if (!route) return false;
    if (dc.activeDialog?.id === route.dialog.id) await dc.continueDialog();
    else await dc.beginDialog(route.dialog.id, { form: true });
    return true;
  }

  /** Begins a module's dialog with options of its own. */
  async beginModule(dc: DialogContext, id: string, options: object): Promise<void> {
    const route = this.#routes.find(({ module }) => module.id === id);
    if (!route) throw new Error(`There is no dialog module "${id}".`);
    await dc.beginDialog(route.dialog.id, options);
  }

  /** Whether the open question was asked by a module that only answers, and so has given no command. */
  isAnswering(dc: DialogContext): boolean {
    const top = dc.activeDialog?.id;
    return top === undefined || this.#routes.some(({ module, dialog }) => module.answers && dialog.id === top);
  }

  /** Once nothing is open: what was put off, then what the modules have to say of their own accord. `answering`: no command was given in this turn. */
  async finish(dc: DialogContext, answering: boolean): Promise<void> {
    const memory = memoryOf(dc.context);
    while (dc.stack.length === 0 && memory.pending.length > 0) {
      const wish = memory.pending.shift()!;
      // A question may need a model, which must not be called once this turn has given a command; a button asks it anew.
      if (this.answers(wish.intent) && !answering) return this.#offerAgain(dc, wish.text);
      await this.begin(dc, wish);
    }
    for (const { module, dialog } of this.#routes) {
      if (dc.stack.length > 0) return;
      const options = await module.initiative?.(dc.context, this.#services);
      if (options) await dc.beginDialog(dialog.id, options);
    }
  }

  /** A question in which something else was noticed in passing ("我是敏感肌，能用吗？") is a question first. */
  #isNoticed(dc: DialogContext, { intent, aspect, text }: Asked): boolean {
    const passing = this.#byIntent.get(intent)?.module.notice !== undefined && !aspect;
    return passing && memoryOf(dc.context).noticed.length > 0 && asksSomething(text);
  }

  /** The module that answers questions. */
  #answering(): string {
    return this.#routes.find(({ module }) => module.answers)?.module.id ?? NONE;
  }

  /** The module that takes the message as its own, whatever the reader says. */
  #owner({ context }: DialogContext): Route | undefined {
    const { text } = heardOf(context);
    // Words that tell by themselves come before what the talk makes likely.
    return (
      this.#routes.find(({ module }) => module.wants?.(text)) ??
      this.#routes.find(({ module }) => module.claims?.(context))
    );
  }

  #leastOf(intent: string): number {
    return this.#byIntent.get(intent)?.module.courtesies?.includes(intent) ? LEAST_COURTESY : LEAST;
  }

  #isCourtesy(wish: Asked): boolean {
    const route = this.#byIntent.get(wish.intent);
    return route?.module.courtesies?.includes(wish.intent) === true;
  }

  /** "A person", "help" or "cancel" while nothing is open. */
  async #commanded(dc: DialogContext, interruption: Interruption, heard: Heard): Promise<void> {
    if (interruption === 'person') return this.begin(dc, { intent: PERSON, text: heard.text });
    const owner = this.#owner(dc);
    if (owner) return this.begin(dc, { intent: owner.module.id, text: heard.text });
    if (interruption === 'help') return this.begin(dc, { intent: 'capabilities', text: heard.text });
    await say(dc.context, replies[heard.language].nothingToCancel);
  }

  async #offerAgain(dc: DialogContext, question: string): Promise<void> {
    const words = replies[heardOf(dc.context).language];
    await say(dc.context, words.youAlsoAsked, { buttons: [question.slice(0, 60)] });
  }

  async #wordless(dc: DialogContext, heard: Heard): Promise<void> {
    const words = replies[heard.language];
    if (heard.photos.length === 0) return say(dc.context, words.nothingSaid, { buttons: words.startButtons });
    const memory = memoryOf(dc.context);
    memory.photos = [...heard.photos, ...memory.photos].slice(0, 3);
    const voice = heard.photos.every(({ contentType }) => contentType.startsWith('audio/'));
    if (voice) return say(dc.context, words.voiceOnly, { buttons: words.personButtons });
    await say(dc.context, words.photoOnly, { buttons: words.photoButtons });
  }

  async #notUnderstood(dc: DialogContext, aside: boolean): Promise<void> {
    const memory = memoryOf(dc.context);
    // "对水杨酸过敏" asks for nothing, but it was heard: the module that noticed it speaks next.
    if (memory.noticed.length > 0) return;
    memory.misses += 1;
    const { zh, en } = (await this.#services.shop.profile()).name;
    const { language } = heardOf(dc.context);
    const words = replies[language];
    if (aside) return say(dc.context, words.notUnderstoodAside);
    const text = memory.misses > 1 ? words.stillNotUnderstood : words.notUnderstood(language === 'zh' ? zh : en);
    await say(dc.context, text, { buttons: memory.misses > 1 ? words.personButtons : words.startButtons });
  }
}

const intentOf = (key: string): string => key.split('.')[0]!;

/** A dialog that ended with false had nothing to say to the wish. */
const isNothing = ({ status, result }: DialogTurnResult): boolean =>
  status === DialogTurnStatus.complete && result === false;

/** Who asked for two things and is asked back about the first must see that the other was heard. The buttons are still the question's. */
async function tellKept(context: TurnContext, kept: readonly Asked[], buttons: string[]): Promise<void> {
  if (kept.length === 0) return;
  const quotes = kept.map(({ text }) => shortened(text));
  await say(context, replies[heardOf(context).language].alsoKept(quotes), { buttons });
}

/** A wish as it is quoted back: its first words. */
function shortened(text: string): string {
  const words = text
    .trim()
    .replace(/[，,。.;；]$/u, '')
    .replace(/^(?:另外|还有|对了|顺便|also,?|and|btw,?)\s*/iu, '');
  return words.length > 40 ? `${words.slice(0, 40)}…` : words;
}

/** False where so many wait already that no more can be kept in mind. */
function keepForLater(dc: DialogContext, wish: Asked): boolean {
  const { pending } = memoryOf(dc.context);
  if (pending.length >= 3) return false;
  pending.push({ ...wish, text: wish.text.slice(0, 500) });
  return true;
}
