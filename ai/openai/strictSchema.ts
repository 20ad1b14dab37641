/**
 * Whether a JSON schema may be sent as strict: every object must list all its properties as required and forbid others
 * (OpenAI's rule for structured outputs). A schema with optional properties is sent as a wish and checked here afterwards.
 */
export function isStrict(schema: unknown): boolean {
  if (Array.isArray(schema)) return schema.every(isStrict);
  if (typeof schema !== 'object' || schema === null) return true;
  const { type, properties, required, additionalProperties } = schema as Record<string, unknown>;
  if (type === 'object') {
    const names = Object.keys((properties as object | undefined) ?? {});
    const listed = new Set((required as string[] | undefined) ?? []);
    if (additionalProperties !== false || names.some((name) => !listed.has(name))) return false;
  }
  return Object.values(schema).every(isStrict);
}
