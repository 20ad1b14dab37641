import { createElement, Fragment, type ReactNode } from 'react';
import { parseMarkdown } from '../../chat/markdown/blocks.ts';
import type { Node } from '../../chat/markdown/tree.ts';

function render(nodes: Node[]): ReactNode[] {
  return nodes.map((node, index) => {
    if (typeof node === 'string') return createElement(Fragment, { key: index }, node);
    const children = render(node.children);
    if (node.tag === 'a') {
      return createElement(
        'a',
        { key: index, href: node.href, target: '_blank', rel: 'noopener noreferrer' },
        ...children,
      );
    }
    return createElement(
      node.tag,
      { key: index, ...(node.start === undefined ? {} : { start: node.start }) },
      ...children,
    );
  });
}

/** Shows what the bot wrote, as the customer saw it: React elements only, text in it never becomes HTML. */
export function Markdown({ text }: { text: string }): ReactNode {
  return <div className="markdown">{render(parseMarkdown(text))}</div>;
}
