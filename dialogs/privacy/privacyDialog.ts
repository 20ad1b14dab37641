import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { Interruption } from '#ai/interruptions.ts';
import type { Language } from '#ai/reading.ts';
import { normalise } from '#ai/tokenizer.ts';
import { signsIn } from '#crm/customers/merging/joinCodes.ts';
import { Conflict } from '#crm/errors.ts';
import { decisionOf } from '../agreement.ts';
import type { DialogServices, WishOptions } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { replies } from './replies.ts';

const shape = z.discriminatedUnion('asked', [
  z.object({ asked: z.literal('code'), to: z.enum(['erase', 'copy']), sent: z.string().optional() }),
  z.object({ asked: z.literal('erase') }),
]);
type State = z.infer<typeof shape>;

const erases =
  /^(?:好的?|是的?|对|嗯|请|那就|我)*(?:确定|确认|全部|都|要)*(?:删除|删掉|删了|删)(?:吧|了|全部|一切)?$|^(?:yes|please|ok|sure)*,? ?(?:delete|erase|remove) (?:it|all|everything)(?: please)?$/;
const cannot = /用不了|打不开|没法|没有办法|不能用|登不上|can(?:'|’)?t use|cannot use|no access|lost/i;

/** The rights to leave and to a copy, used in chat: who asks proves it by a code from another of their accounts, where there is one. */
export class PrivacyDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('privacy@1');
    this.#services = services;
  }

  protected override async begin(dc: DialogContext, { wish }: Partial<WishOptions>): Promise<DialogTurnResult> {
    const { context } = dc;
    const words = replies[heardOf(context).language];
    const { customer, conversationId } = turnOf(context);
    if (!customer.id) {
      await say(context, words.nothing);
      return dc.endDialog();
    }
    if (signsIn(wish?.text ?? '')) return this.#join(dc, wish?.text ?? '');
    if (wish?.aspect === 'link') {
      const { emails, phones } = heardOf(context).reading.entities;
      const [address] = [...emails, ...phones];
      if (address) {
        await this.#services.joinCodes.sendToAddress(emails.length > 0 ? 'mail' : 'smsgateway', address);
        await say(context, words.codeMaybeSent(address));
        return dc.endDialog();
      }
      await say(context, words.code(await this.#services.joinCodes.make(customer.id, conversationId)));
      return dc.endDialog();
    }
    const to = wish?.aspect === 'copy' ? 'copy' : 'erase';
    if ((await this.#others(context)).length > 0) {
      const sent = await this.#services.joinCodes.send(customer.id, conversationId);
      return this.wait(dc, { asked: 'code', to, ...(sent && { sent }) });
    }
    return to === 'copy' ? this.#copy(dc) : this.wait(dc, { asked: 'erase' });
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    const { context } = dc;
    const words = replies[heard.language];
    const { customer, conversationId } = turnOf(context);
    if (state.asked === 'erase') {
      const decided = decide(heard);
      if (decided === 'yes') await this.#services.privacy.request(customer.id, conversationId);
      await say(context, decided === 'yes' ? words.erasing : words.kept);
      return dc.endDialog();
    }
    if (signsIn(heard.text)) {
      if (await this.#services.joinCodes.proves(heard.text, customer.id, conversationId)) {
        return state.to === 'copy' ? this.#copy(dc) : this.wait(dc, { asked: 'erase' });
      }
      await say(context, words.wrongCode, { buttons: words.codeButtons });
      return Dialog.EndOfTurn;
    }
    if (isCannot(heard)) {
      await this.#services.tasks.raise({
        type: 'custom',
        title: state.to === 'copy' ? words.taskCopy : words.taskErase,
        priority: 'high',
        customerId: customer.id,
        conversationId,
      });
      await say(context, words.byStaff);
    } else await say(context, words.kept);
    return dc.endDialog();
  }

  protected override async ask(context: TurnContext, state: State): Promise<void> {
    const { language } = heardOf(context);
    const words = replies[language];
    if (state.asked === 'erase') return say(context, words.askErase, { buttons: words.eraseButtons });
    if (state.sent) {
      const place = words.channels[state.sent] ?? words.otherChannel;
      return say(context, words.askSentCode(place), { buttons: words.codeButtons });
    }
    const others = await this.#others(context);
    const places = [...new Set(others.map(({ channel }) => words.channels[channel] ?? words.otherChannel))];
    return say(context, words.askCode(places.join(language === 'zh' ? '、' : ', ')), { buttons: words.codeButtons });
  }

  protected override accepts(heard: Heard, state: State): boolean {
    if (state.asked === 'erase') return decide(heard) !== undefined;
    return signsIn(heard.text) !== null || isCannot(heard) || decisionOf(heard, replies, 'codeButtons') !== undefined;
  }

  protected override claims(interruption: Interruption): boolean {
    return ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override explain(language: Language, { asked }: State): string {
    return asked === 'erase' ? replies[language].eraseHelp : replies[language].codeHelp;
  }

  protected override farewell(language: Language): string {
    return replies[language].kept;
  }

  /** Accounts of this customer beside the one that speaks. */
  async #others(context: TurnContext) {
    const { customer, conversationId } = turnOf(context);
    return this.#services.customers.otherAccounts(customer.id, conversationId);
  }

  async #copy(dc: DialogContext): Promise<DialogTurnResult> {
    const words = replies[heardOf(dc.context).language];
    try {
      await say(dc.context, words.copy(await this.#services.access.link(turnOf(dc.context).customer.id)));
    } catch (fault) {
      if (!(fault instanceof Conflict)) throw fault;
      await say(dc.context, words.tooMany);
    }
    return dc.endDialog();
  }

  async #join(dc: DialogContext, text: string): Promise<DialogTurnResult> {
    const words = replies[heardOf(dc.context).language];
    const joined = await this.#services.joinCodes.redeem(text, turnOf(dc.context).customer.id);
    await say(dc.context, { joined: words.joined, already: words.alreadyJoined, unknown: words.unknownCode }[joined]);
    return dc.endDialog();
  }
}

function decide(heard: Heard): 'yes' | 'no' | undefined {
  const said = normalise(heard.text)
    .replace(/[\s,.!，。！]+$/g, '')
    .replace(/[，,]\s*/g, '');
  return erases.test(said) ? 'yes' : decisionOf(heard, replies, 'eraseButtons');
}

const isCannot = (heard: Heard): boolean =>
  cannot.test(heard.text) || [replies.zh, replies.en].some(({ codeButtons }) => codeButtons[0] === heard.text.trim());
