import { Button, Checkbox, Input, InputNumber, Popconfirm, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { CareRule } from '../api.ts';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { careTexts } from '../i18n/care.ts';
import { channelNames } from '../i18n/names.ts';
import { freshWorth, WorthFields } from '../loyalty/worthFields.tsx';
import { type NewCareRule, useCareChange } from '../queries/care.ts';
import { Field } from './field.tsx';

const fresh: NewCareRule = {
  name: { zh: '', en: '' },
  occasion: 'birthday',
  days: 0,
  categoryKey: null,
  tiers: [],
  act: 'message',
  voucher: null,
  gift: null,
  channel: null,
  text: { zh: '', en: '' },
  level: 'social',
  orCall: false,
  controlPercent: 10,
  active: false,
};

const inputOf = ({ id: _id, ...rule }: CareRule): NewCareRule => rule;
const acts: CareRule['act'][] = ['message', 'voucher', 'gift', 'call'];
/** All that the API knows: one that is left out is a fault of types. */
const channelSet: Record<NonNullable<CareRule['channel']>, true> = {
  directline: true,
  wechat: true,
  wecom: true,
  mail: true,
  smsgateway: true,
  webhook: true,
  msteams: true,
  slack: true,
  telegram: true,
  facebook: true,
  line: true,
  whatsapp: true,
};
const careChannels = Object.keys(channelSet) as NonNullable<CareRule['channel']>[];
/** What belongs to an act and to no other. */
const fitting = (act: CareRule['act'], { voucher, gift, channel }: NewCareRule) => ({
  voucher: act === 'voucher' ? (voucher ?? freshWorth) : null,
  gift: act === 'gift' ? (gift ?? '') : null,
  channel: act === 'call' ? null : channel,
});
const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** A rule, made or changed. */
export function CareRuleForm({ rule, close }: { rule?: CareRule; close(): void }): ReactNode {
  const t = useTexts(careTexts);
  const change = useCareChange();
  const [given, setGiven] = useState<NewCareRule>(rule ? inputOf(rule) : fresh);
  const set = (part: Partial<NewCareRule>): void => setGiven({ ...given, ...part });
  const channels = useTexts(channelNames);
  const { act, name, text, gift } = given;
  const gives = act === 'gift';
  const texts = [text.zh, text.en].filter((each) => each.trim()).length;
  const ready = name.zh.trim() && name.en.trim() && (gives ? gift?.trim() && texts !== 1 : texts === 2);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ ...(rule && { id: rule.id }), rule: given }, { onSuccess: close });
  };
  const both = (key: 'name' | 'text', language: 'zh' | 'en', label: string): ReactNode => {
    const shared = {
      value: given[key][language],
      onChange: ({ target }: { target: { value: string } }) =>
        set({ [key]: { ...given[key], [language]: target.value } }),
    };
    return (
      <Field label={label}>
        {key === 'name' ? (
          <Input aria-label={label} maxLength={80} {...shared} />
        ) : (
          <Input.TextArea aria-label={label} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} {...shared} />
        )}
      </Field>
    );
  };
  const choice = (key: 'occasion' | 'level', label: string, names: Record<string, string>): ReactNode => (
    <Field label={label}>
      <Select
        aria-label={label}
        value={given[key]}
        options={options(names)}
        onChange={(value) => set({ [key]: value })}
      />
    </Field>
  );
  return (
    <form className="block case-form care-fields" aria-label={rule ? t.edit : t.add} onSubmit={submit}>
      {both('name', 'zh', t.nameZh)}
      {both('name', 'en', t.nameEn)}
      {choice('occasion', t.occasion, t.occasions)}
      <Field label={t.daysAfter}>
        <InputNumber
          aria-label={t.daysAfter}
          min={-60}
          max={1100}
          value={given.days}
          onChange={(days) => set({ days: days ?? 0 })}
        />
      </Field>
      <Field label={t.category}>
        <Input
          aria-label={t.category}
          value={given.categoryKey ?? ''}
          onChange={({ target }) => set({ categoryKey: target.value.trim() || null })}
        />
      </Field>
      <Field label={t.tiers}>
        <Select
          mode="tags"
          aria-label={t.tiers}
          value={given.tiers}
          tokenSeparators={[',', '，', ' ']}
          onChange={(tiers: string[]) => set({ tiers })}
        />
      </Field>
      <Field label={t.act}>
        <Select<CareRule['act']>
          aria-label={t.act}
          value={given.act}
          options={acts.map((value) => ({ value, label: t.acts[value] }))}
          onChange={(chosen) => set({ act: chosen, ...fitting(chosen, given) })}
        />
      </Field>
      {gives && (
        <Field label={t.gift}>
          <Input
            aria-label={t.gift}
            maxLength={300}
            value={gift ?? ''}
            onChange={({ target }) => set({ gift: target.value })}
          />
        </Field>
      )}
      {act !== 'call' && (
        <Field label={t.channel}>
          <Select<string>
            aria-label={t.channel}
            value={given.channel ?? ''}
            options={[
              { value: '', label: t.anyChannel },
              ...careChannels.map((value) => ({ value: value as string, label: channels[value] ?? value })),
            ]}
            onChange={(value) => set({ channel: careChannels.find((each) => each === value) ?? null })}
          />
        </Field>
      )}
      {given.voucher && <WorthFields worth={given.voucher} change={(voucher) => set({ voucher })} />}
      {choice('level', t.level, t.levels)}
      {both('text', 'zh', t.textZh)}
      {both('text', 'en', t.textEn)}
      {gives && <p className="soft care-wide">{t.giftHint}</p>}
      <p className="soft care-wide">{t.variables}</p>
      <Field label={t.control}>
        <InputNumber
          aria-label={t.control}
          min={0}
          max={50}
          value={given.controlPercent}
          onChange={(controlPercent) => set({ controlPercent: controlPercent ?? 0 })}
        />
      </Field>
      {!gives && (
        <Checkbox checked={given.orCall} onChange={({ target }) => set({ orCall: target.checked })}>
          {t.orCall}
        </Checkbox>
      )}
      <span className="case-buttons care-wide">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={change.isPending}>
          {t.save}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
        {rule && (
          <Popconfirm
            title={t.remove}
            okText={t.remove}
            cancelText={t.cancel}
            onConfirm={() => change.mutate({ id: rule.id, remove: true }, { onSuccess: close })}
          >
            <Button danger>{t.remove}</Button>
          </Popconfirm>
        )}
      </span>
      {change.error && <ProblemNote error={change.error} />}
    </form>
  );
}
