import type { Client, Database, Prisma } from '../client.ts';
import { ensurePartitions } from '../partitions.ts';
import { articles } from './articles/index.ts';
import { cannedReplies } from './cannedReplies.ts';
import { careRules } from './careRules.ts';
import { attributes } from './catalogue/attributes.ts';
import { categories } from './catalogue/categories.ts';
import { products } from './catalogue/products/index.ts';
import type { Localized } from './catalogue/shapes.ts';
import { anonymousAnswers } from './history/anonymousAnswers.ts';
import { DAY, HISTORY_DAYS } from './history/calendar.ts';
import { addErrands, giveSteps } from './history/errands.ts';
import { generateHistory } from './history/generateHistory.ts';
import { type Told, tellColleagues } from './history/notifications.ts';
import { Random } from './history/random.ts';
import type { Checklists, History } from './history/rows.ts';
import type { Sold } from './history/sold.ts';
import { surveyAnswers } from './history/surveyAnswers.ts';
import { withheldTalks } from './history/withheldTalks.ts';
import type { Published } from './history/world.ts';
import { insertRows } from './insertRows.ts';
import { loyaltySettings, storeLoyalty } from './loyalty.ts';
import { ownerRules } from './ownerRules.ts';
import { recurringTasks } from './recurringTasks.ts';
import { costRates, storeRelation } from './relation.ts';
import { shop } from './shop.ts';

export { removeDemo } from './removeDemo.ts';

/** A survey that comes with the house; the demo's ratings answer the first. */
interface RatedSurvey {
  key: string;
  metric: string;
  title: Localized & Prisma.InputJsonObject;
  definition: Prisma.InputJsonValue;
}

/** When the history ends, which surveys there are, which history (1 if absent), and who hears of the steps. */
export interface DemoOptions {
  now: Date;
  surveys: readonly RatedSurvey[];
  seed?: number;
  /** What tasks of each type ask for; absent: nothing. */
  checklists?: Checklists;
  onProgress?: (step: string) => void;
}

/**
 * Loads the demo shop: catalogue, articles, staff without passwords, customers who are never messaged, and two years of
 * history, all in one transaction. Only into a database without products and customers; tells whether it did.
 */
export async function seedDemo(db: Database, options: DemoOptions): Promise<boolean> {
  const { now, surveys, seed = 1, checklists = {}, onProgress = () => undefined } = options;
  if (await isUsed(db.client)) return false;
  onProgress(`Demo shop: ${products.length} products, ${articles.length} articles, two years of customers …`);
  const stock = stockOf(now, new Random(seed));
  const firstComplaintNumber = await nextComplaintNumber(db.client);
  const history = generateHistory({ seed, now, ...stock, firstComplaintNumber });
  addErrands(history, now);
  giveSteps(history.tasks, checklists);
  await ensurePartitions(db.pool, now, new Date(now.getTime() - (HISTORY_DAYS + 1) * DAY));
  return db.transaction(async (client) => {
    // Two instances that start at once must not both find it empty.
    await client.$executeRaw`LOCK TABLE "Product", "Customer" IN SHARE ROW EXCLUSIVE MODE`;
    if (await isUsed(client)) return false;
    await fillShelves(client, now, stock);
    await storeHistory(client, history, await storeSurveys(client, surveys, now), now);
    await storeOtherAnswers(client, history, now);
    await storeTold(client, tellColleagues(history, new Random(seed + 1), now));
    await storeRelation(client, history, now);
    await storeAllowances(client);
    for (const topic of [
      'catalogue',
      'articles',
      'conversations',
      'complaints',
      'responses',
      'tasks',
      'promises',
    ] as const) {
      db.signals.publish(topic, {});
    }
    return true;
  });
}

interface Stock {
  sold: Sold[];
  articles: Published[];
}

/** The catalogue and the articles, with ids as of the shop's opening. */
function stockOf(now: Date, random: Random): Stock {
  const opened = openedAt(now);
  return {
    sold: products.map((product) => ({ id: random.id(opened), ...product })),
    articles: articles.map((article) => ({ id: random.id(opened), ...article })),
  };
}

const openedAt = (now: Date): Date => new Date(now.getTime() - HISTORY_DAYS * DAY);

async function isUsed(client: Client): Promise<boolean> {
  return (await client.product.count()) > 0 || (await client.customer.count()) > 0;
}

/** The shop's facts, its catalogue and its articles. */
async function fillShelves(client: Client, now: Date, { sold, articles: published }: Stock): Promise<void> {
  const marks = { updatedAt: openedAt(now), demo: true };
  const definitions = attributes.map((definition) => ({ unit: null, ...definition }));
  const goods = sold.map(({ category, ...product }) => ({ ...product, categoryKey: category, ...marks }));
  const texts = published.map((article) => ({ ...article, ...marks }));
  const settings = { shop, ownerRules, costRates, ...loyaltySettings(now) };
  const kept = Object.entries(settings).map(([key, value]) => ({ key, value, updatedAt: now }));
  await insertRows(client, 'Setting', kept);
  await insertRows(client, 'Category', categories);
  await insertRows(client, 'AttributeDefinition', definitions);
  await insertRows(client, 'Product', goods);
  await insertRows(client, 'Article', texts);
  const ready = new Random(1);
  const replies = cannedReplies.map((reply) => ({ id: ready.id(openedAt(now)), ...reply, ...marks }));
  await insertRows(client, 'CannedReply', replies);
  const kind = { tiers: [], voucher: null, gift: null, orCall: false, controlPercent: 10, active: false };
  const rules = careRules.map((rule) => ({ id: ready.id(openedAt(now)), ...kind, ...rule, ...marks }));
  await insertRows(client, 'CareRule', rules);
}

async function nextComplaintNumber(client: Client): Promise<number> {
  const [sequence] = await client.$queryRaw<{ next: number }[]>`
    SELECT (last_value + CASE WHEN is_called THEN 1 ELSE 0 END)::int AS next FROM "Complaint_number_seq"`;
  return sequence!.next;
}

/** Stores those that are not there yet, and tells the id of the first. */
async function storeSurveys(client: Client, surveys: readonly RatedSurvey[], now: Date): Promise<string> {
  const createdAt = openedAt(now);
  const random = new Random(0);
  const data = surveys.map((survey) => ({ ...survey, id: random.id(createdAt), createdAt }));
  await client.survey.createMany({ data, skipDuplicates: true });
  const stored = await client.survey.findMany();
  const versions = stored.map(({ id: surveyId, title, metric, definition, version }) => ({
    id: random.id(createdAt),
    surveyId,
    version,
    title: title as Prisma.InputJsonValue,
    metric,
    definition: definition as Prisma.InputJsonValue,
    createdAt,
  }));
  await client.surveyVersion.createMany({ data: versions, skipDuplicates: true });
  return stored.find(({ key }) => key === surveys[0]!.key)!.id;
}

async function storeHistory(client: Client, history: History, survey: string, now: Date): Promise<void> {
  const ofSurvey = <T extends object>(rows: T[]) => rows.map((row) => ({ ...row, surveyId: survey }));
  await insertRows(client, 'Team', history.teams);
  await insertRows(client, 'Staff', history.staff);
  await insertRows(client, 'Customer', history.customers);
  const valued = history.customers.find(({ tier, name }) => tier === 'gold' && name);
  await insertRows(client, 'RecurringTask', recurringTasks(now, valued?.id ?? null));
  await insertRows(client, 'Identity', history.identities);
  await insertRows(client, 'Purchase', history.purchases);
  await givePapers(client);
  await storeLoyalty(client, history, now);
  await insertRows(client, 'Conversation', history.conversations);
  await insertRows(client, 'Activity', history.activities);
  await insertRows(client, 'Preference', history.preferences);
  await insertRows(client, 'Invitation', ofSurvey(asked(history)));
  await insertRows(client, 'Invitation', withheldTalks(history, survey, dayInShanghai, now));
  await insertRows(client, 'Response', ofSurvey(history.responses));
  await insertRows(client, 'Defect', history.defects);
  await insertRows(client, 'Complaint', history.complaints);
  await insertRows(client, 'Consent', history.consents);
  await insertRows(client, 'ComplaintEvent', history.complaintEvents);
  await insertRows(client, 'Task', history.tasks);
  await insertRows(client, 'TaskEvent', history.taskEvents);
  await insertRows(client, 'CustomerPromise', history.promises);
  await insertRows(client, 'PromiseEvent', history.promiseEvents);
  await insertRows(client, 'Gap', history.gaps);
  await fillGaps(client);
  await insertRows(client, 'Feedback', history.feedback);
  await client.$executeRaw`SELECT setval('"Complaint_number_seq"', (SELECT max(number) FROM "Complaint"))`;
}

/** Questions that were closed were so some days later, two of three by an article on what they ask. */
async function fillGaps(client: Client): Promise<void> {
  await client.$executeRaw`
    UPDATE "Gap" g SET "closedAt" = g."createdAt" + make_interval(days => 2 + n.n % 17, hours => n.n % 9),
           "articleId" = CASE WHEN n.n % 3 < 2 THEN (
             SELECT a.id FROM "Article" a LEFT JOIN "Product" p ON p.id = g."productId"
              WHERE a.demo AND a.language = g.language AND (p.sku = ANY(a."productSkus") OR p.id IS NULL AND a.title LIKE g.question || '%')
              ORDER BY a.id LIMIT 1) END
      FROM (SELECT id, ('x' || right(id::text, 4))::bit(16)::int AS n FROM "Gap") n
     WHERE n.id = g.id AND g.demo AND g.state = 'closed'`;
  // What was asked a few days ago is not answered tomorrow.
  await client.$executeRaw`
    UPDATE "Gap" SET state = 'open', "closedAt" = NULL, "articleId" = NULL WHERE demo AND "closedAt" > (SELECT max("createdAt") FROM "Gap")`;
}

/** Where things were bought, and what machines have on their label and for how long they are under warranty. */
async function givePapers(client: Client): Promise<void> {
  await client.$executeRaw`
    UPDATE "Purchase" p SET
      place = (ARRAY['官网', '天猫旗舰店', '微信小程序', '杭州湖滨店'])[1 + right(p."orderNumber", 2)::int % 4],
      "serialNumber" = CASE WHEN g.attributes ? 'warrantyMonths'
        THEN upper(left(regexp_replace(g.sku, '[^A-Za-z0-9]', '', 'g'), 4)) || right(p."orderNumber", 7) || p.line END,
      "warrantyUntil" = ((p."purchasedAt" AT TIME ZONE 'Asia/Shanghai')::date
        + make_interval(months => (g.attributes->>'warrantyMonths')::int))::date
    FROM "Product" g WHERE g.id = p."productId" AND g.demo`;
}

/** How the other surveys went: those that are not asked at the end of a talk. */
async function storeOtherAnswers(client: Client, { customers, staff }: History, now: Date): Promise<void> {
  const surveys = await client.survey.findMany({ select: { id: true, key: true } });
  const idOf = (key: string) => surveys.find((survey) => survey.key === key)?.id;
  const { invitations, responses } = surveyAnswers(customers, staff, idOf, now);
  await insertRows(client, 'Invitation', invitations);
  await insertRows(client, 'Response', responses);
  await client.$executeRaw`UPDATE "Invitation" i SET "ratedTeamId" = s."teamId" FROM "Staff" s WHERE s.id::text = i.rated`;
  const poster = anonymousAnswers(now);
  const { id: surveyId, title, metric, definition, createdAt } = poster.survey;
  await client.survey.create({ data: poster.survey });
  await client.surveyVersion.create({ data: { surveyId, version: 1, title, metric, definition, createdAt } });
  await client.surveyLink.create({ data: poster.link });
  await insertRows(client, 'Response', poster.responses);
}

/** What became of each invitation, by the answers that came. */
function asked({ invitations, responses }: History) {
  const answeredAt = new Map(responses.map((response) => [response.invitationId, response.answeredAt]));
  return invitations.map((invitation) => {
    const { id, sentAt, state, conversationId } = invitation;
    const answered = answeredAt.get(id) ?? null;
    return {
      ...invitation,
      state: state === 'sent' ? 'delivered' : state,
      cause: `conversation:${conversationId}:${dayInShanghai(sentAt)}`,
      way: 'chat',
      deliveredAt: sentAt,
      openedAt: answered,
      answeredAt: answered,
      dismissedAt: state === 'dismissed' ? sentAt : null,
      expiresAt: new Date(sentAt.getTime() + 14 * DAY),
    };
  });
}

/** The day of a moment in the demo shop's zone. */
const dayInShanghai = (at: Date): string => new Date(at.getTime() + DAY / 3).toISOString().slice(0, 10);

/** What WeChat still takes for each account, as it would be after what was last said: five messages in 48 hours. */
async function storeAllowances(client: Client): Promise<void> {
  await client.$executeRaw`
    INSERT INTO "MessageAllowance" (channel, account, trigger, cause, "openedAt", "endsAt", allowed, used)
    SELECT channel, "userId", 'message', id, said, said + interval '48 hours', 5, least(5, answers) FROM (
      SELECT DISTINCT ON (c."userId") c.channel, c."userId", c.id, s.at AS said, (
          SELECT count(*)::int FROM "Activity" a
           WHERE a."conversationId" = c.id AND a.direction = 'outbound' AND a."createdAt" > s.at) AS answers
        FROM "Conversation" c CROSS JOIN LATERAL (
          SELECT max("createdAt") AS at FROM "Activity" a WHERE a."conversationId" = c.id AND a.direction = 'inbound') s
       WHERE c.channel = 'wechat' AND c.demo AND s.at IS NOT NULL
       ORDER BY c."userId", s.at DESC) latest`;
}

async function storeTold(client: Client, told: Told): Promise<void> {
  await insertRows(client, 'Notification', told.notifications);
  await insertRows(client, 'NotificationLane', told.lanes);
  await insertRows(client, 'NotificationDelivery', told.deliveries);
}
