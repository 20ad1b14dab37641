import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { ImportReport, Rejected } from '#crm/imports/imports.ts';
import type { House } from '#test/crm/support.ts';

/** A folder for the files of a test, gone afterwards. */
export function importFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-import-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: (name: string) => path.join(folder, name),
    write(name: string, content: string | Buffer): string {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
      return file;
    },
  };
}

/** Imports and gives the report with its rejected rows. */
export async function importFile(
  { services }: House,
  kind: string,
  file: string,
  { dryRun = false, staffId = null as string | null } = {},
): Promise<ImportReport & { rows: number; refused: Rejected[] }> {
  const refused: Rejected[] = [];
  const report = await services.imports.run({
    kind,
    path: file,
    staffId,
    confirm: () => !dryRun,
    onRejected: (row) => refused.push(row),
  });
  return { ...report, refused };
}
