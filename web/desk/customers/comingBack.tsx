import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats, useNow } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { recurringTexts } from '../i18n/recurring.ts';
import { useRecurring } from '../queries/taskSettings.ts';

/** What is done for the customer again and again; nothing where there is nothing. */
export function ComingBack({ id }: { id: string }): ReactNode {
  const t = useTexts(recurringTexts);
  const formats = useFormats();
  const now = useNow();
  const leads = useMay('manager');
  const items = useRecurring(id).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="block">
      <h2>{t.ofCustomer}</h2>
      <ul className="case-list">
        {items.map(({ id: key, title, rhythm, active, coming }) => (
          <li key={key}>
            <span className="case-similar">
              <span className="case-told">{title}</span>
              <span className="soft">
                {active ? t.rhythm(rhythm) : t.off}
                {coming[0] && ` · ${t.coming} ${formats.moment(coming[0], now)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {leads && <Link to="/task-settings/recurring">{t.manage}</Link>}
    </section>
  );
}
