import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = process.cwd();
const rooms = ['bot', 'dialogs', 'api', 'crm', 'ai', 'prisma', 'web', 'test', 'bench'];
let house: string;

/** A small house with our rules: one harmless file a room, to which a forbidden import is added. */
beforeAll(() => {
  house = mkdtempSync(path.join(os.tmpdir(), 'zhiyin-floors-'));
  for (const file of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) {
    copyFileSync(path.join(root, file), path.join(house, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'));
  for (const room of rooms) {
    mkdirSync(path.join(house, room));
    writeFileSync(
      path.join(house, room, 'room.ts'),
      'export const room = 1;\nexport interface Shape {\n  a: number;\n}\n',
    );
  }
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

/** The names of the rules that a planted file breaks. */
function broken(room: string, source: string): string[] {
  const planted = path.join(house, room, 'planted.ts');
  writeFileSync(planted, source);
  try {
    const output = execFileSync(
      process.execPath,
      [
        path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        ...rooms,
      ],
      { cwd: house, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 },
    );
    return rulesOf(output);
  } catch (fault) {
    return rulesOf((fault as { stdout: string }).stdout);
  } finally {
    rmSync(planted);
  }
}

const rulesOf = (json: string): string[] => [
  ...new Set(
    (JSON.parse(json).summary.violations as { rule: { name: string } }[]).map((violation) => violation.rule.name),
  ),
];

describe('the floors', () => {
  it.each([
    [
      'an import from a floor above',
      'crm',
      `import { room } from '#dialogs/room.ts';\nexport const x = room;`,
      'floor-crm',
    ],
    ['an import across', 'dialogs', `import { room } from '#api/room.ts';\nexport const x = room;`, 'floor-dialogs'],
    [
      'an import by path instead of by name',
      'ai',
      `import { room } from '../crm/room.ts';\nexport const x = room;`,
      'floor-ai',
    ],
    [
      'code of the server in a page',
      'web',
      `import { room } from '#api/room.ts';\nexport const x = room;`,
      'floor-web-types',
    ],
    [
      'a vendor in the wrong room',
      'crm',
      `import { CardFactory } from 'botbuilder';\nexport const x = CardFactory;`,
      'vendor-botbuilder',
    ],
    [
      'the database client in a dialog',
      'dialogs',
      `import { room } from '#prisma/room.ts';\nexport const x = room;`,
      'prisma-client-rooms',
    ],
    [
      'a test in the house',
      'bot',
      `import { room } from '#test/room.ts';\nexport const x = room;`,
      'nobody-imports-tests',
    ],
  ])('refuse %s', (_what, room, source, rule) => {
    expect(broken(room, source)).toContain(rule);
  });

  it.each([
    ['a floor below', 'dialogs', `import { room } from '#crm/room.ts';\nexport const x = room;`],
    [
      'types of the api in a page',
      'web',
      `import type { Shape } from '#api/room.ts';\nexport const x: Shape = { a: 1 };`,
    ],
  ])('allow %s', (_what, room, source) => {
    expect(broken(room, source)).toEqual([]);
  });
});
