import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verdictOf } from '#bot/channels/mail/authentication.ts';
import { ownWords } from '#bot/channels/mail/ownWords.ts';

test.each([
  ['Yes please\n\nOn Fri, 20 Nov 2026 at 10:00, Qimu <s@shop.example> wrote:\n> 1. Yes\n> 2. No', 'Yes please'],
  ['Yes\r\n\r\nOn Friday, 20 November 2026 at 10:00 Qimu Service Department\r\n<s@shop.example> wrote:\r\n> x', 'Yes'],
  ['2\n\n在 2026年11月20日 上午10:00，栖木 <s@shop.example> 写道：\n\n> 1. 是', '2'],
  ['好的\n\n栖木 <s@shop.example> 于2026年11月20日周五 10:00写道：\n> x', '好的'],
  ['退货\n\n------------------ 原始邮件 ------------------\n发件人: "栖木"\n', '退货'],
  ['Thanks\n\n________________________________\nFrom: Qimu\nSent: Friday', 'Thanks'],
  ['Hi\n\nFrom: Qimu <s@shop.example>\nSent: Friday\nTo: Ann\nSubject: x\n\nold', 'Hi'],
  ['It leaks.\n\n-- \nAnn Smith\n+49 30 1', 'It leaks.'],
  ['漏水了\n\n发自我的iPhone', '漏水了'],
  ['> What happened?\nIt leaks.\n> When?\nYesterday.', 'It leaks.\nYesterday.'],
  ['> only a quote', ''],
  ['I wrote: it leaks -- badly', 'I wrote: it leaks -- badly'],
])('%j', (mail, own) => {
  expect(ownWords(mail)).toBe(own);
});

test('never more than was written, never a quoted line, and quick for whatever comes', () => {
  const lines = fc.constantFrom(
    'On a wrote:',
    '> x',
    '',
    '-- ',
    'From: a',
    'Sent: b',
    '写道：',
    '____________',
    'text',
    ' '.repeat(300),
  );
  fc.assert(
    fc.property(fc.array(lines, { maxLength: 200 }), (all) => {
      const mail = all.join('\n');
      const own = ownWords(mail);
      expect(own.length).toBeLessThanOrEqual(mail.length);
      expect(own).not.toMatch(/^\s*>/m);
    }),
    { numRuns: 100 },
  );
});

test('a sender is proven for the domain in From alone', () => {
  const by = (results: string, from = 'ann@mail.customer.example') =>
    verdictOf([` mx.shop.example; ${results}`], 'mx.shop.example', from).proven;
  expect(by('dkim=pass header.d=customer.example')).toBe('dkim');
  expect(by('dkim=pass header.i=@customer.example')).toBe('dkim');
  expect(by('spf=pass smtp.mailfrom=bounce@mail.customer.example')).toBe('spf');
  expect(by('dmarc=pass (p=REJECT) header.from=customer.example; dkim=fail')).toBe('dmarc');
  expect(by('dkim=pass header.d=example')).toBeNull();
  expect(by('dkim=pass header.d=notcustomer.example', 'ann@customer.example')).toBeNull();
  expect(by('dkim=pass header.d=customer.example', 'ann@notcustomer.example')).toBeNull();
  expect(by('dkim=pass header.d=eve.pages.example', 'ann@pages.example')).toBeNull();
  expect(by('dmarc=fail header.from=customer.example; spf=pass smtp.mailfrom=x@customer.example')).toBeNull();
  expect(by('dkim=fail header.d=other.example; dkim=pass header.d=customer.example')).toBe('dkim');
  expect(verdictOf([' mx.shop.example 1; dkim=pass header.d=a.example'], undefined, 'x@a.example').proven).toBeNull();
});
