import type { DialogModule } from '../dialogModule.ts';
import { memoryOf } from '../memory.ts';
import { events } from './news.ts';
import { SolvedDialog } from './solvedDialog.ts';

/** How a complaint goes on, told before the customer asks: each step, a date that slips, the fix; and the one question whether it is solved. */
export const followUps: DialogModule = {
  id: 'followUps',
  intents: {},
  create: (services) => new SolvedDialog(services),
  events,
  async initiative(context) {
    const { askSolved } = memoryOf(context);
    return askSolved ? { complaintId: askSolved } : undefined;
  },
};
