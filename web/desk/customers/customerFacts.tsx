import type { ReactNode } from 'react';
import type { Customer, CustomerPage } from '../api.ts';
import { BudgetSentence } from '../conversations/budgetLine.tsx';
import { type Fact, FactList } from '../frame/factList.tsx';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { customerTexts } from '../i18n/customers.ts';
import { audienceNames } from '../i18n/knowledge.ts';
import { messageBudgetTexts } from '../i18n/messageBudgets.ts';
import { channelNames, languageNames } from '../i18n/names.ts';
import { preferenceTexts } from '../i18n/preferences.ts';
import type { useCustomerChange } from '../queries/customers.ts';
import { useTierRules } from '../queries/loyalty.ts';
import { useMessageBudgets } from '../queries/messageBudgets.ts';
import { ContactDetails } from './contactDetails.tsx';
import { NeedTags } from './needTags.tsx';
import { ZoneFact } from './zoneFact.tsx';

interface Props {
  customer: Customer;
  identities: CustomerPage['identities'];
  zone: CustomerPage['zone'];
  needs: CustomerPage['needs'];
  change?: ReturnType<typeof useCustomerChange>;
}

/** The fields of a customer's record that are known. */
export function CustomerFacts({ customer, identities, zone, needs, change }: Props): ReactNode {
  const t = useTexts(customerTexts);
  const languages = useTexts(languageNames);
  const audiences = useTexts(audienceNames);
  const channels = useTexts(channelNames);
  const about = useTexts(preferenceTexts);
  const formats = useFormats();
  const now = useNow();
  const words = useTexts(messageBudgetTexts);
  const { language } = useLanguage();
  const tiers = useTierRules().data?.tiers ?? [];
  const budgets = useMessageBudgets(customer.id).data?.items ?? [];
  const facts: Fact[] = [
    [about.mindTitle, needs.length > 0 && <NeedTags needs={needs} />],
    [t.language, customer.language && (languages[customer.language] ?? customer.language)],
    [t.reach, (customer.phone || customer.email) && <ContactDetails key="reach" customer={customer} />],
    [t.city, customer.city],
    [about.zone, <ZoneFact key="zone" zone={zone} change={change} />],
    [t.tier, tiers.find(({ key }) => key === customer.tier)?.name[language] ?? customer.tier],
    [t.audience, customer.audience && (audiences[customer.audience] ?? customer.audience)],
    [t.birthday, customer.birthday && formats.date(customer.birthday, now)],
    [t.channels, [...new Set(identities.map(({ channel }) => channels[channel] ?? channel))].join(' · ')],
    ...budgets.map(
      (budget): Fact => [
        `${channels[budget.channel] ?? budget.channel} · ${words.title}`,
        <BudgetSentence key={budget.channel} budget={budget} />,
      ],
    ),
    [t.since, formats.date(customer.createdAt, now)],
    [t.lastSeen, customer.lastSeenAt && formats.moment(customer.lastSeenAt, now)],
  ];
  return <FactList facts={facts} />;
}
