import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { CustomerWorthJson } from '#api/customerWorth.ts';
import { type Fact, FactList } from '../frame/factList.tsx';
import { useFormats } from '../frame/formats.ts';
import { useTexts } from '../frame/language.tsx';
import { request } from '../frame/request.ts';
import { worthTexts } from '../i18n/worth.ts';

/** What a customer brought and cost, the whole of it and year by year, and what their future is worth. */
export function WorthBlock({ customerId }: { customerId: string }): ReactNode {
  const t = useTexts(worthTexts);
  const formats = useFormats();
  const { data } = useQuery({
    queryKey: ['customers', 'worth', customerId],
    queryFn: () => request.get<CustomerWorthJson>(`/customers/${customerId}/worth`),
  });
  if (!data) return null;
  const { years, total, leftCents, futureCents, multiple, retained } = data;
  const money = (cents: number | null): string => (cents === null ? '–' : formats.money(cents));
  const facts: Fact[] = [
    [
      t.brought,
      `${t.paid(money(total.paidCents), total.orders)}${total.marginCents === null ? '' : ` · ${t.margin(money(total.marginCents))}`}`,
    ],
    [
      t.cost,
      `${t.enquiries(money(total.enquiryCents), total.enquiries, total.enquiryMinutes)} · ${t.given(money(total.givenCents))}`,
    ],
    [t.left, leftCents === null ? t.unknown : money(leftCents)],
    [
      t.future,
      futureCents === null || multiple === null ? (
        t.futureUnknown
      ) : (
        <Tooltip key="future" title={t.futureHint(formats.percent(retained.kept / retained.base), retained.base)}>
          <span className="figures">{t.futureIs(money(futureCents), multiple.toFixed(1))}</span>
        </Tooltip>
      ),
    ],
  ];
  return (
    <section className="loyalty" aria-label={t.title}>
      <h3>{t.title}</h3>
      <FactList facts={facts} />
      {years.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <section className="worth-scroll" tabIndex={0} aria-label={t.byYear}>
          <table className="worth-table figures">
            <thead>
              <tr>
                {[t.year, t.orders, t.revenue, t.marginName, t.enquiryName, t.givenName].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <tr key={year.year}>
                  <th scope="row">{year.year}</th>
                  <td>{formats.integer(year.orders)}</td>
                  <td>{money(year.paidCents)}</td>
                  <td>{money(year.marginCents)}</td>
                  <td title={t.minutes(year.enquiryMinutes)}>{money(year.enquiryCents)}</td>
                  <td>{money(year.givenCents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
