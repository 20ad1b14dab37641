import { signsIn } from '#crm/customers/merging/joinCodes.ts';
import type { DialogEvent, DialogModule, EventTurn } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { examples } from './examples.ts';
import { PrivacyDialog } from './privacyDialog.ts';
import { replies } from './replies.ts';

/** Says a code here, at an account that we can write to, for whoever asked for it elsewhere. */
async function sayCode(_event: DialogEvent, { dc, services }: EventTurn): Promise<void> {
  const { customer, conversationId } = turnOf(dc.context);
  const code = await services.joinCodes.make(customer.id, conversationId);
  await say(dc.context, replies[heardOf(dc.context).language].sentCode(code));
}

/** Free to leave: everything deleted, or handed over as a copy, at a word and with proof of who asks; accounts joined by a code. */
export const privacy: DialogModule = {
  id: 'privacy',
  intents: examples,
  create: (services) => new PrivacyDialog(services),
  events: { joinCode: sayCode },
  claims: (context) => signsIn(heardOf(context).text) !== null,
};
