import type { DialogModule } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { examples } from './examples.ts';
import { asksHours, asksPlace } from './hours.ts';
import { SmallTalkDialog } from './smallTalkDialog.ts';

/** Greeting, thanks, goodbye, small talk, and what the bot can do. */
export const smallTalk: DialogModule = {
  id: 'smallTalk',
  intents: examples,
  claims: (context) => {
    const { text } = heardOf(context);
    return asksHours(text) || asksPlace(text);
  },
  courtesies: ['greeting', 'thanks', 'goodbye', 'chitchat'],
  create: (services) => new SmallTalkDialog(services),
};
