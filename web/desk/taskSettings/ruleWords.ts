import type { OwnerRule } from '../api.ts';
import { localized } from '../customers/names.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { priorityNames } from '../i18n/names.ts';
import { ownerRuleTexts } from '../i18n/ownerRules.ts';
import { useStaffList, useTeams } from '../queries/settings.ts';
import { useCategories, useTaskTypes } from '../queries/taskSettings.ts';
import { useTypeName } from '../tasks/typeName.ts';

/** The choices of a rule's fields, and a rule in words: when it holds, who gets it. */
export function useRuleWords() {
  const t = useTexts(ownerRuleTexts);
  const priorities = useTexts(priorityNames);
  const { language } = useLanguage();
  const typeName = useTypeName();
  const types = useTaskTypes().data?.items ?? [];
  const categories = useCategories().data?.items ?? [];
  const teams = useTeams().data?.items ?? [];
  const staff = useStaffList().data?.items ?? [];
  const options = {
    types: types.map(({ key, name }) => ({ value: key, label: typeName(key, name) })),
    priorities: Object.entries(priorities).map(([value, label]) => ({ value, label })),
    categories: categories.map(({ key, name }) => ({ value: key, label: localized(name, language) })),
    teams: teams.map(({ key, name }) => ({ value: key, label: localized(name, language) })),
    staff: staff.filter(({ active, demo }) => active && !demo).map(({ id, name }) => ({ value: id, label: name })),
  };
  const label = (list: { value: string; label: string }[], value: string): string =>
    list.find((each) => each.value === value)?.label ?? value;
  const of = (rule: OwnerRule): string => {
    const join = (values: string[]): string => values.join(' / ');
    const when = [
      join(rule.types.map((key) => label(options.types, key))),
      join(rule.priorities.map((key) => label(options.priorities, key))),
      join(rule.categories.map((key) => label(options.categories, key))),
      rule.productIds.length > 0 ? t.productCount(rule.productIds.length) : '',
      join(rule.regions),
      join(rule.tiers),
    ].filter(Boolean);
    const team = rule.teamKey ? label(options.teams, rule.teamKey) : t.usualTeam;
    const who =
      rule.pick === 'person'
        ? label(options.staff, rule.staffId ?? '')
        : `${team} · ${rule.pick === 'queue' ? t.queue : t.leastLoaded}`;
    const limit = rule.maxOpen ? ` · ${t.upTo(rule.maxOpen)}` : '';
    return `${when.length > 0 ? when.join(language === 'zh' ? '，' : ', ') : t.always} → ${who}${limit}`;
  };
  return { options, of };
}
