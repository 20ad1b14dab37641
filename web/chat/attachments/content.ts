/** A card's content as it comes: an object of unknown fields, or nothing. */
export type Content = Partial<Record<string, unknown>>;

/** The content as an object; a JSON text is read (some channels wrap cards so). */
export function readContent(content: unknown): Content {
  if (typeof content === 'string') {
    try {
      return readContent(JSON.parse(content));
    } catch {
      return {};
    }
  }
  return typeof content === 'object' && content !== null ? (content as Content) : {};
}

/** A field as text; numbers count, anything else is absent. */
export function readText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A field as a list of objects. */
export function readList(value: unknown): Content[] {
  return Array.isArray(value) ? value.filter((item): item is Content => typeof item === 'object' && item !== null) : [];
}
