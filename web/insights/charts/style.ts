import { useMemo } from 'react';
import { useTheme } from '../../desk/frame/theme.tsx';

/** Colours and fonts of charts, of the same tokens as the page. */
export interface ChartStyle {
  accent: string;
  neutral: string;
  text: string;
  soft: string;
  line: string;
  surface: string;
  font: { fontFamily: string; fontSize: number; color: string };
}

export function useChartStyle(): ChartStyle {
  const { palette } = useTheme();
  return useMemo(() => {
    const soft = palette.color('text-soft');
    return {
      accent: palette.color('accent'),
      neutral: palette.color('line-strong'),
      text: palette.color('text'),
      soft,
      line: palette.color('line'),
      surface: palette.color('surface'),
      font: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 12, color: soft },
    };
  }, [palette]);
}
