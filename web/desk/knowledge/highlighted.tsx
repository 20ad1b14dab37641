import { Fragment, type ReactNode } from 'react';

/** A text with its marked stretches; `marks` are ranges of UTF-16 units, in order. */
export function Highlighted({
  text,
  marks,
}: {
  text: string;
  marks: readonly (readonly [number, number])[];
}): ReactNode {
  let at = 0;
  const parts = marks.map(([start, end]) => {
    const before = text.slice(at, start);
    at = end;
    return (
      <Fragment key={start}>
        {before}
        <mark>{text.slice(start, end)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
