import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { useTexts } from '../frame/language.tsx';
import { complaintSettingsTexts } from '../i18n/complaintSettings.ts';
import '../knowledge/knowledge.css';
import { ManagerTabs } from '../settings/managerTabs.tsx';
import '../taskSettings/taskSettings.css';
import { CauseList } from './causeList.tsx';
import { LimitsForm } from './limitsForm.tsx';

/** How complaints work in this shop: what managers decide. */
export function ComplaintSettingsArea(): ReactNode {
  const t = useTexts(complaintSettingsTexts);
  const { tab = 'causes' } = useParams();
  return (
    <ManagerTabs
      title={t.title}
      refused={{ title: t.notAllowedTitle, text: t.notAllowed }}
      shown={tab}
      tabs={[
        { path: 'causes', to: '/complaint-settings/causes', label: t.causes, page: CauseList },
        { path: 'limits', to: '/complaint-settings/limits', label: t.limits, page: LimitsForm },
        { path: 'teams', to: '/task-settings/owners', label: t.teams },
      ]}
    />
  );
}
