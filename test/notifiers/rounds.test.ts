import { expect, test } from 'vitest';
import { Rounds } from '#bot/rounds.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();

/** Rounds that end when the test says so. */
function held() {
  const ends: (() => void)[] = [];
  const faults: unknown[] = [];
  let [begun, abreast, most] = [0, 0, 0];
  const rounds = new Rounds({
    round: async () => {
      begun++;
      most = Math.max(most, ++abreast);
      await new Promise<void>((end) => ends.push(end));
      abreast--;
      if (begun === 1) throw new Error('the first stumbles');
    },
    onFault: (fault) => faults.push(fault),
    signals: database.db.signals,
    topic: 'webhooks',
    pollMs: 3_600_000,
  });
  const wake = () => database.db.signals.publish('webhooks', {});
  return { rounds, wake, faults, end: () => ends.shift()?.(), begun: () => begun, most: () => most };
}

test('what wakes it in the middle of a round makes one more, never two at once; a fault ends a round alone', async () => {
  const { rounds, wake, faults, end, begun, most } = held();
  rounds.start();
  await expect.poll(begun).toBe(1);
  for (let time = 0; time < 3; time++) wake();
  end();
  await expect.poll(begun).toBe(2);
  expect(faults).toEqual([new Error('the first stumbles')]);
  end();
  wake();
  await expect.poll(begun).toBe(3);
  expect(most()).toBe(1);

  let closed = false;
  const closing = rounds.close().then(() => {
    closed = true;
  });
  wake();
  await Promise.resolve();
  expect(closed).toBe(false);
  end();
  await closing;
  expect(begun()).toBe(3);
});
