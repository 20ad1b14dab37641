import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '#bot/config.ts';

const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const app = { WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '1000002', WECOM_SECRET: 's' };

test('without settings nobody is told outside the desk, and nothing private is reached', () => {
  const { smtp, wecom, allowedNetworks } = readConfig({});
  expect([smtp, wecom, allowedNetworks.check('10.0.0.1')]).toEqual([undefined, undefined, false]);
});

test('an app in WeCom, with or without a callback; mail; allowed networks', () => {
  expect(readConfig(app).wecom).toMatchObject({
    agentId: 1000002,
    hears: false,
    apiUrl: 'https://qyapi.weixin.qq.com',
  });
  expect(readConfig({ ...app, WECOM_TOKEN: 't', WECOM_ENCODING_AES_KEY: key }).wecom).toMatchObject({ hears: true });
  expect(readConfig(app).kf, 'customers are heard by the callback').toBeUndefined();
  const heard = {
    ...app,
    WECOM_TOKEN: 't',
    WECOM_ENCODING_AES_KEY: key,
    WECOM_KF_SECRET: 'kf',
    WECOM_KF_DESK: 'wecom',
  };
  expect(readConfig(heard).kf).toMatchObject({ secret: 'kf', desk: 'wecom', messagesPerMessage: 5 });
  expect(readConfig({ SMTP_URL: 'smtps://a:b@mail.example' }).smtp).toEqual({
    url: 'smtps://a:b@mail.example',
    from: undefined,
  });
  expect(readConfig({ EGRESS_ALLOWED_NETWORKS: '10.1.0.0/16, fd00::/8' }).allowedNetworks.check('10.1.2.3')).toBe(true);
});

test.each([
  [{ WECOM_AGENT_ID: '1' }, 'WECOM_CORP_ID'],
  [{ ...app, WECOM_AGENT_ID: 'x' }, 'number of the app'],
  [{ ...app, WECOM_TOKEN: 't' }, 'WECOM_ENCODING_AES_KEY'],
  [{ ...app, WECOM_TOKEN: 't', WECOM_ENCODING_AES_KEY: 'short' }, '43'],
  [{ WECOM_TOKEN: 't', WECOM_ENCODING_AES_KEY: key }, 'WECOM_CORP_ID'],
  [{ ...app, WECOM_KF_DESK: 'theirs' }, 'house or wecom'],
  [{ SMTP_URL: 'mail.example' }, 'smtps://'],
  [{ SMTP_URL: 'smtp://x', SMTP_FROM: 'nobody' }, 'mail address'],
  [{ EGRESS_ALLOWED_NETWORKS: '10.0.0.0/40' }, 'EGRESS_ALLOWED_NETWORKS'],
])('%o is refused with what to do', (given, said) => {
  expect(() => readConfig(given as Record<string, string>)).toThrow(ConfigError);
  expect(() => readConfig(given as Record<string, string>)).toThrow(said);
});
