/** The colleagues whom a text names by @ and their name, each once; of names that begin alike the longest counts. */
export function mentionedIn<T extends { name: string }>(text: string, people: readonly T[]): T[] {
  const byLength = [...people].filter(({ name }) => name.trim()).sort((a, b) => b.name.length - a.name.length);
  const lower = text.toLowerCase();
  const found = new Set<T>();
  for (let at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
    const named = byLength.find(({ name }) => lower.startsWith(name.toLowerCase(), at + 1));
    if (!named) continue;
    for (const person of people) if (person.name.toLowerCase() === named.name.toLowerCase()) found.add(person);
  }
  return [...found];
}
