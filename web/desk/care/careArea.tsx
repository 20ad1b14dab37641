import { Button, Switch, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CareResults, CareRule } from '../api.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { RowsSkeleton } from '../frame/pageSkeleton.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { useMay } from '../frame/session.tsx';
import { careTexts } from '../i18n/care.ts';
import { channelNames } from '../i18n/names.ts';
import { useCareChange, useCareResults, useCareRules } from '../queries/care.ts';
import { CareEffect } from './careEffect.tsx';
import { CareMannersBlock } from './careManners.tsx';
import { CarePreviewList } from './carePreviewList.tsx';
import { CareRuleForm } from './careRuleForm.tsx';
import { HandLimitsBlock } from './handLimits.tsx';
import './care.css';

/** What the shop writes of its own accord: rules, who would get them, and what they changed. */
export function CareArea(): ReactNode {
  const t = useTexts(careTexts);
  const mayManage = useMay('manager');
  const rules = useCareRules();
  const results = useCareResults(mayManage);
  const [adding, setAdding] = useState(false);
  return (
    <main className="whole">
      <header className="whole-head">
        <h1>{t.title}</h1>
        <p className="soft">{t.lead}</p>
      </header>
      <CareMannersBlock mayManage={mayManage} />
      <HandLimitsBlock mayManage={mayManage} />
      {rules.isPending && <RowsSkeleton />}
      {rules.error && <ProblemNote error={rules.error} retry={() => void rules.refetch()} />}
      {rules.data?.items.length === 0 && <p className="soft">{t.empty}</p>}
      {rules.data?.items.map((rule) => (
        <RuleBlock
          key={rule.id}
          rule={rule}
          results={results.data?.items.find(({ ruleId }) => ruleId === rule.id)}
          mayManage={mayManage}
        />
      ))}
      {mayManage &&
        (adding ? (
          <CareRuleForm close={() => setAdding(false)} />
        ) : (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        ))}
    </main>
  );
}

function RuleBlock(props: { rule: CareRule; results: CareResults | undefined; mayManage: boolean }): ReactNode {
  const { rule, results, mayManage } = props;
  const t = useTexts(careTexts);
  const { language } = useLanguage();
  const change = useCareChange();
  const channels = useTexts(channelNames);
  const [open, setOpen] = useState<'edit' | 'preview'>();
  const { id, ...input } = rule;
  if (open === 'edit') return <CareRuleForm rule={rule} close={() => setOpen(undefined)} />;
  return (
    <section className="block care-rule" aria-label={rule.name[language]}>
      <header>
        <h2>{rule.name[language]}</h2>
        {mayManage ? (
          <Switch
            aria-label={`${t.active}: ${rule.name[language]}`}
            checked={rule.active}
            loading={change.isPending}
            onChange={(active) => change.mutate({ id, rule: { ...input, active } })}
          />
        ) : (
          !rule.active && <Tag>{t.off}</Tag>
        )}
      </header>
      <p className="soft">
        {[
          t.occasions[rule.occasion] ?? rule.occasion,
          ...(rule.occasion === 'byHand' ? [] : [t.after(rule.days)]),
          rule.gift ? t.gives(rule.gift) : t.acts[rule.act],
          ...(rule.channel ? [t.onlyBy(channels[rule.channel] ?? rule.channel)] : []),
          t.levels[rule.level],
          ...rule.tiers,
        ].join(' · ')}
      </p>
      {rule.text[language] && <p className="care-text">{rule.text[language]}</p>}
      {results && <CareEffect results={results} />}
      {change.error && <ProblemNote error={change.error} />}
      {mayManage && (
        <span className="case-buttons">
          <Button onClick={() => setOpen('edit')}>{t.edit}</Button>
          <Button
            aria-expanded={open === 'preview'}
            onClick={() => setOpen(open === 'preview' ? undefined : 'preview')}
          >
            {t.preview}
          </Button>
        </span>
      )}
      {open === 'preview' && <CarePreviewList ruleId={id} />}
    </section>
  );
}
