import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlight, snippet } from '#ai/highlight.ts';
import { withinOneEdit } from '#ai/search/withinOneEdit.ts';
import { createSearchIndex, type SearchDocument } from '#ai/searchIndex.ts';

const articles: SearchDocument[] = [
  {
    id: 'descale',
    language: 'zh',
    title: '加湿器怎样除水垢',
    body: '每两周用柠檬酸泡三十分钟，再冲净。水垢多的地区换用纯净水。',
  },
  { id: 'filter', language: 'zh', title: '净化器滤芯多久换', body: '一般六个月更换一次滤芯，灯变红时请马上换。' },
  { id: 'returns', language: 'zh', title: '七天无理由退货', body: '收到商品七天内可以退货，拆封的护肤品除外。' },
  {
    id: 'descale-en',
    language: 'en',
    title: 'Descaling the humidifier',
    body: 'Soak the tank in citric acid for thirty minutes every two weeks, then rinse.',
  },
  {
    id: 'returns-en',
    language: 'en',
    title: 'Returning goods',
    body: 'You may send goods back within seven days. Opened skincare is excepted.',
  },
];

function filled(synonyms: string[][] = []) {
  const index = createSearchIndex({ synonyms });
  for (const article of articles) index.put(article);
  return index;
}
const first = (query: string, index = filled()) => index.search(query)[0]?.id;

describe('search', () => {
  it.each([
    ['水垢怎么清', 'descale'],
    ['滤芯要多久换一次', 'filter'],
    ['可以退货吗', 'returns'],
    ['加濕器的水垢', 'descale'],
    ['how do I descale my humidifiers', 'descale-en'],
    ['humidifer descaling', 'descale-en'],
    ['returning opened skincare', 'returns-en'],
  ])('%s finds %s', (query, id) => {
    expect(first(query)).toBe(id);
  });

  it('finds nothing where nothing is', () => {
    expect(filled().search('spaceship')).toEqual([]);
    expect(filled().search('')).toEqual([]);
    expect(createSearchIndex().search('退货')).toEqual([]);
  });

  it('keeps to a language, a limit and what is accepted', () => {
    const index = filled();
    expect(index.search('humidifier 加湿器', { language: 'zh' }).every(({ id }) => !id.endsWith('-en'))).toBe(true);
    expect(index.search('seven days 七天', { limit: 1 })).toHaveLength(1);
    expect(index.search('退货', { accept: (id) => id !== 'returns' }).map(({ id }) => id)).not.toContain('returns');
  });

  it('weighs titles above bodies', () => {
    const index = createSearchIndex();
    index.put({ id: 'body', language: 'en', title: 'Care', body: 'kettle and other things of the same kind' });
    index.put({ id: 'title', language: 'en', title: 'Kettle', body: 'care and other things of the same kind and' });
    expect(first('kettle', index)).toBe('title');
  });

  it('takes synonyms both ways, also phrases', () => {
    const index = filled([
      ['退货', 'send back', '退回去'],
      ['水垢', '茶锈'],
    ]);
    expect(first('茶锈', index)).toBe('descale');
    expect(first('想退回去', index)).toBe('returns');
    index.setSynonyms([]);
    expect(index.search('茶锈')[0]?.coverage ?? 0).toBeLessThan(0.5);
  });

  it('says how much of the question it found, and which words', () => {
    const [hit] = filled().search('滤芯多久换');
    expect(hit).toMatchObject({ id: 'filter', coverage: 1 });
    expect(hit!.terms).toContain('滤芯');
    expect(filled().search('滤芯能吃吗')[0]!.coverage).toBeLessThan(1);
  });

  it('counts an edit at once', () => {
    const index = filled();
    index.put({ id: 'returns', language: 'zh', title: '退换货', body: '三十天内都可以。' });
    expect(index.size).toBe(articles.length);
    expect(index.search('护肤品', { language: 'zh' })).toEqual([]);
    expect(first('三十天', index)).toBe('returns');
    expect(index.remove('returns')).toBe(true);
    expect(index.remove('returns')).toBe(false);
    expect(index.search('退换货').map(({ id }) => id)).not.toContain('returns');
  });
});

it('after any edits it is the index that was built from what is left', () => {
  const word = fc.constantFrom('滤芯', '退货', '水垢', 'kettle', 'towels', 'humidifier', '毛巾', '保修');
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
  const edit = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), title: text, body: text, gone: fc.boolean() });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), text, (edits, query) => {
      const edited = createSearchIndex();
      const left = new Map<string, SearchDocument>();
      for (const { id, title, body, gone } of edits) {
        if (gone) {
          expect(edited.remove(id)).toBe(left.delete(id));
        } else {
          const document = { id, language: 'zh' as const, title, body };
          edited.put(document);
          left.set(id, document);
        }
      }
      const fresh = createSearchIndex();
      for (const document of left.values()) fresh.put(document);
      const shown = (index: typeof fresh) =>
        index
          .search(query, { limit: 99 })
          .map(({ id, score }) => `${score.toFixed(4)} ${id}`)
          .sort();
      expect(edited.size).toBe(left.size);
      expect(shown(edited)).toEqual(shown(fresh));
    }),
  );
});

it('an edit apart is what the definition says', () => {
  const distance = (a: string, b: string): number => {
    const row = (i: number, j: number): number => {
      if (i === 0 || j === 0) return i + j;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? row(i - 2, j - 2) + 1 : 99;
      return Math.min(row(i - 1, j) + 1, row(i, j - 1) + 1, row(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swap);
    };
    return row(a.length, b.length);
  };
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(withinOneEdit(a, b)).toBe(distance(a, b) <= 1);
    }),
    { numRuns: 500 },
  );
});

describe('highlights', () => {
  it('also stand beside signs whose normal form is longer', () => {
    expect(highlight('…80 ℃ 的水垢…', ['水垢'])).toEqual([[7, 9]]);
    const long = `${'每天换水。'.repeat(40)}水垢用柠檬酸。${'每天换水。'.repeat(40)}`;
    const { text, marks } = snippet(long, ['水垢'], 60);
    expect(marks.map(([start, end]) => text.slice(start, end))).toEqual(['水垢']);
  });

  it('marks all forms of the words', () => {
    expect(highlight('Descaling: descale it.', ['descale'])).toEqual([
      [0, 9],
      [11, 18],
    ]);
    expect(highlight('换滤芯，滤芯六个月', ['滤芯'])).toEqual([
      [1, 3],
      [4, 6],
    ]);
  });

  it('shows the part that answers', () => {
    const long = `${'前言。'.repeat(60)}水垢请用柠檬酸。${'后记。'.repeat(60)}`;
    const { text, marks } = snippet(long, ['水垢', '柠檬酸'], 40);
    expect(text).toContain('柠檬酸');
    expect(text.length).toBeLessThanOrEqual(42);
    for (const [start, end] of marks) expect(['水垢', '柠檬酸']).toContain(text.slice(start, end));
  });

  it('marks lie within the text, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        (text, terms) => {
          let last = -1;
          for (const [start, end] of highlight(text, terms)) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
        },
      ),
    );
  });
});
