import type { DialogModule, EventTurn } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { examples } from './examples.ts';
import { HandoffDialog } from './handoffDialog.ts';
import { replies } from './replies.ts';

/** A person gives the conversation back: what was open is out of date, so it is put away, and the customer is told. */
async function released(_event: unknown, { dc }: EventTurn): Promise<void> {
  const words = replies[heardOf(dc.context).language];
  const wasOpen = dc.stack.length > 0;
  dc.stack.splice(0);
  const memory = memoryOf(dc.context);
  memory.pending = [];
  delete memory.handoffTaskId;
  await say(dc.context, wasOpen ? words.releasedFromFlow : words.released);
}

/** A person, please. */
export const handoff: DialogModule = {
  id: 'handoff',
  intents: examples,
  create: (services) => new HandoffDialog(services),
  events: { released },
};
