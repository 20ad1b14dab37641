import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswerer } from '#ai/answerer.ts';
import { createSearchIndex } from '#ai/searchIndex.ts';
import { sentencesOf } from '#ai/sentences.ts';

const articles = [
  {
    id: 'descale',
    language: 'zh' as const,
    title: '加湿器怎样除水垢',
    body: '## 步骤\n\n每两周清洗一次水箱。用柠檬酸泡三十分钟，再冲净。水垢多的地区换用纯净水。',
  },
  {
    id: 'filter',
    language: 'zh' as const,
    title: '净化器滤芯多久换',
    body: '一般六个月更换一次滤芯。灯变红时请马上换。',
  },
  {
    id: 'returns',
    language: 'zh' as const,
    title: '七天无理由退货',
    body: '收到商品七天内可以退货。拆封的护肤品除外。运费由我们承担。',
  },
  {
    id: 'descale-en',
    language: 'en' as const,
    title: 'Descaling the humidifier',
    body: 'Soak the tank in citric acid for thirty minutes every two weeks. Then rinse it.',
  },
  {
    id: 'returns-en',
    language: 'en' as const,
    title: 'Returning goods',
    body: 'You may send goods back within seven days. Opened skincare is excepted. We pay the postage.',
  },
];
const index = createSearchIndex();
for (const article of articles) index.put(article);
const answerer = createAnswerer({ index });

function ask(question: string, facts: { documentId: string; title: string; sentence: string }[] = []) {
  const passages = index.search(question).map(({ id }) => {
    const { title, body, language } = articles.find((article) => article.id === id)!;
    return { documentId: id, title, text: body, language };
  });
  return answerer.answer({ question, passages, facts });
}

describe('an answer', () => {
  it.each([
    ['滤芯多久换一次？', 'filter', '六个月'],
    ['加湿器的水垢怎么除', 'descale', '柠檬酸'],
    ['退货运费谁出', 'returns', '运费由我们承担'],
    ['how do I descale the humidifier?', 'descale-en', 'citric acid'],
    ['can I send goods back', 'returns-en', 'seven days'],
  ])('to %s cites %s', (question, id, words) => {
    const answer = ask(question);
    expect(answer?.citations[0]?.documentId).toBe(id);
    expect(answer?.text).toContain(words);
  });

  it('is made of its citations, each word for word in its source', () => {
    const answer = ask('滤芯多久换一次？')!;
    expect(answer.text).toBe(answer.citations.map(({ sentence }) => sentence).join(''));
    for (const { documentId, sentence } of answer.citations) {
      expect(articles.find(({ id }) => id === documentId)!.body).toContain(sentence);
    }
  });

  it('speaks the language of the question', () => {
    expect(ask('how do I descale the humidifier?')?.text).not.toMatch(/\p{Script=Han}/u);
  });

  it('prefers the facts of the catalogue', () => {
    const sentence = '静音加湿器的功率是 25 瓦。';
    expect(
      ask('静音加湿器功率多少', [{ documentId: 'S200', title: '静音加湿器', sentence }])?.citations[0]?.sentence,
    ).toBe(sentence);
  });

  it.each([
    '今天股市怎么样',
    '北京到上海的高铁几点',
    'who won the world cup',
    'what is the capital of France',
    '你好',
    '???',
    '',
    '怎么样',
  ])('to %s is: I do not know', (question) => {
    expect(ask(question)).toBeNull();
  });

  it('never says what no passage says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('滤芯', '退货', '水垢', 'tank', 'goods', '月亮', 'skincare'),
        fc.constantFrom('多久', '怎么办', 'how', '运费'),
        (a, b) => {
          const answer = ask(`${a} ${b}`);
          for (const { documentId, sentence } of answer?.citations ?? []) {
            expect(articles.find(({ id }) => id === documentId)!.body).toContain(sentence);
          }
        },
      ),
    );
  });
});

it('cuts markdown into plain sentences', () => {
  expect(
    sentencesOf('# 标题\n\n第一句。**第二句**！\n- 列表一\n1. [列表二](x)\n\nVersion 2.5 is out. It works! "Yes."'),
  ).toEqual(['第一句。', '第二句！', '列表一', '列表二', 'Version 2.5 is out.', 'It works!', '"Yes."']);
});
