import type { DialogModule } from '../dialogModule.ts';
import { examples } from './examples.ts';
import { SmallTalkDialog } from './smallTalkDialog.ts';

/** Greeting, thanks, goodbye, small talk, and what the bot can do. */
export const smallTalk: DialogModule = {
  id: 'smallTalk',
  intents: examples,
  courtesies: ['greeting', 'thanks', 'goodbye', 'chitchat'],
  create: (services) => new SmallTalkDialog(services),
};
