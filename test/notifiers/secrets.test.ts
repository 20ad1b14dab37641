import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Audit } from '#crm/audit/audit.ts';
import { openDoor } from '#crm/notifications/sealedTarget.ts';
import { NotificationTargets } from '#crm/notifications/targets.ts';
import { Secrets, SecretUnreadable } from '#crm/secrets/secrets.ts';
import { TestClock } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const ownKey = 'a key of the environment';

test('what is sealed is read in its place with its key, and nowhere else', async () => {
  const kept = new Secrets(database.db, undefined);
  const own = new Secrets(database.db, ownKey);
  const other = new Secrets(database.db, 'another key of the environment');
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 8 }), fc.boolean(), async (text, withOwn) => {
      const secrets = withOwn ? own : kept;
      const sealed = await secrets.seal(text, 'a');
      expect(sealed).not.toContain(text);
      expect(await secrets.seal(text, 'a')).not.toBe(sealed);
      expect(await secrets.open(sealed, 'a')).toBe(text);
      // A key that was set later still reads what the database's own key sealed.
      if (withOwn) await expect(other.open(sealed, 'a')).rejects.toThrow(SecretUnreadable);
      else expect(await other.open(sealed, 'a')).toBe(text);
      await expect(secrets.open(sealed, 'b')).rejects.toThrow(SecretUnreadable);
      const middle = sealed.length - 8;
      const bent = `${sealed.slice(0, middle)}${sealed[middle] === 'A' ? 'B' : 'A'}${sealed.slice(middle + 1)}`;
      await expect(secrets.open(bent, 'a')).rejects.toThrow(SecretUnreadable);
    }),
    { numRuns: 20 },
  );
});

test('a robot’s address and secret are sealed in the database, anew when the key changes, and lost without it', async () => {
  const { db } = database;
  const clock = new TestClock();
  const targets = (secrets: Secrets) => {
    const egress = { check: async () => undefined, post: () => Promise.reject(new Error('Nothing is sent here.')) };
    return new NotificationTargets({ db, clock, audit: new Audit(db, clock), egress, secrets });
  };
  const url = 'https://oapi.dingtalk.com/robot/send?access_token=0123456789abcdef';
  const data = { way: 'dingtalk', name: '群', url, secret: 'SECabc' };
  const { id } = await db.client.notificationTarget.create({ data });
  const stored = () => db.client.notificationTarget.findUniqueOrThrow({ where: { id } });
  const shown = { ending: 'cdef', host: 'oapi.dingtalk.com', signed: true, readable: true };
  const before = targets(new Secrets(db, undefined));
  const again = { way: 'dingtalk', name: '又一个', url } as const;
  await expect(before.create(again, null)).rejects.toMatchObject({ code: 'targetKnown' });
  expect(await before.list()).toMatchObject([shown]);

  // What lay in the clear is sealed at the next start, and again by a key that is set later.
  await before.seal();
  const first = await stored();
  expect(JSON.stringify(first)).not.toMatch(/0123456789abcdef|SECabc/);
  await before.seal();
  expect(await stored()).toEqual(first);
  const keyed = targets(new Secrets(db, ownKey));
  expect(await keyed.list()).toMatchObject([shown]);
  await keyed.seal();
  const second = await stored();
  expect(second.url).not.toBe(first.url);
  expect(await openDoor(new Secrets(db, ownKey), second)).toEqual({ url, secret: 'SECabc' });

  // Without the key it says so and is left alone, until somebody enters it again.
  expect(await before.list()).toMatchObject([{ host: '', ending: '', signed: true, readable: false }]);
  await before.seal();
  expect(await stored()).toEqual(second);
  await before.update(id, { url, secret: 'SECnew' }, null);
  expect(await before.list()).toMatchObject([shown]);
  expect(await openDoor(new Secrets(db, undefined), await stored())).toEqual({ url, secret: 'SECnew' });
});
