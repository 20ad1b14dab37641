/** Markdown's marks, which are not for reading aloud: headings, emphasis, links, list bullets. */
const plain = (markdown: string): string =>
  markdown
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)/g, '')
    .trim();

/** The sentences of a markdown text as plain text, headings left out; a list's entry counts as a sentence. */
export function sentencesOf(markdown: string): string[] {
  const sentences: string[] = [];
  for (const line of markdown.split(/\n+/)) {
    if (/^\s*(?:#{1,6}\s|[-=]{3,}\s*$)/.test(line)) continue;
    const text = plain(line.replace(/^\s*(?:[-*+]|\d+[.)、])\s+/, ''));
    for (const part of text.split(/(?<=[。！？!?；;])(?=[^”’」』）)])|(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“])/u)) {
      if (/[\p{L}\p{N}]/u.test(part)) sentences.push(part.trim());
    }
  }
  return sentences;
}
