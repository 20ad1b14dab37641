import type { Database } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';

/** Satisfaction of a span of time: n answers, the share of 4 and 5 with its 95 % interval (all 0 to 1; null: no data). */
export interface Satisfaction {
  n: number;
  share: number | null;
  interval: { low: number; high: number } | null;
}

export interface SatisfactionReport extends Satisfaction {
  mean: number | null;
  distribution: { score: number; count: number }[];
  invited: number;
  /** Answered of invited in the span; null: nobody was invited. */
  responseRate: number | null;
  /** By week (Monday) or month, ISO dates in the shop's zone; spans without answers have n 0. */
  trend: ({ from: string } & Satisfaction)[];
}

export interface ComplaintsByProduct {
  n: number;
  open: number;
  safety: number;
  products: {
    productId: string | null;
    sku: string | null;
    name: Localized | null;
    n: number;
    share: number;
    open: number;
    safety: number;
  }[];
}

export interface TasksReport {
  open: number;
  late: number;
  snoozed: number;
  unowned: number;
  doneThisWeek: number;
  doneInTimeThisWeek: number;
}

/** What managers look at; only reads. Spans are [from, to). */
export class Reports {
  constructor(_db: Database) {}
  async satisfaction(_span: {
    from: Date;
    to: Date;
    by?: 'week' | 'month';
    rated?: 'bot' | 'staff';
    productId?: string;
  }): Promise<SatisfactionReport> {
    throw new Error();
  }
  async complaintsByProduct(_span: { from: Date; to: Date; limit?: number }): Promise<ComplaintsByProduct> {
    throw new Error();
  }
  async tasks(): Promise<TasksReport> {
    throw new Error();
  }
}
