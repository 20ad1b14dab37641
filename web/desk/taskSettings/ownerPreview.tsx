import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { OwnerRule, TaskPriority } from '../api.ts';
import { customerName, localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useProblemText } from '../frame/problemNote.tsx';
import { ownerRuleTexts } from '../i18n/ownerRules.ts';
import { useCustomers } from '../queries/customers.ts';
import { rowsOf } from '../queries/records.ts';
import { useOwnerPreview } from '../queries/taskSettings.ts';
import { useRuleWords } from './ruleWords.ts';

/** Who would get a task, by the rules as they stand on the page. */
export function OwnerPreview({ rules }: { rules: OwnerRule[] }): ReactNode {
  const t = useTexts(ownerRuleTexts);
  const { language } = useLanguage();
  const { options } = useRuleWords();
  const problemText = useProblemText();
  const [words, setWords] = useState('');
  const customers = useCustomers(words);
  const [type, setType] = useState('complaint');
  const [priority, setPriority] = useState<TaskPriority>('normal');
  const [category, setCategory] = useState<string | null>(null);
  const [customerId, setCustomer] = useState<string | null>(null);
  const [city, setCity] = useState('');
  const [tier, setTier] = useState('');
  const task = { type, priority, category, customerId, city: city.trim() || null, tier: tier.trim() || null };
  // A rule that is being written has no name yet, or no person: it can not be tried.
  const whole = rules.filter(({ name, pick, staffId }) => name.trim() && (pick !== 'person' || staffId));
  const preview = useOwnerPreview({ task, rules: whole });
  const found = preview.data;
  const rule = whole.find(({ id }) => id === found?.ruleId);
  return (
    <section className="block" aria-label={t.preview}>
      <h2>{t.preview}</h2>
      <p className="soft">{t.previewLead}</p>
      <div className="preview-fields">
        <Select aria-label={t.types} value={type} options={options.types} onChange={setType} />
        <Select<string>
          aria-label={t.priorities}
          value={priority}
          options={options.priorities}
          onChange={(value) => setPriority(value as TaskPriority)}
        />
        <Select
          allowClear
          aria-label={t.categories}
          placeholder={t.categories}
          value={category}
          options={options.categories}
          onChange={(value) => setCategory(value ?? null)}
        />
        <Select
          allowClear
          showSearch={{ filterOption: false, onSearch: setWords }}
          aria-label={t.customer}
          placeholder={t.customer}
          value={customerId}
          options={rowsOf(customers.data).map((each) => ({ value: each.id, label: customerName(each, language) }))}
          onChange={(value) => setCustomer(value ?? null)}
        />
        {!customerId && (
          <>
            <Input
              aria-label={t.city}
              placeholder={t.city}
              value={city}
              onChange={({ target }) => setCity(target.value)}
            />
            <Input
              aria-label={t.tier}
              placeholder={t.tier}
              value={tier}
              onChange={({ target }) => setTier(target.value)}
            />
          </>
        )}
      </div>
      {preview.error && (
        <p className="danger-text" role="alert">
          {problemText(preview.error)}
        </p>
      )}
      {found && (
        <div className="preview-answer" role="status">
          <span className="preview-who">{found.owner ? t.gets(found.owner.name) : t.getsNobody}</span>
          <span>
            {rule ? t.byRule(rule.name) : t.byUsual}
            {found.team && ` · ${localized(found.team.name, language)}`}
          </span>
          {found.candidates.length > 0 && (
            <ul className="preview-load">
              {found.candidates.map(({ id, name, open }) => (
                <li key={id} data-chosen={id === found.owner?.id ? 'yes' : 'no'}>
                  {name} <span className="figures">{t.openCount(open)}</span>
                </li>
              ))}
            </ul>
          )}
          {!found.owner && found.told.length > 0 && (
            <p className="soft">{t.told(found.told.map(({ name }) => name))}</p>
          )}
        </div>
      )}
    </section>
  );
}
