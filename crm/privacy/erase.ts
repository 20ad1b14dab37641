import { type Client, Prisma } from '#prisma/client.ts';
import type { Holding } from './holding.ts';
import { holdings } from './holdings.ts';
import type { Person } from './person.ts';

/** How many rows of each table; tables without any are left out. */
export type Counts = Record<string, number>;

const name = (identifier: string) => Prisma.raw(`"${identifier}"`);

/** Which rows of a table are this person's. */
export function rowsOf({ by }: Holding, person: Person): Prisma.Sql {
  const conditions = by.map(([column, of]) => Prisma.sql`${name(column)} = ANY(${person[of]}::uuid[])`);
  return Prisma.sql`(${Prisma.join(conditions, ' OR ')})`;
}

/** What there is of a person. */
export async function countRows(client: Client, person: Person): Promise<Counts> {
  const counts: Counts = {};
  for (const holding of holdings) {
    const [row] = await client.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ${name(holding.table)} WHERE ${rowsOf(holding, person)}`;
    if (row!.count > 0) counts[holding.table] = row!.count;
  }
  return counts;
}

/** Cuts a person out of every table of the list, in its order. Tells how many rows. */
export async function eraseRows(client: Client, person: Person, now: Date): Promise<Counts> {
  // First the conversations, as a turn does: one that runs now finds its lease gone and leaves nothing behind.
  await client.$queryRaw`SELECT id FROM "Conversation" WHERE id = ANY(${person.conversations}::uuid[]) ORDER BY id FOR UPDATE`;
  const counts = await countRows(client, person);
  for (const holding of holdings.filter(cutsSomething)) await client.$executeRaw(statementFor(holding, person, now));
  return counts;
}

const cutsSomething = ({ erase }: Holding) => erase === 'delete' || Object.keys(erase.cut).length > 0;

/** Cuts some rows of a table of the list, as they are cut when their person leaves. */
export async function cutRows(client: Client, table: string, where: Prisma.Sql, now: Date): Promise<void> {
  const holding = holdings.find((each) => each.table === table);
  if (!holding) throw new Error(`${table} is not in the list of what is kept.`);
  if (cutsSomething(holding)) await client.$executeRaw(statement(holding, where, now));
}

const statementFor = (holding: Holding, person: Person, now: Date) => statement(holding, rowsOf(holding, person), now);

function statement(holding: Holding, where: Prisma.Sql, now: Date): Prisma.Sql {
  if (holding.erase === 'delete') return Prisma.sql`DELETE FROM ${name(holding.table)} WHERE ${where}`;
  const cuts = Object.entries(holding.erase.cut);
  const sets = cuts.map(([column, expression]) => Prisma.sql`${name(column)} = ${expressionOf(expression, now)}`);
  return Prisma.sql`UPDATE ${name(holding.table)} SET ${Prisma.join(sets, ', ')} WHERE ${where}`;
}

/** The expression, with the moment put in as a value. */
function expressionOf(expression: string, now: Date): Prisma.Sql {
  const [first = '', ...rest] = expression.split('$now');
  return rest.reduce((sql, piece) => Prisma.sql`${sql}${now}::timestamptz${Prisma.raw(piece)}`, Prisma.raw(first));
}
