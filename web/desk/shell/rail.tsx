import { Badge, Dropdown, type MenuProps, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { Icon, type IconName } from '../frame/icons.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useConnection } from '../frame/live.ts';
import { useMay, useSignOut, useStaff } from '../frame/session.tsx';
import { type ThemeChoice, useTheme } from '../frame/theme.tsx';
import { frameTexts } from '../i18n/frame.ts';
import { roleNames } from '../i18n/names.ts';
import { shellTexts } from '../i18n/shell.ts';
import { useUnread } from '../queries/notifications.ts';
import { useAway, useMyPresence } from '../queries/presence.ts';

const areas = ['tasks', 'conversations', 'complaints', 'customers', 'articles'] as const satisfies IconName[];

/** Pages of the area “articles” that have addresses of their own. */
const isKnowledge = /^\/(?:gaps|playground|imports)/;
const linkClass = (area: string, active: boolean): string =>
  `rail-link${area === 'articles' ? ' rail-extra' : ''}${active ? ' active' : ''}`;

function Account({ openKeys }: { openKeys(): void }): ReactNode {
  const staff = useStaff();
  const mayManage = useMay('manager');
  const unread = useUnread();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { language, choose } = useLanguage();
  const theme = useTheme();
  const away = useAway();
  const isAway = useMyPresence()?.state === 'away';
  const t = useTexts(shellTexts);
  const frame = useTexts(frameTexts);
  const roles = useTexts(roleNames);
  const themes: ThemeChoice[] = ['light', 'dark', 'system'];
  const items: MenuProps['items'] = [
    { key: 'who', disabled: true, label: `${staff.name} · ${roles[staff.role]}` },
    {
      key: 'away',
      label: isAway ? t.comeBack : t.goAway,
      icon: <Icon name={isAway ? 'person' : 'snooze'} />,
      onClick: () => away.mutate(!isAway),
    },
    { type: 'divider' },
    {
      key: 'notifications',
      label: unread > 0 ? `${t.notifications} · ${unread > 98 ? '99+' : unread}` : t.notifications,
      icon: <Icon name="notifications" />,
      onClick: () => void navigate('/notifications'),
    },
    { key: 'care', label: t.care, icon: <Icon name="customers" />, onClick: () => void navigate('/care') },
    { key: 'surveys', label: t.surveys, icon: <Icon name="note" />, onClick: () => void navigate('/surveys') },
    { key: 'articles', label: t.articles, icon: <Icon name="articles" />, onClick: () => void navigate('/articles') },
    ...(mayManage
      ? [
          {
            key: 'understanding',
            label: t.understanding,
            icon: <Icon name="understanding" />,
            onClick: () => void navigate('/understanding'),
          },
        ]
      : []),
    { key: 'levels', label: t.levels, icon: <Icon name="clock" />, onClick: () => void navigate('/levels') },
    ...(mayManage
      ? [
          {
            key: 'settings',
            label: t.settings,
            icon: <Icon name="settings" />,
            onClick: () => void navigate('/settings'),
          },
        ]
      : []),
    ...(mayManage
      ? [{ key: 'insights', label: <a href="/insights">{t.insights}</a>, icon: <Icon name="insights" /> }]
      : []),
    { key: 'keys', label: t.keyboard, icon: <Icon name="keyboard" />, onClick: openKeys },
    { type: 'divider' },
    { key: 'language', label: frame.languageOther, onClick: () => choose(language === 'zh' ? 'en' : 'zh') },
    {
      key: 'theme',
      label: frame.theme,
      icon: <Icon name={theme.palette.dark ? 'dark' : 'light'} />,
      children: themes.map((key) => ({ key, label: frame[key], onClick: () => theme.choose(key) })),
    },
    { type: 'divider' },
    { key: 'signOut', label: frame.signOut, icon: <Icon name="signOut" />, onClick: () => void signOut() },
  ];
  return (
    <Dropdown trigger={['click']} placement="topLeft" menu={{ items, selectedKeys: [theme.choice] }}>
      <button
        type="button"
        className="rail-account"
        data-away={isAway ? 'yes' : undefined}
        aria-label={[frame.account, staff.name, ...(isAway ? [t.awayNow] : [])].join(' · ')}
      >
        <span className="avatar">{[...staff.name][0]}</span>
      </button>
    </Dropdown>
  );
}

/** Whether changes arrive by themselves, as a dot with its word. */
export function ConnectionDot(): ReactNode {
  const connection = useConnection();
  const t = useTexts(frameTexts);
  return (
    <Tooltip title={t[connection]} placement="right">
      <span className="connection" data-state={connection} role="status">
        <span className="visually-hidden">{t[connection]}</span>
      </span>
    </Tooltip>
  );
}

/** One's own notifications, with how many are unread. */
function NotificationLink(): ReactNode {
  const t = useTexts(shellTexts);
  const unread = useUnread();
  return (
    <NavLink className={({ isActive }) => `rail-link rail-extra${isActive ? ' active' : ''}`} to="/notifications">
      <Badge count={unread} overflowCount={98} size="small">
        <Icon name="notifications" />
      </Badge>
      <span>{t.notifications}</span>
    </NavLink>
  );
}

/** The desk's areas; at the side where there is room, at the foot on a phone. */
export function Rail({ openKeys }: { openKeys(): void }): ReactNode {
  const { pathname } = useLocation();
  const t = useTexts(shellTexts);
  const frame = useTexts(frameTexts);
  const mayManage = useMay('manager');
  return (
    <nav className="rail" aria-label={t.navigation}>
      <NavLink className="rail-brand" to="/tasks" aria-label={`${frame.product} · ${frame.desk}`}>
        <span className="brand-mark" aria-hidden="true" />
      </NavLink>
      {areas.map((area) => (
        <NavLink
          key={area}
          className={({ isActive }) =>
            linkClass(
              area,
              isActive ||
                (area === 'articles' && isKnowledge.test(pathname)) ||
                (area === 'complaints' && /^\/(?:defects|complaint-settings)/.test(pathname)) ||
                (area === 'tasks' && /^\/(?:task-settings|promises)/.test(pathname)),
            )
          }
          to={`/${area}`}
        >
          <Icon name={area} />
          <span>{t[area]}</span>
        </NavLink>
      ))}
      {mayManage && (
        <NavLink className="rail-link rail-extra" to="/understanding">
          <Icon name="understanding" />
          <span>{t.understanding}</span>
        </NavLink>
      )}
      {mayManage && (
        <a className="rail-link rail-extra" href="/insights">
          <Icon name="insights" />
          <span>{t.insights}</span>
        </a>
      )}
      {mayManage && (
        <NavLink className="rail-link rail-extra" to="/settings">
          <Icon name="settings" />
          <span>{t.settings}</span>
        </NavLink>
      )}
      <span className="rail-space" />
      <NotificationLink />
      <ConnectionDot />
      <Account openKeys={openKeys} />
    </nav>
  );
}
