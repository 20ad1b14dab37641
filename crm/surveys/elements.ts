/** A JSON object of a definition. */
export type Json = Record<string, unknown>;

/** A question of a definition: where it stands, and the conditions of the pages and panels around it. */
export interface Element {
  path: string;
  json: Json;
  type: string;
  name: string;
  around: string[];
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The questions in the order in which they are asked; panels are opened, whatever is no object is passed over. */
export function elementsOf(definition: Json): Element[] {
  const found: Element[] = [];
  const walk = (list: unknown, path: string, around: string[]) => {
    if (!Array.isArray(list)) return;
    for (const [i, json] of list.entries()) {
      if (!isObject(json)) continue;
      const at = `${path}[${i}]`;
      const own = typeof json.visibleIf === 'string' ? [json.visibleIf] : [];
      if (json.type === 'panel') walk(json.elements, `${at}.elements`, [...around, ...own]);
      else {
        const [type, name] = [json.type, json.name].map((text) => (typeof text === 'string' ? text : ''));
        found.push({ path: at, json, type: type!, name: name!, around });
      }
    }
  };
  if (Array.isArray(definition.pages))
    for (const [i, page] of definition.pages.entries())
      if (isObject(page)) {
        const around = typeof page.visibleIf === 'string' ? [page.visibleIf] : [];
        walk(page.elements, `pages[${i}].elements`, around);
      }
  walk(definition.elements, 'elements', []);
  return found;
}

/** The questions that an expression looks at: `{score}`, `{food.lunch}`, `{words[0]}`. */
export const namesIn = (expression: string): string[] =>
  [...expression.matchAll(/\{([^{}]+)\}/g)].map(([, inside]) => inside!.trim().replace(/^#/, ''));
