import { after, DAY, HOUR, MINUTE } from './calendar.ts';
import { causeOf, hearOfFix } from './defects.ts';
import type { ComplaintRow, ComplaintState, Priority, Severity } from './rows.ts';
import { notes } from './said/notes.ts';
import { occasions, recording } from './said/recording.ts';
import { type Story, wish as wishes } from './said/story.ts';
import type { Sold } from './sold.ts';
import type { Talk } from './talk.ts';
import { raise } from './tasks.ts';
import type { World } from './world.ts';

const priorityOf: Record<Severity, Priority> = { safety: 'urgent', serious: 'high', normal: 'normal' };
const steps: ComplaintState[] = ['received', 'understood', 'inHand', 'answered', 'closed'];

/** A complaint is taken down, read back and recorded, and worked on until now; gives the product. */
export function complain(world: World, talk: Talk, story: Story): Sold {
  const { random, history } = world;
  const product = world.product(story.sku);
  const name = product.name[talk.language];
  const what = talk.in(story.what);
  const wish = talk.in(story.wish);
  const occasion = random.pick(occasions);
  const contact = talk.customer.phone && random.chance(0.6) ? talk.customer.phone : null;
  talk.says(what);
  talk.replies(`${talk.in(recording.sorry)}\n\n${talk.in(recording.when)}`);
  talk.says(talk.in(occasion.text));
  talk.offers(talk.in(recording.contact), [recording.here]);
  talk.says(contact ?? talk.in(recording.here));
  talk.offers(talk.in(recording.wish), Object.values(wishes));
  talk.says(wish);
  talk.offers(talk.in(recording.readBack, { n: name, w: what, h: wish }), [recording.submit]);
  talk.says(talk.in(recording.submit));
  const at = talk.at;
  const number = world.nextComplaintNumber();
  const state = stateOf(world, at);
  const complaint: ComplaintRow = {
    id: random.id(at),
    number,
    customerId: talk.customer.id,
    conversationId: talk.conversation.id,
    productId: product.id,
    productText: null,
    language: talk.language,
    whatHappened: what,
    occurredText: talk.in(occasion.text),
    occurredOn: after(at, -occasion.days * DAY)
      .toISOString()
      .slice(0, 10),
    contact,
    wish,
    severity: story.severity,
    state,
    ownerId: state === 'received' ? null : world.colleague('complaints').id,
    ...causeOf(world, story, { productId: product.id, number }),
    createdAt: at,
    updatedAt: at,
    closedAt: null,
  };
  history.complaints.push(complaint);
  hearOfFix(world, complaint);
  work(world, talk, complaint);
  raise(world, {
    talk,
    team: 'complaints',
    type: 'complaint',
    title: `C-${number} ${what}`,
    detail: what,
    priority: priorityOf[story.severity],
    complaintId: complaint.id,
    done: state === 'answered' || state === 'closed',
  });
  talk.replies(talk.in(recording.recorded, { c: `C-${number}` }));
  return product;
}

function stateOf({ random, calendar }: World, at: Date): ComplaintState {
  const days = calendar.daysAgo(at);
  if (days > 14)
    return random.weighted([
      ['closed', 94],
      ['answered', 6],
    ]);
  if (days > 4)
    return random.weighted([
      ['closed', 55],
      ['answered', 45],
    ]);
  if (days > 1.5)
    return random.weighted([
      ['answered', 80],
      ['inHand', 12],
      ['understood', 8],
    ]);
  return random.weighted([
    ['received', 55],
    ['understood', 30],
    ['inHand', 15],
  ]);
}

/** How soon somebody looks at it: most within half an hour, one in six only after hours. */
const firstLook = ({ number }: ComplaintRow): number =>
  number % 6 === 0 ? (5 + (number % 5)) * HOUR : (4 + ((number * 37) % 22)) * MINUTE;

/** The complaint's log: each step so far, none of them after now. */
function work(world: World, talk: Talk, complaint: ComplaintRow): void {
  const { random, calendar, history } = world;
  const last = steps.indexOf(complaint.state);
  const end = after(calendar.now, -2 * MINUTE).getTime();
  const span = Math.min(end - complaint.createdAt.getTime(), random.int(20, 140) * HOUR);
  for (const [index, state] of steps.slice(0, last + 1).entries()) {
    const share = last === 0 ? 0 : (index / last) * (0.9 + 0.1 * random.next());
    const at = after(
      complaint.createdAt,
      Math.min(Math.round(span * share), index === 1 ? firstLook(complaint) : span),
    );
    const words = state === 'received' || state === 'closed' ? null : random.pick(notes[state]);
    history.complaintEvents.push({
      id: random.id(at),
      complaintId: complaint.id,
      state,
      note: words && talk.in(words),
      staffId: state === 'received' ? null : complaint.ownerId,
      createdAt: at,
    });
    complaint.updatedAt = at;
    if (state === 'closed') complaint.closedAt = at;
  }
}
