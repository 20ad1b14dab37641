import { Input } from 'antd';
import { type ReactNode, useState } from 'react';

/** A time of day as people write it (9, 930, 9:30, 9：30) as HH:MM; undefined where it is none. 24:00 ends a day. */
export function timeOfDay(text: string): string | undefined {
  const [, hours = '', minutes = '00'] = /^\s*(\d{1,2})(?:\s*[:：.]?\s*(\d{2}))?\s*$/.exec(text) ?? [];
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : undefined;
}

interface Props {
  label: string;
  /** HH:MM. */
  value: string;
  change(value: string): void;
}

/** A time of day, always with 24 hours, whatever the browser's own field would show. */
export function TimeField({ label, value, change }: Props): ReactNode {
  const [text, setText] = useState<string>();
  const wrong = text !== undefined && !timeOfDay(text);
  return (
    <Input
      className="time-field"
      inputMode="numeric"
      autoComplete="off"
      placeholder="09:00"
      aria-label={label}
      aria-invalid={wrong || undefined}
      status={wrong ? 'error' : undefined}
      value={text ?? value}
      onChange={(event) => {
        setText(event.target.value);
        const time = timeOfDay(event.target.value);
        if (time) change(time);
      }}
      // What is no time gives way to the last one that was.
      onBlur={() => setText(undefined)}
    />
  );
}
