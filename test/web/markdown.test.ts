import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '#web/chat/markdown/blocks.ts';
import { Markdown } from '#web/chat/markdown/Markdown.ts';
import type { Node } from '#web/chat/markdown/tree.ts';

const html = (text: string) =>
  renderToStaticMarkup(createElement(Markdown, { text })).replace(/^<div class="markdown">|<\/div>$/g, '');

describe('what answers are written in', () => {
  it.each([
    ['a line', '<p>a line</p>'],
    ['one\ntwo', '<p>one<br/>two</p>'],
    ['one\n\ntwo', '<p>one</p><p>two</p>'],
    ['请**不要用水**冲洗', '<p>请<strong>不要用水</strong>冲洗</p>'],
    ['*soft* and ~~old~~', '<p><em>soft</em> and <del>old</del></p>'],
    ['**bold *and* soft**', '<p><strong>bold <em>and</em> soft</strong></p>'],
    ['snake_case_name, 3 * 4 * 5', '<p>snake_case_name, 3 * 4 * 5</p>'],
    ['use `npm <ci>`', '<p>use <code>npm &lt;ci&gt;</code></p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2. b\n   - c', '<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>'],
    ['3. c', '<ol start="3"><li>c</li></ol>'],
    ['步骤：\n1、断电\n2、擦干', '<p>步骤：</p><ol><li>断电</li><li>擦干</li></ol>'],
    ['## Care', '<h3>Care</h3>'],
    ['> kept\n> warm', '<blockquote><p>kept<br/>warm</p></blockquote>'],
    ['---', '<hr/>'],
    ['```\n<b>*x*</b>\n```', '<pre><code>&lt;b&gt;*x*&lt;/b&gt;</code></pre>'],
    ['\\*not soft\\*', '<p>*not soft*</p>'],
    [
      '[手册](https://example.com/a "t")',
      '<p><a href="https://example.com/a" target="_blank" rel="noopener noreferrer">手册</a></p>',
    ],
    ['[here](/products/1)', '<p><a href="/products/1">here</a></p>'],
    ['[x](javascript:alert(1))', '<p>x)</p>'],
    [
      '![cat](https://example.com/c.png)',
      '<p><a href="https://example.com/c.png" target="_blank" rel="noopener noreferrer">cat</a></p>',
    ],
    [
      '见 https://example.com/a。谢谢',
      '<p>见 <a href="https://example.com/a" target="_blank" rel="noopener noreferrer">https://example.com/a</a>。谢谢</p>',
    ],
    [
      'ask a.b@example.com.',
      '<p>ask <a href="mailto:a.b@example.com" target="_blank" rel="noopener noreferrer">a.b@example.com</a>.</p>',
    ],
    [
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '<div class="table" tabindex="0"><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>',
    ],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('shows every character of plain text', () => {
    expect(html('<img src=x onerror=alert(1)>')).toBe('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
  });
});

/** Text made of the pieces that attacks are made of. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(1)>',
        '" onmouseover="alert(1)',
        '[a](javascript:alert(1))',
        '[a](JaVaScRiPt:alert(1) "t")',
        '[a](\u0001javascript:alert(1))',
        '[a](java\nscript:alert(1))',
        '[a](data:text/html,<script>)',
        '[a](//evil.example)',
        '[a](/\\evil.example)',
        '![a](vbscript:x)',
        '[a](https://e.example/"onclick="x)',
        '**',
        '_',
        '`',
        '```\n',
        '[',
        '](',
        ')',
        '\n',
        '\n- ',
        '\n> ',
        '\n1. ',
        '|',
        '\n|-|-|\n',
        '\\',
        'https://',
        '#',
      ),
      fc.string({ maxLength: 12, unit: 'binary' }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('whatever a message contains', () => {
  it('makes only known elements, links only to known schemes, and no other attribute', () => {
    const { document } = new JSDOM('').window;
    fc.assert(
      fc.property(hostile, (text) => {
        const holder = document.createElement('div');
        holder.innerHTML = html(text);
        for (const found of holder.querySelectorAll('*')) {
          expect(found.tagName).toMatch(
            /^(P|STRONG|EM|DEL|CODE|PRE|A|BR|HR|UL|OL|LI|BLOCKQUOTE|H3|H4|TABLE|THEAD|TBODY|TR|TH|TD|DIV)$/,
          );
          for (const { name } of found.attributes) expect(name).toMatch(/^(href|target|rel|start|class|tabindex)$/);
          const href = found.getAttribute('href');
          if (href !== null) expect(href).toMatch(/^(https?:|mailto:|tel:|\/(?![/\\]))/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('loses no word', () => {
    const words = (nodes: Node[]): string =>
      nodes.map((node) => (typeof node === 'string' ? node : words(node.children))).join('');
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z一-龥]{1,8}$/), { minLength: 1 }), (said) => {
        expect(words(parseMarkdown(said.join(' ')))).toBe(said.join(' '));
      }),
    );
  });

  it('is read in time proportional to its length: nothing here would end if it were not', () => {
    for (const piece of ['**', '[', '[](', '> ', '_a', '`a', '![', 'a@', '\n- ', '|\n|-\n']) {
      expect(parseMarkdown(piece.repeat(100_000))).toBeDefined();
    }
  });
});
