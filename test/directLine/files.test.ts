import { open, readdir } from 'node:fs/promises';
import http from 'node:http';
import { connect as connectSocket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { typeOf } from '#bot/channels/directLine/fileTypes.ts';
import { type Harness, startDirectLine } from './startDirectLine.ts';
import { begin, type Connection, call, eventually } from './wire.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let harness: Harness;
let connection: Connection;

beforeEach(async () => {
  harness = await startDirectLine({ limits: { fileBytes: 4096, files: 2 } });
  connection = await begin(harness);
});

afterEach(() => harness.close());

async function upload(files: [name: string, type: string, bytes: string | Buffer][], activity?: unknown) {
  const form = new FormData();
  if (activity !== undefined) {
    const text = typeof activity === 'string' ? activity : JSON.stringify(activity);
    form.append('activity', new Blob([text], { type: 'application/vnd.microsoft.activity' }), 'blob');
  }
  for (const [name, type, bytes] of files)
    form.append('file', new Blob([new Uint8Array(Buffer.from(bytes))], { type }), name);
  const response = await fetch(`${harness.domain}/conversations/${connection.conversationId}/upload?userId=dl_x`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${connection.token}` },
    body: form,
  });
  return { status: response.status, json: await response.json() };
}

const kept = () => readdir(join(harness.dataDir, 'uploads')).catch(() => []);

async function attachments(): Promise<{ name: string; contentType: string; contentUrl: string }[]> {
  const path = `/conversations/${connection.conversationId}/activities`;
  const { json } = await call(harness, 'GET', path, { token: connection.token });
  return json.activities.flatMap((activity: { attachments?: unknown[] }) => activity.attachments ?? []);
}

describe('an upload', () => {
  test('without an activity is a message of its files', async () => {
    expect((await upload([['a.png', 'image/png', PNG]])).status).toBe(200);
    const stored = harness.store.inbox.at(-1)?.activity;
    expect(stored).toMatchObject({ type: 'message', from: { role: 'user' } });
    expect(stored?.attachments?.[0]?.contentUrl).toMatch(/^\/v3\/directline\/attachments\/[0-9a-f-]{36}$/);
    expect(await kept()).toEqual([stored?.attachments?.[0]?.contentUrl?.split('/').at(-1)]);
  });

  test.each([
    [
      'too many files',
      [
        ['a', 'text/plain', 'a'],
        ['b', 'text/plain', 'b'],
        ['c', 'text/plain', 'c'],
      ],
      undefined,
      413,
    ],
    [
      'a file over the limit beside a good one',
      [
        ['a.png', 'image/png', PNG],
        ['b', 'text/plain', 'b'.repeat(4097)],
      ],
      undefined,
      413,
    ],
    [
      'a page',
      [
        ['a.png', 'image/png', PNG],
        ['a.html', 'text/html', '<script>alert(1)</script>'],
      ],
      undefined,
      415,
    ],
    ['a program', [['a.exe', 'application/octet-stream', 'MZ...']], undefined, 415],
    ['a page that says it is a picture', [['a.png', 'image/png', '<script>alert(1)</script>']], undefined, 415],
    ['an empty file', [['a.txt', 'text/plain', '']], undefined, 400],
    ['nothing', [], { type: 'message' }, 400],
    ['broken JSON', [['a.png', 'image/png', PNG]], '{"type":', 400],
    ['an event with a file', [['a.png', 'image/png', PNG]], { type: 'event', name: 'x' }, 400],
    ['too long a text', [['a.png', 'image/png', PNG]], { type: 'message', text: 'x'.repeat(9000) }, 413],
    ['an activity of 2 MB', [['a.png', 'image/png', PNG]], { type: 'message', text: 'x'.repeat(2_000_000) }, 413],
  ] as const)('of %s is refused whole and leaves nothing behind', async (_what, files, activity, status) => {
    const answer = await upload(
      files.map(([name, type, bytes]) => [name, type, bytes]),
      activity,
    );
    expect(answer).toEqual({ status, json: { error: { code: expect.any(String), message: expect.any(String) } } });
    expect(await kept()).toEqual([]);
    expect(harness.store.inbox).toHaveLength(1);
    expect(harness.logged).toEqual([]);
  });

  test('that is not multipart is refused with what to do', async () => {
    const path = `/conversations/${connection.conversationId}/upload`;
    const answer = await call(harness, 'POST', path, { token: connection.token, body: { type: 'message' } });
    expect(answer).toMatchObject({ status: 415, json: { error: { message: expect.stringContaining('multipart') } } });
  });

  test('that breaks off leaves nothing behind', async () => {
    const socket = connectSocket(harness.port, '127.0.0.1');
    socket.write(
      `POST /v3/directline/conversations/${connection.conversationId}/upload HTTP/1.1\r\nHost: x\r\n` +
        `Authorization: Bearer ${connection.token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n` +
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nhalf a fi',
    );
    await eventually(async () => expect(await kept()).toHaveLength(1));
    socket.destroy();
    await eventually(async () => expect(await kept()).toEqual([]));
    expect(harness.store.inbox).toHaveLength(1);
  });

  test('far over every limit is read to its end, so that the refusal is heard', async () => {
    const path = `${harness.domain}/conversations/${connection.conversationId}/upload`;
    const request = http.request(path, {
      method: 'POST',
      headers: { Authorization: `Bearer ${connection.token}`, 'Content-Type': 'multipart/form-data; boundary=b' },
    });
    const sent = new Promise((resolve) => request.once('finish', resolve));
    const answered = new Promise<http.IncomingMessage>((resolve) => request.once('response', resolve));
    request.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    request.end(Buffer.alloc(12 * 1024 * 1024, 120));
    await sent;
    expect((await answered).statusCode).toBe(413);
    request.destroy();
    await eventually(async () => expect(await kept()).toEqual([]));
  });

  test('that is repeated keeps the files of the first', async () => {
    const activity = { type: 'message', channelData: { clientActivityID: 'c1' } };
    const first = await upload([['a.png', 'image/png', PNG]], activity);
    expect(await upload([['a.png', 'image/png', PNG]], activity)).toEqual(first);
    expect(await kept()).toHaveLength(1);
    expect(await fetch((await attachments())[0]!.contentUrl)).toMatchObject({ status: 200 });
  });

  test('whose storing fails for a reason unknown keeps its files: it may be stored', async () => {
    harness.store.append = () => Promise.reject(new Error('the line broke at the commit'));
    expect((await upload([['a.png', 'image/png', PNG]])).status).toBe(500);
    expect(await kept()).toHaveLength(1);
  });

  test('gives files to attachments by name, whatever the order; invented attachments are dropped', async () => {
    const activity = {
      type: 'message',
      attachments: [
        { name: 'b.txt', contentType: 'text/html', contentUrl: 'http://evil.example' },
        { name: 'gone.png', contentType: 'image/png', contentUrl: 'http://evil.example/track.png' },
        { name: 'a.png', contentType: 'image/png', thumbnailUrl: 'data:image/png;base64,AAAA' },
      ],
    };
    await upload(
      [
        ['a.png', 'image/png', PNG],
        ['b.txt', 'text/plain', 'b'],
      ],
      activity,
    );
    const shown = await attachments();
    expect(shown).toMatchObject([
      { name: 'b.txt', contentType: 'text/plain' },
      { name: 'a.png', thumbnailUrl: expect.any(String) },
    ]);
    expect(JSON.stringify(shown)).not.toContain('evil');
    expect(await (await fetch(shown[0]!.contentUrl)).text()).toBe('b');
  });

  test('that meets a full disk fails, and the server goes on', async () => {
    const probe = await open(join(harness.dataDir, 'probe'), 'w');
    vi.spyOn(Object.getPrototypeOf(probe), 'appendFile').mockRejectedValueOnce(new Error('ENOSPC'));
    await probe.close();
    expect(
      (
        await upload([
          ['a.txt', 'text/plain', 'a'.repeat(4000)],
          ['b.txt', 'text/plain', 'b'],
        ])
      ).status,
    ).toBe(500);
    expect(harness.logged.join()).toContain('ENOSPC');
    expect(await kept()).toEqual([]);
    expect((await upload([['a.txt', 'text/plain', 'a']])).status).toBe(200);
  });

  test('names are names, not paths', async () => {
    await upload([
      ['../../etc/passwd', 'text/plain', 'a'],
      ['..\\冒烟\u202egnp.txt', 'text/plain', 'b'],
    ]);
    expect((await attachments()).map(({ name }) => name)).toEqual(['passwd', '冒烟gnp.txt']);
  });

  test('JSON posts cannot carry attachments', async () => {
    const path = `/conversations/${connection.conversationId}/activities`;
    const body = {
      type: 'message',
      text: 'a',
      attachments: [{ contentType: 'image/png', contentUrl: 'http://evil.example' }],
    };
    expect((await call(harness, 'POST', path, { token: connection.token, body })).status).toBe(400);
    expect(
      (await call(harness, 'POST', path, { token: connection.token, body: { ...body, attachments: [] } })).status,
    ).toBe(200);
  });
});

describe('a file', () => {
  async function headersOf(name: string, type: string, bytes: string | Buffer) {
    await upload([[name, type, bytes]]);
    return (await fetch((await attachments()).at(-1)!.contentUrl)).headers;
  }

  test('is shown in the page if it is a picture, and only downloaded otherwise', async () => {
    const picture = await headersOf('照片.png', 'image/png', PNG);
    expect(picture.get('content-disposition')).toBe(
      `inline; filename="__.png"; filename*=UTF-8''${encodeURIComponent('照片')}.png`,
    );
    const svg = await headersOf('a.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect(svg.get('content-disposition')).toMatch(/^attachment;/);
    const text = await headersOf('a.txt', 'text/plain', '<script>alert(1)</script>');
    expect(text.get('content-disposition')).toMatch(/^attachment;/);
    expect(text.get('content-type')).toBe('text/plain; charset=utf-8');
    for (const headers of [picture, svg, text]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    }
  });

  test('is served to its signed address only, for a day or two', async () => {
    await upload([
      ['a.png', 'image/png', PNG],
      ['b.png', 'image/png', PNG],
    ]);
    const [a, b] = (await attachments()).map(({ contentUrl }) => new URL(contentUrl));
    const statusOf = async (path: string) => (await fetch(new URL(path, a))).status;
    expect(await statusOf(a!.pathname)).toBe(403);
    expect(await statusOf(`${a!.pathname}?t=${connection.token}`)).toBe(403);
    expect(await statusOf(`${a!.pathname}${b!.search}`)).toBe(403);
    expect(await statusOf(`${a!.pathname}${a!.search}`)).toBe(200);
    const signed = await harness.directLine.fileUrl(a!.pathname.split('/').at(-1)!);
    expect(signed).toBe(`${a!.pathname}${a!.search}`);
    harness.advance(48 * 3600);
    expect(await statusOf(signed)).toBe(403);
    const unknown = await harness.directLine.fileUrl('01a20083-1a9c-7409-a971-c421e69912f7');
    expect(await statusOf(unknown)).toBe(404);
  });
});

test.each([
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'application/octet-stream', 'image/jpeg'],
  ['GIF', 'GIF89a...', 'text/plain', 'image/gif'],
  ['WebP', 'RIFF\x01\x02\x03\x04WEBPVP8 ', '', 'image/webp'],
  ['HEIC', '\0\0\0\x18ftypheic', 'image/heic', 'image/heic'],
  ['AVIF', '\0\0\0\x18ftypavif', 'image/avif', 'image/avif'],
  ['PDF', '%PDF-1.7', 'text/html', 'application/pdf'],
  ['sound', 'anything', 'audio/mpeg', 'audio/mpeg'],
  ['film', 'anything', 'video/mp4; codecs=x', 'video/mp4'],
])('%s is known by what it is', (_name, head, named, type) => {
  expect(typeOf(Buffer.from(head as string, 'latin1'), named)).toBe(type);
});
