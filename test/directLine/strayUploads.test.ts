import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { forgetStrayUploads } from '#bot/uploadRetention.ts';
import { testDatabase } from '#test/support/database.ts';

const database = testDatabase();
const now = new Date('2026-11-22T03:10:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

it('forgets parts and files that nobody holds, a day later; what a conversation holds stays', async () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-uploads-'));
  await mkdir(path.join(dataDir, 'uploads'));
  const lay = (name: string, hours: number) => {
    const file = path.join(dataDir, 'uploads', name);
    writeFileSync(file, 'x');
    utimesSync(file, hoursAgo(hours), hoursAgo(hours));
  };
  const [held, stray, fresh, part] = [v7(), v7(), v7(), v7()];
  const conversation = await database.db.client.conversation.create({ data: { channel: 'test', externalId: v7() } });
  await database.db.client.upload.create({
    data: { id: held, conversationId: conversation.id, name: 'a.png', contentType: 'image/png', size: 1 },
  });
  lay(held, 48);
  lay(stray, 48);
  lay(fresh, 1);
  lay(`${part}.part`, 48);
  lay('notes of the owner.txt', 48);

  expect(await forgetStrayUploads(database.db, dataDir, now)).toBe(2);
  expect(readdirSync(path.join(dataDir, 'uploads')).sort()).toEqual([held, fresh, 'notes of the owner.txt'].sort());
  expect(await forgetStrayUploads(database.db, dataDir, now)).toBe(0);
  expect(await forgetStrayUploads(database.db, path.join(dataDir, 'nowhere'), now)).toBe(0);
  rmSync(dataDir, { recursive: true });
});
