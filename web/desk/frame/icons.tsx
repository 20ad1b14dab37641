import type { ReactNode } from 'react';

/** Line icons on a 24-unit grid; every one is decoration beside words or an aria-label. */
const paths = {
  tasks: 'M4 5.5h16v13H4zM4 14h4.5l1.5 2.5h4l1.5-2.5H20',
  conversations: 'M4 5h16v11h-8.5L7 20v-4H4z',
  complaints: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.3v.2',
  customers:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.4c2.2.8 3.5 2.8 3.5 5.6',
  articles: 'M5 4h6.5c.3 0 .5.2.5.5V20c-.8-1-1.8-1.5-3-1.5H5zM19 4h-6.5c-.3 0-.5.2-.5.5V20c.8-1 1.8-1.5 3-1.5h4z',
  gaps: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.3a2.6 2.6 0 1 1 3.7 2.9c-.8.4-1.2.9-1.2 1.8M12 17v.2',
  understanding: 'M4 5h16v11h-8.5L7 20v-4H4zM9 10.5l2.2 2.2L15.5 8.5',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4',
  insights: 'M4 20h16M7 20v-6M12 20V5M17 20v-9',
  surveys: 'M6 4.5h12V20H6zM9.5 3h5v3h-5zM9 10.5l1 1 1.8-2M9 15.5l1 1 1.8-2M14 10.7h2M14 15.7h2',
  care: 'M12 20C6 16 3.5 12.5 3.5 9.2A4.4 4.4 0 0 1 12 7.6a4.4 4.4 0 0 1 8.5 1.6C20.5 12.5 18 16 12 20',
  levels: 'M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16M12 9v4.2l2.6 1.6M9.5 2.5h5',
  notifications: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21.2h4',
  list: 'M4 6h16M4 12h16M4 18h16',
  board: 'M4 5h4.5v14H4zM9.8 5h4.5v9H9.8zM15.5 5H20v11.5h-4.5z',
  calendar: 'M4 6.5h16V20H4zM4 10.5h16M8 4v4M16 4v4',
  filter: 'M4 5h16l-6 7.5V19l-4 1.5v-8z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14M16 16l4.5 4.5',
  back: 'M14.5 5 8 12l6.5 7',
  close: 'M6 6l12 12M18 6 6 18',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 7v5.3l3.3 2',
  late: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 7.3v5.2M12 16.3v.2',
  pause: 'M8.5 5v14M15.5 5v14',
  check: 'M5 12.5 10 17.5 19.5 7',
  hand: 'M8 12V6.5a1.5 1.5 0 0 1 3 0V11M11 11V5a1.5 1.5 0 0 1 3 0v6M14 11V6.5a1.5 1.5 0 0 1 3 0v6M17 9.5a1.5 1.5 0 0 1 3 0V14c0 4-2.5 6.5-6.5 6.5-3.3 0-5-1.5-6.5-4L4.7 13.3c-.9-1.6 1-2.8 2.1-1.5L8 13.5',
  snooze: 'M19.5 14.5A8 8 0 1 1 9.5 4.5a6.5 6.5 0 0 0 10 10M15 4h5l-5 5.5h5',
  note: 'M5 4h14v16H5zM8.5 9h7M8.5 13h7M8.5 17h4',
  phone: 'M5 4h4l1.5 5-2.3 1.7a12 12 0 0 0 5.1 5.1L15 13.5l5 1.5v4c0 .6-.5 1-1 1C11.3 20 4 12.7 4 5c0-.6.4-1 1-1',
  bot: 'M5 9h14v10H5zM12 9V5M12 5.2V4M9.5 13.5v1.5M14.5 13.5v1.5M2.5 12.5v3M21.5 12.5v3',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.5 20.5c0-4 3.3-6.5 7.5-6.5s7.5 2.5 7.5 6.5',
  light:
    'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  dark: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5',
  keyboard: 'M3 7h18v11H3zM7 11v.2M11 11v.2M15 11v.2M18 11v.2M8 14.8h8',
  signOut: 'M10 4H5v16h5M14 8l4.5 4-4.5 4M9 12h9',
  more: 'M6 12v.1M12 12v.1M18 12v.1',
  file: 'M6 3h8l4 4.5V21H6zM14 3v5h4',
  send: 'M4 12 20 4.5 15.5 20 12 13zM12 13l8-8.5',
  gift: 'M4 10h16v4H4zM5.5 14h13v7h-13zM12 10v11M12 10C9 10 6.5 9 7 6.5S11.5 5.5 12 10M12 10c3 0 5.5-1 5-3.5S12.5 5.5 12 10',
  heart: 'M12 20C6 16 3.5 12.5 3.5 9.2A4.4 4.4 0 0 1 12 7.6a4.4 4.4 0 0 1 8.5 1.6C20.5 12.5 18 16 12 20',
  plus: 'M12 5v14M5 12h14',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7L12 17.7',
  quote: 'M5 17V11c0-2.5 1.5-4 4-4.5M14 17v-6c0-2.5 1.5-4 4-4.5M5 11.5h4V17H5M14 11.5h4V17h-4',
} as const;

export type IconName = keyof typeof paths;

/** An icon of the text's colour and size (1.25 em unless told). */
export function Icon({ name, size }: { name: IconName; size?: number }): ReactNode {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      aria-hidden="true"
      style={size ? { width: size, height: size } : undefined}
    >
      <path d={paths[name]} />
    </svg>
  );
}
