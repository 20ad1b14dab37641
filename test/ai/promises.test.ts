import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Deadline, findPromises } from '#ai/promises/findPromises.ts';

/** A Wednesday morning. */
const now = Temporal.ZonedDateTime.from('2026-07-15T10:00[Asia/Shanghai]');

/** What is promised, and by when; an empty deadline: no time was said. */
const promises: [said: string, deadline: Deadline][] = [
  ['周五前给您答复', { day: '2026-07-17' }],
  ['我明天下午3点前给您回电', { day: '2026-07-16', time: '15:00' }],
  ['您放心，我们明天一定给您一个说法', { day: '2026-07-16' }],
  ['好的，我们会在3个工作日内退款给您。', { withinWorkdays: 3 }],
  ['一到三个工作日之内给您办好', { withinWorkdays: 3 }],
  ['下个工作日同事会联系您', { withinWorkdays: 1 }],
  ['两小时内帮您查清楚', { withinMinutes: 120 }],
  ['一个半小时内给您回复', { withinMinutes: 90 }],
  ['半小时后我打给您', { withinMinutes: 30 }],
  ['十分钟内联系您', { withinMinutes: 10 }],
  ['我今天下班前联系您', { day: '2026-07-15' }],
  ['下班前给您消息', { day: '2026-07-15' }],
  ['三天内一定给您处理好', { day: '2026-07-18' }],
  ['本周内给您寄出新的滤芯', { fromDay: '2026-07-13', day: '2026-07-19' }],
  ['月底前给您换新', { fromDay: '2026-07-21', day: '2026-07-31' }],
  ['周末前给您弄好', { day: '2026-07-17' }],
  ['师傅后天上午上门给您安装', { day: '2026-07-17', time: '12:00' }],
  ['今晚八点半前给您回信，我答应您一定回复', { day: '2026-07-15', time: '20:30' }],
  ['明天上午我问仓库，下午给您回电话', { day: '2026-07-16' }],
  ['周四10:30前把结果告诉您', { day: '2026-07-16', time: '10:30' }],
  ['明天就可以给您寄出', { day: '2026-07-16' }],
  ['我们尽量周五之前答复您', { day: '2026-07-17' }],
  ['同事会尽快给您回复', {}],
  ['稍后我会联系您', {}],
  ['这边会给您全额退款的', {}],
  ['我会跟进的', {}],
  ["I'll send it tomorrow", { day: '2026-07-16' }],
  ['We will call you back by Friday 5 pm.', { day: '2026-07-17', time: '17:00' }],
  ['I will have it sorted before Monday.', { day: '2026-07-19' }],
  ['A technician will visit you within two working days.', { withinWorkdays: 2 }],
  ['Our team will get back to you in 1-2 business days.', { withinWorkdays: 2 }],
  ["You'll get a replacement by the end of the day.", { day: '2026-07-15' }],
  ["I'll look into it and let you know by EOD.", { day: '2026-07-15' }],
  ["I'll check with the warehouse tomorrow morning.", { day: '2026-07-16', time: '12:00' }],
  ['Sorry about this, I promise to refund it by the end of the week.', { fromDay: '2026-07-13', day: '2026-07-19' }],
  ['Your refund will arrive within five days.', { day: '2026-07-20' }],
  ['We’ll reply within 24 hours.', { withinMinutes: 1440 }],
  ['Let me get back to you in half an hour.', { withinMinutes: 30 }],
  ['You can expect a call by noon tomorrow.', { day: '2026-07-16', time: '13:00' }],
  ["As I said, I'll call you on Thursday.", { day: '2026-07-16' }],
  ["I'll get back to you as soon as possible.", {}],
  ['Someone from support will contact you shortly.', {}],
];

const none = [
  // The customer's part.
  '请您明天给我们回电',
  '麻烦您把照片发给我们',
  '您周五前把发票发给我就行',
  '您可以在三天内联系我们退货',
  'Please call us tomorrow.',
  'You will need to send it back by Friday.',
  'You can send us the photo tomorrow.',
  // Questions and offers.
  '您明天方便接电话吗？',
  '明天下午给您回电可以吗',
  '我明天给您回电，好吗？',
  'Could you send us a photo by Friday?',
  'Shall I call you back tomorrow?',
  // On a condition.
  '如果周五前没收到，我们给您补发',
  '收到退货后3个工作日内给您退款',
  '一有消息就通知您',
  '需要的话我明天给您打电话',
  'If it does not arrive by Friday, we will send another.',
  'We will refund you within three days once we have received the parcel.',
  "I'll let you know as soon as it ships.",
  // Quotes and what others say.
  '您说“周五前给您答复”，是哪位同事说的',
  '快递说明天给您送到',
  '您之前说明天给您回电就行',
  'The courier says it will be delivered tomorrow.',
  'You said you will call us on Friday.',
  'My colleague told you “we will send it tomorrow”.',
  // Past and present.
  '我们已经给您寄出了',
  '昨天给您打过电话',
  '退款上周就给您退回去了',
  '刚给您发了短信',
  '我帮您查一下',
  '稍等，我马上帮您看看',
  'I sent it yesterday.',
  'Let me check that for you.',
  "I'll have a look.",
  // No, perhaps, usually, rules.
  '这个我们没办法给您退款',
  '不好意思，我不能保证周五前给您答复',
  '我们不承诺三天内发货',
  '明天可能会给您答复',
  '一般3个工作日内给您发货',
  '签收后支持7天无理由退货',
  '电热水壶的保修是 24 个月。',
  '您好，很高兴为您服务。',
  "We can't refund it.",
  "We don't promise a reply by Friday.",
  "I won't be able to call you tomorrow.",
  'We usually reply within 24 hours.',
  'It might be sent tomorrow.',
  'Perhaps we will call you on Friday.',
  'The kettle holds 1.7 litres.',
  "I'll be happy to help!",
  'Our shop will be closed on Friday.',
];

/** More of both, written before the rules that read them were: what was missed or wrongly taken then was mended. */
const linesOf = (file: string): { text: string; by: Deadline | null }[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const more = linesOf('promises.jsonl');
/** Written before the rules were last changed, and never looked at one by one: what of them is read says what to expect of new ones. Leave it so. */
const heldOut = linesOf('promisesHeldOut.jsonl');

describe('promises', () => {
  test('in sentences of staff, and none in what customers said, on a condition, negated, past or quoted', () => {
    const wrong = more.filter(({ text, by }) => {
      const found = findPromises(text, now).map(({ text: _words, ...deadline }) => deadline);
      return JSON.stringify(found) !== JSON.stringify(by === null ? [] : [by]);
    });
    expect(wrong).toEqual([]);
  });

  test('of sentences that no rule was made for: most are found, hardly any is taken that is none', () => {
    const [made, not] = [heldOut.filter(({ by }) => by), heldOut.filter(({ by }) => !by)];
    const foundIn = (each: (typeof heldOut)[0]) => findPromises(each.text, now);
    const found = made.filter((each) => foundIn(each).length > 0).length;
    const dated = made.filter(({ by, text }) =>
      foundIn({ by, text }).some(
        (one) => one.day === by?.day && one.time === by?.time && one.withinMinutes === by?.withinMinutes,
      ),
    ).length;
    const wrong = not.filter((each) => foundIn(each).length > 0).length;
    expect([made.length, not.length]).toEqual([70, 100]);
    expect(found).toBeGreaterThanOrEqual(59);
    expect(dated).toBeGreaterThanOrEqual(54);
    expect(wrong).toBeLessThanOrEqual(1);
  });

  test.each(promises)('“%s”', (said, deadline) => {
    const found = findPromises(said, now);
    expect(found).toHaveLength(1);
    const { text, ...rest } = found[0]!;
    expect(said).toContain(text);
    expect(rest).toEqual(deadline);
  });

  test.each(none)('not in “%s”', (said) => {
    expect(findPromises(said, now)).toEqual([]);
  });

  test('several in one message, several in one sentence', () => {
    expect(findPromises('明天给您寄出新的，周五前退款到账。您还有别的问题吗？我会尽快联系师傅。', now)).toEqual([
      { text: '明天给您寄出新的', day: '2026-07-16' },
      { text: '周五前退款到账。', day: '2026-07-17' },
      { text: '我会尽快联系师傅。' },
    ]);
  });
});
