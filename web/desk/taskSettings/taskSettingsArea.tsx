import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { taskSettingsTexts } from '../i18n/taskSettings.ts';
import '../knowledge/knowledge.css';
import { ManagerTabs } from '../settings/managerTabs.tsx';
import { OwnerRules } from './ownerRules.tsx';
import './taskSettings.css';
import { RecurringList } from './recurringList.tsx';
import { TypeList } from './typeList.tsx';

/** How tasks work in this shop: what managers decide. */
export function TaskSettingsArea(): ReactNode {
  const t = useTexts(taskSettingsTexts);
  const { tab = 'types' } = useParams();
  return (
    <ManagerTabs
      title={t.title}
      refused={{ title: t.notAllowedTitle, text: t.notAllowed }}
      shown={tab}
      tabs={[
        { path: 'types', to: '/task-settings/types', label: t.types, page: TypeList },
        { path: 'owners', to: '/task-settings/owners', label: t.owners, page: OwnerRules },
        { path: 'recurring', to: '/task-settings/recurring', label: t.recurring, page: RecurringList },
      ]}
    />
  );
}
