/** Statements that add up many rows: how they are best done hangs on their values, and to plan them anew costs little beside them. */
const addsUp = /\bGROUP BY\b/;

/** More texts than this are not ours: lists of any length make a new text each, and a server keeps every name for as long as a connection lives. */
const mostNames = 500;

/**
 * Names statements by their text, so that PostgreSQL parses and plans each once a connection instead of at every call: the
 * last statement of a turn and the commands in it would else be planned anew every time. Undefined: run it without a name.
 */
export function createStatementNames(): (query: { sql: string }) => string | undefined {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (addsUp.test(sql)) return undefined;
    const known = names.get(sql);
    if (known || names.size >= mostNames) return known;
    const name = `prisma_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
