import type { Client } from '#prisma/client.ts';
import type { Localized } from '../../localized.ts';
import type { Dimension } from './ways.ts';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What the values of a dimension are called, where a table knows; the page has its own words for the others. */
export async function namesOf(
  client: Client,
  dimension: Dimension,
  values: readonly string[],
): Promise<Map<string, Localized | string>> {
  const ids = values.filter((value) => uuid.test(value));
  const where = { id: { in: ids } };
  switch (dimension) {
    case 'product':
      return named(await client.product.findMany({ where, select: { id: true, name: true } }));
    case 'survey': {
      const found = await client.survey.findMany({ where, select: { id: true, title: true } });
      return named(found.map(({ id, title }) => ({ id, name: title })));
    }
    case 'team':
      return named(await client.team.findMany({ where, select: { id: true, name: true } }));
    case 'staff':
      return named(await client.staff.findMany({ where, select: { id: true, name: true } }));
    case 'category': {
      const found = await client.category.findMany({ where: { key: { in: [...values] } } });
      return named(found.map(({ key, name }) => ({ id: key, name })));
    }
    default:
      return new Map();
  }
}

const named = (rows: { id: string; name: unknown }[]) =>
  new Map(rows.map(({ id, name }) => [id, name as Localized | string]));
