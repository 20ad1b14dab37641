import { Button, Input, Segmented, Select } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../desk/customers/names.ts';
import { ChoiceForm } from '../desk/frame/choiceForm.tsx';
import { useLanguage, useTexts } from '../desk/frame/language.tsx';
import { filterTexts } from './i18n/filters.ts';
import { insightTexts } from './i18n/insights.ts';
import { type Filter, type Period, periods } from './period.ts';
import { useProducts } from './reports.ts';

interface Props {
  filter: Filter;
  /** Which filters the figures of the view follow: whose help was rated, which product. */
  heeds: { rated: boolean; product: boolean };
  change(values: Record<string, string | undefined>): void;
}

const order: Period[] = ['7d', '30d', '90d', '12m', 'custom'];

/** What is looked at; kept in the address bar. */
export function FilterBar({ filter, heeds, change }: Props): ReactNode {
  const t = useTexts(insightTexts);
  const words = useTexts(filterTexts);
  const { language } = useLanguage();
  const products = useProducts();
  const choosePeriod = (period: Period): void =>
    change({
      period: period === periods[0] ? undefined : period,
      by: undefined,
      from: period === 'custom' ? filter.days.first : undefined,
      to: period === 'custom' ? filter.days.last : undefined,
    });
  return (
    <search aria-label={t.filters}>
      <ChoiceForm className="filters">
        <Segmented<Period>
          className="filter-period"
          aria-label={t.period}
          value={filter.period}
          options={order.map((value) => ({ value, label: t[value] }))}
          onChange={choosePeriod}
        />
        {filter.period === 'custom' && (
          <span className="filter-days">
            <Input
              type="date"
              aria-label={t.from}
              value={filter.days.first}
              onChange={(event) => event.target.value && change({ from: event.target.value })}
            />
            <span aria-hidden="true">–</span>
            <Input
              type="date"
              aria-label={t.to}
              value={filter.days.last}
              onChange={(event) => event.target.value && change({ to: event.target.value })}
            />
          </span>
        )}
        {heeds.rated && (
          <Select
            aria-label={t.rated}
            value={filter.rated ?? 'all'}
            options={[
              { value: 'all', label: t.ratedAll },
              { value: 'bot', label: t.ratedBot },
              { value: 'staff', label: t.ratedStaff },
            ]}
            onChange={(value) => change({ rated: value === 'all' ? undefined : value })}
          />
        )}
        <Select
          className="filter-product"
          aria-label={t.product}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={!heeds.product}
          value={filter.productId ?? 'all'}
          options={[
            { value: 'all', label: t.productAll },
            ...(products.data?.items ?? []).map((product) => ({
              value: product.id,
              label: localized(product.name, language),
            })),
          ]}
          // One group at a time: a product takes the place of what was cut out.
          onChange={(value) => change({ product: value === 'all' ? undefined : value, cut: undefined })}
        />
      </ChoiceForm>
      {!heeds.product && (
        <p className="note filter-note" role="note">
          {words.unheeded(words.names.product, words.why.wholeShop)}{' '}
          {filter.productId && (
            <Button size="small" onClick={() => change({ product: undefined })}>
              {words.remove}
            </Button>
          )}
        </p>
      )}
      {!heeds.rated && filter.rated && (
        <p className="note filter-note" role="note">
          {words.unheeded(words.names.rated, words.why.view)}{' '}
          <Button size="small" onClick={() => change({ rated: undefined })}>
            {words.remove}
          </Button>
        </p>
      )}
    </search>
  );
}
