import type { TurnContext } from 'botbuilder';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { normalise } from '#ai/tokenizer.ts';
import { formatNumber } from '#crm/complaints/complaint.ts';
import { decisionOf } from '../agreement.ts';
import type { DialogServices } from '../dialogModule.ts';
import { type Heard, heardOf } from '../heard.ts';
import { InterruptibleDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { replies } from './replies.ts';

const shape = z.object({ complaintId: z.string(), number: z.number() });
type State = z.infer<typeof shape>;

const solvedWords =
  /^(?:已经|都|现在)?(?:解决|修好|弄好|好|没事|正常)(?:了|啦)|^(?:it(?:'s| is) )?(?:all )?(?:solved|fixed|fine now|works? now|working (?:again|now))/;
const unsolvedWords =
  /(?:没有?|未|不)(?:解决|修好|好|正常|行)|还(?:是|在|没)|又|依然|仍然|not (?:yet|solved|fixed|working)|still|again|no better/;

/** Asks once whether a complaint is solved for the customer, after its cause was fixed. "No" opens it again and calls a colleague. */
export class SolvedDialog extends InterruptibleDialog<State> {
  protected override readonly shape = shape;
  override readonly firm = false;
  readonly #services: DialogServices;

  constructor(services: DialogServices) {
    super('followUps@1');
    this.#services = services;
  }

  protected override async begin(dc: DialogContext, options: { complaintId?: string }): Promise<DialogTurnResult> {
    delete memoryOf(dc.context).askSolved;
    const { customer } = turnOf(dc.context);
    const own = await this.#services.complaints.forCustomer(customer.id, 50);
    const complaint = own.find(({ id }) => id === options.complaintId);
    if (!complaint || complaint.solved !== null) return dc.endDialog();
    return this.wait(dc, { complaintId: complaint.id, number: complaint.number });
  }

  protected override async hear(dc: DialogContext, state: State, heard: Heard): Promise<DialogTurnResult> {
    const words = replies[heard.language];
    const answer = answerOf(heard);
    if (heard.interruption && !answer) await say(dc.context, words.later);
    else {
      const solved = answer === 'yes';
      const { customer } = turnOf(dc.context);
      const told = { complaintId: state.complaintId, customerId: customer.id, solved, words: heard.text.slice(0, 500) };
      await this.#services.complaints.customerSays(told);
      await say(dc.context, solved ? words.glad : words.notYet);
    }
    return dc.endDialog();
  }

  protected override async ask(context: TurnContext, { number }: State): Promise<void> {
    const words = replies[heardOf(context).language];
    await say(context, words.askSolved(formatNumber(number)), { buttons: words.solvedButtons });
  }

  protected override accepts(heard: Heard): boolean {
    return answerOf(heard) !== undefined || heard.interruption === 'skip';
  }

  protected override claims(interruption: string): boolean {
    return ['cancel', 'skip', 'stop'].includes(interruption);
  }

  protected override explain(language: 'zh' | 'en'): string {
    return replies[language].solvedHelp;
  }
}

/** What the customer says: a button, yes or no, or a short sentence that says it in other words. */
function answerOf(heard: Heard): 'yes' | 'no' | undefined {
  const said = normalise(heard.text).trim();
  if (['cancel', 'skip', 'stop'].includes(heard.interruption ?? '')) return undefined;
  const decided = decisionOf(heard, replies, 'solvedButtons');
  if (decided) return decided;
  if (said.length > 80) return undefined;
  if (unsolvedWords.test(said)) return 'no';
  return solvedWords.test(said) ? 'yes' : undefined;
}
