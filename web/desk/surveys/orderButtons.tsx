import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { surveyTexts } from '../i18n/surveys.ts';

/** Up, down and out: what one does to one of a list. `drop`: its name; undefined: it stays. */
export function OrderButtons<T>(props: {
  list: readonly T[];
  at: number;
  drop: string | undefined;
  change(list: T[]): void;
}): ReactNode {
  const { list, at, drop, change } = props;
  const t = useTexts(surveyTexts);
  const move = (by: number) => {
    const next = [...list];
    next.splice(at + by, 0, ...next.splice(at, 1));
    change(next);
  };
  return (
    <span>
      <Button size="small" type="text" aria-label={t.up} disabled={at === 0} onClick={() => move(-1)}>
        ↑
      </Button>
      <Button size="small" type="text" aria-label={t.down} disabled={at === list.length - 1} onClick={() => move(1)}>
        ↓
      </Button>
      {drop && (
        <Button
          size="small"
          type="text"
          danger
          aria-label={drop}
          onClick={() => change(list.filter((_each, place) => place !== at))}
        >
          ×
        </Button>
      )}
    </span>
  );
}
