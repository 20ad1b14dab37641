import { inLanguage, type Localized } from '../localized.ts';
import type { Candidate } from './occasions.ts';
import { type CareRule, filledIn, variablesOf } from './rule.ts';
import type { Known } from './standing.ts';
import { type CareManners, isControl, type Verdict, verdictOf } from './verdict.ts';

/** Who would get what, or why not. `text` as the customer would read it; of a gift without words, what it is. */
export interface Preview {
  customerId: string;
  name: string | null;
  verdict: Verdict['do'] | 'control';
  reason: string | null;
  text: string;
}

/** What a preview needs of a rule; one that is not saved has no id, and leaves nobody out yet. */
export type Previewed = Pick<CareRule, 'occasion' | 'days' | 'categoryKey' | 'tiers' | 'text' | 'controlPercent'> &
  Partial<Pick<CareRule, 'id' | 'gift' | 'channel'>>;

/** What stands for the code of a voucher that is not issued yet. */
const CODE = '····-····-····';

interface Situation {
  rule: Previewed;
  manners: CareManners;
  now: Date;
  zone: string;
  shop: Localized;
}

/** What would become of a rule's message to a customer at that moment. */
export function previewed(
  { rule, manners, now, zone, shop }: Situation,
  { customerId, variables }: Pick<Candidate, 'customerId' | 'variables'>,
  standing: Known,
): Preview {
  const verdict = verdictOf(standing, rule, manners, { now, zone });
  const control = rule.id !== undefined && isControl(rule.id, customerId, rule.controlPercent);
  const { name, language } = standing;
  const said = inLanguage(rule.text, language);
  return {
    customerId,
    name,
    verdict: verdict.do === 'send' && control ? 'control' : verdict.do,
    reason: verdict.do === 'send' ? null : verdict.reason,
    text: filledIn(said || (rule.gift ?? ''), variablesOf(shop, { ...variables, voucher: CODE }, name, language)),
  };
}
