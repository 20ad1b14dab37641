/** Something to choose, under its name. */
export interface Choice {
  value: string;
  label: string;
}

/** What exists, and after it what is stored and does not: nothing that a survey asks by is hidden. Undefined: not known yet, then keys stand for themselves. */
export function withStored(
  existing: readonly Choice[] | undefined,
  stored: readonly string[],
  gone: (key: string) => string,
): Choice[] {
  const known = new Set(existing?.map(({ value }) => value));
  const others = stored.filter((key) => !known.has(key));
  return [...(existing ?? []), ...others.map((key) => ({ value: key, label: existing ? gone(key) : key }))];
}
