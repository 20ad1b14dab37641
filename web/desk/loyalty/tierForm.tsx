import { App, Button, Checkbox, Input, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { TierRules } from '../api.ts';
import { Field } from '../care/field.tsx';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { loyaltyTexts } from '../i18n/loyalty.ts';
import { useRulesChange } from '../queries/loyalty.ts';

type Tier = TierRules['tiers'][number];

/** The shop's tiers, the lowest first. */
export function TierForm({ rules }: { rules: TierRules }): ReactNode {
  const t = useTexts(loyaltyTexts);
  const { message } = App.useApp();
  const change = useRulesChange();
  const [given, setGiven] = useState(rules);
  const put = (place: number, part: Partial<Tier>): void =>
    setGiven({ ...given, tiers: given.tiers.map((tier, at) => (at === place ? { ...tier, ...part } : tier)) });
  const ready = given.tiers.every(({ key, name }) => /^[a-z][a-z0-9-]*$/.test(key) && name.zh.trim() && name.en.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ tiers: given }, { onSuccess: () => void message.success(t.saved) });
  };
  const text = (tier: Tier, place: number, language: 'zh' | 'en', label: string): ReactNode => (
    <Field label={label}>
      <Input
        aria-label={`${label} ${place + 1}`}
        maxLength={40}
        value={tier.name[language]}
        onChange={({ target }) => put(place, { name: { ...tier.name, [language]: target.value } })}
      />
    </Field>
  );
  return (
    <form className="block case-form" aria-label={t.tiers} onSubmit={submit}>
      <h2>{t.tiers}</h2>
      <p className="soft">{t.tiersLead}</p>
      <Checkbox checked={given.active} onChange={({ target }) => setGiven({ ...given, active: target.checked })}>
        {t.active}
      </Checkbox>
      {given.tiers.map((tier, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tier is its place; its key is being typed
        <div className="tier-line" key={place}>
          <Field label={t.key}>
            <Input
              aria-label={`${t.key} ${place + 1}`}
              maxLength={40}
              value={tier.key}
              onChange={({ target }) => put(place, { key: target.value.trim().toLowerCase() })}
            />
          </Field>
          {text(tier, place, 'zh', t.nameZh)}
          {text(tier, place, 'en', t.nameEn)}
          <Field label={t.yearYuan}>
            <InputNumber
              aria-label={`${t.yearYuan} ${place + 1}`}
              min={0}
              value={tier.cents === null ? null : tier.cents / 100}
              onChange={(yuan) => put(place, { cents: yuan === null ? null : Math.round(yuan * 100) })}
            />
          </Field>
          <Field label={t.yearPoints}>
            <InputNumber
              aria-label={`${t.yearPoints} ${place + 1}`}
              min={0}
              precision={0}
              value={tier.points}
              onChange={(points) => put(place, { points })}
            />
          </Field>
          <Button
            aria-label={`${t.remove} ${place + 1}`}
            onClick={() => setGiven({ ...given, tiers: given.tiers.filter((_, at) => at !== place) })}
          >
            {t.remove}
          </Button>
        </div>
      ))}
      <Field label={t.grace}>
        <InputNumber
          aria-label={t.grace}
          min={0}
          max={366}
          precision={0}
          value={given.graceDays}
          onChange={(graceDays) => setGiven({ ...given, graceDays: graceDays ?? 0 })}
        />
      </Field>
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={change.isPending}>
          {t.save}
        </Button>
        <Button
          onClick={() =>
            setGiven({
              ...given,
              tiers: [...given.tiers, { key: '', name: { zh: '', en: '' }, cents: null, points: null }],
            })
          }
        >
          {t.addTier}
        </Button>
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}
