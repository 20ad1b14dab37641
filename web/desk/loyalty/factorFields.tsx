import { Button, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { PointsRules } from '../api.ts';
import { Field } from '../care/field.tsx';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { useCategories } from '../queries/taskSettings.ts';

type Factors = PointsRules['factors'];

/** Kinds of products that earn more or fewer points than the others; each is named once. */
export function FactorFields({ factors, change }: { factors: Factors; change(factors: Factors): void }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const { language } = useLanguage();
  const categories = useCategories().data?.items ?? [];
  const put = (place: number, part: Partial<Factors[number]>): void =>
    change(factors.map((each, at) => (at === place ? { ...each, ...part } : each)));
  const free = categories.filter(({ key }) => !factors.some(({ categoryKey }) => categoryKey === key));
  const [next] = free;
  return (
    <section className="care-wide factors" aria-label={t.factors}>
      <h3>{t.factors}</h3>
      <p className="soft">{t.factorsLead}</p>
      {factors.map(({ categoryKey, factor }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its category is being chosen
        <div className="factor-line" key={place}>
          <Field label={t.category}>
            <Select
              aria-label={`${t.category} ${place + 1}`}
              showSearch={{ optionFilterProp: 'label' }}
              value={categoryKey}
              options={categories
                .filter(({ key }) => key === categoryKey || free.some((each) => each.key === key))
                .map(({ key, name }) => ({ value: key, label: localized(name, language) }))}
              onChange={(key) => put(place, { categoryKey: key })}
            />
          </Field>
          <Field label={t.factor}>
            <InputNumber
              aria-label={`${t.factor} ${place + 1}`}
              min={0}
              max={100}
              step={0.5}
              value={factor}
              onChange={(times) => times !== null && put(place, { factor: times })}
            />
          </Field>
          <Button
            aria-label={`${t.removeFactor} ${place + 1}`}
            onClick={() => change(factors.filter((_, at) => at !== place))}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      <Button
        disabled={!next || factors.length >= 100}
        onClick={() => next && change([...factors, { categoryKey: next.key, factor: 2 }])}
      >
        {t.addFactor}
      </Button>
    </section>
  );
}
