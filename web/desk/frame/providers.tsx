import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { type ReactNode, useMemo } from 'react';
import { LanguageProvider, useLanguage } from './language.tsx';
import { ApiError } from './request.ts';
import { antdThemeOf, ThemeProvider, useTheme } from './theme.tsx';

/** Whether the API refused because nobody is signed in (any more). */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/**
 * The cache of what the API said. A 401 anywhere means that the session is over: the session's entry is set to null, so that
 * the sign-in appears in the place of the page, at the same address.
 */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => isSignedOut(error) && client.setQueryData(['session'], null) }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      },
      mutations: { onError: (error) => isSignedOut(error) && client.setQueryData(['session'], null) },
    },
  });
  return client;
}

function Configured({ children }: { children: ReactNode }): ReactNode {
  const { language } = useLanguage();
  const { palette, still } = useTheme();
  const theme = useMemo(() => antdThemeOf(palette, still), [palette, still]);
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App className="app" message={{ duration: 4, top: 16 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}

/** What every staff page stands in: language, theme, antd and the cache. */
export function Providers({ client, children }: { client: QueryClient; children: ReactNode }): ReactNode {
  return (
    <LanguageProvider>
      <ThemeProvider>
        <QueryClientProvider client={client}>
          <Configured>{children}</Configured>
        </QueryClientProvider>
      </ThemeProvider>
    </LanguageProvider>
  );
}
