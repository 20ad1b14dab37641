import { Temporal } from 'temporal-polyfill';

/** Under which names a catalogue may keep how many months of warranty a product has. */
const keys = ['warrantyMonths', 'warranty', '质保期', '保修期', '质保', '保修'];

/** For how many months a product is under warranty; null: nobody said. */
export function warrantyMonths(attributes: unknown): number | null {
  const said = (attributes ?? {}) as Record<string, unknown>;
  const months = keys.map((key) => said[key]).find((value) => typeof value === 'number' && value > 0 && value < 1200);
  return typeof months === 'number' ? Math.floor(months) : null;
}

/** The last day under warranty as an ISO date; of a purchase on the 31st in a shorter month its last day. */
export function warrantyEnd(purchasedAt: Date, months: number | null, zone: string): string | undefined {
  if (months === null) return undefined;
  return Temporal.Instant.fromEpochMilliseconds(purchasedAt.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .add({ months })
    .toString();
}
