import type { ReactNode } from 'react';
import type { MessageBudget } from '../api.ts';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { messageBudgetTexts } from '../i18n/messageBudgets.ts';
import { useMessageBudgets } from '../queries/messageBudgets.ts';

/** What a channel still takes, in a sentence. */
export function BudgetSentence({ budget }: { budget: MessageBudget }): ReactNode {
  const t = useTexts(messageBudgetTexts);
  const formats = useFormats();
  const now = useNow();
  const { left, allowed, until, refusal, held } = budget;
  const parts = [
    refusal ? t.refusals[refusal] : t.left(left, allowed),
    !refusal && until && t.until(formats.moment(until, now)),
    held > 0 && t.held(held),
  ];
  return <span className={refusal ? 'budget-none' : 'figures'}>{parts.filter(Boolean).join(' · ')}</span>;
}

/** Above the reply: how many messages the channel of this conversation still takes. Nothing where it does not count. */
export function BudgetLine({ customerId, channel }: { customerId: string | undefined; channel: string }): ReactNode {
  const budgets = useMessageBudgets(customerId);
  const budget = budgets.data?.items.find((each) => each.channel === channel);
  if (!budget) return null;
  return (
    <p className="hold-hint" role="status">
      <BudgetSentence budget={budget} />
    </p>
  );
}
