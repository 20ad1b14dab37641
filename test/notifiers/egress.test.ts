import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isReachable, networks } from '#bot/egress/addresses.ts';
import { AnswerTooLarge, createEgress, type EgressOptions } from '#bot/egress/egress.ts';
import { AddressRefused } from '#crm/egress.ts';

const nowhere = networks([]);
const here = networks(['127.0.0.0/8']);

type Lookup = NonNullable<EgressOptions['lookup']>;
/** Names, each with what it is looked up as, one answer after the other. */
function fakeLookup(names: Record<string, string[][]>): Lookup {
  return ((host: string, _options: unknown, done: (fault: Error | null, found?: object[]) => void) => {
    const answers = names[host];
    const next = answers && (answers.length > 1 ? answers.shift() : answers[0]);
    if (!next) return done(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }));
    return done(
      null,
      next.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as Lookup;
}

describe('addresses', () => {
  test.each([
    '127.0.0.1',
    '127.8.8.8',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.100.100.200',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    '2001:0:1::1',
    'ff02::1',
    '::127.0.0.1',
    'nonsense',
  ])('%s is not reached', (address) => expect(isReachable(address, nowhere)).toBe(false));

  test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '8.8.8.8', '2606:4700::1111', '::ffff:8.8.8.8'])(
    '%s is',
    (address) => expect(isReachable(address, nowhere)).toBe(true),
  );

  test('what is allowed is, and no more; what is no network is said', () => {
    const allowed = networks(['10.1.2.0/24', 'fd12::/16', '192.168.7.7']);
    expect(['10.1.2.9', '::ffff:10.1.2.9', 'fd12::5', '192.168.7.7'].map((each) => isReachable(each, allowed))).toEqual(
      [true, true, true, true],
    );
    expect(['10.1.3.9', 'fd13::5', '192.168.7.8'].some((each) => isReachable(each, allowed))).toBe(false);
    for (const bad of ['10.0.0.0/33', 'here', '10.0.0.0/8/8', '10.0.0.0/', 'fd00::/129'])
      expect(() => networks([bad])).toThrow('no network');
  });
});

describe('what is sent', () => {
  let server: http.Server;
  let port: number;
  const asked: string[] = [];
  beforeAll(async () => {
    server = http.createServer((request, response) => {
      asked.push([request.url, request.headers.authorization].filter(Boolean).join(' '));
      const moved = { '/redirect': `http://127.0.0.1:${port}/inside`, '/away': 'https://10.0.0.5/inside' };
      const Location = moved[request.url as keyof typeof moved];
      if (Location) response.writeHead(302, { Location });
      else response.writeHead(200);
      response.end({ '/redirect': '', '/endless': 'x'.repeat(10_000_000) }[request.url ?? ''] ?? 'taken');
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(() => new Promise((closed) => server.close(closed)));

  test.each([
    'http://hooks.example/x',
    'ftp://hooks.example',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://user:pass@hooks.example/x',
    'https://169.254.169.254/latest/meta-data',
    'https://inside.example/',
    'https://mixed.example/',
    'https://unknown.example/',
    'nonsense',
    'https://[::ffff:127.0.0.1]/',
  ])('%s is refused when it is saved and when it is sent', async (url) => {
    const lookup = fakeLookup({
      'hooks.example': [['1.1.1.1']],
      'inside.example': [['10.0.0.5']],
      'mixed.example': [['1.1.1.1', '127.0.0.1']],
    });
    const egress = createEgress({ allowed: nowhere, lookup });
    await expect(egress.check(url)).rejects.toThrow(AddressRefused);
    await expect(egress.post(url, '', {})).rejects.toThrow();
  });

  test('a name that changes its mind between the look and the call reaches nothing', async () => {
    const lookup = fakeLookup({ 'rebind.example': [['1.1.1.1'], ['127.0.0.1']] });
    const egress = createEgress({ allowed: nowhere, lookup });
    await egress.check(`https://rebind.example:${port}/`);
    await expect(egress.post(`https://rebind.example:${port}/`, '', {})).rejects.toThrow(AddressRefused);
    expect(asked).toEqual([]);
  });

  test('where the settings allow it, it arrives; redirects are not followed, long answers not kept', async () => {
    const egress = createEgress({ allowed: here });
    const at = (path: string) => `http://127.0.0.1:${port}${path}`;
    await egress.check(at('/hook'));
    expect(await egress.post(at('/hook'), '{}', {})).toMatchObject({ status: 200, body: 'taken' });
    expect(await egress.post(at('/redirect'), '{}', {})).toMatchObject({ status: 302 });
    expect((await egress.post(at('/endless'), '{}', {})).body.length).toBeLessThanOrEqual(65_536);
    expect(asked).toEqual(['/hook', '/redirect', '/endless']);
  });

  test('what is fetched may move where it may be reached, without what was meant for the first address, and is not too large', async () => {
    const egress = createEgress({ allowed: here });
    const at = (path: string) => `http://127.0.0.1:${port}${path}`;
    asked.length = 0;
    const fetched = await egress.get(at('/redirect'), { headers: { authorization: 'secret' }, largest: 100 });
    expect(fetched).toMatchObject({ status: 200, bytes: Buffer.from('taken') });
    expect(asked).toEqual(['/redirect secret', '/inside']);
    expect(await egress.put(at('/upload'), Buffer.from('x'), {})).toMatchObject({ status: 200 });
    await expect(egress.get(at('/endless'), { largest: 100 })).rejects.toThrow(AnswerTooLarge);
    await expect(egress.get(at('/away'), { largest: 100 })).rejects.toThrow(AddressRefused);
  });
});
