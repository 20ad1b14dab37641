import { type Client, type Customer, Prisma } from '#prisma/client.ts';

/** What of a record may be taken from one or the other. */
export const mergeFields = ['name', 'language', 'phone', 'email', 'birthday', 'city', 'tier', 'audience'] as const;
export type MergeField = (typeof mergeFields)[number];
type Values = Record<MergeField, string | null>;

/** The fields of a record as JSON: a birthday is an ISO date. */
export function valuesOf(customer: Pick<Customer, MergeField>): Values {
  const { birthday, ...texts } = customer;
  const values = Object.fromEntries(mergeFields.map((field) => [field, (texts as Partial<Values>)[field] ?? null]));
  return { ...values, birthday: birthday?.toISOString().slice(0, 10) ?? null } as Values;
}

/** Fields that a record has no value of and the other has: taken over unless somebody chose otherwise. */
export const missingFields = (kept: Customer, merged: Customer): MergeField[] => {
  const [own, other] = [valuesOf(kept), valuesOf(merged)];
  return mergeFields.filter((field) => own[field] === null && other[field] !== null);
};

/**
 * A record that shows others' fields too keeps its own beside them. What somebody changed since is a word about the person: it becomes
 * the record's own, and no merge overrides it.
 */
export async function keepOwnFields(client: Client, id: string): Promise<void> {
  const { customer, own, merges } = await read(client, id);
  const expected = await shownBy(client, own, merges);
  const now = valuesOf(customer);
  const changed = mergeFields.filter((field) => now[field] !== expected[field]);
  for (const field of changed) own[field] = now[field];
  for (const merge of merges.filter(({ fields }) => fields.some((field) => changed.includes(field as MergeField)))) {
    const fields = merge.fields.filter((field) => !changed.includes(field as MergeField));
    await client.customerMerge.update({ where: { id: merge.id }, data: { fields } });
  }
  await client.customer.update({ where: { id }, data: { ownFields: own } });
}

/** Shows what the record's own fields and its merges come to; without merges its own fields are its fields again. */
export async function showFields(client: Client, id: string): Promise<void> {
  const { own, merges } = await read(client, id);
  const { birthday, ...values } = await shownBy(client, own, merges);
  await client.customer.update({
    where: { id },
    data: {
      ...values,
      birthday: birthday === null ? null : new Date(`${birthday}T00:00:00Z`),
      ownFields: merges.length > 0 ? own : Prisma.DbNull,
    },
  });
}

async function read(client: Client, id: string) {
  const customer = await client.customer.findUniqueOrThrow({ where: { id } });
  const merges = await client.customerMerge.findMany({ where: { keptId: id, undoneAt: null }, orderBy: { id: 'asc' } });
  const own = { ...((customer.ownFields as Values | null) ?? valuesOf(customer)) };
  return { customer, own, merges };
}

async function shownBy(
  client: Client,
  own: Values,
  merges: readonly { mergedId: string; fields: string[] }[],
): Promise<Values> {
  const shown = { ...own };
  for (const { mergedId, fields } of merges) {
    if (fields.length === 0) continue;
    const values = valuesOf(await client.customer.findUniqueOrThrow({ where: { id: mergedId } }));
    for (const field of mergeFields) if (fields.includes(field)) shown[field] = values[field];
  }
  return shown;
}
