import type { Defect, DefectState, Prisma } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';
import type { PageRequest } from '../page.ts';

/** A defect's number as staff see it: D- and digits. */
export const formatDefect = (number: number): string => `D-${number}`;

/** A suspicion, raised from a complaint; `title` in the words of staff. */
export interface NewDefect {
  title: string;
  complaintIds: string[];
}

/** What those who make the product found. A rejected suspicion keeps its complaints: they still have no cause. */
export interface Verdict {
  state: 'confirmed' | 'rejected';
  verdict: string;
  affectedBatches: string[];
}

/** What was changed, in words that customers are told; `labelNote` is what the label says since, `article` what the bot may answer. */
export interface Fix {
  fix: Localized;
  labelNote?: Localized | null;
  writeArticle?: boolean;
}

export interface DefectFilter extends PageRequest {
  state?: DefectState;
  productId?: string;
}

/** A defect with the names and numbers that a list shows. `agreed`: complaints whose customer wants to be told; `told`: who was. */
export interface DefectSummary extends Omit<Defect, 'fix' | 'labelNote'> {
  fix: Localized | null;
  labelNote: Localized | null;
  product: { id: string; sku: string; name: Localized } | null;
  owner: { id: string; name: string } | null;
  complaintCount: number;
  agreed: number;
  told: number;
  solved: number;
  unsolved: number;
}

/** What a list of defects reads. */
export const defectNames = {
  owner: { select: { id: true, name: true } },
  product: { select: { id: true, sku: true, name: true } },
  complaints: { select: { id: true, fixToldAt: true, solved: true } },
} satisfies Prisma.DefectInclude;

/** The row as a list shows it. */
export function summaryOf(
  { complaints, ...row }: Prisma.DefectGetPayload<{ include: typeof defectNames }>,
  agreed: ReadonlySet<string>,
): DefectSummary {
  return {
    ...row,
    fix: row.fix as Localized | null,
    labelNote: row.labelNote as Localized | null,
    product: row.product && { ...row.product, name: row.product.name as Localized },
    complaintCount: complaints.length,
    agreed: complaints.filter(({ id }) => agreed.has(id)).length,
    told: complaints.filter(({ fixToldAt }) => fixToldAt).length,
    solved: complaints.filter(({ solved }) => solved === true).length,
    unsolved: complaints.filter(({ solved }) => solved === false).length,
  };
}
