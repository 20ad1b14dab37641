import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = process.cwd();
const rooms = ['bot', 'dialogs', 'api', 'crm', 'ai', 'prisma', 'web', 'test', 'bench'];
let house: string;

/** What is planted in a room, and the rule that it breaks; `null` where it is allowed. */
interface Planted {
  what: string;
  room: string;
  source: string;
  rule: string | null;
}

const planted: Planted[] = [
  {
    what: 'an import from a floor above',
    room: 'crm',
    source: `import { room } from '#dialogs/room.ts';\nexport const x = room;`,
    rule: 'floor-crm',
  },
  {
    what: 'an import across',
    room: 'dialogs',
    source: `import { room } from '#api/room.ts';\nexport const x = room;`,
    rule: 'floor-dialogs',
  },
  {
    what: 'an import by path instead of by name',
    room: 'ai',
    source: `import { room } from '../crm/room.ts';\nexport const x = room;`,
    rule: 'floor-ai',
  },
  {
    what: 'code of the server in a page',
    room: 'web',
    source: `import { room } from '#api/room.ts';\nexport const x = room;`,
    rule: 'floor-web-types',
  },
  {
    what: 'a vendor in the wrong room',
    room: 'crm',
    source: `import { CardFactory } from 'botbuilder';\nexport const x = CardFactory;`,
    rule: 'vendor-botbuilder',
  },
  {
    what: 'the database client in a dialog',
    room: 'dialogs',
    source: `import { room } from '#prisma/room.ts';\nexport const x = room;`,
    rule: 'prisma-client-rooms',
  },
  {
    what: 'a test in the house',
    room: 'bot',
    source: `import { room } from '#test/room.ts';\nexport const x = room;`,
    rule: 'nobody-imports-tests',
  },
  {
    what: 'a floor below',
    room: 'dialogs',
    source: `import { room } from '#crm/room.ts';\nexport const x = room;`,
    rule: null,
  },
  {
    what: 'types of the api in a page',
    room: 'web',
    source: `import type { Shape } from '#api/room.ts';\nexport const x: Shape = { a: 1 };`,
    rule: null,
  },
];

/** The rules that each planted file breaks, found by looking at the whole house once. */
let broken: string[][];

const fileOf = (at: number) => `${planted[at]!.room}/planted${at}.ts`;

/** A small house with our rules: a harmless file in each room, and those with imports to judge. */
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
  for (const [at, { source }] of planted.entries()) writeFileSync(path.join(house, fileOf(at)), source);
  const violations = cruise();
  broken = planted.map((_, at) => violations.filter(({ from }) => from === fileOf(at)).map(({ rule }) => rule.name));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function cruise(): { from: string; rule: { name: string } }[] {
  const { stdout } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      ...rooms,
    ],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return JSON.parse(stdout).summary.violations;
}

describe('the floors', () => {
  for (const [at, { what, rule }] of planted.entries()) {
    if (rule) it(`refuse ${what}`, () => expect(broken[at]).toContain(rule));
    else it(`allow ${what}`, () => expect(broken[at]).toEqual([]));
  }
});
