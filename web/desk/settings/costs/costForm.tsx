import { App, Button, Input, InputNumber } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Field } from '../../care/field.tsx';
import { localized } from '../../customers/names.ts';
import { useLanguage, useTexts } from '../../frame/language.tsx';
import { ProblemNote } from '../../frame/problemNote.tsx';
import { costTexts } from '../../i18n/costs.ts';
import { nameOf } from '../../i18n/dictionary.ts';
import { channelNames } from '../../i18n/names.ts';
import { type CostRates, useSetCostRates } from '../../queries/costs.ts';
import '../../care/care.css';

type Rate = CostRates['rates'][number];

/** Channels that usually take money, also where nothing was sent yet. */
const dear = ['sms', 'mail', 'wechat', 'wecom'];

interface Props {
  settings: CostRates;
  categories: readonly { key: string; name: { zh: string; en: string } }[];
}

/** Rates, each from a day on, and margins. */
export function CostForm({ settings, categories }: Props): ReactNode {
  const t = useTexts(costTexts);
  const { language } = useLanguage();
  const { message } = App.useApp();
  const change = useSetCostRates();
  const [given, setGiven] = useState(settings);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(given, { onSuccess: () => void message.success(t.saved) });
  };
  const setRate = (place: number, rate: Rate): void =>
    setGiven({ ...given, rates: given.rates.map((each, index) => (index === place ? rate : each)) });
  const add = (): void => {
    const day = new Date().toISOString().slice(0, 10);
    const last = given.rates.at(-1)!;
    setGiven({ ...given, rates: [...given.rates, { ...last, messageCents: { ...last.messageCents }, from: day }] });
  };
  const setMargin = (key: string, value: number | null): void => {
    const { [key]: _before, ...rest } = given.categoryMargins;
    setGiven({ ...given, categoryMargins: value === null ? rest : { ...rest, [key]: value } });
  };
  const channels = [...new Set([...dear, ...settings.channels])];
  return (
    <form aria-label={t.title} onSubmit={submit}>
      {given.rates.map((rate, place) => (
        <RateFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rates have no other name while they are edited
          key={place}
          rate={rate}
          channels={channels}
          change={(changed) => setRate(place, changed)}
          remove={
            place === 0
              ? undefined
              : () => setGiven({ ...given, rates: given.rates.filter((_, index) => index !== place) })
          }
        />
      ))}
      <p>
        <Button onClick={add}>{t.add}</Button>
      </p>
      <section className="block care-fields" aria-label={t.margins}>
        <h2 className="care-wide">{t.margins}</h2>
        <p className="soft care-wide">{t.marginLead}</p>
        <Figure
          label={t.margin}
          value={given.marginPercent}
          max={100}
          onChange={(marginPercent) => setGiven({ ...given, marginPercent })}
        />
        <Figure
          label={t.discount}
          value={given.discountPercent}
          max={100}
          onChange={(value) => setGiven({ ...given, discountPercent: value ?? 0 })}
        />
        {categories.map(({ key, name }) => (
          <Figure
            key={key}
            label={t.category(localized(name, language))}
            value={given.categoryMargins[key] ?? null}
            max={100}
            onChange={(value) => setMargin(key, value)}
          />
        ))}
      </section>
      <span className="case-buttons">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t.save}
        </Button>
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}

interface RateProps {
  rate: Rate;
  channels: readonly string[];
  change(rate: Rate): void;
  remove: (() => void) | undefined;
}

function RateFields({ rate, channels, change, remove }: RateProps): ReactNode {
  const t = useTexts(costTexts);
  const names = useTexts(channelNames);
  const setFee = (channel: string, yuan: number | null): void => {
    const { [channel]: _before, ...rest } = rate.messageCents;
    change({ ...rate, messageCents: yuan ? { ...rest, [channel]: Math.round(yuan * 1e6) / 1e4 } : rest });
  };
  return (
    <section className="block care-fields" aria-label={`${t.rates} ${rate.from ?? t.beginning}`}>
      <h2 className="care-wide">{rate.from ?? t.beginning}</h2>
      {rate.from !== null && (
        <Field label={t.since}>
          <Input
            type="date"
            aria-label={t.since}
            value={rate.from}
            onChange={(event) => event.target.value && change({ ...rate, from: event.target.value })}
          />
        </Field>
      )}
      <Figure
        label={t.hour}
        value={rate.hourCents / 100}
        max={100_000}
        onChange={(yuan) => change({ ...rate, hourCents: Math.round((yuan ?? 0) * 100) })}
      />
      <Figure
        label={t.task}
        value={rate.taskMinutes}
        max={1440}
        onChange={(minutes) => change({ ...rate, taskMinutes: minutes ?? 0 })}
      />
      {channels.map((channel) => (
        <Figure
          key={channel}
          label={t.message(nameOf(names, channel))}
          value={(rate.messageCents[channel] ?? 0) / 100}
          max={1000}
          onChange={(yuan) => setFee(channel, yuan)}
        />
      ))}
      {remove && (
        <span className="case-buttons care-wide">
          <Button onClick={remove}>{t.remove}</Button>
        </span>
      )}
    </section>
  );
}

function Figure(props: { label: string; value: number | null; max: number; onChange(value: number | null): void }) {
  const { label, value, max, onChange } = props;
  return (
    <Field label={label}>
      <InputNumber aria-label={label} min={0} max={max} value={value} onChange={onChange} />
    </Field>
  );
}
