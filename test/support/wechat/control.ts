import type { ServerResponse } from 'node:http';
import type { FakeWechat } from './platform.ts';
import type { Fault } from './serverApi.ts';

// biome-ignore lint/suspicious/noExplicitAny: a body of any command
type Body = any;
type Command = (wechat: FakeWechat, body: Body, query: URLSearchParams) => unknown;

/** What the platform can be told by HTTP: POST /__ctl/NAME with JSON, GET for what it knows. */
const commands: Record<string, Command> = {
  'POST /__ctl/clock': (wechat, { advanceMs }) => wechat.clock.advance(Number(advanceMs)),
  'POST /__ctl/oa/send': (wechat, { openid, type = 'text', text, menuId, base64, contentType, ...fields }) => {
    if (type === 'text') return wechat.write(openid, String(text), menuId);
    if (base64) return wechat.sendFile(openid, type, { bytes: Buffer.from(base64, 'base64'), contentType }, fields);
    return wechat.message(openid, type, fields);
  },
  'POST /__ctl/event': (wechat, { openid, event, ...fields }) => wechat.event(openid, event, fields),
  'POST /__ctl/tapMenu': (wechat, { openid, id, title = '' }) => wechat.write(openid, title, id),
  'POST /__ctl/choose': (wechat, { openid, templateId, accepted }) => wechat.chooseNotice(openid, templateId, accepted),
  'POST /__ctl/fault': (wechat, fault) => wechat.api.faults.push({ times: 1, ...fault } as Fault),
  'POST /__ctl/config': (wechat, settings) => Object.assign(wechat.settings, settings),
  'POST /__ctl/endTokens': (wechat) => wechat.tokens.end(),
  'GET /__ctl/log': (wechat) => ({ pushes: wechat.pusher.log, calls: wechat.api.calls }),
  'GET /__ctl/person': (wechat, _body, query) => {
    const { seen, follows, typingUntil, windows } = wechat.person(query.get('openid') ?? '');
    const now = wechat.clock.now().getTime();
    const left = [...windows.values()].filter(({ until }) => until > now).reduce((sum, each) => sum + each.left, 0);
    return { seen, follows, typing: typingUntil > now, left };
  },
  'GET /__ctl/menu': (wechat) => wechat.api.menu ?? { button: [] },
};

/** Runs a command; what it says comes back as JSON. Files that people see are under /__ctl/file. */
export async function control(wechat: FakeWechat, url: URL, raw: Buffer, response: ServerResponse): Promise<void> {
  const file = url.pathname === '/__ctl/file' ? wechat.files.all.get(url.searchParams.get('id') ?? '') : undefined;
  if (file) {
    // restify's writeHead returns nothing.
    response.writeHead(200, { 'Content-Type': file.contentType });
    response.end(file.bytes);
    return;
  }
  const method = raw.length > 0 ? 'POST' : 'GET';
  const command = commands[`${method} ${url.pathname}`];
  const body = raw.length > 0 ? JSON.parse(raw.toString()) : {};
  const said = command ? await command(wechat, body, url.searchParams) : undefined;
  response.writeHead(command ? 200 : 404, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(said ?? {}));
}
