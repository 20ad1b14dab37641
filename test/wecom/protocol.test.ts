import { describe, expect, test } from 'vitest';
import { NotFromPlatform } from '#bot/channels/tencent/forged.ts';
import { textOf } from '#bot/channels/tencent/xml.ts';
import { WecomCallback } from '#bot/channels/wecom/callback.ts';
import { readItem } from '#bot/channels/wecom/items.ts';
import { activityIn, kfBody, messageIdOf, sentAnew } from '#bot/channels/wecom/messages.ts';
import { presented } from '#bot/channels/wecom/presentation.ts';
import vectors from '#test/notifiers/wechatVectors.json' with { type: 'json' };
import { PlatformClock } from '#test/support/wechat/clock.ts';
import { Files } from '#test/support/wechat/files.ts';
import { FakeKf } from '#test/support/wechat/kf/kf.ts';
import { flipBytes } from '#test/wechat/byteFlips.ts';

const clock = new PlatformClock();
const now = () => clock.now().getTime();
const kf = new FakeKf({ clock, files: new Files(clock), push: { targets: [], timeoutMs: 1, attempts: 1 } });
const { corpId, token, encodingAesKey } = kf.settings;
const callback = new WecomCallback({ corpId, token, encodingAesKeys: [encodingAesKey] }, now);

describe('the callback', () => {
  test.each(vectors.decrypt.filter(({ src }) => src.includes('WeCom')))('opens: $src', (vector) => {
    const at = () => Number(vector.timestamp) * 1000;
    const ofVector = new WecomCallback({ corpId: vector.id, token: vector.token, encodingAesKeys: [vector.key] }, at);
    const query = new URLSearchParams({ ...vector, echostr: vector.encrypt });
    if (!vector.contains.startsWith('<')) return expect(ofVector.echo(query)).toBe(vector.contains);
    const outer = (inside: string) => `<xml><ToUserName><![CDATA[${vector.id}]]></ToUserName>${inside}</xml>`;
    const encrypted = `<Encrypt><![CDATA[${vector.encrypt}]]></Encrypt>`;
    const fields = ofVector.open(query, outer(`${encrypted}<AgentID><![CDATA[218]]></AgentID>`));
    expect(textOf(fields, 'MsgId')).toBe('4561255354251345929');
    expect(() => ofVector.open(query, outer(`${encrypted}${encrypted}`))).toThrow(NotFromPlatform);
    expect(() => ofVector.open(new URLSearchParams({ ...vector, nonce: '1' }), outer(encrypted))).toThrow(
      NotFromPlatform,
    );
  });

  test('while keys change, both open', () => {
    const next = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
    const both = new WecomCallback({ corpId, token, encodingAesKeys: [next, encodingAesKey] }, now);
    const { query, body } = kf.request({ Event: 'kf_msg_or_event' });
    expect(textOf(both.open(new URLSearchParams(query), body), 'Event')).toBe('kf_msg_or_event');
  });

  test('none of 2,000 random byte flips of a body is accepted, none is anything but refused', () => {
    const { query, body } = kf.request({ MsgType: 'event', Event: 'kf_msg_or_event', OpenKfId: 'wk', Token: 't' });
    expect(flipBytes(callback, new URLSearchParams(query), body, 2000)).toEqual({ accepted: [], crashed: [] });
  });
});

test.each([
  [
    { origin: 3, msgtype: 'text', text: { content: '满意', menu_id: 'a.1' } },
    { kind: 'text', text: '满意', menuId: 'a.1' },
  ],
  [
    { origin: 3, msgtype: 'file', file: { media_id: 'm' } },
    { kind: 'file', file: { kind: 'file', mediaId: 'm' } },
  ],
  [
    { origin: 3, msgtype: 'location', location: { latitude: 23.1, longitude: 113.3, name: '广州塔' } },
    { kind: 'location', latitude: 23.1, label: '广州塔' },
  ],
  [
    { origin: 3, msgtype: 'link', link: { title: 't', url: 'https://e' } },
    { kind: 'link', url: 'https://e' },
  ],
  [
    { origin: 3, msgtype: 'business_card', business_card: { userid: 'x' } },
    { kind: 'other', name: 'business_card' },
  ],
  [
    { origin: 5, servicer_userid: 'zhang', msgtype: 'image', image: { media_id: 'm' } },
    { kind: 'saidElsewhere', servicer: 'zhang' },
  ],
  [
    event({ event_type: 'enter_session', welcome_code: 'c', scene_param: 'say%3A%E4%BD%A0%E5%A5%BD' }),
    { kind: 'entered', code: 'c', words: '你好' },
  ],
  [event({ event_type: 'enter_session', scene_param: '%E4%' }), { kind: 'entered' }],
  [event({ event_type: 'msg_send_fail', fail_msgid: 'x', fail_type: 6 }), { kind: 'sendFailed', reason: 6 }],
  [
    event({ event_type: 'session_status_change', change_type: 3, msg_code: 'c' }),
    { kind: 'sessionChanged', change: 'ended', code: 'c' },
  ],
  [event({ event_type: 'servicer_status_change', status: 1 }), { kind: 'other' }],
])('sync_msg: %o', (entry, expected) => {
  const head = { msgid: 'm1', send_time: 1_700_000_000, open_kfid: 'wk', external_userid: 'wm' };
  expect(readItem({ ...head, ...entry })).toMatchObject({ openKfId: 'wk', externalUserId: 'wm', ...expected });
});

test('what is no entry of WeCom is passed over', () => {
  for (const entry of [null, 'x', {}, { msgid: 'm', send_time: 1, msgtype: 'text', origin: 3 }])
    expect(readItem(entry)).toBeUndefined();
});

test('ids of messages: at most 32 signs, from them the reply is found, and another one after it did not arrive', () => {
  const id = '018f2f3a-0000-7000-8000-0000000000ff';
  const first = messageIdOf(id, 12);
  expect(first).toMatch(/^[\w-]{1,32}$/);
  expect(sentAnew(sentAnew(first))).toBe(`${first}r2`);
  expect(sentAnew(sentAnew(first)).length).toBeLessThanOrEqual(32);
  for (const each of [first, sentAnew(first)]) expect(activityIn(each)).toBe(id);
  expect(activityIn('somebody-else')).toBeUndefined();
});

test('files go out as what WeCom takes them for, cards as words, what is elsewhere as its address', () => {
  const id = '018f2f3a-0000-7000-8000-000000000001';
  const contentUrl = `/v3/directline/attachments/${id}`;
  const attachments = [
    { contentType: 'image/png', contentUrl },
    { contentType: 'application/pdf', contentUrl, name: '说明书.pdf' },
    { contentType: 'audio/amr', contentUrl },
    { contentType: 'application/vnd.zhiyin.product+json', content: { name: '加湿器', price: '¥299' } },
    { contentType: 'image/png', contentUrl: 'https://e.cn/a.png', name: '图' },
  ];
  const { messages } = presented([{ text: '您看', attachments }], undefined);
  expect(messages).toEqual([
    { type: 'text', text: '您看\n\n加湿器 · ¥299\n\n图 https://e.cn/a.png' },
    { type: 'file', kind: 'image', file: id },
    { type: 'file', kind: 'file', file: id },
    { type: 'file', kind: 'voice', file: id },
  ]);
  expect(kfBody(messages[2] as never, 'm')).toEqual({ msgtype: 'file', file: { media_id: 'm' } });
});

test('a turn is as few messages as it can be; a choice that is too long for a menu is numbered', () => {
  const id = '018f2f3a-0000-7000-8000-000000000001';
  const asking = (titles: string[]) => {
    const actions = titles.map((title) => ({ type: 'imBack', title, value: title }));
    return { id, text: '**二**', suggestedActions: { to: [], actions } };
  };
  const [menu] = presented([{ text: '一' }, asking(['是', '否'])], undefined).messages;
  expect(kfBody(menu as never)).toEqual({
    msgtype: 'msgmenu',
    msgmenu: {
      head_content: '一\n\n二',
      list: ['是', '否'].map((content, place) => ({ type: 'click', click: { id: `${id}.${place}`, content } })),
    },
  });
  expect(presented([asking(['是', '长'.repeat(43)])], undefined)).toMatchObject({ numbered: true });
});

/** An event as sync_msg has it: the ids stand inside. */
function event(of: Record<string, unknown>) {
  return {
    origin: 4,
    msgtype: 'event',
    open_kfid: undefined,
    external_userid: undefined,
    event: { open_kfid: 'wk', external_userid: 'wm', ...of },
  };
}
