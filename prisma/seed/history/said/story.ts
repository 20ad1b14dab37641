import type { Localized } from '../../catalogue/shapes.ts';
import type { Severity } from '../rows.ts';

/** Something that went wrong with a product; `from` and `to` are the days ago between which it happened (all the time if absent). */
export interface Story {
  sku: string;
  severity: Severity;
  weight: number;
  from?: number;
  to?: number;
  /** The shop's cause code; `other` where it is none of the usual ones. */
  cause?: string;
  what: Localized;
  wish: Localized;
}

/** What customers want done. */
export const wish = {
  replace: { zh: '换一个新的', en: 'A replacement' },
  refund: { zh: '退货退款', en: 'A refund' },
  repair: { zh: '修好', en: 'A repair' },
  tell: { zh: '希望你们改进', en: 'Please improve it' },
} satisfies Record<string, Localized>;
