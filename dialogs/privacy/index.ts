import { signsIn } from '#crm/customers/merging/joinCodes.ts';
import type { DialogModule } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { examples } from './examples.ts';
import { PrivacyDialog } from './privacyDialog.ts';

/** Free to leave: everything deleted, or handed over as a copy, at a word and with proof of who asks; accounts joined by a code. */
export const privacy: DialogModule = {
  id: 'privacy',
  intents: examples,
  create: (services) => new PrivacyDialog(services),
  claims: (context) => signsIn(heardOf(context).text) !== null,
};
