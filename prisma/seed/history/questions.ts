import { after, MINUTE } from './calendar.ts';
import { courtesies } from './said/courtesies.ts';
import { type FactTalk, factTalks } from './said/facts.ts';
import type { Sold } from './sold.ts';
import type { Talk } from './talk.ts';
import type { Published, World } from './world.ts';

const GREETED = 0.3;
const THANKED = 0.6;
const FOLLOWED_UP = 0.25;
const THUMBED = 0.16;
const HELPFUL = 0.86;
/** Some ask about the shop itself: delivery, returns, membership. */
const ABOUT_SHOP = 0.2;

/** Hello, and the bot's welcome. */
export function greet({ random }: World, talk: Talk): void {
  if (!random.chance(GREETED)) return;
  talk.says(talk.in(random.pick(courtesies.greetings)));
  talk.replies(talk.in(courtesies.welcomes[0]!));
}

/** Thanks, if anybody says them. */
export function part({ random }: World, talk: Talk): void {
  if (!random.chance(THANKED)) return;
  talk.says(talk.in(random.pick(courtesies.thanks)));
  if (random.chance(0.5)) talk.replies(talk.in(random.pick(courtesies.goodbyes)));
}

/** What a customer calls a product in their language. */
export function calledBy({ random }: World, talk: Talk, product: Sold): string {
  const own = product.aliases.filter((alias) => /\p{Script=Han}/u.test(alias) === (talk.language === 'zh'));
  return random.pick(own);
}

/** Asks a fact of a product or what an article tells; gives the product that it was about, if any. */
export function ask(world: World, talk: Talk): Sold | null {
  const { random } = world;
  greet(world, talk);
  if (random.chance(ABOUT_SHOP)) {
    askArticle(world, talk, random.pick(world.articlesOn(talk.language, null)));
    part(world, talk);
    return null;
  }
  const product = world.talkedOf(talk.at);
  const articles = world.articlesOn(talk.language, product.sku);
  if (articles.length > 0 && random.chance(0.55)) askArticle(world, talk, random.pick(articles));
  else askFact(world, talk, product);
  if (random.chance(FOLLOWED_UP)) {
    talk.says(talk.in(random.pick(courtesies.followUps)));
    talk.replies(tell(talk, product, factTalks[0]!));
  }
  part(world, talk);
  return product;
}

function askFact(world: World, talk: Talk, product: Sold): void {
  const { random } = world;
  const possible = factTalks.filter(({ key }) => key === 'price' || product.attributes[key] !== undefined);
  const fact = random.pick(possible);
  talk.says(talk.in(random.pick(fact.asks), { p: calledBy(world, talk, product) }));
  const title = product.name[talk.language];
  judge(world, talk, tell(talk, product, fact), [{ documentId: product.id, title }]);
}

function tell(talk: Talk, product: Sold, { key, tells }: FactTalk): string {
  const value = key === 'price' ? product.priceCents / 100 : product.attributes[key];
  const words = value === false ? tells[1]! : tells[0]!;
  return talk.in(words, { n: product.name[talk.language], v: String(value) });
}

function askArticle(world: World, talk: Talk, article: Published): void {
  const question = world.random.chance(0.4) ? article.title.replace(/[？?]$/, '') : article.title;
  talk.says(question);
  judge(world, talk, opening(article.body), [{ documentId: article.id, title: article.title }]);
}

/** The first lines of an article, as an answer quotes them. */
function opening(body: string): string {
  const lines: string[] = [];
  for (const line of body.split('\n')) {
    if (lines.join('\n').length > 160) break;
    lines.push(line);
  }
  return lines.join('\n').trim();
}

/** The bot's answer with its sources, and perhaps a thumb on it; a thumb down is a gap. */
function judge(world: World, talk: Talk, text: string, sources: { documentId: string; title: string }[]): void {
  const { random, history } = world;
  const question = talk.activities.at(-1)!.text;
  const answer = talk.replies(text, { sources, feedback: true });
  if (!random.chance(THUMBED)) return;
  const helpful = random.chance(HELPFUL);
  const createdAt = after(talk.at, random.int(5_000, MINUTE));
  const { id: conversationId } = talk.conversation;
  history.feedback.push({
    id: random.id(createdAt),
    activityId: answer.id,
    conversationId,
    helpful,
    sources,
    createdAt,
  });
  if (!helpful) recordGap(world, talk, { question, reason: 'unhelpful', productId: null, at: createdAt });
}

/** A question that is left open, or has been closed since. */
export function recordGap(
  { random, calendar, history }: World,
  talk: Talk,
  gap: { question: string; reason: 'unanswered' | 'unhelpful'; productId: string | null; at: Date },
): void {
  const { question, reason, productId, at } = gap;
  history.gaps.push({
    id: random.id(at),
    question,
    language: talk.language,
    reason,
    state: random.chance(calendar.daysAgo(at) > 45 ? 0.9 : 0.25) ? 'closed' : 'open',
    customerId: talk.customer.id,
    conversationId: talk.conversation.id,
    productId,
    createdAt: at,
    demo: true,
  });
}
