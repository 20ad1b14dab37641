/// <reference lib="es2024.string" />
import { MalformedRequest } from './errors.ts';

/** How deep objects and lists may lie in one another in what a client posts. */
export const MAX_DEPTH = 20;

/** Text as PostgreSQL can hold it: no NUL, and U+FFFD in place of half a surrogate pair. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/**
 * A parsed JSON value with clean text in every value and key, and without `__proto__` keys.
 * @throws MalformedRequest when it is nested deeper than MAX_DEPTH.
 */
export function cleanJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) throw new MalformedRequest(`The JSON is nested deeper than ${MAX_DEPTH} levels.`);
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  const clean: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key !== '__proto__') clean[cleanText(key)] = cleanJson(item, depth + 1);
  }
  return clean;
}
