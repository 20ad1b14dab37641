import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_TEXT, parseActivity, requireContent } from '#bot/channels/directLine/activity.ts';
import { cleanJson, MAX_DEPTH } from '#bot/channels/directLine/cleanJson.ts';
import { DirectLineError } from '#bot/channels/directLine/errors.ts';

describe('clean JSON', () => {
  test('is well formed, without NUL, and the same when cleaned again', () => {
    const anyText = fc
      .string({ unit: 'binary' })
      .chain((text) => fc.constantFrom(text, `${text}\0`, `\ud800${text}`, `${text}\udfff`, '__proto__'));
    fc.assert(
      fc.property(
        fc.object({ key: anyText, values: [anyText, fc.double(), fc.constant(null)], maxDepth: 4 }),
        (value) => {
          const clean = cleanJson(JSON.parse(JSON.stringify(value)));
          const text = JSON.stringify(clean);
          expect(text).not.toContain('\\u0000');
          expect(text).not.toMatch(/\\ud[89a-f]/i);
          expect(cleanJson(JSON.parse(text))).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  test('keeps whole characters outside the basic plane, replaces halves', () => {
    expect(cleanJson({ '😀\0': ['a\0b', '😀', '\ud83d', '\ude00x'] })).toEqual({
      '😀': ['ab', '😀', '\ufffd', '\ufffdx'],
    });
  });

  test('never sets a prototype', () => {
    const clean = cleanJson(JSON.parse('{"__proto__":{"admin":true},"a":1}')) as { admin?: boolean };
    expect(clean.admin).toBeUndefined();
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype);
    expect(clean).toEqual({ a: 1 });
  });

  test('is refused beyond the depth limit, and 100,000 levels do no harm', () => {
    const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(cleanJson(nested(MAX_DEPTH))).toBeDefined();
    expect(() => cleanJson(nested(MAX_DEPTH + 1))).toThrow('nested deeper than');
    expect(() => cleanJson(nested(100_000))).toThrow('nested deeper than');
  });
});

describe('a posted activity', () => {
  test.each([
    [{ type: 'message', text: 'x'.repeat(MAX_TEXT + 1) }, 413, `${MAX_TEXT} characters`],
    [{ type: 'message' }, 400, 'needs text, a value, or a file'],
    [{ type: 'message', text: ' \n' }, 400, 'needs text, a value, or a file'],
    [{ type: 'message', text: {} }, 400, 'text: '],
    [{ type: 'conversationUpdate', membersAdded: [] }, 400, 'type: '],
    [{ type: 'invoke', name: 'x' }, 400, 'type: '],
    [{ type: 7 }, 400, 'type: '],
    [{}, 400, 'type: '],
    [{ type: 'event' }, 400, 'name: '],
    [{ type: 'event', name: 'n'.repeat(201) }, 400, 'name: '],
    [{ type: 'message', text: 'a', channelData: 'text' }, 400, 'channelData: '],
    [{ type: 'message', text: 'a', attachments: {} }, 400, 'attachments: '],
    [[], 400, 'JSON object'],
    [null, 400, 'JSON object'],
  ])('%j is refused with a reason', (body, status, reason) => {
    const act = () => requireContent(parseActivity(body));
    expect(act).toThrow(expect.objectContaining({ status, message: expect.stringContaining(reason) }));
  });

  test("loses what is not a client's to say", () => {
    const posted = parseActivity({
      type: 'message',
      text: 'A',
      id: 'mine',
      timestamp: '2001-01-01',
      serviceUrl: 'http://evil.example',
      channelId: 'emulator',
      conversation: { id: 'other' },
      recipient: { id: 'staff' },
      suggestedActions: { actions: [] },
      from: { id: 'other', role: 'bot', name: 'Mei' },
      locale: null,
      value: { rating: 4 },
      channelData: { clientActivityID: 'c', postBack: true },
    });
    expect(posted).toEqual({
      type: 'message',
      text: 'A',
      senderName: 'Mei',
      value: { rating: 4 },
      channelData: { clientActivityID: 'c', postBack: true },
    });
  });

  test('keeps only small embedded pictures as previews', () => {
    const of = (thumbnailUrl: string) =>
      parseActivity({ type: 'message', attachments: [{ contentType: 'image/png', thumbnailUrl }] }).attachments?.[0]
        ?.thumbnailUrl;
    expect(of('data:image/jpeg;base64,AAAA')).toBe('data:image/jpeg;base64,AAAA');
    expect(of('https://tracker.example/pixel.png')).toBeUndefined();
    expect(of('data:image/svg+xml;base64,AAAA')).toBeUndefined();
    expect(of(`data:image/jpeg;base64,${'A'.repeat(200_000)}`)).toBeUndefined();
  });

  test('anything at all is either an activity of a known type or a refusal', () => {
    const field = fc.constantFrom(
      'type',
      'text',
      'name',
      'value',
      'channelData',
      'entities',
      'attachments',
      'from',
      'locale',
      'code',
    );
    const content = fc.oneof(
      fc.constantFrom('message', 'event', 'typing', 'endOfConversation'),
      fc.anything({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(fc.dictionary(field, content), (body) => {
        try {
          const posted = parseActivity(body);
          expect(['message', 'event', 'typing', 'endOfConversation']).toContain(posted.type);
          expect(() => JSON.stringify(posted)).not.toThrow();
        } catch (error) {
          expect(error).toBeInstanceOf(DirectLineError);
        }
      }),
    );
  });
});
