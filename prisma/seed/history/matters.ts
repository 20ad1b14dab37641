import { ask, calledBy, greet, part, recordGap } from './questions.ts';
import type { StaffRow } from './rows.ts';
import { courtesies } from './said/courtesies.ts';
import { gaps, goingOn, handoffs, keeping, type Mention, mentions, unknown } from './said/wishes.ts';
import type { Sold } from './sold.ts';
import type { Talk } from './talk.ts';
import { promisedTime, raise } from './tasks.ts';
import type { World } from './world.ts';

/** Something is mentioned in passing, kept after a yes, and a question follows. */
export function mention(world: World, talk: Talk): Sold | null {
  const { random, history } = world;
  const told = history.preferences.filter(({ customerId }) => customerId === talk.customer.id);
  const fresh = mentions.filter((one) => !told.some(({ key, value }) => sameKind(one, key, value, talk)));
  if (fresh.length === 0) return ask(world, talk);
  const wish = random.weighted(fresh.map((one) => [one, one.weight] as const));
  const quote = talk.in(wish.quote);
  const said = talk.says(quote);
  talk.replies(talk.in(keeping.ask, { q: quote }));
  talk.says(talk.in(random.pick(courtesies.agrees)));
  const at = talk.at;
  history.preferences.push({
    id: random.id(at),
    customerId: talk.customer.id,
    key: wish.key,
    value: talk.in(wish.value),
    quote,
    conversationId: talk.conversation.id,
    activityId: said.id,
    confidence: 1,
    confirmed: true,
    createdAt: at,
    updatedAt: at,
  });
  talk.replies(talk.in(keeping.kept));
  return ask(world, talk);
}

/** Of most things there is one at a time; allergies and households stand side by side. */
const sameKind = (one: Mention, key: string, value: string, talk: Talk): boolean =>
  one.key === key && (!['allergy', 'household'].includes(key) || talk.in(one.value) === value);

/** A question that nobody can answer; some of them become work for those who write the articles. */
export function stump(world: World, talk: Talk): void {
  const { random } = world;
  greet(world, talk);
  const { sku, text } = random.pick(gaps);
  const question = talk.in(text);
  talk.says(question);
  talk.replies(talk.in(unknown));
  recordGap(world, talk, { question, reason: 'unanswered', productId: sku && world.product(sku).id, at: talk.at });
  if (random.chance(0.1)) {
    raise(world, { talk, team: 'knowledge', type: 'knowledgeGap', title: question, priority: 'low' });
  }
}

/** Somebody wants a person; gives the colleague who answered, null if none has yet. */
export function handOver(world: World, talk: Talk): StaffRow | null {
  const { random, calendar } = world;
  const matter = random.pick(handoffs);
  talk.says(talk.in(matter.ask));
  talk.replies(
    talk.language === 'zh'
      ? '好的，已经帮您叫同事了，前面说的都会转过去，您不用再讲一遍。'
      : 'All right, I have called a colleague. They see everything above, you need not repeat it.',
  );
  const person = world.colleague('service');
  const answered = calendar.daysAgo(talk.at) > 1;
  raise(world, {
    talk,
    team: 'service',
    type: 'answer',
    title: talk.in(matter.title),
    priority: 'high',
    done: answered,
  });
  if (!answered) return null;
  talk.conversation.queuedAt = talk.at;
  talk.staffReplies(person, talk.in(matter.staff, { s: person.name }));
  talk.aside(() => {
    talk.says(talk.in(goingOn.asks));
    talk.staffReplies(person, talk.in(goingOn.answers));
  });
  part(world, talk);
  return person;
}

/** Hello and thanks, nothing else. */
export function chat({ random }: World, talk: Talk): void {
  talk.says(talk.in(random.pick(courtesies.greetings)));
  talk.replies(talk.in(courtesies.welcomes[0]!));
  if (random.chance(0.5)) talk.says(talk.in(random.pick(courtesies.thanks)));
}

/** A colleague has promised something that is still to be done. */
export function promise(world: World, talk: Talk, title: { zh: string; en: string }): void {
  const product = world.talkedOf(talk.at);
  talk.says(`${calledBy(world, talk, product)}${talk.language === 'zh' ? '有消息了吗' : ': any news?'}`);
  talk.replies(
    talk.language === 'zh'
      ? '同事在跟进，有结果会第一时间告诉您。'
      : 'A colleague is on it and will tell you as soon as there is a result.',
  );
  const n = product.name[talk.language];
  const due = promisedTime(world);
  raise(world, {
    talk,
    team: 'service',
    type: 'promise',
    title: talk.in(title, { n }),
    priority: 'normal',
    due,
    done: false,
  });
}
