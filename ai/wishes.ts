import type { Classifier } from './classifier.ts';
import { asksForPerson } from './interruptions.ts';
import { NONE, type Wish } from './reading.ts';

const ends = /(?<=[。!?！？;；\n])|(?<=\.)(?=\s+\p{L})/u;
const connectors =
  /(?:[,，、]\s*)?(?=(?:另外|还有就是|还有|对了|顺便(?:问|说)?|再问|此外|还想|by the way|btw|also,? |another thing|one more thing|and also|plus,? |besides|(?<=[,，] )and (?:i |can |could |what|how|do |please)))/i;

/** From here on a clause is taken for a wish of its own; after a word like "另外" less is asked. */
const SURE = 0.7;
const SURE_AFTER_CONNECTOR = 0.45;
/** A courtesy beside a request is part of the request. */
const courtesies = new Set(['greeting', 'thanks', 'goodbye', 'chitchat', 'capabilities', NONE]);

/** Splits `complaints.status` into intent and aspect. */
export function asWish(label: string, text: string, confidence: number): Wish {
  const [intent, aspect] = label.split('.') as [string, string?];
  return { intent, ...(aspect && { aspect }), text, confidence };
}

type Clause = { text: string; connected: boolean };

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const sentence of text.split(ends)) {
    sentence.split(connectors).forEach((part, i) => {
      const starts =
        /^\s*(?:另外|还有|对了|顺便|再问|此外|还想|by the way|btw|also|another|one more|and |plus|besides)/i.test(part);
      if (/[\p{L}\p{N}]/u.test(part)) clauses.push({ text: part.trim(), connected: i > 0 || starts });
    });
  }
  return clauses;
}

/** The wishes of a message in its order. Clauses that carry none of their own stay with their neighbour; a wish for a person is always found. */
export function wishesOf(text: string, classifier: Classifier): Wish[] {
  const whole = classifier.classify(text);
  const single = asWish(whole.intent, text.trim(), whole.confidence);
  const clauses = clausesOf(text);
  const wishes = clauses.length > 1 ? merge(clauses, classifier, single) : [single];
  if (asksForPerson(text) && !wishes.some(({ intent }) => intent === 'handoff')) {
    const person: Wish = { intent: 'handoff', text: text.trim(), confidence: 0.99 };
    const others = wishes.filter(({ intent, confidence }) => !courtesies.has(intent) && confidence >= SURE);
    return clauses.length > 1 ? [...others, person] : [person];
  }
  return wishes;
}

function merge(clauses: readonly Clause[], classifier: Classifier, single: Wish): Wish[] {
  const wishes: Wish[] = [];
  let waiting = '';
  const joined = (a: string, b: string) =>
    a === '' ? b : /\p{Script=Han}[,，。!?！？;；]?$/u.test(a) ? a + b : `${a} ${b}`;
  for (const { text, connected } of clauses) {
    const { intent, confidence } = classifier.classify(text);
    const wish = asWish(intent, text, confidence);
    const own = !courtesies.has(intent) && confidence >= (connected ? SURE_AFTER_CONNECTOR : SURE);
    const last = wishes.at(-1);
    if (own && last?.intent !== wish.intent) {
      wishes.push({ ...wish, text: joined(waiting, text) });
      waiting = '';
    } else if (last) {
      last.text = joined(last.text, text);
      if (own && confidence > last.confidence) Object.assign(last, { ...wish, text: last.text });
    } else waiting = joined(waiting, text);
  }
  if (wishes.length === 0) return [single];
  // One wish in several sentences: the whole message is better evidence than its strongest part, unless that part was surer.
  if (wishes.length === 1 && !courtesies.has(single.intent) && single.confidence >= wishes[0]!.confidence)
    return [single];
  return wishes;
}
