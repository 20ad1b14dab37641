import type { DialogContext } from 'botbuilder-dialogs';
import { handoffDialogId } from '../handoff/handoffDialog.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { replies } from './replies.ts';

/** Says thanks for a thumb. Down: what did not help is no help, and a person is offered unless another question is open. */
export async function thankForFeedback(dc: DialogContext, helpful: boolean): Promise<void> {
  const words = replies[heardOf(dc.context).language];
  if (helpful) return say(dc.context, words.thumbUp);
  const memory = memoryOf(dc.context);
  delete memory.helped;
  if (dc.stack.length > 0) return say(dc.context, words.thumbDown);
  await dc.beginDialog(handoffDialogId, { offer: { lead: words.thumbDown, question: words.thumbDownDetail } });
}
