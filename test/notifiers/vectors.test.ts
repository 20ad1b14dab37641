import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aesKeyOf, decrypt, encrypt, isSigned, NotDecrypted, signatureOf } from '#bot/channels/tencent/crypto.ts';
import { NotXml, readXml, textOf } from '#bot/channels/tencent/xml.ts';
import { dingtalkSign } from '#bot/notifiers/dingtalk.ts';
import { feishuSign } from '#bot/notifiers/feishu.ts';
import { redacted } from '#bot/notifiers/redacted.ts';
import { encryptPush } from '#bot/notifiers/webPush/encryption.ts';
import { cut, inert } from '#bot/notifiers/words.ts';
import { webhookSignature } from '#bot/standardWebhooks.ts';
import { webhookKey } from '#crm/notifications/targetSecret.ts';
import vectors from './wechatVectors.json' with { type: 'json' };

describe('Tencent’s signatures and encryption', () => {
  test.each(vectors.plainSignatures)('$src', ({ token, timestamp, nonce, signature }) => {
    expect(signatureOf([token, timestamp, nonce])).toBe(signature);
  });

  test.each(vectors.decrypt)(
    'read: $src',
    ({ key, token, timestamp, nonce, msg_signature, id, contains, encrypt: text }) => {
      expect(isSigned(msg_signature, [token, timestamp, nonce, text])).toBe(true);
      expect(isSigned(msg_signature, [token, timestamp, `${nonce}0`, text])).toBe(false);
      expect(decrypt(aesKeyOf(key), id, text)).toContain(contains);
      expect(() => decrypt(aesKeyOf(key), `${id}x`, text)).toThrow(NotDecrypted);
      const broken = Buffer.from(text, 'base64');
      broken[broken.length - 1]! ^= 1;
      expect(() => decrypt(aesKeyOf(key), id, broken.toString('base64'))).toThrow(NotDecrypted);
    },
  );

  test.each(vectors.encrypt)('written: $src', ({ key, random, id, msg, encrypt: text }) => {
    expect(encrypt(aesKeyOf(key), id, msg, Buffer.from(random))).toBe(text);
  });

  test('whatever is written can be read, and nothing else', () => {
    const key = aesKeyOf('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.base64String(), (message, noise) => {
        expect(decrypt(key, 'corp', encrypt(key, 'corp', message))).toBe(message);
        expect(() => decrypt(key, 'corp', noise)).toThrow(NotDecrypted);
      }),
      { numRuns: 50 },
    );
    for (const bad of ['a'.repeat(42), 'a'.repeat(44), `$${'a'.repeat(42)}`]) expect(() => aesKeyOf(bad)).toThrow('43');
  });

  test('XML: figures stay text, CDATA stands for itself, document types are refused', () => {
    const fields = readXml('<xml><A>007</A><B><![CDATA[&lt;b]]></B><C>a &amp; b</C><D><E>x</E></D></xml>');
    expect(fields).toEqual({ A: '007', B: '&lt;b', C: 'a & b', D: { E: 'x' } });
    expect(textOf(fields, 'D')).toBeUndefined();
    expect(textOf(fields, 'constructor')).toBeUndefined();
    for (const bad of [
      '<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>',
      '{}',
      '<xml',
      '',
      `<xml><A>${'a'.repeat(70_000)}</A></xml>`,
    ])
      expect(() => readXml(bad), bad.slice(0, 20)).toThrow(NotXml);
  });
});

test('DingTalk signs with its secret, Feishu with the text', () => {
  expect(dingtalkSign(1577262236757, 'this is secret')).toBe('hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=');
  expect(feishuSign(1599360473, 'demo')).toBe('l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=');
});

test('Standard Webhooks: the example of its specification', () => {
  const key = webhookKey('whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD')!;
  const body = '{"email":"test@example.com","username":"test_user"}';
  expect(webhookSignature(key, 'msg_27UH4WbU6Z5A5EzD8u03UvzRbpk', 1649367553, body)).toBe(
    'v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=',
  );
  for (const bad of ['C2FVsBQIhrscChlQIMV+b5sSYspob7oD', 'whsec_c2hvcnQ=', 'whsec_'])
    expect(webhookKey(bad)).toBeNull();
});

test('Web Push: the example of RFC 8291, appendix A', () => {
  const bytes = (text: string) => Buffer.from(text, 'base64url');
  const receiver = {
    p256dh: bytes('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
    auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
  };
  const sealed = encryptPush(
    Buffer.from('When I grow up, I want to be a watermelon'),
    receiver,
    bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
    bytes('DGv6ra1nlYgDCS1FRnbzlw'),
  );
  expect(sealed.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

test('words of customers: no half characters, no markup, no secrets in what is logged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 3, max: 40 }), (text, bytes) => {
      const kept = cut(text, bytes);
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(bytes);
      expect(kept.isWellFormed()).toBe(text.isWellFormed() || kept.isWellFormed());
      expect(inert(text)).not.toMatch(/[<>[\]()*_`@]/);
    }),
    { numRuns: 100 },
  );
  const said =
    'POST https://q.example/send?key=SECRET1&x=1 https://o.example/hook/SECRET2 smtp://me:SECRET3@mail https://d.example/robot/send?access_token=SECRET4';
  expect(redacted(said)).not.toContain('SECRET');
});
