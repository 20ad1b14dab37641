import { afterwards } from '../afterwards.ts';
import type { DialogModule } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { turnOf } from '../turn.ts';
import { ConsentDialog, wasConfirmed, withdraw } from './consentDialog.ts';
import { unsubscribes, wantsOf } from './words.ts';

/** Whether the shop may write of its own accord: asked once at a good moment, ended by a word at any time. */
export const consent: DialogModule = {
  id: 'consent',
  intents: {},
  create: (services) => new ConsentDialog(services),
  wants: (text) => wantsOf(text) !== undefined,
  /** "退订" and "STOP" hold whatever else is open; what is open hears them too. */
  notice(context, services) {
    if (unsubscribes(heardOf(context).text)) afterwards(context, () => withdraw(context, services));
  },
  /** Who was just pleased is asked once, unless they have answered before or something of theirs is still wrong. */
  async initiative(context, services) {
    const memory = memoryOf(context);
    // What was open has heard the word, too; that it ended more than that is said here.
    if (unsubscribes(heardOf(context).text)) return wasConfirmed(context) ? undefined : { stopped: true };
    if (!memory.pleased || memory.careAsked) return undefined;
    memory.pleased = false;
    const { customer } = turnOf(context);
    return (await services.care.mayAsk(customer.id)) ? {} : undefined;
  },
};
