import type { Client, Database } from '../client.ts';
import { Prisma } from '../client.ts';
import { attributes } from './catalogue/attributes.ts';
import { categories } from './catalogue/categories.ts';
import { loyaltySettings } from './loyalty.ts';
import { ownerRules } from './ownerRules.ts';
import { costRates } from './relation.ts';
import { shop } from './shop.ts';

const customers = Prisma.sql`(SELECT id FROM "Customer" WHERE demo)`;
const talks = Prisma.sql`(SELECT id FROM "Conversation" WHERE demo OR "customerId" IN ${customers})`;

/**
 * Removes every record of the demo shop, and what was done with them since. Records of real customers stay: their
 * complaints keep the name of a demo product in words. The mark `demoRemoved` stays, so that it is not loaded again.
 */
export async function removeDemo(db: Database): Promise<void> {
  await db.transaction(async (client) => {
    await removeCustomers(client);
    await removeCatalogue(client);
    await removeStaff(client);
    await removeSettings(client);
    for (const topic of ['catalogue', 'articles', 'conversations', 'complaints', 'responses', 'tasks'] as const) {
      db.signals.publish(topic, {});
    }
  });
}

/** Customers with all that they said, rated, complained of and bought, and the work that it caused. */
async function removeCustomers(client: Client): Promise<void> {
  const mine = Prisma.sql`"customerId" IN ${customers} OR "conversationId" IN ${talks}`;
  await client.$executeRaw`DELETE FROM "Task" WHERE ${mine}`;
  await client.$executeRaw`DELETE FROM "Complaint" WHERE ${mine}`;
  // Their days are counted again without them (crm/surveys/days).
  await client.$executeRaw`
    INSERT INTO "SurveyTouch" (id, "surveyId", at) SELECT gen_random_uuid(), "surveyId", at FROM (
      SELECT DISTINCT "surveyId", date_trunc('hour', "answeredAt") AS at FROM "Response" WHERE ${mine}
       UNION SELECT DISTINCT "surveyId", date_trunc('hour', "sentAt") FROM "Invitation" WHERE "sentAt" IS NOT NULL AND (${mine})) d`;
  await client.$executeRaw`DELETE FROM "Response" WHERE ${mine}`;
  await client.$executeRaw`DELETE FROM "Response" WHERE "surveyId" IN (SELECT id FROM "Survey" WHERE demo)`;
  await client.$executeRaw`DELETE FROM "Survey" s WHERE demo AND NOT EXISTS (SELECT 1 FROM "Invitation" i WHERE i."surveyId" = s.id)`;
  await client.$executeRaw`DELETE FROM "Invitation" WHERE ${mine}`;
  await client.$executeRaw`DELETE FROM "Gap" WHERE demo OR ${mine}`;
  await client.$executeRaw`DELETE FROM "InboxEntry" WHERE "conversationId" IN ${talks}`;
  await client.$executeRaw`DELETE FROM "OutboxEntry" WHERE "conversationId" IN ${talks}`;
  await client.$executeRaw`DELETE FROM "Activity" WHERE "conversationId" IN ${talks}`;
  const accounts = Prisma.sql`(SELECT channel, "externalId" FROM "Identity" WHERE "customerId" IN ${customers})`;
  await client.$executeRaw`DELETE FROM "MessageAllowance" WHERE (channel, account) IN ${accounts}`;
  await client.$executeRaw`DELETE FROM "UnreachableAccount" WHERE (channel, account) IN ${accounts}`;
  await client.$executeRaw`DELETE FROM "ModelCall" WHERE "conversationId" IN ${talks}`;
  await client.$executeRaw`DELETE FROM "Conversation" WHERE demo OR "customerId" IN ${customers}`;
  await forgetCounts(client);
  await client.$executeRaw`DELETE FROM "Customer" WHERE demo`;
  // Talks went with their conversations; their days are counted anew where the mark is gone (crm/talks).
  await client.$executeRaw`DELETE FROM "TalkDay"`;
  await client.$executeRaw`DELETE FROM "Setting" WHERE key = 'talks'`;
}

/** What was counted with them is counted again without them (crm/costs/enquiries, crm/segments). */
async function forgetCounts(client: Client): Promise<void> {
  await client.$executeRaw`DELETE FROM "EnquiryDay"`;
  await client.$executeRaw`DELETE FROM "SegmentMonth"`;
  await client.$executeRaw`DELETE FROM "CohortMonth"`;
  await client.setting.deleteMany({ where: { key: { in: ['enquiryDays', 'relationMonths'] } } });
}

/** Products and articles; of the categories and properties those that no other product uses. */
async function removeCatalogue(client: Client): Promise<void> {
  await client.$executeRaw`
    UPDATE "Complaint" c SET "productText" = coalesce(c."productText", p.name->>c.language)
      FROM "Product" p WHERE p.id = c."productId" AND p.demo`;
  await client.$executeRaw`DELETE FROM "Defect" WHERE demo`;
  await client.$executeRaw`DELETE FROM "CannedReply" WHERE demo`;
  // One that was switched on is the shop's own by now; that for greetings by hand comes switched on, and is its own once it was used.
  await client.$executeRaw`
    DELETE FROM "CareRule" r WHERE r.demo AND (NOT r.active OR (r.occasion::text = 'byHand'
      AND NOT EXISTS (SELECT 1 FROM "CareMessage" m WHERE m."ruleId" = r.id)))`;
  await client.$executeRaw`DELETE FROM "RecurringTask" WHERE demo`;
  await client.$executeRaw`DELETE FROM "Product" WHERE demo`;
  await client.$executeRaw`DELETE FROM "Article" WHERE demo`;
  const keys = categories.map(({ key }) => key);
  await client.category.deleteMany({ where: { key: { in: keys }, products: { none: {} } } });
  await client.$executeRaw`
    DELETE FROM "AttributeDefinition" d WHERE key = ANY(${attributes.map(({ key }) => key)})
       AND NOT EXISTS (SELECT 1 FROM "Product" p WHERE p.attributes ? d.key)`;
}

/** Colleagues; a team in which real people work meanwhile stays theirs. */
async function removeStaff(client: Client): Promise<void> {
  await client.$executeRaw`
    DELETE FROM "NotificationLane" WHERE key IN (SELECT 'mail:' || id FROM "Staff" WHERE demo)`;
  await client.$executeRaw`DELETE FROM "Staff" WHERE demo`;
  await client.$executeRaw`DELETE FROM "Team" t WHERE demo AND NOT EXISTS (SELECT 1 FROM "Staff" s WHERE s."teamId" = t.id)`;
  await client.$executeRaw`UPDATE "Team" SET demo = false WHERE demo`;
}

/** The shop's facts and rules, unless they have been changed. */
async function removeSettings(client: Client): Promise<void> {
  for (const [key, made] of Object.entries({ shop, ownerRules, costRates })) {
    await client.$executeRaw`DELETE FROM "Setting" WHERE key = ${key} AND value = ${JSON.stringify(made)}::jsonb`;
  }
  // The day from which on points are earned differs with each start.
  const { points, tiers } = loyaltySettings(new Date(0));
  await client.$executeRaw`
    DELETE FROM "Setting" WHERE key = 'points' AND value - 'since' = ${JSON.stringify(points)}::jsonb - 'since'`;
  await client.$executeRaw`DELETE FROM "Setting" WHERE key = 'tiers' AND value = ${JSON.stringify(tiers)}::jsonb`;
  const value = true;
  await client.setting.upsert({
    where: { key: 'demoRemoved' },
    create: { key: 'demoRemoved', value },
    update: { value },
  });
}
