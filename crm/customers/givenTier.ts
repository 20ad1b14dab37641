import { v7 } from 'uuid';
import type { Client } from '#prisma/client.ts';

/** A tier given by hand or by a file is not taken back by the rule before a year is over. */
export const HELD_DAYS = 365;

/** The key of the tier that is called so, in either language; else the words themselves. */
export async function tierCalled(client: Client, words: string): Promise<string> {
  const [row] = await client.$queryRaw<{ key: string }[]>`
    SELECT t->>'key' AS key FROM "Setting" s, jsonb_array_elements(s.value->'tiers') t
     WHERE s.key = 'tiers' AND lower(${words}) IN (lower(t->>'key'), lower(t->'name'->>'zh'), lower(t->'name'->>'en')) LIMIT 1`;
  return row?.key ?? words;
}

/** Writes down that somebody gave a customer a tier, and that it is theirs for a year. */
export async function giveTier(
  client: Client,
  given: { customerId: string; from: string | null; to: string | null; staffId: string | null; at: Date },
): Promise<void> {
  const { customerId, at } = given;
  const [ranks] = await client.$queryRaw<{ up: boolean | null }[]>`
    SELECT (SELECT n FROM "Setting" s, jsonb_array_elements(s.value->'tiers') WITH ORDINALITY a(t, n) WHERE s.key = 'tiers' AND t->>'key' = ${given.to})
         > coalesce((SELECT n FROM "Setting" s, jsonb_array_elements(s.value->'tiers') WITH ORDINALITY a(t, n) WHERE s.key = 'tiers' AND t->>'key' = ${given.from}), 0) AS up`;
  await client.tierChange.create({
    data: { ...given, id: v7(), up: ranks?.up ?? false, cause: 'staff', evidence: {} },
  });
  const heldUntil = given.to === null ? null : new Date(at.getTime() + HELD_DAYS * 86_400_000);
  const standing = { fallsAt: null, heldUntil };
  await client.tierStanding.upsert({ where: { customerId }, create: { customerId, ...standing }, update: standing });
}
