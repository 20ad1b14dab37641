import { asksForPerson } from '#ai/interruptions.ts';
import { agreementOf, asksSomething } from '../agreement.ts';
import type { Heard } from '../heard.ts';
import type { ComplaintState } from './complaintDialog.ts';
import { contactOf, meansHere } from './contact.ts';
import { hazardOf } from './safety.ts';

const courtesies = new Set(['greeting', 'thanks', 'goodbye', 'chitchat', 'capabilities']);
/** A courtesy is short; what is longer tells something. */
const SHORT = 16;
/** How sure the reader must be of another wish where any words could be an answer. */
const SURE = 0.6;

/**
 * Whether a message answers the complaint's open question. Most of what people write here does, so it is the other way round:
 * it does unless it plainly is a question of their own, a courtesy, or a call for a person.
 */
export function acceptsAnswer(asked: ComplaintState['asked'], heard: Heard): boolean {
  const { intent, aspect, confidence, sentiment } = heard.reading;
  if (heard.photos.length > 0 || hazardOf(heard.text)) return true;
  if (agreementOf(heard.text)) return true;
  const asks = asksSomething(heard.text);
  if (meansHere(heard.text) || contactOf(heard) !== undefined) return true;
  if (!asks && heard.reading.entities.dates.length + heard.reading.entities.products.length > 0) return true;
  if (intent === 'complaints' && aspect === 'status' && asks) return false;
  if (asksForPerson(heard.text)) return false;
  if (courtesies.has(intent) && heard.text.length <= SHORT) return false;
  switch (asked) {
    case 'product':
      return !asks;
    case 'when':
    case 'contact':
      return !asks && !(intent === 'products' && confidence >= SURE);
    case 'whatHappened':
      return !asks || intent === 'complaints' || sentiment.label === 'negative' || heard.text.length > 40;
    case 'wish':
      return !asks || intent !== 'products';
    case 'confirm':
    case 'change':
      return !asks || intent === 'complaints';
  }
}
