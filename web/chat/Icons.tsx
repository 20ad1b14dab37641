import type { ReactNode } from 'react';

const shapes = {
  send: <path d="M12 19V5M5.500 11.500 12 5l6.500 6.500" />,
  attach: (
    <path d="m20 11.500-7.800 7.800a5 5 0 0 1-7-7l8.300-8.300a3.300 3.300 0 0 1 4.700 4.700l-8.300 8.200a1.700 1.700 0 0 1-2.400-2.300l7.600-7.600" />
  ),
  camera: (
    <>
      <path d="M4 8.500A1.500 1.500 0 0 1 5.500 7H8l1.500-2.500h5L16 7h2.500A1.500 1.500 0 0 1 20 8.500v9a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 17.500z" />
      <circle cx="12" cy="13" r="3.300" />
    </>
  ),
  close: <path d="M6 6l12 12M18 6 6 18" />,
  minimise: <path d="m6 9.500 6 6 6-6" />,
  restart: <path d="M12 5v14M5 12h14" />,
  compose: <path d="M12 20h8M4 20h2.500L18.700 7.800a1.800 1.800 0 0 0-2.500-2.500L4 17.500z" />,
  down: <path d="M12 5v14M5.500 12.500 12 19l6.500-6.500" />,
  up: (
    <path d="M7 10.500 11 3a2.400 2.400 0 0 1 2.300 3l-.8 3h5.700a2 2 0 0 1 2 2.400l-1.300 7a2 2 0 0 1-2 1.600H7m0-9.500v9.500m0-9.500H4V20h3" />
  ),
  file: (
    <path d="M13.500 3.500H7A1.500 1.500 0 0 0 5.500 5v14A1.500 1.500 0 0 0 7 20.500h10a1.500 1.500 0 0 0 1.500-1.500V8.500zm0 0v5h5" />
  ),
  alert: <path d="M12 8v5m0 3v.100M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17z" />,
  check: <path d="m5 12.500 4.500 4.500L19 7.500" />,
  clock: <path d="M12 7.500V12l3 2M12 3.500a8.500 8.500 0 1 1 0 17 8.500 8.500 0 0 1 0-17z" />,
  book: (
    <path d="M5 5.500A1.500 1.500 0 0 1 6.500 4H18v13H6.500A1.500 1.500 0 0 0 5 18.500m0-13v13A1.500 1.500 0 0 0 6.500 20H18" />
  ),
  star: (
    <path d="m12 3.600 2.600 5.300 5.800.8-4.200 4.100 1 5.800-5.200-2.700-5.200 2.700 1-5.800-4.200-4.100 5.800-.8z" />
  ),
} satisfies Record<string, ReactNode>;

/** A drawing of the page's one set: outlines of two pixels, in the colour of the text around it. */
export function Icon({
  name,
  filled = false,
  size = 22,
}: {
  name: keyof typeof shapes;
  filled?: boolean;
  size?: number;
}) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.800"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}
