import type { Classifier } from './classifier.ts';
import { asksForPerson } from './interruptions.ts';
import { NONE, type Wish } from './reading.ts';

const ends = /(?<=[。!?！？;；\n])|(?<=\.)(?=\s+\p{L})/u;
const connectors =
  /(?:[,，、]\s*)?(?=(?:另外|还有就是|还有|对了|顺便(?:问|说)?|再问|此外|还想|by the way|btw|also,? |another thing|one more thing|and also|plus,? |besides|(?<=[,，] )and (?:i |can |could |what|how|do |please)))/i;

/** Where another wish may begin without a word that says so: a comma, "and how …", a space between Chinese words. */
const joints =
  /(?<=[，,])\s*|(?<=\p{Script=Han})\s+(?=\p{Script=Han})|\s+(?:and|but)\s+(?=(?:i|i'd|i'm|my|the|can|could|do|does|did|what|what's|how|is|are|when|where|which|please)\b)/iu;

/** From here on a clause is taken for a wish of its own; after a word like "另外" less is asked. */
const SURE = 0.7;
/** And without a full stop or a connecting word before it, more. */
const SURE_WITHIN = 0.9;
const SURE_AFTER_CONNECTOR = 0.45;
/** A courtesy beside a request is part of the request. */
const courtesies = new Set(['greeting', 'thanks', 'goodbye', 'chitchat', 'capabilities', NONE]);

/** Splits `complaints.status` into intent and aspect. */
export function asWish(label: string, text: string, confidence: number): Wish {
  const [intent, aspect] = label.split('.') as [string, string?];
  return { intent, ...(aspect && { aspect }), text, confidence };
}

/** A sign, a figure, an emoji or a lone letter wishes for nothing that could be told from it. */
const wordless = /^(?:[^\p{L}]|(?<!\p{Script=Latin})\p{Script=Latin}(?!\p{Script=Latin}))*$/u;

/** What somebody wants who complains is part of the complaint: 漏了，能换货吗. */
const remedy =
  /退(?:货|款|钱|掉|吗|了)|换(?:货|新|一|个|吗|掉)|赔|补(?:发|偿|寄)|\b(?:refund|replace|replacement|exchange|money back|return it|send (?:me )?(?:a new|another))\b/i;

/** A part of a message; `sure`: the confidence from which it is a wish of its own. */
type Clause = { text: string; sure: number };

function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  for (const sentence of text.split(ends)) {
    sentence.split(connectors).forEach((part, i) => {
      const starts =
        /^\s*(?:另外|还有|对了|顺便|再问|此外|还想|by the way|btw|also|another|one more|and |plus|besides)/i.test(part);
      if (/[\p{L}\p{N}]/u.test(part))
        clauses.push({ text: part.trim(), sure: i > 0 || starts ? SURE_AFTER_CONNECTOR : SURE });
    });
  }
  return clauses;
}

/** The wishes of a message in its order. Clauses that carry none of their own stay with their neighbour; a wish for a person is always found. */
export function wishesOf(text: string, classifier: Classifier): Wish[] {
  if (wordless.test(text)) return [{ intent: NONE, text: text.trim(), confidence: 1 }];
  const whole = classifier.classify(text);
  const single = asWish(whole.intent, text.trim(), whole.confidence);
  const clauses = clausesOf(text).flatMap((clause) => parted(clause, classifier));
  const wishes = clauses.length > 1 ? merge(clauses, classifier, single) : [single];
  if (asksForPerson(text) && !wishes.some(({ intent }) => intent === 'handoff')) {
    const person: Wish = { intent: 'handoff', text: text.trim(), confidence: 0.99 };
    const others = wishes.filter(({ intent, confidence }) => !courtesies.has(intent) && confidence >= SURE);
    return clauses.length > 1 || wishes.length > 1 ? [...others, person] : [person];
  }
  return wishes;
}

/** A clause at its joints, if its parts are very sure of wishes, and of more than one or of one that its courtesies hide. */
function parted(clause: Clause, classifier: Classifier): Clause[] {
  const parts = clause.text.split(joints).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length < 2) return [clause];
  const intents = new Set<string>();
  for (const part of parts) {
    const { intent, confidence } = classifier.classify(part);
    if (!courtesies.has(intent) && confidence >= SURE_WITHIN) intents.add(asWish(intent, part, confidence).intent);
  }
  const hidden = intents.size === 1 && courtesies.has(classifier.classify(clause.text).intent);
  return intents.size > 1 || hidden ? parts.map((text) => ({ text: text.trim(), sure: SURE_WITHIN })) : [clause];
}

function merge(clauses: readonly Clause[], classifier: Classifier, single: Wish): Wish[] {
  const wishes: Wish[] = [];
  let waiting = '';
  const joined = (a: string, b: string) =>
    a === '' ? b : /\p{Script=Han}[,，。!?！？;；]?$/u.test(a) ? a + b : `${a} ${b}`;
  for (const { text, sure } of clauses) {
    const { intent, confidence } = classifier.classify(text);
    const wish = asWish(intent, text, confidence);
    const own = !courtesies.has(intent) && confidence >= sure;
    const last = wishes.at(-1);
    const asksToPutRight = last?.intent === 'complaints' && remedy.test(text);
    if (own && last?.intent !== wish.intent && !asksToPutRight) {
      wishes.push({ ...wish, text: joined(waiting, text) });
      waiting = '';
    } else if (last) {
      last.text = joined(last.text, text);
      if (own && !asksToPutRight && confidence > last.confidence) Object.assign(last, { ...wish, text: last.text });
    } else waiting = joined(waiting, text);
  }
  if (wishes.length === 0) return [single];
  // One wish in several sentences: the whole message is better evidence than its strongest part, unless that part was surer.
  if (wishes.length === 1 && !courtesies.has(single.intent) && single.confidence >= wishes[0]!.confidence)
    return [single];
  return wishes;
}
