type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** The path of a report with what is asked for. Nothing said is left out; an empty value is one: what is not known. */
export function reportPath(path: string, query: Query): string {
  const values = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return `${path}?${new URLSearchParams(values)}`;
}
