import { Input, InputNumber, Segmented, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { OwnerRule, TaskPriority } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { ownerRuleTexts } from '../i18n/ownerRules.ts';
import { useProductChoices } from '../queries/taskSettings.ts';
import { useRuleWords } from './ruleWords.ts';

/** When a rule holds, and who then gets the task. */
export function RuleForm({ rule, change }: { rule: OwnerRule; change(rule: OwnerRule): void }): ReactNode {
  const t = useTexts(ownerRuleTexts);
  const { language } = useLanguage();
  const { options } = useRuleWords();
  const [words, setWords] = useState('');
  const products = useProductChoices(words);
  const put = (more: Partial<OwnerRule>): void => change({ ...rule, ...more });
  const several = (
    label: string,
    value: string[],
    list: { value: string; label: string }[],
    set: (v: string[]) => void,
  ) => (
    <div className="rule-field">
      <span>{label}</span>
      <Select
        mode="multiple"
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={label}
        placeholder={t.any}
        value={value}
        options={list}
        onChange={set}
      />
    </div>
  );
  const free = (label: string, hint: string, value: string[], set: (v: string[]) => void) => (
    <div className="rule-field">
      <span>{label}</span>
      <Select
        mode="tags"
        aria-label={label}
        placeholder={hint}
        value={value}
        tokenSeparators={[',', '，', '、']}
        open={false}
        suffixIcon={null}
        onChange={set}
      />
    </div>
  );
  return (
    <div className="rule-form">
      <div className="rule-field">
        <span>{t.name}</span>
        <Input
          aria-label={t.name}
          maxLength={80}
          value={rule.name}
          status={rule.name.trim() ? undefined : 'warning'}
          onChange={({ target }) => put({ name: target.value })}
        />
      </div>
      <p className="form-label">{t.when}</p>
      {several(t.types, rule.types, options.types, (types) => put({ types }))}
      {several(t.priorities, rule.priorities, options.priorities, (priorities) =>
        put({ priorities: priorities as TaskPriority[] }),
      )}
      {several(t.categories, rule.categories, options.categories, (categories) => put({ categories }))}
      <div className="rule-field">
        <span>{t.products}</span>
        <Select
          mode="multiple"
          showSearch={{ filterOption: false, onSearch: setWords }}
          aria-label={t.products}
          placeholder={t.any}
          value={rule.productIds}
          options={products.data?.items.map(({ id, name }) => ({ value: id, label: localized(name, language) }))}
          onChange={(productIds) => put({ productIds })}
        />
      </div>
      {free(t.regions, t.regionsHint, rule.regions, (regions) => put({ regions }))}
      {free(t.tiers, t.tiersHint, rule.tiers, (tiers) => put({ tiers }))}
      <p className="form-label">{t.gives}</p>
      <div className="rule-field">
        <span>{t.team}</span>
        <Select
          allowClear
          aria-label={t.team}
          placeholder={t.usualTeam}
          value={rule.teamKey}
          options={options.teams}
          onChange={(teamKey) => put({ teamKey: teamKey ?? null })}
        />
      </div>
      <div className="rule-pick">
        <span>{t.who}</span>
        <Segmented
          aria-label={t.who}
          value={rule.pick}
          options={(['leastLoaded', 'queue', 'person'] as const).map((value) => ({ value, label: t[value] }))}
          onChange={(pick) => put({ pick, ...(pick !== 'person' && { staffId: null }) })}
        />
      </div>
      {rule.pick === 'person' && (
        <div className="rule-field">
          <span>{t.person}</span>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t.person}
            placeholder={t.choosePerson}
            value={rule.staffId}
            options={options.staff}
            onChange={(staffId) => put({ staffId })}
          />
        </div>
      )}
      {rule.pick !== 'queue' && (
        <div className="rule-field">
          <span>{t.maxOpen}</span>
          <InputNumber
            aria-label={t.maxOpen}
            placeholder={t.noLimit}
            min={1}
            max={200}
            precision={0}
            value={rule.maxOpen}
            onChange={(maxOpen) => put({ maxOpen })}
          />
        </div>
      )}
    </div>
  );
}
