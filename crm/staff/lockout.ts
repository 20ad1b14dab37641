import { type Client, Prisma } from '#prisma/client.ts';

/** Attempts that may fail before an account is locked, and for how long. */
export const FAILURES = 5;
export const LOCKED_MS = 15 * 60_000;
const STRANGERS_KEPT = 10_000;

/**
 * Takes one attempt at an account before the password is looked at, so that attempts at the same moment count too. Tells
 * until when it is locked; null: go ahead.
 */
export async function takeAttempt(client: Client, staffId: string, now: Date): Promise<Date | null> {
  const lockedUntil = new Date(now.getTime() + LOCKED_MS);
  const failed = Prisma.sql`CASE WHEN "lockedUntil" IS NULL THEN "failedSignIns" + 1 ELSE 1 END`;
  const taken = await client.$executeRaw(Prisma.sql`
    UPDATE "Staff" SET "failedSignIns" = ${failed},
           "lockedUntil" = CASE WHEN ${failed} >= ${FAILURES} THEN ${lockedUntil}::timestamptz END
     WHERE id = ${staffId}::uuid AND ("lockedUntil" IS NULL OR "lockedUntil" <= ${now})`);
  if (taken === 1) return null;
  const found = await client.staff.findUnique({ where: { id: staffId }, select: { lockedUntil: true } });
  return found?.lockedUntil ?? now;
}

/** Attempts at mail addresses that nobody has; they answer like accounts do, so that the answer does not tell who exists. */
export class Strangers {
  readonly #seen = new Map<string, { failed: number; lockedUntil: number }>();

  /** See takeAttempt. The oldest are forgotten beyond ten thousand. */
  takeAttempt(email: string, now: Date): Date | null {
    const seen = this.#seen.get(email) ?? { failed: 0, lockedUntil: 0 };
    if (seen.lockedUntil > now.getTime()) return new Date(seen.lockedUntil);
    const failed = seen.lockedUntil > 0 ? 1 : seen.failed + 1;
    this.#seen.delete(email);
    this.#seen.set(email, { failed, lockedUntil: failed >= FAILURES ? now.getTime() + LOCKED_MS : 0 });
    if (this.#seen.size > STRANGERS_KEPT) this.#seen.delete(this.#seen.keys().next().value!);
    return null;
  }
}
