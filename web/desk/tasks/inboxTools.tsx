import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { useMay } from '../frame/session.tsx';
import { inboxTexts } from '../i18n/tasks.ts';

/** A new task, and for managers how tasks work. */
export function InboxTools({ raise }: { raise(): void }): ReactNode {
  const t = useTexts(inboxTexts);
  const mayManage = useMay('manager');
  const navigate = useNavigate();
  return (
    <span className="inbox-tools">
      <Tooltip title={`${t.newTask} (t)`}>
        <Button icon={<Icon name="plus" />} aria-label={t.newTask} onClick={raise} />
      </Tooltip>
      {mayManage && (
        <Tooltip title={t.settings}>
          <Button
            icon={<Icon name="settings" />}
            aria-label={t.settings}
            onClick={() => void navigate('/task-settings')}
          />
        </Tooltip>
      )}
    </span>
  );
}
