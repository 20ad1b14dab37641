import type { Prisma } from '#prisma/client.ts';
import { likeLiteral } from '../likeLiteral.ts';

/** Which customers are looked for. `owner`: whose they are, `none` for nobody's. */
export interface CustomerFilter {
  query?: string | undefined;
  segment?: string | undefined;
  stage?: string | undefined;
  tier?: string | undefined;
  owner?: string | undefined;
  /** Who sees phones or mail addresses masked finds by whole ones only: else one could guess them sign by sign. */
  seen?: { phone: boolean; email: boolean } | undefined;
}

/** Neither cut out of the records nor standing behind another record of the same person. */
export const shown = { erasedAt: null, mergedIntoId: null } as const;

/** Words match a part of a name, or the start of a phone or mail address. */
export function customersWhere({
  query,
  segment,
  stage,
  tier,
  owner,
  seen,
}: CustomerFilter): Prisma.CustomerWhereInput {
  const said = likeLiteral(query?.trim() ?? '');
  return {
    ...shown,
    ...(segment ? { segment: { segment } } : {}),
    ...(stage ? { stage } : {}),
    ...(tier ? { tier } : {}),
    ...(owner ? { ownerId: owner === 'none' ? null : owner } : {}),
    ...(said && {
      OR: [
        { name: { contains: said, mode: 'insensitive' } },
        { phone: seen?.phone === false ? (query?.trim() ?? '') : { startsWith: said } },
        { email: seen?.email === false ? (query?.trim().toLowerCase() ?? '') : { startsWith: said.toLowerCase() } },
      ],
    }),
  };
}
