import { createHmac } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a robot took. */
export interface Taken {
  path: string;
  body: Record<string, unknown>;
  headers: http.IncomingHttpHeaders;
}

interface Clock {
  now(): Date;
}

/** The world of robots and webhooks on one server: each keeps its real rules, by the clock of the test. */
export interface FakeRobots {
  url: string;
  /** Messages that were shown. */
  shown: Taken[];
  /** Every attempt, with what it was answered. */
  answers: string[];
  /** The next so many requests are answered with this. */
  fail(times: number, status: number, headers?: Record<string, string>): void;
  /** Forgets who was too fast. */
  reset(): void;
  close(): Promise<void>;
}

export const secrets = {
  wecomKey: '693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa',
  dingtalkToken: 'ding-token-1',
  dingtalkSecret: 'SEC-ding',
  feishuHook: 'f00-hook',
  feishuSecret: 'feishu-secret',
  teamsSig: 'sig-of-the-flow',
  webhookSecret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
};

const minute = 60_000;
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest('base64');

export async function startFakeRobots(clock: Clock): Promise<FakeRobots> {
  const shown: Taken[] = [];
  const answers: string[] = [];
  const times = new Map<string, number[]>();
  const blocked = new Map<string, number>();
  const seen = new Set<string>();
  let failing: { times: number; status: number; headers: Record<string, string> } | null = null;

  /** Whether one more within `ms` is more than `most`; refused ones do not count. */
  const tooFast = (name: string, most: number, ms: number) => {
    const now = clock.now().getTime();
    const recent = (times.get(name) ?? []).filter((at) => at > now - ms);
    if (recent.length >= most) return true;
    times.set(name, [...recent, now]);
    return false;
  };
  const json = (body: object) => ({ status: 200, text: JSON.stringify(body) });
  type Given = Taken & { url: URL; raw: string };

  /** developer.work.weixin.qq.com/document/path/99110 */
  function wecom({ url, body, raw }: Given) {
    if (url.searchParams.get('key') !== secrets.wecomKey)
      return json({ errcode: 93000, errmsg: 'invalid webhook url' });
    if (tooFast('wecom', 20, minute)) return json({ errcode: 45009, errmsg: 'api freq out of limit' });
    const { msgtype, markdown, text } = body as {
      msgtype?: string;
      markdown?: { content: string };
      text?: { content: string };
    };
    const [content, most] = msgtype === 'markdown' ? [markdown?.content, 4096] : [text?.content, 2048];
    if (!content || raw.length > 100_000) return json({ errcode: 44004, errmsg: 'empty content' });
    if (Buffer.byteLength(content) > most) return json({ errcode: 40058, errmsg: 'content exceed max length' });
    return json({ errcode: 0, errmsg: 'ok' });
  }

  /** HMAC by the secret over "timestamp\nsecret", within an hour; twenty a minute, else ten minutes of silence. */
  function dingtalk({ url, body, raw }: Given) {
    const [timestamp, sign] = [Number(url.searchParams.get('timestamp')), url.searchParams.get('sign')];
    if (url.searchParams.get('access_token') !== secrets.dingtalkToken)
      return json({ errcode: 300005, errmsg: 'token is not exist' });
    const now = clock.now().getTime();
    const fresh = Math.abs(now - timestamp) < 60 * minute;
    if (!fresh || sign !== hmac(secrets.dingtalkSecret, `${timestamp}\n${secrets.dingtalkSecret}`))
      return json({ errcode: 310000, errmsg: 'sign not match' });
    if ((blocked.get('dingtalk') ?? 0) > now) return json({ errcode: 130101, errmsg: 'send too fast' });
    if (tooFast('dingtalk', 20, minute)) {
      blocked.set('dingtalk', now + 10 * minute);
      return json({ errcode: 130101, errmsg: 'send too fast' });
    }
    const { msgtype, markdown } = body as { msgtype?: string; markdown?: { title?: string; text?: string } };
    if (msgtype !== 'markdown' || !markdown?.title || !markdown.text || raw.length > 20_000)
      return json({ errcode: 400105, errmsg: 'bad' });
    return json({ errcode: 0, errmsg: 'ok' });
  }

  /** The key is "timestamp\nsecret" and nothing is signed with it; 5 a second, 100 a minute, 20 KB. */
  function feishu({ url, body, raw }: Given) {
    if (url.pathname.split('/').at(-1) !== secrets.feishuHook)
      return json({ code: 19001, msg: 'param invalid: incoming webhook access token invalid' });
    if (Buffer.byteLength(raw) > 20 * 1024) return json({ code: 9499, msg: 'Bad Request' });
    const {
      timestamp,
      sign,
      msg_type: type,
      content,
    } = body as { timestamp?: string; sign?: string; msg_type?: string; content?: object };
    const fresh = Math.abs(clock.now().getTime() / 1000 - Number(timestamp)) < 3600;
    if (!fresh || sign !== hmac(`${timestamp}\n${secrets.feishuSecret}`, ''))
      return json({ code: 19021, msg: 'sign match fail or timestamp is not within one hour' });
    if (tooFast('feishu-second', 5, 1000) || tooFast('feishu-minute', 100, minute))
      return json({ code: 11232, msg: 'frequency limited' });
    if (type !== 'post' || !content) return json({ code: 9499, msg: 'Bad Request' });
    return json({ code: 0, msg: 'success' });
  }

  /** A Power Automate flow: 28 KB, four a second, an Adaptive Card of 1.4 at most. */
  function teams({ url, body, raw }: Given) {
    if (url.searchParams.get('sig') !== secrets.teamsSig) return { status: 401, text: '' };
    if (Buffer.byteLength(raw) > 28 * 1024) return { status: 413, text: '' };
    if (tooFast('teams', 4, 1000)) return { status: 429, text: '' };
    const [card] = (body.attachments ?? []) as { contentType: string; content: { type: string; version: string } }[];
    const fine =
      body.type === 'message' &&
      card?.contentType === 'application/vnd.microsoft.card.adaptive' &&
      card.content.type === 'AdaptiveCard';
    return fine && Number(card?.content.version) <= 1.4 ? { status: 202, text: '' } : { status: 400, text: 'no card' };
  }

  /** A receiver by the formula of Standard Webhooks: five minutes, each id once. */
  function webhook({ headers, raw }: Given) {
    const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
      String(headers[name]),
    );
    if (Math.abs(clock.now().getTime() / 1000 - Number(timestamp)) > 300) return { status: 400, text: 'too old' };
    const key = Buffer.from(secrets.webhookSecret.slice('whsec_'.length), 'base64');
    const right = signature!.split(' ').includes(`v1,${hmac(key, `${id}.${timestamp}.${raw}`)}`);
    if (!right) return { status: 401, text: 'signature' };
    if (Buffer.byteLength(raw) > 20_000) return { status: 413, text: '' };
    const known = seen.has(id!);
    seen.add(id!);
    return known ? { status: 208, text: 'known' } : { status: 204, text: '' };
  }

  const routes: [RegExp, (given: Given) => { status: number; text: string }][] = [
    [/^\/cgi-bin\/webhook\/send$/, wecom],
    [/^\/robot\/send$/, dingtalk],
    [/^\/open-apis\/bot\/v2\/hook\//, feishu],
    [/^\/teams$/, teams],
    [/^\/webhook$/, webhook],
  ];

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (failing) {
        const { status, headers } = failing;
        failing = failing.times > 1 ? { ...failing, times: failing.times - 1 } : null;
        answers.push(String(status));
        response.writeHead(status, headers);
        response.end();
        return;
      }
      const url = new URL(request.url ?? '', 'http://fake');
      const raw = Buffer.concat(chunks).toString('utf8');
      let body: Record<string, unknown> = {};
      try {
        body = JSON.parse(raw);
      } catch {}
      const taken = { path: url.pathname, body, headers: request.headers };
      const route = routes.find(([pattern]) => pattern.test(url.pathname))?.[1];
      const { status, text } = route ? route({ ...taken, url, raw }) : { status: 404, text: '' };
      answers.push(text || String(status));
      const failed = /"(errcode|code)":(?!0[,}])/.test(text);
      if (status < 300 && status !== 208 && !failed) shown.push(taken);
      // restify's writeHead returns nothing.
      response.writeHead(status, { 'Content-Type': 'application/json' });
      response.end(status === 204 ? undefined : text);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    shown,
    answers,
    fail(count, status, headers = {}) {
      failing = { times: count, status, headers };
    },
    reset() {
      shown.length = 0;
      answers.length = 0;
      times.clear();
      blocked.clear();
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
