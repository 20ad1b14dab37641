import { useMemo } from 'react';
import { type Formats, useFormats as useDeskFormats } from '../desk/frame/formats.ts';
import { useMetricWords } from './surveys/figures.ts';

/** How the pages of insights write: as the desk does, but shares by the one definition of metrics, with one digit; `tick`: whole, beside a chart. */
export function useFormats(): Formats & { tick(share: number): string } {
  const formats = useDeskFormats();
  const { share, tick } = useMetricWords('csat');
  return useMemo(() => ({ ...formats, percent: share, tick }), [formats, share, tick]);
}
