const adverbs =
  '(?:\\s+(?:definitely|certainly|surely|personally|also|then|now|just|gladly|happily|absolutely|immediately|both|all|always|try to|try and|do (?:my|our) (?:best|utmost) to|make sure (?:to|that)|be sure to|aim to|go ahead and|have (?:someone|somebody|a colleague|my colleague|our \\w+)))*';
const will = "(?:['’]ll|\\s+will|\\s+shall|['’]m going to|['’]re going to|\\s+am going to|\\s+are going to)";
const colleague =
  '(?:(?:a|an|my|our|the|one of (?:my|our))\\s+)(?:\\w+\\s+){0,2}(?:colleagues?|technicians?|engineers?|teams?|warehouse|courier|managers?|supervisors?|departments?|specialists?|experts?)|some(?:one|body)(?: from \\w+(?: \\w+)?)?';
const thing =
  '(?:your|the|a|an)\\s+(?:\\w+\\s+){0,2}(?:refund|replacement|parcel|package|order|money|invoice|credit|spare part|part|voucher|repair|kettle|machine|item|filter|gift|label|answer|report|result|decision|new one|delivery|email)';

/** Verbs of what reaches the customer later; the rest ("check", "look") is a promise only with a time. */
const slow =
  'call|ring|phone|e-?mail|mail|write|send|ship|post|refund|replace|exchange|contact|reach out|reach|get back|come back|get in touch|let you|tell|inform|update|notify|deliver|visit|come|reply|answer|respond|return|follow up|pay|credit|arrange|book|fix|repair|solve|resolve|sort|take care|see to it|make sure|process|keep you|get (?:it|this|that|you|your|a|an|the|one)|have (?!an? (?:look|think|word|chat|check)\\b)(?:it|this|that|your|you|an?|the)|be (?:in touch|back|with you|there|refunded|contacted|called|sent|shipped|delivered|paid|replaced|repaired|fixed|ready|on its way|credited|dispatched)|go out|arrive|leave our|reach you|hear|receive|give you|pass (?:it|this|that)|escalate|issue|prepare|bring|drop you|collect|pick (?:it|up)|dispatch|text|message|forward|reimburse|swap|schedule|transfer|waive|compensate|drop (?:it|off)|put (?:it|this|that|a|an|the) \\w+ in the post';
const quick =
  'check|fit|install|mend|look|see (?:what|why|whether)|find out|ask|verify|confirm|review|investigate|find|take|do|finish|start|work|speak|talk|clarify|test|examine|cancel|change|get|have|be (?:done|finished|solved|resolved|sorted)|order|reserve|complete|handle|push|chase|hurry';
const commitsWith = (verbs: string): RegExp[] => [
  new RegExp(`\\b(?:i|we)${will}${adverbs}\\s+(?:${verbs})\\b`),
  new RegExp(
    `\\b(?:i|we)\\s+(?:promise|guarantee)(?:\\s+(?:you|to|that|i|we))*['’]?(?:ll)?(?:\\s+will)?${adverbs}\\s+(?:${verbs})\\b`,
  ),
  new RegExp(`\\b(?:${colleague})(?:['’]ll|\\s+will|\\s+is going to)${adverbs}\\s+(?:${verbs})\\b`),
  new RegExp(
    `\\byou${will}${adverbs}\\s+(?:get|have (?!to\\b)|receive|hear|know|be (?:refunded|contacted|called|paid))\\b`,
  ),
  new RegExp(`\\b(?:${thing})(?:['’]ll|\\s+will)${adverbs}\\s+(?:${verbs}|be)\\b`),
  new RegExp(`\\b(?:i|we)\\b.*\\b(?:and|then)${will}${adverbs}\\s+(?:${verbs})\\b`),
  /\blet me (?:get back|come back|call you|ring you)\b/,
  /\b(?:you can )?(?:expect|count on) (?:a|an|our|my|your) (?:\w+ )?(?:call|reply|answer|e?-?mail|refund|replacement|response|update|parcel)\b/,
];
const commitsSlow = commitsWith(slow);
const commitsAny = [
  ...commitsWith(`${slow}|${quick}`),
  // Whatever one of the shop will do: a promise where a time is named.
  new RegExp(
    `\\b(?:i|we|${colleague})${will}${adverbs}\\s+(?!be\\b|(?:only |all |just |then )?(?:know|see|open|close|move|stop|wait|stay|launch|announce)\\b|need|want|like|love|have to|speak soon|talk soon|miss|remember|never)[a-z]`,
  ),
  new RegExp(`\\b(?:${colleague})(?:['’]ll|\\s+will) be (?:with|at your|on)\\b`),
];

/** "I'm calling you back in ten minutes", "the new one goes out tomorrow": promises where a time is named. */
const planned = [
  /\b(?:i['’]m|i am|we['’]re|we are) (?:also )?(?:calling|ringing|sending|shipping|posting|mailing|e-?mailing|refunding|replacing|exchanging|coming|visiting|delivering|bringing|collecting|getting back|picking|arranging|booking)\b/,
  /\b(?:i|we)(?:['’]ve| have) (?:already )?(?:arranged|booked|scheduled)\b/,
  new RegExp(
    `\\b(?:${colleague}) (?:is|are) (?:calling|ringing|coming|visiting|sending|delivering|bringing|collecting)\\b`,
  ),
  new RegExp(
    `\\b(?:${thing}|(?:the|your) (?:new|other) one|it|your (?:\\w+ ){0,2}\\w+) (?:goes out|is going out|ships|is shipping|leaves|is leaving|arrives|is arriving|is on its way)\\b`,
  ),
];

const refusals = [
  /^(?:(?:then|so|and|or|also) )?(?:please|kindly|could you|can you|would you|will you|do you|are you|you (?:can(?! (?:expect|count on))|could|may|should|need|must|have to|are|might)|let us know|call us|send us|tell us|shall|should|may i|can i|could i|when|what|where|who|how|why)\b/,
  /\b(?:you(?:['’]ll| will) (?:need|have to|want|find|see))\b/,
  /\b(?:won['’]t|(?:will|shall|can|do|does|did|could|would) ?not|n['’]t\b|never|cannot|unable|not (?:able|sure|promise|going)|no guarantee|no way|isn['’]t true|nobody|hardly)\b|n['’]t\b/,
  /\b(?:maybe|perhaps|probably|possibly|might|hopefully|presumably|doubt|i (?:think|guess|suppose|hope|wish)|we (?:think|hope|wish)|should)\b/,
  /\b(?:usually|normally|generally|typically|in most cases|on average|as a rule|always)\b/,
  /\b(?:said|says?|told|tells?|claims?|mentioned|wrote|writes|according to|(?<!\b(?:i|we|i['’]ve|we['’]ve|have) )asked)\b(?! you (?:by|on|before|today|tomorrow|as|when))/,
  /\b(?:i|we)(?:['’]ll| will) be (?:happy|glad|sorry|pleased|delighted|honest|able|away|out|off|closed|open)\b/,
];

const tellPromise = /\b(?:i|we)(?:['’]ll| will) tell you\b/;

/** Who was named before: "I've asked the warehouse, and they will send it today." */
const ours = new RegExp(`\\b(?:${colleague})\\b`, 'i');
/** The clause with the colleagues named whom it only points to. */
export const withNamed = (clause: string, earlier: readonly string[]): string =>
  earlier.some((each) => ours.test(each)) ? clause.replace(/\b(?:they|he|she)(?=['’]ll| will)/i, 'our team') : clause;

/** Whether a clause of staff commits the shop to something. `dated`: it names a time to come. Expects NFKC text. */
export function englishCommits(said: string, dated: boolean): boolean {
  const clause = said.toLowerCase();
  if (!(dated ? [...commitsAny, ...planned] : commitsSlow).some((commit) => commit.test(clause))) return false;
  const heard = tellPromise.test(clause) ? clause.replace(/\btell\b/, 'inform') : clause;
  return !clause.includes('?') && !refusals.some((refusal) => refusal.test(heard));
}
