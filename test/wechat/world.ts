import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type RunningApp, startApp } from '#test/support/app.ts';
import { copyDatabase, type TestDatabase } from '#test/support/database.ts';
import type { AccountSettings } from '#test/support/wechat/account.ts';
import { PlatformClock } from '#test/support/wechat/clock.ts';
import type { CorporationSettings } from '#test/support/wechat/kf/kf.ts';
import { FakeWechat } from '#test/support/wechat/platform.ts';

/** An account with instances of the bot behind it. */
export interface World {
  wechat: FakeWechat;
  apps: RunningApp[];
  app: RunningApp;
  databaseUrl: string;
  /** Every line that the instances wrote down. */
  log: string[];
  /** A person whom nobody knows yet. */
  somebody(): string;
}

/** Starts the platform and `instances` of the bot on one database; the clock is shared. */
export function wechatWorld(
  options: {
    instances?: number;
    settings?: Partial<AccountSettings>;
    corporation?: Partial<CorporationSettings>;
    env?: Record<string, string>;
  } = {},
): World {
  const { instances = 1, settings, corporation, env = {} } = options;
  const world = { apps: [] as RunningApp[], log: [] as string[] } as World;
  const logger = pino({ level: 'debug' }, { write: (line) => void world.log.push(line) });
  let database: TestDatabase;
  let people = 0;
  beforeAll(async () => {
    database = await copyDatabase();
    world.databaseUrl = database.url;
    world.wechat = await new FakeWechat({
      clock: new PlatformClock(),
      push: { timeoutMs: 20_000 },
      ...(settings ? { settings } : {}),
      ...(corporation ? { corporation } : {}),
    }).start();
    const { clock } = world.wechat;
    for (let number = 0; number < instances; number++) {
      const { url, kf } = world.wechat;
      const all = { ...world.wechat.environment(), ...kf.environment(url), ...env };
      world.apps.push(await startApp({ databaseUrl: database.url, env: all, clock, logger }));
    }
    world.app = world.apps[0]!;
    world.somebody = () => `o-person-${++people}`;
    world.wechat.pusher.options.targets = world.apps.map(({ url }) => `${url}/channels/wechat`);
    world.wechat.kf.options.targets = world.apps.map(({ url }) => `${url}/channels/wecom`);
  });
  afterEach(() => {
    world.wechat.api.faults.length = 0;
  });
  afterAll(async () => {
    await Promise.all(world.apps.map((app) => app.close()));
    await world.wechat?.close();
    await database?.drop();
  });
  return world;
}

/** What must stand in no line: secrets of the settings, tokens of every kind, addresses that hold one. */
export function expectNoSecretsIn({ wechat, log }: World): void {
  const { appSecret, token, encodingAesKey } = wechat.settings;
  const { kf } = wechat;
  const secrets = [appSecret, token, encodingAesKey, kf.settings.secret, kf.settings.token, kf.settings.encodingAesKey];
  const given = [...wechat.tokens.given, ...kf.calls.given, ...kf.wakeUps.keys()];
  const lines = log.join('');
  expect(lines.length, 'something was written down').toBeGreaterThan(0);
  for (const secret of [...secrets, ...given, 'access_token=', 'msg_signature=']) expect(lines).not.toContain(secret);
}
