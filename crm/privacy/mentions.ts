import { type Client, Prisma } from '#prisma/client.ts';
import type { Person } from './person.ts';

/** By what a person is named in texts that belong to nobody: addresses of every kind, and the name. */
export interface Marks {
  /** Phones, mail addresses, account ids: nothing else is written like them. */
  addresses: string[];
  names: string[];
  /** What the person wrote, word for word. */
  sentences: string[];
}

/** A text for everybody in which the name stands: another may be meant, so a person looks. */
export interface Mention {
  table: string;
  id: string;
}

/** Texts that staff write for everybody, and what the shop learns from its customers. */
const shared = [
  ['Article', 'title'],
  ['Article', 'body'],
  ['ArticleVersion', 'title'],
  ['ArticleVersion', 'body'],
  ['CannedReply', 'text'],
  ['SynonymGroup', 'words'],
  ['Defect', 'title'],
  ['Defect', 'verdict'],
  ['Defect', 'fix'],
  ['Defect', 'labelNote'],
  ['Gap', 'question'],
  ['Task', 'title'],
  ['Task', 'detail'],
  ['Task', 'outcomeNote'],
  ['RecurringTask', 'title'],
  ['RecurringTask', 'detail'],
  ['Notification', 'note'],
] as const;

const jsonColumns = new Set(['CannedReply.text', 'Defect.fix', 'Defect.labelNote']);
const arrayColumns = new Set(['SynonymGroup.words']);

/** How the person is named; to be read before the rows are cut. */
export async function marksOf(client: Client, person: Person): Promise<Marks> {
  const customers = await client.customer.findMany({ where: { id: { in: person.customers } } });
  const identities = await client.identity.findMany({ where: { customerId: { in: person.customers } } });
  const talks = await client.conversation.findMany({
    where: { id: { in: person.conversations } },
    select: { id: true, externalId: true, userId: true },
  });
  const said = await client.$queryRaw<{ text: string }[]>`
    SELECT DISTINCT text FROM "Activity" WHERE "conversationId" = ANY(${person.conversations}::uuid[])
       AND direction = 'inbound' AND length(text) BETWEEN 6 AND 300`;
  const own = customers.map(({ ownFields }) => (ownFields ?? {}) as Record<string, unknown>);
  const known = (values: unknown[], shortest: number) => [
    ...new Set(values.filter((value): value is string => typeof value === 'string' && value.trim().length >= shortest)),
  ];
  return {
    addresses: known(
      [
        ...customers.flatMap(({ phone, email }) => [phone, email]),
        ...own.flatMap(({ phone, email }) => [phone, email]),
        ...identities.map(({ externalId }) => externalId),
        ...talks.filter(({ id, externalId }) => id !== externalId).map(({ externalId }) => externalId),
        ...talks.map(({ userId }) => userId),
      ],
      5,
    ),
    names: known([...customers.map(({ name }) => name), ...own.map(({ name }) => name)], 2),
    sentences: said.map(({ text }) => text.trim()),
  };
}

/**
 * Cuts the person out of texts that hang on nobody: examples that are their sentences go, addresses become a dash wherever they
 * stand. Names are only found, since a rose may be a customer or a scent. `articleIds`: what the search must read again.
 */
export async function cutMentions(client: Client, marks: Marks, now: Date) {
  const articleIds = new Set<string>();
  const words = [...marks.addresses, ...marks.names].map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const gone = await client.$executeRaw`
    DELETE FROM "Example" WHERE text = ANY(${marks.sentences}) OR "publishedText" = ANY(${marks.sentences})
       OR text LIKE ANY(${words}) OR "publishedText" LIKE ANY(${words})`;
  for (const [table, column] of shared) {
    for (const address of marks.addresses) {
      const rows = await client.$queryRaw<{ id: string }[]>(replacing(table, column, address));
      if (table === 'Article') for (const { id } of rows) articleIds.add(id);
    }
  }
  const read = [...articleIds];
  await client.$executeRaw`UPDATE "Article" SET "updatedAt" = ${now} WHERE id = ANY(${read}::uuid[])`;
  const mentions = new Map<string, Mention>();
  for (const [table, column] of shared) {
    if (marks.names.length === 0) break;
    const field = Prisma.raw(`"${column}"::text`);
    const found = await client.$queryRaw<{ id: string }[]>`
      SELECT id FROM ${Prisma.raw(`"${table}"`)} WHERE ${Prisma.join(
        marks.names.map((name) => Prisma.sql`strpos(${field}, ${name}) > 0`),
        ' OR ',
      )} LIMIT 50`;
    for (const { id } of found) mentions.set(`${table}/${id}`, { table, id });
  }
  return { mentions: [...mentions.values()], articleIds: read, examples: gone };
}

function replacing(table: string, column: string, address: string): Prisma.Sql {
  const key = `${table}.${column}`;
  const field = Prisma.raw(`"${column}"`);
  const plain = Prisma.raw(`"${column}"::text`);
  const dash = Prisma.sql`replace(${plain}, ${address}, '—')`;
  const type = jsonColumns.has(key) ? '::jsonb' : arrayColumns.has(key) ? '::text[]' : '';
  return Prisma.sql`UPDATE ${Prisma.raw(`"${table}"`)} SET ${field} = (${dash})${Prisma.raw(type)}
     WHERE strpos(${plain}, ${address}) > 0 RETURNING id`;
}
