import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { findPromises } from '#ai/promises.ts';

/** A Wednesday morning. */
const now = Temporal.ZonedDateTime.from('2026-07-15T10:00[Asia/Shanghai]');

describe('promises', () => {
  test.each([
    ['周五前给您答复', { day: '2026-07-17' }],
    ['我明天下午3点前给您回电', { day: '2026-07-16', time: '15:00' }],
    ['好的，我们会在3个工作日内退款给您。', { withinWorkdays: 3 }],
    ['两小时内帮您查清楚', { withinMinutes: 120 }],
    ['我今天下班前联系您', { day: '2026-07-15' }],
    ['同事会尽快给您回复', {}],
    ["I'll send it tomorrow", { day: '2026-07-16' }],
    ['We will call you back by Friday 5 pm.', { day: '2026-07-17', time: '17:00' }],
    ['A technician will visit you within two working days.', { withinWorkdays: 2 }],
    ["You'll get a replacement by the end of the day.", { day: '2026-07-15' }],
  ])('“%s”', (said, due) => {
    const found = findPromises(said, now);
    expect(found).toHaveLength(1);
    const { text, ...rest } = found[0]!;
    expect(said).toContain(text.replace(/。$/, ''));
    expect(rest).toEqual(due);
  });

  test.each([
    '请您明天给我们回电',
    '麻烦您把照片发给我们',
    '您明天方便接电话吗？',
    '如果周五前没收到，请联系我们',
    '我们已经给您寄出了',
    '这个我们没办法给您退款',
    '不好意思，我不能保证周五前给您答复',
    '电热水壶的保修是 24 个月。',
    '您好，很高兴为您服务。',
    'Please call us tomorrow.',
    'If you like, we will look at it.',
    'Could you send us a photo by Friday?',
    "We can't refund it.",
    'I sent it yesterday.',
    'The kettle holds 1.7 litres.',
    "I'll be happy to help!",
  ])('not in “%s”', (said) => {
    expect(findPromises(said, now)).toEqual([]);
  });
});
