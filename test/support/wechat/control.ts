import type { ServerResponse } from 'node:http';
import type { FakeWechat } from './platform.ts';
import { pushFaults } from './pushing.ts';
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
  'POST /__ctl/config': (wechat, settings) => configure(wechat, settings),
  'POST /__ctl/endTokens': (wechat) => wechat.tokens.end(),
  'GET /__ctl/log': (wechat) => ({ pushes: wechat.pusher.log, calls: wechat.api.calls }),
  'GET /__ctl/person': (wechat, _body, query) => {
    const { seen, follows, typingUntil, windows, desk } = wechat.person(query.get('openid') ?? '');
    const now = wechat.clock.now().getTime();
    const left = [...windows.values()].filter(({ until }) => until > now).reduce((sum, each) => sum + each.left, 0);
    return { seen, follows, typing: typingUntil > now, left, desk: desk && { person: desk.person } };
  },
  // 微信客服: the person is called openid here, too.
  'POST /__ctl/kf/customerSend': ({ kf }, { openid, text, menuId, base64, type, contentType }) =>
    base64
      ? kf.sendFile(openid, type, Buffer.from(base64, 'base64'), contentType)
      : kf.write(openid, String(text), menuId ? { menuId } : {}),
  'POST /__ctl/kf/enter': ({ kf }, { openid, scene }) => kf.enter(openid, scene ? { scene } : {}),
  'POST /__ctl/kf/take': ({ kf }, { openid }) => kf.take(openid),
  'POST /__ctl/kf/say': ({ kf }, { openid, text }) => kf.say(openid, String(text)),
  'POST /__ctl/kf/end': ({ kf }, { openid }) => kf.end(openid),
  'POST /__ctl/kf/fail': ({ kf }, { reason = 6 }) => kf.calls.failing.push(Number(reason)),
  'GET /__ctl/kf/person': ({ kf, clock }, _body, query) => {
    const { seen, state, servicer, left, until } = kf.person(query.get('openid') ?? '');
    return { seen, state, servicer, left: until > clock.now().getTime() ? left : 0 };
  },
  'GET /__ctl/kf/log': ({ kf }) => ({ entries: kf.entries, calls: kf.calls.calls }),
  // The Official Account's own desk.
  'POST /__ctl/desk/take': (wechat, { openid }) => wechat.deskTakes(openid),
  'POST /__ctl/desk/say': (wechat, { openid, text }) => wechat.deskSays(openid, String(text)),
  'POST /__ctl/desk/end': (wechat, { openid }) => wechat.deskEnds(openid),
  'GET /__ctl/menu': (wechat) => wechat.api.menu ?? { button: [] },
};

/**
 * The account's settings. `mode` is one of its modes (plain, compat, safe), in which nothing is wrong with pushes any more, or a fault of
 * pushes beside it (badsig, dupe, reorder).
 */
function configure({ settings, pusher }: FakeWechat, { mode, ...others }: Body): object {
  if (mode !== undefined) {
    pusher.fault = pushFaults.find((fault) => fault === mode);
    if (!pusher.fault) settings.mode = mode === 'compat' ? 'compatible' : mode;
  }
  return Object.assign(settings, others);
}

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
