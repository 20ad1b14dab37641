import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nextStates as statesOfBusiness } from '#crm/complaints/complaint.ts';
import { nextStates } from '#web/desk/complaints/nextStates.ts';
import { staffAddress } from '#web/desk/complaints/staffAddress.ts';
import { messageOf } from '#web/desk/conversations/messageOf.ts';
import { fieldTime, fieldValue, presets, presetTime } from '#web/desk/tasks/snoozeTimes.ts';
import { filterOf } from '#web/insights/period.ts';
import { trustOf } from '#web/insights/samples.ts';

const zone = 'Asia/Shanghai';
const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'UTC', 'Pacific/Auckland');
const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('times to put a task off to', () => {
  it('are those of the shop’s clock', () => {
    // A Monday, 17:30 in Shanghai.
    const now = new Date('2026-03-02T09:30:00Z');
    expect(presets.map((preset) => presetTime(preset, now, zone))).toEqual([
      '2026-03-02T10:30:00.000Z',
      '2026-03-02T12:30:00.000Z',
      '2026-03-03T01:00:00.000Z',
      '2026-03-09T01:00:00.000Z',
    ]);
  });

  it('always lie ahead; the mornings are nine o’clock where the shop is', () => {
    fc.assert(
      fc.property(instants, zones, (now, where) => {
        for (const preset of presets) {
          const time = presetTime(preset, now, where);
          expect(Date.parse(time)).toBeGreaterThan(now.getTime());
          if (preset !== 'tomorrow' && preset !== 'nextWeek') continue;
          const shown = Temporal.Instant.from(time).toZonedDateTimeISO(where);
          expect([shown.hour, shown.minute]).toEqual([9, 0]);
          if (preset === 'nextWeek') expect(shown.dayOfWeek).toBe(1);
        }
      }),
    );
  });

  it('go into a field and come back', () => {
    const at = new Date('2026-07-05T23:45:00Z');
    expect(fieldValue(at, zone)).toBe('2026-07-06T07:45');
    expect(fieldTime('2026-07-06T07:45', zone)).toBe(at.toISOString());
    expect(fieldTime('', zone)).toBeUndefined();
    expect(fieldTime('2026-02-30T99:00', zone)).toBeUndefined();
  });
});

describe('the period of insights', () => {
  const now = new Date('2026-03-02T17:00:00Z'); // 3 March, one in the morning in Shanghai
  const filter = (text: string) => filterOf(new URLSearchParams(text), now, zone);

  it('is whole days of the shop’s calendar, today included', () => {
    expect(filter('period=7d')).toMatchObject({
      from: '2026-02-24T16:00:00.000Z',
      to: '2026-03-03T16:00:00.000Z',
      days: { first: '2026-02-25', last: '2026-03-03' },
      by: 'week',
    });
    expect(filter('').period).toBe('30d');
    expect(filter('period=12m').by).toBe('month');
  });

  it('takes own dates in either order', () => {
    const days = { first: '2026-01-05', last: '2026-02-01' };
    expect(filter('period=custom&from=2026-01-05&to=2026-02-01').days).toEqual(days);
    expect(filter('period=custom&from=2026-02-01&to=2026-01-05').days).toEqual(days);
  });

  it('is never without sense, whatever the address says', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        fc.constantFrom('custom', '7d', 'x'),
        (from, to, product, period) => {
          const read = filterOf(new URLSearchParams({ from, to, product, period, by: to, rated: from }), now, zone);
          expect(Date.parse(read.from)).toBeLessThan(Date.parse(read.to));
          expect(['week', 'month']).toContain(read.by);
        },
      ),
    );
    expect(filter('period=custom&from=2026-02-30&to=2026-03-01').days.last).toBe('2026-03-03');
    expect(filter('product=drop%20table').productId).toBeUndefined();
  });

  it('hides, doubts or trusts a share by its n', () => {
    expect([0, 1, 4, 5, 29, 30].map(trustOf)).toEqual(['none', 'tooFew', 'tooFew', 'weak', 'weak', 'good']);
  });
});

describe('what the desk offers', () => {
  it('are the steps that the business allows', () => {
    for (const [state, next] of Object.entries(statesOfBusiness)) {
      expect(nextStates(state as keyof typeof statesOfBusiness)).toEqual(next);
    }
  });
});

describe('a stored activity on the desk', () => {
  const message = (body: unknown, more = {}) => ({
    id: 'm',
    sequence: 1,
    direction: 'inbound' as const,
    type: 'message',
    sender: 'customer',
    text: null,
    createdAt: '2026-03-02T09:30:00.000Z',
    body,
    ...more,
  });

  it('is read whatever it holds, and shown only where there is something to show', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.constantFrom('message', 'event', 'typing'), (body, part, type) => {
        const shown = messageOf(message(body, { type }));
        if (type === 'typing') expect(shown).toBeUndefined();
        messageOf(message({ text: part, attachments: [part], channelData: part, suggestedActions: { actions: part } }));
      }),
    );
    expect(messageOf(message({}))).toBeUndefined();
  });

  it('keeps what can be read beside what cannot', () => {
    const attachments = [null, { contentType: 'image/png', contentUrl: '/a', name: 'a.png' }, { contentType: 3 }];
    expect(messageOf(message({ text: 7, attachments }))?.files).toEqual([
      { url: '/a', contentType: 'image/png', name: 'a.png' },
    ]);
    expect(messageOf(message({ name: 'feedback', value: { helpful: false } }, { type: 'event' }))?.helpful).toBe(false);
    expect(messageOf(message({ from: { name: '林晓' } }, { sender: 'staff', text: '您好' }))?.name).toBe('林晓');
  });

  it('leads to a customer’s file by the session of staff', () => {
    expect(staffAddress('/v3/directline/attachments/0198-a')).toBe('/api/v1/uploads/0198-a');
    expect(staffAddress('https://shop.example/v3/directline/attachments/0198-a?t=x')).toBe('/api/v1/uploads/0198-a');
    expect(staffAddress('https://shop.example/other.png')).toBe('https://shop.example/other.png');
  });
});
