import { Badge, Dropdown, type MenuProps, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { Link, NavLink, useLocation, useNavigate } from 'react-router';
import { Icon } from '../frame/icons.tsx';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { useConnection } from '../frame/live.ts';
import { useMay, useSignOut, useStaff } from '../frame/session.tsx';
import { type ThemeChoice, useTheme } from '../frame/theme.tsx';
import { frameTexts } from '../i18n/frame.ts';
import { roleNames } from '../i18n/names.ts';
import { shellTexts } from '../i18n/shell.ts';
import { useUnread } from '../queries/notifications.ts';
import { useAway, useMyPresence } from '../queries/presence.ts';
import { type Area, areas, isIn } from './areas.ts';

function Account({ openKeys }: { openKeys(): void }): ReactNode {
  const staff = useStaff();
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

/** The areas that the one who is signed in may see. */
function useAreas(): Area[] {
  const ranks = { staff: useMay('staff'), manager: useMay('manager'), administrator: useMay('administrator') };
  return areas.filter((area) => ranks[area.for ?? 'staff']);
}

function AreaLink({ area }: { area: Area }): ReactNode {
  const t = useTexts(shellTexts);
  const unread = useUnread();
  const { pathname } = useLocation();
  const { key, to, first, outside } = area;
  const active = !outside && isIn(area, pathname);
  const className = `rail-link${first ? '' : ' rail-extra'}${active ? ' active' : ''}`;
  const shown = (
    <>
      <Badge count={key === 'notifications' ? unread : 0} overflowCount={98} size="small">
        <Icon name={key} />
      </Badge>
      <span>{t[key]}</span>
    </>
  );
  return outside ? (
    <a className={className} href={to}>
      {shown}
    </a>
  ) : (
    <Link className={className} to={to} aria-current={active ? 'page' : undefined}>
      {shown}
    </Link>
  );
}

/** On a phone, what does not stand at the foot. */
function MoreAreas(): ReactNode {
  const t = useTexts(shellTexts);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const unread = useUnread();
  const behind = useAreas().filter(({ first }) => !first);
  const here = behind.find((area) => !area.outside && isIn(area, pathname));
  const items: MenuProps['items'] = behind.map(({ key, to, outside }) => ({
    key,
    icon: <Icon name={key} />,
    label: outside ? (
      <a href={to}>{t[key]}</a>
    ) : key === 'notifications' && unread > 0 ? (
      `${t[key]} · ${unread > 98 ? '99+' : unread}`
    ) : (
      t[key]
    ),
    onClick: () => {
      if (!outside) void navigate(to);
    },
  }));
  return (
    <Dropdown trigger={['click']} placement="top" menu={{ items }}>
      <button type="button" className={`rail-link rail-more${here ? ' active' : ''}`}>
        <Badge dot={unread > 0}>
          <Icon name="more" />
        </Badge>
        <span>{t.moreAreas}</span>
      </button>
    </Dropdown>
  );
}

/** The desk's areas; at the side where there is room, on a phone at the foot with the rest behind “more”. */
export function Rail({ openKeys }: { openKeys(): void }): ReactNode {
  const t = useTexts(shellTexts);
  const frame = useTexts(frameTexts);
  return (
    <nav className="rail" aria-label={t.navigation}>
      <NavLink className="rail-brand" to="/tasks" aria-label={`${frame.product} · ${frame.desk}`}>
        <span className="brand-mark" aria-hidden="true" />
      </NavLink>
      <div className="rail-areas">
        {useAreas().map((area) => (
          <AreaLink key={area.key} area={area} />
        ))}
        <MoreAreas />
      </div>
      <ConnectionDot />
      <Account openKeys={openKeys} />
    </nav>
  );
}
