import type { DialogModule } from '../dialogModule.ts';
import { PurchasesDialog } from './purchasesDialog.ts';
import { wantsOf } from './words.ts';

/** What the customer bought, its warranty, and registering it. Heard by patterns: examples would cost the other subjects accuracy (0051). */
export const purchases: DialogModule = {
  id: 'purchases',
  intents: {},
  create: (services) => new PurchasesDialog(services),
  wants: (text) => wantsOf(text) !== undefined,
};
