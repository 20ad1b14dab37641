import { afterAll, afterEach, beforeAll } from 'vitest';
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
  const world = { apps: [] as RunningApp[] } as World;
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
      world.apps.push(await startApp({ databaseUrl: database.url, env: all, clock }));
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
