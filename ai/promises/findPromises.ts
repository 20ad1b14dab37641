import type { Temporal } from 'temporal-polyfill';
import { chineseCommits } from './chinese.ts';
import { isHeld } from './conditions.ts';
import { deadlineIn } from './deadline.ts';
import { englishCommits, withNamed } from './english.ts';
import type { Deadline, FoundPromise } from './promise.ts';

export type { Deadline, FoundPromise } from './promise.ts';

/** Nobody promises in longer sentences; what is pasted (terms, a protocol) is none. */
const LONGEST = 300;

/** What others said is not promised by who repeats it. */
const quoted = /[“「『"][^”」』"]{2,}[”」』"]|‘[^’]{8,}’/g;
const asks = /[?？]\s*$/;
const soon =
  /尽快|尽早|稍后|晚点|晚些|回头|马上|立刻|立即|第一时间|\b(?:soon|shortly|asap|as soon as possible|right away|immediately|later|in a (?:bit|while|moment))\b/i;
/** Whose time this is, the customer is not served in: "我明天休息，由同事接待您". */
const away = /休息|休假|放假|请假|出差|不在|不上班|\b(?:off|away|on leave|closed|out of office)\b/i;
const hasHan = /\p{Script=Han}/u;

interface Clause {
  /** As it was said. */
  text: string;
  plain: string;
}

/**
 * The promises in what a member of staff (or the bot) wrote to a customer, in Chinese or English, one a sentence, or several
 * where one sentence names several times. `now` is in the shop's zone. Questions, what a condition holds, quotes, requests
 * to the customer, what is past and what is only possible are none. A promise without a time ("尽快") is found without a deadline.
 */
export function findPromises(said: string, now: Temporal.ZonedDateTime): FoundPromise[] {
  return sentencesOf(said).flatMap((sentence) => promisesIn(sentence, now));
}

const sentencesOf = (said: string): string[] =>
  said
    .split(/(?<=[。！？!?；;\n])|(?<=[a-z0-9)]\.)\s+/i)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && sentence.length <= LONGEST);

function promisesIn(sentence: string, now: Temporal.ZonedDateTime): FoundPromise[] {
  const plain = plainOf(sentence);
  if (asks.test(plain)) return [];
  const clauses = clausesOf(sentence).map((clause, place, all) => ({
    ...clause,
    plain: withNamed(
      clause.plain,
      all.slice(0, place).map(({ plain: earlier }) => earlier),
    ),
  }));
  const words = clauses.map((clause) => clause.plain);
  const found = clauses.flatMap((clause, place) => {
    if (isHeld(words, place)) return [];
    const deadline = deadlineIn(clause.plain, now);
    if (!commitsTo(clause.plain, deadline !== undefined)) {
      // "明天，我给您回电": the time stands in a clause of its own.
      const earlier = place > 0 && !deadline ? clauses[place - 1]!.plain : '';
      const before = away.test(earlier) ? undefined : deadlineIn(earlier, now);
      return before && !soon.test(clause.plain) && commitsTo(clause.plain, true) ? [{ clause, deadline: before }] : [];
    }
    return [
      {
        clause,
        deadline: deadline ? completed(deadline, clauses.slice(0, place), now) : elsewhere(clauses, place, now),
      },
    ];
  });
  const [first] = found;
  if (!first) return [];
  const times = new Set(found.map(({ deadline }) => JSON.stringify(deadline)));
  const dated = found.filter(({ deadline }) => deadline !== undefined);
  if (times.size > 1 && dated.length > 1)
    return dated.map(({ clause, deadline }) => ({ text: clause.text, ...deadline }));
  return [{ text: sentence, ...(dated[0] ?? first).deadline }];
}

/** A time of day alone belongs to the day that an earlier clause names: "明天上午我问仓库，下午给您回电". */
function completed(deadline: Deadline, earlier: readonly Clause[], now: Temporal.ZonedDateTime): Deadline {
  const today = now.toPlainDate().toString();
  if (deadline.day !== today || earlier.length === 0) return deadline;
  const day = earlier.map(({ plain }) => deadlineIn(plain, now)?.day).findLast((named) => named !== undefined);
  return day && day > today ? { ...deadline, day } : deadline;
}

/** Hardly more than a time: "五个工作日内，…", "by Friday, …", "给我两天时间，…". */
const timeAlone = (plain: string): boolean =>
  hasHan.test(plain) ? plain.length <= 10 && !/您|你|他|她/.test(plain) : plain.split(/\s+/).length <= 4;

/** A time in the rest of the sentence, or alone before the clause, unless it says that it will only be soon. */
function elsewhere(clauses: readonly Clause[], place: number, now: Temporal.ZonedDateTime): Deadline | undefined {
  const clause = clauses[place]!;
  if (soon.test(clause.plain)) return undefined;
  const before = clauses[place - 1];
  const alone = before && timeAlone(before.plain) ? deadlineIn(before.plain, now) : undefined;
  if (alone) return alone;
  const last = clauses.at(-1)!;
  return last !== clause && !commitsTo(last.plain, true) ? deadlineIn(last.plain, now) : undefined;
}

const commitsTo = (plain: string, dated: boolean): boolean =>
  hasHan.test(plain) ? chineseCommits(plain, dated) : englishCommits(plain, dated);

const plainOf = (text: string): string => text.normalize('NFKC').replace(quoted, ' ').trim();

const clausesOf = (sentence: string): Clause[] =>
  sentence
    .split(/[，,;；]|(?<!\d)[:：]|[:：](?!\d)|(?:\s(?:but|so)\s)/)
    .map((text) => ({ text: text.trim(), plain: plainOf(text).replace(/[.。!！;；]+$/, '') }))
    .filter(({ plain }) => plain !== '');
