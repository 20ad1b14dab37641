import type { Role } from '../api.ts';
import type { IconName } from '../frame/icons.tsx';
import type { shellTexts } from '../i18n/shell.ts';

/** A part of the desk that the main navigation leads to. */
export interface Area {
  key: IconName & keyof (typeof shellTexts)['zh'];
  to: string;
  /** Who sees it; absent: everybody. */
  for?: Role;
  /** Other addresses that belong to it. */
  also?: RegExp;
  /** On a phone at the foot; the others are behind “more”. */
  first?: true;
  /** A page of its own, outside of the desk. */
  outside?: true;
}

/** The desk's areas, in the order in which they stand. A new one is a line here. */
export const areas: readonly Area[] = [
  { key: 'tasks', to: '/tasks', first: true, also: /^\/(?:task-settings|promises)/ },
  { key: 'conversations', to: '/conversations', first: true },
  { key: 'complaints', to: '/complaints', first: true, also: /^\/(?:defects|complaint-settings)/ },
  { key: 'customers', to: '/customers', first: true },
  { key: 'surveys', to: '/surveys' },
  { key: 'care', to: '/care' },
  { key: 'articles', to: '/articles', also: /^\/(?:gaps|playground|imports)/ },
  { key: 'levels', to: '/levels' },
  { key: 'insights', to: '/insights', for: 'manager', outside: true },
  { key: 'understanding', to: '/understanding', for: 'manager' },
  { key: 'settings', to: '/settings', for: 'manager' },
  { key: 'notifications', to: '/notifications' },
];

/** Whether an address is in the area. */
export const isIn = ({ to, also }: Area, pathname: string): boolean =>
  pathname === to || pathname.startsWith(`${to}/`) || also?.test(pathname) === true;
