import { Alert, App, Button, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import type { OwnerRule } from '../api.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote, useProblemText } from '../frame/problemNote.tsx';
import { ownerRuleTexts } from '../i18n/ownerRules.ts';
import { useOwnerRules, useOwnerRulesChange } from '../queries/taskSettings.ts';
import { OwnerPreview } from './ownerPreview.tsx';
import { RuleForm } from './ruleForm.tsx';
import { useRuleWords } from './ruleWords.ts';

const fresh = (): OwnerRule => ({
  id: crypto.randomUUID(),
  name: '',
  active: true,
  types: [],
  priorities: [],
  categories: [],
  productIds: [],
  regions: [],
  tiers: [],
  teamKey: null,
  pick: 'leastLoaded',
  staffId: null,
  maxOpen: null,
});

/** Who gets which tasks: rules in their order, tried out before they are kept. */
export function OwnerRules(): ReactNode {
  const t = useTexts(ownerRuleTexts);
  const kept = useOwnerRules();
  if (kept.isPending) return <RowsSkeleton />;
  if (!kept.data) return <ProblemNote error={kept.error} retry={() => void kept.refetch()} />;
  return (
    <>
      <p className="soft">{t.lead}</p>
      <Rules key={kept.data.version} version={kept.data.version} kept={kept.data.rules as OwnerRule[]} />
    </>
  );
}

function Rules({ version, kept }: { version: number; kept: OwnerRule[] }): ReactNode {
  const t = useTexts(ownerRuleTexts);
  const words = useRuleWords();
  const change = useOwnerRulesChange();
  const problemText = useProblemText();
  const { message } = App.useApp();
  const [rules, setRules] = useState(kept);
  const [open, setOpen] = useState<string>();
  const changed = JSON.stringify(rules) !== JSON.stringify(kept);
  const put = (rule: OwnerRule): void =>
    setRules(
      rules.some(({ id }) => id === rule.id)
        ? rules.map((each) => (each.id === rule.id ? rule : each))
        : [...rules, rule],
    );
  const swap = (index: number): void =>
    setRules(rules.map((rule, at) => (at === index - 1 ? rules[index]! : at === index ? rules[index - 1]! : rule)));
  const save = (): void => change.mutate({ version, rules }, { onSuccess: () => void message.success(t.saved) });
  return (
    <>
      <section className="block" aria-label={t.rules}>
        <div className="block-head">
          <h2>{t.rules}</h2>
          <Button
            icon={<Icon name="plus" />}
            onClick={() => {
              const rule = fresh();
              setRules([...rules, rule]);
              setOpen(rule.id);
            }}
          >
            {t.add}
          </Button>
        </div>
        {rules.length === 0 && <p className="soft">{t.none}</p>}
        <ol className="rule-list">
          {rules.map((rule, index) => (
            <li key={rule.id} data-off={rule.active ? 'no' : 'yes'}>
              <div className="rule-head">
                <Switch
                  size="small"
                  aria-label={`${t.active}: ${rule.name || t.unnamed}`}
                  checked={rule.active}
                  onChange={(active) => put({ ...rule, active })}
                />
                <span className="type-words">
                  <strong>{rule.name || t.unnamed}</strong>
                  <span className="soft">{words.of(rule)}</span>
                </span>
                <span className="case-buttons">
                  <Button
                    size="small"
                    disabled={index === 0}
                    aria-label={`${t.up} ${rule.name}`}
                    onClick={() => swap(index)}
                  >
                    ↑
                  </Button>
                  <Button
                    size="small"
                    disabled={index === rules.length - 1}
                    aria-label={`${t.down} ${rule.name}`}
                    onClick={() => swap(index + 1)}
                  >
                    ↓
                  </Button>
                  <Button size="small" onClick={() => setOpen(open === rule.id ? undefined : rule.id)}>
                    {open === rule.id ? t.fold : t.edit}
                  </Button>
                  <Button
                    size="small"
                    danger
                    icon={<Icon name="close" />}
                    aria-label={`${t.remove} ${rule.name}`}
                    onClick={() => setRules(rules.filter(({ id }) => id !== rule.id))}
                  />
                </span>
              </div>
              {open === rule.id && <RuleForm rule={rule} change={put} />}
            </li>
          ))}
        </ol>
        {change.error && <Alert type="error" title={problemText(change.error)} showIcon role="alert" />}
        {changed && (
          <div className="form-buttons rule-save" role="status">
            <span className="soft">{t.unsaved}</span>
            <Button onClick={() => setRules(kept)}>{t.discard}</Button>
            <Button
              type="primary"
              loading={change.isPending}
              disabled={rules.some(({ name, pick, staffId }) => !name.trim() || (pick === 'person' && !staffId))}
              onClick={save}
            >
              {t.save}
            </Button>
          </div>
        )}
      </section>
      <OwnerPreview rules={rules} />
    </>
  );
}
