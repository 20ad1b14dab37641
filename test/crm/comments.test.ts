import { describe, expect, test } from 'vitest';
import { readByKeywords } from '#crm/surveys/comments/keywords.ts';
import { wordsIn } from '#crm/surveys/comments/words.ts';

const about = (comment: string) =>
  Object.fromEntries(readByKeywords(comment).themes.map(({ code, feeling }) => [code, feeling]));

describe('what a comment is about, by keywords', () => {
  test.each<[comment: string, themes: Record<string, string>]>([
    ['等太久了，机器人答非所问', { answer: 'negative', wait: 'negative', person: 'negative' }],
    ['The parcel was late and the agent rude', { attitude: 'negative', delivery: 'negative' }],
    // Praise and blame in one comment, each where it belongs.
    ['东西很好用，就是快递太慢', { quality: 'positive', delivery: 'negative' }],
    ['Patient people, but the kettle still leaks', { attitude: 'positive', quality: 'negative' }],
    // Waiting for a parcel is the parcel's matter.
    ['等了一个星期快递才到', { delivery: 'negative' }],
    ['没有破损，包装很好', { delivery: 'positive' }],
    ['问题没解决', { answer: 'negative' }],
    // What looks like a theme and is none.
    ['贵公司加油', {}],
    ['没用过这个功能', {}],
    ['What kind of day is it', {}],
    ['嗯', {}],
    ['', {}],
  ])('%s', (comment, themes) => expect(about(comment)).toEqual(themes));

  test('praise and blame in equal parts make a comment neither', () => {
    expect(readByKeywords('东西很好用，就是快递太慢').feeling).toBe('neutral');
    expect(readByKeywords('踢皮球，一问三不知').feeling).toBe('negative');
    expect(readByKeywords('秒回，很贴心').feeling).toBe('positive');
  });
});

describe('words', () => {
  test('are cut as Chinese is, and those that say nothing are left out', () => {
    expect(wordsIn(['这个加湿器漏水了，客服很好', '加湿器的声音太大', '我的加湿器又漏水'])).toEqual([
      { word: '加湿器', n: 3 },
      { word: '漏水', n: 2 },
    ]);
  });

  test.each<[comment: string, words: string[]]>([
    ['这个吹风机不好用', ['不好用', '吹风机']],
    ['不是很满意', ['不满意']],
    ['问题没有解决', ['没解决']],
    ['插上充不进电，用不了', ['充不进', '用不了']],
    ['太贵了', ['太贵']],
    ['不贵', ['不贵']],
    ['还没收到', ['没收到']],
    // A negation ends with its part of the sentence.
    ['不，加湿器', ['加湿器']],
    ['好不好', []],
    ['不好意思，谢谢客服', []],
    ["The lid doesn't close", ['lid', 'not close']],
    ['not very helpful, never arrived', ['never arrived', 'not helpful']],
  ])('keep a negation whole: %s', (comment, words) =>
    expect(
      wordsIn([comment, comment])
        .map(({ word }) => word)
        .sort(),
    ).toEqual(words.sort()),
  );

  test('of one meaning are counted together, however they are negated or inflected', () => {
    expect(wordsIn(['不满意', '不太满意', '不是很满意'])).toEqual([{ word: '不满意', n: 3 }]);
    expect(wordsIn(['leaking', 'it leaks', 'still leaking'])).toEqual([{ word: 'leaking', n: 3 }]);
  });
});
