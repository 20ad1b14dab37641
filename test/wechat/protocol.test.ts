import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AccessToken } from '#bot/channels/tencent/accessToken.ts';
import { aesKeyOf, decrypt } from '#bot/channels/tencent/crypto.ts';
import { NotFromPlatform } from '#bot/channels/tencent/forged.ts';
import { readXml, textOf } from '#bot/channels/tencent/xml.ts';
import { Callback } from '#bot/channels/wechat/callback.ts';
import { passiveAnswer } from '#bot/channels/wechat/messages.ts';
import { plainText } from '#bot/channels/wechat/plainText.ts';
import { presented } from '#bot/channels/wechat/presentation.ts';
import { readPush } from '#bot/channels/wechat/pushes.ts';
import { splitText } from '#bot/channels/wechat/splitting.ts';
import vectors from '#test/notifiers/wechatVectors.json' with { type: 'json' };
import { account } from '#test/support/wechat/account.ts';
import { PlatformClock } from '#test/support/wechat/clock.ts';
import { Pusher } from '#test/support/wechat/pushing.ts';
import { flipBytes } from './byteFlips.ts';

const clock = new PlatformClock();
const now = () => clock.now().getTime();
const settingsOf = (mode: 'plain' | 'compatible' | 'safe', keys = [account.encodingAesKey]) => ({
  appId: account.appId,
  token: account.token,
  mode,
  encodingAesKeys: keys,
});
const said = {
  ToUserName: account.originalId,
  FromUserName: 'o-1',
  CreateTime: 1_700_000_000,
  MsgType: 'text',
  Content: '你好 ]]> & <b>',
  MsgId: '22363405356629000',
};
const pushed = (settings: Partial<typeof account> = {}) => {
  const pusher = new Pusher({ ...account, ...settings }, clock, { targets: [], timeoutMs: 1, attempts: 1 });
  const { query, body } = pusher.request(said);
  return { query: new URLSearchParams(query), body };
};

describe('the callback', () => {
  test.each(vectors.decrypt.filter(({ contains }) => contains.startsWith('<')))('opens: $src', (vector) => {
    const at = Number(vector.timestamp) * 1000;
    const { id: appId, token, key, encrypt } = vector;
    const callback = new Callback({ appId, token, mode: 'compatible', encodingAesKeys: [key] }, () => at);
    const query = new URLSearchParams({ ...vector, encrypt_type: 'aes', encrypt: '' });
    const to = toOf(vector);
    const { fields } = callback.open(query, `<xml>${to}<Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`);
    expect(JSON.stringify(fields)).toContain(/>(?:<!\[CDATA\[)?([^\]<]+)/.exec(vector.contains)![1]);
  });

  test.each(['plain', 'compatible', 'safe'] as const)('%s mode: what is sealed comes back as it was', (mode) => {
    const { query, body } = pushed({ mode });
    const push = new Callback(settingsOf(mode), now).open(query, body);
    expect(readPush(push.fields)).toMatchObject({ kind: 'text', text: said.Content, id: 'msg:22363405356629000' });
    const answer = push.seal(
      passiveAnswer({ to: said.ToUserName, from: 'o-1' }, { type: 'text', text: 'a ]]> b\u0000' }, now()),
    );
    const outer = readXml(answer);
    expect(mode === 'plain' ? textOf(outer, 'Content') : textOf(outer, 'Encrypt')).toBeTruthy();
    if (mode === 'plain') expect(textOf(outer, 'Content')).toBe('a ]]> b');
  });

  test('while keys change, both open, and the answer is sealed with the one that did', () => {
    const old = 'P7PIjIGpA7axbjbffRoWYq7G0BsIaEpqdawIir4KqCt';
    const callback = new Callback(settingsOf('safe', [account.encodingAesKey, old]), now);
    for (const encodingAesKey of [account.encodingAesKey, old]) {
      const { query, body } = pushed({ encodingAesKey });
      expect(callback.open(query, body).fields.FromUserName).toBe('o-1');
    }
  });

  test('refused alike: stripped encryption, a wrong signature, another account, an old stamp, an envelope that says more', () => {
    const safe = new Callback(settingsOf('safe'), now);
    const good = pushed();
    const changed = (name: string, value: string) => {
      const query = new URLSearchParams(good.query);
      query.set(name, value);
      return query;
    };
    const plain = pushed({ mode: 'plain' });
    const old = String(Math.floor(now() / 1000) - 601);
    const bad: [string, URLSearchParams, string][] = [
      ['downgrade', plain.query, plain.body],
      ['raw', changed('encrypt_type', 'raw'), good.body],
      ['signature', changed('msg_signature', 'a'.repeat(40)), good.body],
      ['nonce', changed('nonce', '1'), good.body],
      ['stamp', changed('timestamp', old), good.body],
      ['no stamp', changed('timestamp', 'x'), good.body],
      ['appid', pushed({ appId: 'wx-else' }).query, pushed({ appId: 'wx-else' }).body],
      ['key', ...Object.values(pushed({ encodingAesKey: 'P7PIjIGpA7axbjbffRoWYq7G0BsIaEpqdawIir4KqCt' }))] as never,
      ['more', good.query, good.body.replace('<Encrypt>', '<MsgType>text</MsgType><Encrypt>')],
      ['to', good.query, good.body.replace(account.originalId, 'gh_else')],
      ['doctype', good.query, `<!DOCTYPE xml>${good.body}`],
    ];
    for (const [name, query, body] of bad) expect(() => safe.open(query, body), name).toThrow(NotFromPlatform);
    const compatible = new Callback(settingsOf('compatible'), now);
    const both = pushed({ mode: 'compatible' });
    // What stands in the clear beside it is not believed.
    const forged = both.body.replace('你好', '转账');
    expect(compatible.open(both.query, forged).fields.Content).toBe(said.Content);
  });

  test('none of 2,000 random byte flips of an encrypted body is accepted, none is anything but refused', () => {
    const good = pushed();
    expect(flipBytes(new Callback(settingsOf('safe'), now), good.query, good.body, 2000)).toEqual({
      accepted: [],
      crashed: [],
    });
  });
});

test.each([
  [
    { type: 'news', title: '加湿器', description: '¥299', url: 'https://s/1', picture: 'https://s/1.png' },
    '<ArticleCount>1</ArticleCount><Articles><item><Title><![CDATA[加湿器]]></Title><Description><![CDATA[¥299]]></Description><PicUrl><![CDATA[https://s/1.png]]></PicUrl><Url><![CDATA[https://s/1]]></Url></item></Articles>',
  ],
  [{ type: 'image', file: 'f' }, '<Image><MediaId><![CDATA[m]]></MediaId></Image>'],
  [{ type: 'voice', file: 'f' }, '<Voice><MediaId><![CDATA[m]]></MediaId></Voice>'],
  [{ type: 'transfer', account: 'a@shop' }, '<TransInfo><KfAccount><![CDATA[a@shop]]></KfAccount></TransInfo>'],
] as const)('the answer to a push may be %o', (message, inside) => {
  const xml = passiveAnswer({ to: 'gh', from: 'o' }, message, 1000, 'm');
  expect(xml).toContain(inside);
  expect(xml).toContain('<CreateTime>1</CreateTime>');
});

describe('pushes', () => {
  const read = (fields: string) =>
    readPush(
      readXml(
        `<xml><ToUserName>gh</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime>${fields}</xml>`,
      ),
    );
  test.each([
    [
      '<MsgType>text</MsgType><Content>满意</Content><MsgId>007</MsgId><bizmsgmenuid>a.1</bizmsgmenuid>',
      { kind: 'text', menuId: 'a.1', id: 'msg:007' },
    ],
    [
      '<MsgType>image</MsgType><MediaId>m</MediaId><MsgId>1</MsgId>',
      { kind: 'file', file: { kind: 'image', mediaId: 'm' } },
    ],
    [
      '<MsgType>voice</MsgType><MediaId>m</MediaId><Format>speex</Format><Recognition></Recognition>',
      { kind: 'file', file: { kind: 'voice', format: 'speex' } },
    ],
    ['<MsgType>shortvideo</MsgType><MediaId>m</MediaId>', { kind: 'file', file: { kind: 'video' } }],
    [
      '<MsgType>location</MsgType><Location_X>23.1</Location_X><Location_Y>113.3</Location_Y><Label>广州</Label>',
      { kind: 'location', latitude: 23.1, longitude: 113.3, label: '广州' },
    ],
    ['<MsgType>link</MsgType><Title>t</Title><Url>https://e</Url>', { kind: 'link', title: 't', url: 'https://e' }],
    [
      '<MsgType>event</MsgType><Event>subscribe</Event><EventKey>qrscene_12</EventKey>',
      { kind: 'subscribe', scene: '12' },
    ],
    ['<MsgType>event</MsgType><Event>SCAN</Event><EventKey>say:你好</EventKey>', { kind: 'scan', scene: 'say:你好' }],
    ['<MsgType>event</MsgType><Event>CLICK</Event><EventKey>k</EventKey>', { kind: 'click', key: 'k' }],
    ['<MsgType>event</MsgType><Event>unsubscribe</Event>', { kind: 'unsubscribe' }],
    [
      '<MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event><MsgID>9</MsgID><Status>failed:user block</Status>',
      { kind: 'noticeSent', messageId: '9', status: 'failed:user block' },
    ],
    [
      '<MsgType>event</MsgType><Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent><List><TemplateId>a</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List><List><TemplateId>b</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List></SubscribeMsgPopupEvent>',
      {
        choices: [
          { templateId: 'a', accepted: true },
          { templateId: 'b', accepted: false },
        ],
      },
    ],
    ['<MsgType>event</MsgType><Event>LOCATION</Event><Latitude>1</Latitude>', { kind: 'other', name: 'LOCATION' }],
  ])('%s', (fields, expected) => {
    expect(read(fields)).toMatchObject(expected);
  });

  test('two events in one second are two, a repeat is the same', () => {
    const one = read('<MsgType>event</MsgType><Event>CLICK</Event><EventKey>a</EventKey>');
    const two = read('<MsgType>event</MsgType><Event>CLICK</Event><EventKey>b</EventKey>');
    expect(one.id).not.toBe(two.id);
    expect(read('<MsgType>event</MsgType><Event>CLICK</Event><EventKey>a</EventKey>').id).toBe(one.id);
  });
});

describe('what is sent', () => {
  test('texts are cut by bytes, never inside of a character, and nothing is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('你好，', '。', '\n', '👨‍👩‍👧‍👦', '🇨🇳', 'e\u0301', 'word ', 'x'), { maxLength: 400 }),
        fc.integer({ min: 40, max: 300 }),
        (parts, limit) => {
          const text = parts.join('');
          const pieces = splitText(text, limit);
          for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(limit);
          expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
          for (const piece of pieces)
            expect(piece).not.toMatch(/^[\u200d\ufe0f\u0301\udc00-\udfff]|[\ud800-\udbff\u200d]$/);
        },
      ),
      { numRuns: 60 },
    );
    const edge = `${'a'.repeat(2046)}😀😀`;
    expect(splitText(edge)).toEqual(['a'.repeat(2046), '😀😀']);
  });

  test('Markdown becomes words, links can be touched, marks stay where they mean themselves', () => {
    const markdown = '# 您好\n**重点**：3 * 4 = 12\n- 一\n- [官网](https://e.cn/a?b=1)\n> 引用 `代码` snake_case_name';
    expect(plainText(markdown)).toBe(
      '您好\n重点：3 * 4 = 12\n• 一\n• <a href="https://e.cn/a?b=1">官网</a>\n引用 代码 snake_case_name',
    );
  });

  test('a turn is as few messages as it can be: texts as one, choices under them', () => {
    const id = '018f2f3a-0000-7000-8000-000000000001';
    const actions = ['是', '否'].map((title) => ({ type: 'imBack', title, value: title }));
    const turn = [{ text: '一' }, { id, text: '**二**', suggestedActions: { to: [], actions } }];
    const options = { menus: true, publicUrl: undefined };
    expect(presented(turn, options).messages).toEqual([
      {
        type: 'menu',
        head: '一\n\n二',
        choices: [
          { id: `${id}.0`, title: '是' },
          { id: `${id}.1`, title: '否' },
        ],
      },
    ]);
    const numbered = presented(turn, { ...options, menus: false });
    expect(numbered).toEqual({
      messages: [{ type: 'text', text: '一\n\n二\n\n回复数字即可：\n1. 是\n2. 否' }],
      numbered: true,
    });
    const product = {
      name: '加湿器',
      price: '¥299',
      imageUrl: '/a.png',
      attributes: [{ label: '容量', value: '5 L' }],
    };
    const card = [
      { text: '这款', attachments: [{ contentType: 'application/vnd.zhiyin.product+json', content: product }] },
    ];
    expect(presented(card, { menus: true, publicUrl: 'https://shop.cn' }).messages).toEqual([
      { type: 'text', text: '这款' },
      {
        type: 'news',
        title: '加湿器',
        description: '¥299\n容量: 5 L',
        url: 'https://shop.cn/a.png',
        picture: 'https://shop.cn/a.png',
      },
    ]);
    expect(presented(card, options).messages).toEqual([{ type: 'text', text: '这款\n\n加湿器 · ¥299\n容量: 5 L' }]);
  });
});

test('a token is fetched once for all who wait, renewed before its end, and by force only if the same comes back', async () => {
  const asked: boolean[] = [];
  let value = 'a';
  let time = 0;
  const token = new AccessToken(
    async (force) => {
      asked.push(force);
      if (force) value = 'forced';
      return { value, lifeMs: 7200_000 };
    },
    () => time,
  );
  expect(await Promise.all([token.value(), token.value(), token.value()])).toEqual(['a', 'a', 'a']);
  expect(asked).toEqual([false]);
  time = 6_935_000;
  value = 'b';
  expect(await token.value()).toBe('b');
  value = 'c';
  expect(await Promise.all([token.after('b'), token.after('b')])).toEqual(['c', 'c']);
  expect(await token.after('b'), 'somebody has fetched the next one already').toBe('c');
  expect(await token.after('c')).toBe('forced');
  expect(asked).toEqual([false, false, false, false, true]);
});

/** The envelope is for the account that the message inside is for; vectors of the platform do not tell it, so it is read from it. */
function toOf({ key, id, encrypt }: { key: string; id: string; encrypt: string }): string {
  return `<ToUserName><![CDATA[${textOf(readXml(decrypt(aesKeyOf(key), id, encrypt)), 'ToUserName')}]]></ToUserName>`;
}
