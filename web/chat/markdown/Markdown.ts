import { createElement, Fragment, type ReactNode } from 'react';
import { parseMarkdown } from './blocks.ts';
import type { Node } from './tree.ts';

/** Shows Markdown as elements of its own tree; text in it never becomes HTML. */
export function Markdown({ text }: { text: string }): ReactNode {
  return createElement('div', { className: 'markdown' }, ...render(parseMarkdown(text)));
}

function render(nodes: Node[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (typeof node === 'string') return createElement(Fragment, { key: index }, node);
    const { tag, href, start } = node;
    const children = render(node.children);
    if (tag === 'a') {
      const external = href?.startsWith('/') ? {} : { target: '_blank', rel: 'noopener noreferrer' };
      return createElement('a', { key: index, href, ...external }, ...children);
    }
    if (tag === 'table') {
      // Wide tables scroll by themselves, reachable by keyboard.
      return createElement(
        'div',
        { key: index, className: 'table', tabIndex: 0 },
        createElement('table', null, ...children),
      );
    }
    return createElement(tag, start === undefined ? { key: index } : { key: index, start }, ...children);
  });
}
