import { theme as antdTheme, type ConfigProviderProps } from 'antd';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { browserStore } from '../../kit/storage.ts';

/** What a person may choose; `system` follows the device. */
export type ThemeChoice = 'light' | 'dark' | 'system';

/** Colours of web/kit/tokens.css as the browser resolved them, for what cannot read CSS variables (antd's palettes, charts). */
export interface Palette {
  dark: boolean;
  color(token: string): string;
}

const storageKey = 'zhiyin.theme';
const store = browserStore(() => window.localStorage);
const darkQuery = '(prefers-color-scheme: dark)';
const stillQuery = '(prefers-reduced-motion: reduce)';

function readPalette(dark: boolean): Palette {
  const probe = document.createElement('span');
  const known = new Map<string, string>();
  return {
    dark,
    color(token) {
      const found = known.get(token);
      if (found) return found;
      probe.style.color = `var(--${token})`;
      document.body.append(probe);
      const value = getComputedStyle(probe).color;
      probe.remove();
      known.set(token, value);
      return value;
    },
  };
}

interface ThemeState {
  choice: ThemeChoice;
  choose(choice: ThemeChoice): void;
  palette: Palette;
  /** The device asks for less motion. */
  still: boolean;
}

const ThemeContext = createContext<ThemeState | null>(null);

function storedChoice(): ThemeChoice {
  const stored = store.get(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function applyChoice(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
}

/** Whether the device answers this media query, followed while it changes. */
function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const changed = (): void => setMatches(media.matches);
    media.addEventListener('change', changed);
    return () => media.removeEventListener('change', changed);
  }, [query]);
  return matches;
}

/** Light or dark: as chosen in this browser, else as the device is. Writes `data-theme` on <html> for tokens.css. */
export function ThemeProvider({ children }: { children: ReactNode }): ReactNode {
  const [choice, setChoice] = useState<ThemeChoice>(storedChoice);
  const systemDark = useMedia(darkQuery);
  const still = useMedia(stillQuery);
  const state = useMemo<ThemeState>(() => {
    applyChoice(choice);
    return {
      choice,
      choose: (next) => {
        if (next === 'system') store.remove(storageKey);
        else store.set(storageKey, next);
        setChoice(next);
      },
      palette: readPalette(choice === 'system' ? systemDark : choice === 'dark'),
      still,
    };
  }, [choice, systemDark, still]);
  return <ThemeContext value={state}>{children}</ThemeContext>;
}

/** The theme of the page and how to change it. */
export function useTheme(): ThemeState {
  const state = useContext(ThemeContext);
  if (!state) throw new Error('useTheme is used outside of ThemeProvider');
  return state;
}

/** antd's theme, made of the same tokens as our own style sheets; `still` takes every movement out of it. */
export function antdThemeOf(palette: Palette, still: boolean): NonNullable<ConfigProviderProps['theme']> {
  const { color, dark } = palette;
  const family = getComputedStyle(document.body).fontFamily;
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: color('accent'),
      colorLink: color('accent'),
      colorLinkHover: color('accent-strong'),
      colorInfo: color('accent'),
      colorError: color('danger'),
      colorWarning: color('star'),
      colorSuccess: color('accent'),
      colorText: color('text'),
      colorTextSecondary: color('text-soft'),
      colorTextTertiary: color('text-soft'),
      colorTextDescription: color('text-soft'),
      colorTextPlaceholder: color('text-soft'),
      colorTextLightSolid: color('on-accent'),
      colorBgContainer: color('surface'),
      colorBgElevated: color('surface-raised'),
      colorBgLayout: color('ground'),
      colorBorder: color('line'),
      colorBorderSecondary: color('line'),
      colorSplit: color('line'),
      fontFamily: family,
      fontSize: 14,
      borderRadius: 8,
      controlHeight: 36,
      wireframe: false,
      ...(still ? { motion: false, motionBase: 0, motionUnit: 0 } : {}),
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Input: { activeShadow: 'none' },
      Segmented: { trackBg: color('surface-sunken'), itemSelectedBg: color('surface-raised') },
      Tooltip: { colorTextLightSolid: '#ffffff', colorBgSpotlight: dark ? '#3a4341' : '#28312f' },
      Rate: { starColor: color('star') },
    },
  };
}
