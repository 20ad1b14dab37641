import type { ReactNode } from 'react';
import { useFormats, useNow } from '../frame/formats.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { careTexts } from '../i18n/care.ts';
import { useCareOf, useConsents } from '../queries/care.ts';

/** What a customer agreed to, and what was sent of the shop's own accord, what not, and why. */
export function CareOfCustomer({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(careTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const now = useNow();
  const consents = useConsents(customerId).data?.items ?? [];
  const messages = useCareOf(customerId).data?.items ?? [];
  if (consents.length + messages.length === 0) return <p className="soft">{t.nothing}</p>;
  const moment = (at: string) => (
    <time className="soft figures" dateTime={at}>
      {formats.moment(at, now)}
    </time>
  );
  return (
    <ul className="recent recent-wide">
      {consents.map(({ id, at, purpose, granted, source }) => (
        <li key={id}>
          {moment(at)}
          <span className="soft">{t.sources[source] ?? source}</span>
          <span>
            {t.purposes[purpose] ?? purpose}: <strong>{granted ? t.granted : t.refused}</strong>
          </span>
        </li>
      ))}
      {messages.map(({ id, dueAt, decidedAt, rule, state, reason }) => (
        <li key={id}>
          {moment(decidedAt ?? dueAt)}
          <span className="soft">{t.states[state]}</span>
          <span>
            {rule.name[language]}
            {reason ? ` · ${t.reasons[reason] ?? reason}` : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
