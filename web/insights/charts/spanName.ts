import { useCallback } from 'react';
import { useLanguage } from '../../desk/frame/language.tsx';

/** A week by the day it begins with, a month by its name. The date is one of the shop's calendar: no zone is applied. */
export function useSpanName(by: 'week' | 'month'): (from: string) => string {
  const { language } = useLanguage();
  return useCallback(
    (from: string) => {
      const options: Intl.DateTimeFormatOptions =
        by === 'week' ? { month: 'short', day: 'numeric' } : { year: 'numeric', month: 'short' };
      return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { ...options, timeZone: 'UTC' }).format(
        new Date(`${from.slice(0, 10)}T00:00:00Z`),
      );
    },
    [language, by],
  );
}
