import { Calendar } from './calendar.ts';
import { complain } from './complaints.ts';
import { makeCustomers, makeStaff } from './customers.ts';
import { writeElsewhere } from './elsewhere.ts';
import { chat, handOver, mention, promise, stump } from './matters.ts';
import { recordPromises } from './promises.ts';
import { makePurchases } from './purchases.ts';
import { ask } from './questions.ts';
import { Random } from './random.ts';
import { rate } from './ratings.ts';
import type { History } from './rows.ts';
import { followUps } from './said/notes.ts';
import { stories } from './said/stories.ts';
import type { Sold } from './sold.ts';
import type { Talk } from './talk.ts';
import { type Published, World } from './world.ts';

/** How many talks of each kind there are; `recent` ones fall into the last days, so that there is work to do. */
const counts = { question: 2185, mention: 400, complaint: 158, handoff: 26, gap: 90, chat: 110 };
const recent = { complaint: 12, handoff: 6, promise: 13 };

/**
 * Two years of a shop's life as plain rows: the same for the same seed, time and catalogue. Nothing lies after `now` but
 * due times and what is snoozed. Complaints are numbered from `firstComplaintNumber` in the order of their time.
 */
export function generateHistory(given: {
  seed: number;
  now: Date;
  sold: readonly Sold[];
  articles: readonly Published[];
  firstComplaintNumber: number;
}): History {
  const random = new Random(given.seed);
  const calendar = new Calendar(given.now, random);
  const history: History = {
    ...makeStaff(random, given.now),
    ...makeCustomers(random, calendar),
    conversations: [],
    activities: [],
    invitations: [],
    responses: [],
    defects: [],
    consents: [],
    complaints: [],
    complaintEvents: [],
    tasks: [],
    taskEvents: [],
    promises: [],
    promiseEvents: [],
    preferences: [],
    purchases: [],
    gaps: [],
    feedback: [],
  };
  history.purchases = makePurchases(random, calendar, history.customers, given.sold);
  const world = new World({ ...given, random, calendar, history });
  for (const { at, hold } of plan(world).sort((a, b) => +a.at - +b.at)) {
    const talk = world.talk(at);
    hold(talk);
    world.keep(talk);
  }
  recordPromises(history, given.now);
  writeElsewhere(history, given.now);
  return history;
}

interface Planned {
  at: Date;
  hold: (talk: Talk) => void;
}

function plan(world: World): Planned[] {
  const { random, calendar } = world;
  const times = (count: number, make: () => Planned): Planned[] => Array.from({ length: count }, make);
  const whenever = (hold: Planned['hold']): Planned => ({ at: calendar.moment(), hold });
  const help = (about: (world: World, talk: Talk) => Sold | null) => (talk: Talk) =>
    rate(world, talk, { by: 'bot', product: about(world, talk) });
  const person = (talk: Talk) => {
    const colleague = handOver(world, talk);
    if (colleague) rate(world, talk, { by: colleague.id, product: null, mood: 0.02 });
  };
  return [
    ...times(counts.question, () => whenever(help(ask))),
    ...times(counts.mention, () => whenever(help(mention))),
    ...times(counts.complaint, () => complaint(world)),
    ...times(recent.complaint, () => complaint(world, 3)),
    ...times(counts.handoff, () => whenever(person)),
    ...times(recent.handoff, () => ({ at: calendar.moment(0.25), hold: person })),
    ...times(counts.gap, () => whenever((talk) => stump(world, talk))),
    ...times(counts.chat, () => whenever((talk) => chat(world, talk))),
    ...times(recent.promise, () => ({
      at: calendar.moment(9),
      hold: (talk) => promise(world, talk, random.pick(followUps)),
    })),
  ];
}

/** A complaint of what went wrong in the last days, or at any time. */
function complaint(world: World, within?: number): Planned {
  const { random, calendar } = world;
  const possible = stories.filter(({ to = 0 }) => within === undefined || to < within);
  const story = random.weighted(possible.map((one) => [one, one.weight] as const));
  const at = calendar.moment(within ?? story.from, story.to);
  return { at, hold: (talk) => rate(world, talk, { by: 'bot', product: complain(world, talk, story), mood: -0.12 }) };
}
