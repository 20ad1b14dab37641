import type { TurnContext } from 'botbuilder';
import { NONE } from '#ai/reading.ts';
import { normalise } from '#ai/tokenizer.ts';
import { asksSomething } from '../agreement.ts';
import { heardOf } from '../heard.ts';
import { memoryOf } from '../memory.ts';
import { namesPlace } from '../reference.ts';
import { recommends } from './suggest.ts';
import { asksBuyers, asksUpkeep } from './worth.ts';

/** "the second one, please": longer ones say more than a place in a list. */
const LONGEST_PLACE = 24;
const LONGEST_POINTING = 40;
/** Below this the reader only guesses what a message is about. */
const GUESSED = 0.7;
/** What a short question about the product spoken of is easily taken for. */
const mistaken = new Set([NONE, 'preferences', 'capabilities', 'chitchat', 'greeting', 'goodbye']);
const ofIt = /它|\b(?:it|its|it's)\b/;
const also = /^(?:那|那么)?.{2,12}呢[?？]?$|^(?:and|what about|how about) (?:the|your) /;
const again = /^(?:and|what about|how about) /;

/** "Is it vegan?", "and the conditioner?" ask of products, once one was spoken of. */
function asksOfLast(context: TurnContext): boolean {
  const { text, reading } = heardOf(context);
  const said = normalise(text).trim();
  if (memoryOf(context).products.length === 0) return false;
  const sameAgain = again.test(said) && memoryOf(context).asked.length > 0;
  if (also.test(said) && (sameAgain || reading.entities.products.length > 0)) return true;
  return mistaken.has(reading.intent) && ofIt.test(said) && asksSomething(text);
}

/** Whether a message is about what the shop sells whatever the reader took it for: a place in the list shown, a word about buyers, "is it vegan". */
export function claimsProducts(context: TurnContext): boolean {
  const { text, reading } = heardOf(context);
  const named = reading.entities.products.length > 0;
  const spoken = named || (memoryOf(context).products.length > 0 && asksSomething(text));
  // "What do buyers say of the kettle" speaks of ratings, but gives none.
  if (asksBuyers(text) && spoken) return true;
  if (reading.confidence < GUESSED && reading.wishes.length === 1 && (recommends(text) || (asksUpkeep(text) && spoken)))
    return true;
  if (text.length <= LONGEST_POINTING && asksOfLast(context)) return true;
  return text.length <= LONGEST_PLACE && namesPlace(text) && memoryOf(context).listed.length > 0;
}
