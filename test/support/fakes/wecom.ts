import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { encrypt, signatureOf } from '#bot/channels/tencent/crypto.ts';

/** A corporation in WeCom with one app: tokens that end, members, cards with one-time codes, encrypted callbacks. */
export interface FakeWecom {
  url: string;
  settings: { corpId: string; secret: string; agentId: number; hears: boolean; apiUrl: string };
  callback: { corpId: string; token: string; encodingAesKeys: string[] };
  /** Messages that members got. */
  got: { user: string; message: Record<string, unknown>; responseCode: string }[];
  /** What cards show by now. */
  cards: { user: string; name: string }[];
  /** Every token becomes stale. */
  expireTokens(): void;
  /** A member presses a button of the last card they got; the callback as it would be posted. */
  press(user: string, taskId: string, responseCode: string): { path: string; body: string };
  /** A member writes to the app. */
  write(user: string, text: string): { path: string; body: string };
  echo(text: string): string;
  close(): Promise<void>;
}

const members = ['lilei', 'hanmeimei'];

export async function startFakeWecom(clock: { now(): Date }): Promise<FakeWecom> {
  const corp = {
    corpId: 'ww-corp',
    secret: 'corp-secret',
    agentId: 1000002,
    token: 'callback-token',
    encodingAesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
  };
  const got: FakeWecom['got'] = [];
  const cards: FakeWecom['cards'] = [];
  const taskIds = new Set<string>();
  const codes = new Set<string>();
  const times = new Map<string, number[]>();
  let token: string | null = null;

  const answer = (url: URL, body: Record<string, unknown>): object => {
    if (url.pathname === '/cgi-bin/gettoken') {
      const right =
        url.searchParams.get('corpid') === corp.corpId && url.searchParams.get('corpsecret') === corp.secret;
      if (!right) return { errcode: 40001, errmsg: 'invalid credential' };
      token ??= randomBytes(16).toString('hex');
      return { errcode: 0, access_token: token, expires_in: 7200 };
    }
    if (!token || url.searchParams.get('access_token') !== token)
      return { errcode: 40014, errmsg: 'invalid access_token' };
    if (url.pathname === '/cgi-bin/message/send') return send(body);
    if (url.pathname === '/cgi-bin/message/update_template_card') {
      const code = String(body.response_code);
      if (!codes.delete(code)) return { errcode: 41048, errmsg: 'response code was used' };
      const [user] = body.userids as string[];
      cards.push({ user: user!, name: (body.button as { replace_name: string }).replace_name });
      return { errcode: 0 };
    }
    return { errcode: 404, errmsg: 'no such call' };
  };

  function send(body: Record<string, unknown>): object {
    const users = String(body.touser).split('|');
    const unknown = users.filter((user) => !members.includes(user));
    if (unknown.length === users.length) return { errcode: 81013, errmsg: 'all recipients are invalid' };
    const card = body.template_card as { task_id: string; button_list: { text: string }[] } | undefined;
    if (card) {
      if (!/^[0-9A-Za-z_@-]{1,128}$/.test(card.task_id) || taskIds.has(card.task_id))
        return { errcode: 41038, errmsg: 'task_id' };
      if (card.button_list.some(({ text }) => [...text].length > 20)) return { errcode: 41039, errmsg: 'button' };
      taskIds.add(card.task_id);
    }
    const markdown = body.markdown as { content: string } | undefined;
    if (markdown && Buffer.byteLength(markdown.content) > 2048) return { errcode: 40058, errmsg: 'too long' };
    for (const user of users.filter((each) => !unknown.includes(each))) {
      // Thirty a minute for a member; what exceeds it is dropped without a word.
      const now = clock.now().getTime();
      const lately = (times.get(user) ?? []).filter((at) => now - at < 60_000);
      times.set(user, [...lately, now]);
      if (lately.length >= 30) continue;
      const responseCode = randomBytes(8).toString('hex');
      codes.add(responseCode);
      got.push({ user, message: body, responseCode });
    }
    return { errcode: 0, invaliduser: unknown.join('|'), msgid: '1', response_code: got.at(-1)?.responseCode };
  }

  const sealed = (fields: Record<string, string | number>) => {
    const xml = `<xml>${Object.entries(fields)
      .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
      .join('')}</xml>`;
    const key = Buffer.from(`${corp.encodingAesKey}=`, 'base64');
    const text = encrypt(key, corp.corpId, xml);
    return {
      path: pathOf(text),
      body: `<xml><ToUserName><![CDATA[${corp.corpId}]]></ToUserName><Encrypt><![CDATA[${text}]]></Encrypt></xml>`,
    };
  };
  const pathOf = (text: string, more = '') => {
    const [timestamp, nonce] = [String(Math.floor(clock.now().getTime() / 1000)), '12345'];
    return `/channels/wecom?msg_signature=${signatureOf([corp.token, timestamp, nonce, text])}&timestamp=${timestamp}&nonce=${nonce}${more}`;
  };

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      const said = answer(new URL(request.url ?? '', 'http://fake'), text ? JSON.parse(text) : {});
      // restify's writeHead returns nothing.
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(said));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const common = (user: string) => ({
    ToUserName: corp.corpId,
    FromUserName: user,
    CreateTime: 1,
    AgentID: corp.agentId,
  });
  return {
    url,
    settings: { corpId: corp.corpId, secret: corp.secret, agentId: corp.agentId, hears: true, apiUrl: url },
    callback: { corpId: corp.corpId, token: corp.token, encodingAesKeys: [corp.encodingAesKey] },
    got,
    cards,
    expireTokens() {
      token = null;
    },
    press: (user, taskId, responseCode) =>
      sealed({
        ...common(user),
        MsgType: 'event',
        Event: 'template_card_event',
        EventKey: 'done',
        TaskId: taskId,
        CardType: 'button_interaction',
        ResponseCode: responseCode,
      }),
    write: (user, text) => sealed({ ...common(user), MsgType: 'text', Content: text, MsgId: '1' }),
    echo(text) {
      const key = Buffer.from(`${corp.encodingAesKey}=`, 'base64');
      const secret = encrypt(key, corp.corpId, text);
      return pathOf(secret, `&echostr=${encodeURIComponent(secret)}`);
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
