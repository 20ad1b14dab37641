/** The elements a message may consist of; there is no way to name another. */
export type Tag =
  | 'p'
  | 'strong'
  | 'em'
  | 'del'
  | 'code'
  | 'pre'
  | 'a'
  | 'br'
  | 'hr'
  | 'ul'
  | 'ol'
  | 'li'
  | 'blockquote'
  | 'h3'
  | 'h4'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

/** An element; its only attributes are a link's address, already found safe, and an ordered list's first number. */
export interface Element {
  tag: Tag;
  href?: string;
  start?: number;
  children: Node[];
}

/** Text or an element. Text stays text: nothing ever parses it as HTML. */
export type Node = string | Element;

/** Makes an element. */
export function element(tag: Tag, children: Node[] = []): Element {
  return { tag, children };
}
