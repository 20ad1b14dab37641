import { Segmented, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { taskViewTexts } from '../i18n/taskViews.ts';
import { oneOf } from '../shell/address.ts';

export const views = ['list', 'board', 'calendar'] as const;
export type View = (typeof views)[number];
const icons: Record<View, IconName> = { list: 'list', board: 'board', calendar: 'calendar' };

/** The view that the address names, and how to change it; the filter stays. */
export function useView(): [View, (view: View) => void] {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const choose = (view: View): void => {
    const next = new URLSearchParams(window.location.search);
    next.set('view', view);
    next.delete('do');
    void navigate({ pathname: '/tasks', search: next.toString() });
  };
  return [oneOf(search.get('view') ?? undefined, views), choose];
}

/** As a list, a board or a calendar. */
export function ViewSwitch(): ReactNode {
  const t = useTexts(taskViewTexts);
  const [view, choose] = useView();
  return (
    <Segmented<View>
      className="view-switch"
      size="small"
      aria-label={t.view}
      value={view}
      options={views.map((value) => ({
        value,
        label: (
          <Tooltip title={`${t[value]} (v)`}>
            <span>
              <Icon name={icons[value]} />
              <span className="visually-hidden">{t[value]}</span>
            </span>
          </Tooltip>
        ),
      }))}
      onChange={choose}
    />
  );
}
