import type { DialogModule } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { ComplaintDialog } from './complaintDialog.ts';
import { examples } from './examples.ts';
import { hazardOf } from './safety.ts';
import { reportsFault } from './story.ts';

/** Something went wrong: take it down, put it into the right hands, and tell how it goes. */
export const complaints: DialogModule = {
  id: 'complaints',
  intents: examples,
  create: (services) => new ComplaintDialog(services),
  takesForm: true,
  claims: (context) => reportsFault(heardOf(context).text),
  urgent: (context) => hazardOf(heardOf(context).text) !== undefined,
};
