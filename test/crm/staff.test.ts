import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#test/support/database.ts';
import { buildHouse, buildTeam, type House } from './support.ts';

const database = testDatabase();
let house: House;
let email: string;
let staffId: string;
const password = 'a quiet long password';
let made = 0;

beforeEach(async () => {
  house = buildHouse(database.db);
  email = `someone${++made}@example.com`;
  staffId = (await house.services.staff.create({ email, name: 'Someone', role: 'staff', password }, null)).id;
});

const fail = () => house.services.staff.signIn(email, 'wrong password').catch((fault: { code: string }) => fault.code);

describe('signing in', () => {
  test('by mail address in any case and password; the session tells who; nothing secret is stored or told', async () => {
    const { staff } = house.services;
    const signedIn = await staff.signIn(` ${email.toUpperCase()} `, password);
    expect(Buffer.from(signedIn.token, 'base64url')).toHaveLength(32);
    expect(await staff.sessionOf(signedIn.token)).toMatchObject({ id: staffId, email });
    const stored = JSON.stringify([
      await database.db.client.session.findMany(),
      await database.db.client.staff.findMany(),
    ]);
    expect(stored).not.toContain(signedIn.token);
    expect(stored).not.toContain(password);
    expect(stored).toContain('$argon2id$');
    expect(JSON.stringify([signedIn.staff, await staff.list(), await staff.sessionOf(signedIn.token)])).not.toMatch(
      /argon2|failedSignIns|lockedUntil/,
    );
  });

  test('ends by signing out, after a week, after 12 hours without use, and when the person leaves', async () => {
    const { staff } = house.services;
    const signIn = async () => (await staff.signIn(email, password)).token;
    const out = await signIn();
    await staff.signOut(out);
    expect(await staff.sessionOf(out)).toBeNull();

    const idle = await signIn();
    house.clock.add({ hours: 11, minutes: 59 });
    expect(await staff.sessionOf(idle)).not.toBeNull();
    house.clock.add({ hours: 11, minutes: 59 });
    expect(await staff.sessionOf(idle)).not.toBeNull();
    house.clock.add({ hours: 12, minutes: 1 });
    expect(await staff.sessionOf(idle)).toBeNull();

    const week = await signIn();
    for (let hours = 0; hours < 7 * 24; hours += 8) {
      expect(await staff.sessionOf(week)).not.toBeNull();
      house.clock.add({ hours: 8 });
    }
    expect(await staff.sessionOf(week)).toBeNull();

    const leaving = await signIn();
    await staff.update(staffId, { active: false }, null);
    expect(await staff.sessionOf(leaving)).toBeNull();
    await expect(staff.signIn(email, password)).rejects.toMatchObject({ code: 'signInFailed' });
  });

  test('a new password or role signs out everywhere; a new name does not', async () => {
    const { staff } = house.services;
    for (const [patch, stays] of [
      [{ name: 'Other' }, true],
      [{ role: 'manager' as const }, false],
      [{ password: 'another long password' }, false],
    ] as const) {
      const { token } = await staff.signIn(email, password);
      await staff.update(staffId, patch, null);
      expect((await staff.sessionOf(token)) !== null).toBe(stays);
    }
  });

  test.each(['', 'x', 'zz'.repeat(500)])('%j is no session', async (token) => {
    expect(await house.services.staff.sessionOf(token)).toBeNull();
  });
});

describe('lockout', () => {
  test('after five failures even the right password waits a quarter of an hour', async () => {
    const { staff } = house.services;
    for (let i = 0; i < 5; i++) expect(await fail()).toBe('signInFailed');
    await expect(staff.signIn(email, password)).rejects.toMatchObject({ code: 'tooManyAttempts', retryAfter: 900 });
    house.clock.add({ minutes: 14 });
    await expect(staff.signIn(email, password)).rejects.toMatchObject({ retryAfter: 60 });
    house.clock.add({ minutes: 1 });
    expect((await staff.signIn(email, password)).staff.id).toBe(staffId);
  });

  test('success forgets the failures before it', async () => {
    for (let i = 0; i < 4; i++) await fail();
    await house.services.staff.signIn(email, password);
    for (let i = 0; i < 4; i++) expect(await fail()).toBe('signInFailed');
    await house.services.staff.signIn(email, password);
  });

  test('fifty guesses at once are five guesses', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, fail));
    expect(results.filter((code) => code === 'signInFailed')).toHaveLength(5);
    expect(results.filter((code) => code === 'tooManyAttempts')).toHaveLength(45);
  });

  test('an address that nobody has answers in the same way', async () => {
    const guess = () =>
      house.services.staff
        .signIn('nobody@example.com', 'wrong password')
        .catch((fault: { code: string }) => fault.code);
    for (let i = 0; i < 5; i++) expect(await guess()).toBe('signInFailed');
    expect(await guess()).toBe('tooManyAttempts');
    house.clock.add({ minutes: 15 });
    expect(await guess()).toBe('signInFailed');
  });
});

describe('sign-in links', () => {
  test('sign in once, within the hour', async () => {
    const { staff } = house.services;
    const { token } = await staff.createSignInLink(staffId);
    const uses = await Promise.allSettled([staff.redeemSignInLink(token), staff.redeemSignInLink(token)]);
    expect(uses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = await staff.createSignInLink(staffId);
    house.clock.add({ minutes: 60 });
    await expect(staff.redeemSignInLink(late.token)).rejects.toMatchObject({ code: 'linkInvalid', status: 401 });
    await expect(staff.redeemSignInLink('nonsense')).rejects.toMatchObject({ code: 'linkInvalid' });
  });

  test('open a locked account, and not that of somebody who left', async () => {
    const { staff } = house.services;
    for (let i = 0; i < 5; i++) await fail();
    await staff.redeemSignInLink((await staff.createSignInLink(staffId)).token);
    expect((await staff.signIn(email, password)).staff.id).toBe(staffId);
    const { token } = await staff.createSignInLink(staffId);
    await staff.update(staffId, { active: false }, null);
    await expect(staff.redeemSignInLink(token)).rejects.toMatchObject({ code: 'linkInvalid' });
  });
});

describe('accounts', () => {
  test('have a mail address of their own', async () => {
    const { staff } = house.services;
    await expect(staff.create({ email: email.toUpperCase(), name: 'Two', role: 'staff' }, null)).rejects.toMatchObject({
      code: 'emailTaken',
    });
    const other = await staff.create({ email: `other${made}@example.com`, name: 'Two', role: 'staff' }, null);
    await expect(staff.update(other.id, { email }, null)).rejects.toMatchObject({ code: 'emailTaken' });
  });

  test.each(['short', 'x'.repeat(201)])('%s is refused as a password', async (bad) => {
    await expect(house.services.staff.update(staffId, { password: bad }, null)).rejects.toMatchObject({
      fields: [{ path: 'password' }],
    });
  });

  test('belong to teams that exist', async () => {
    const team = await buildTeam(house, 'service');
    expect(await house.services.staff.update(staffId, { teamId: team.id }, null)).toMatchObject({ teamId: team.id });
    await expect(house.services.staff.update(staffId, { teamId: staffId }, null)).rejects.toMatchObject({
      fields: [{ path: 'teamId' }],
    });
  });

  test('an account without a password can not be signed in to', async () => {
    const { staff } = house.services;
    await staff.create({ email: `link${made}@example.com`, name: 'Link', role: 'staff' }, null);
    await expect(staff.signIn(`link${made}@example.com`, '')).rejects.toMatchObject({ code: 'signInFailed' });
  });
});

describe('administrators', () => {
  beforeAll(async () => {
    await database.db.client.staff.updateMany({ where: { role: 'administrator' }, data: { role: 'staff' } });
  });

  test('the first start makes one; each start gives a link until there is a password', async () => {
    const { staff } = house.services;
    const first = await staff.ensureAdministrator();
    const again = await staff.ensureAdministrator();
    expect(first.token).not.toBe(again.token);
    const signedIn = await staff.redeemSignInLink(again.token!);
    expect(signedIn.staff).toMatchObject({ role: 'administrator', email: 'admin@localhost' });
    await staff.update(signedIn.staff.id, { password }, signedIn.staff.id);
    expect(await staff.ensureAdministrator()).toEqual({});
    expect(await staff.ensureAdministrator('second@example.com', 'a password for the second')).toEqual({});
    expect(await database.db.client.staff.count({ where: { role: 'administrator' } })).toBe(1);
  });

  test('the last one can not leave, nor two at once', async () => {
    const { staff } = house.services;
    const [one] = await database.db.client.staff.findMany({ where: { role: 'administrator' } });
    await expect(staff.update(one!.id, { active: false }, one!.id)).rejects.toMatchObject({
      code: 'lastAdministrator',
    });
    await staff.update(staffId, { role: 'administrator' }, one!.id);
    const leaving = await Promise.allSettled(
      [one!.id, staffId].map((id) => staff.update(id, { role: 'staff' }, one!.id)),
    );
    expect(leaving.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('by mail address and password where they are given', async () => {
    await database.db.client.staff.updateMany({ where: { role: 'administrator' }, data: { role: 'staff' } });
    const { staff } = house.services;
    expect(await staff.ensureAdministrator('Boss@Example.com', password)).toEqual({});
    expect((await staff.signIn('boss@example.com', password)).staff.role).toBe('administrator');
    await Promise.all([
      staff.ensureAdministrator('boss@example.com', password),
      staff.ensureAdministrator('boss@example.com', password),
    ]);
    expect(await database.db.client.staff.count({ where: { email: 'boss@example.com' } })).toBe(1);
  });
});

test('keys of programs are shown once, work until they are revoked, and only their hash is kept', async () => {
  const { apiKeys, audit } = house.services;
  const key = await apiKeys.create({ name: 'ERP', role: 'manager' }, staffId);
  expect(await apiKeys.authenticate(key.secret)).toMatchObject({ id: key.id, role: 'manager' });
  expect((await apiKeys.list()).items[0]).toMatchObject({ id: key.id, lastUsedAt: house.clock.now() });
  expect(JSON.stringify([await database.db.client.apiKey.findMany(), await apiKeys.list()])).not.toContain(key.secret);
  await apiKeys.revoke(key.id, staffId);
  await apiKeys.revoke(key.id, staffId);
  expect(await apiKeys.authenticate(key.secret)).toBeNull();
  expect((await audit.list({ entity: 'apiKey', entityId: key.id })).items.map(({ action }) => action)).toEqual([
    'revoke',
    'create',
  ]);
  expect(await apiKeys.authenticate('zhiyin_x')).toBeNull();
  expect(await apiKeys.authenticate('')).toBeNull();
});
