import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSource } from '#crm/imports/readers/openSource.ts';
import { UnreadableFile } from '#crm/imports/unreadableFile.ts';
import { buildHouse, type House } from '#test/crm/support.ts';
import { testDatabase } from '#test/support/database.ts';
import { writeXlsx } from '#test/support/xlsx.ts';
import { importFile, importFolder } from './files.ts';

const database = testDatabase();
const folder = importFolder();
let house: House;
beforeAll(() => {
  house = buildHouse(database.db);
});
afterAll(() => house.services.close());

const files: [fault: string, name: string, content: string | Buffer][] = [
  ['empty', 'empty.csv', ''],
  ['empty', 'header.csv', 'sku,name\n'],
  ['header', 'header2.csv', 'colour,size\nred,1\n'],
  ['quoting', 'quotes.csv', 'sku,name\nA,"a "b" c"\n'],
  ['quoting', 'open.csv', 'sku,name\nA,"never closed\nB,b\n'],
  ['format', 'picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])],
  ['format', 'zip.csv', Buffer.from('PK\x03\x04 and so on')],
  ['format', 'not.xlsx', 'sku,name\n'],
  ['format', 'old.xls', 'x'],
  ['format', 'what.pdf', 'x'],
  ['format', 'text.json', 'hello'],
  ['empty', 'empty.json', '[]'],
  ['quoting', 'open.json', '[{"sku": "A"'],
  ['encoding', 'bytes.csv', Buffer.from([0x73, 0x6b, 0x75, 0x0a, 0xff, 0xff, 0xfe, 0x0a])],
];

test.each(files)('%s: %s is refused in one sentence', async (fault, name, content) => {
  const refused = await importFile(house, 'products', folder.write(name, content)).catch((thrown: unknown) => thrown);
  expect(refused).toBeInstanceOf(UnreadableFile);
  expect((refused as UnreadableFile).fault).toBe(fault);
  expect((refused as UnreadableFile).message).not.toContain('\n');
});

test('a workbook that would fill the memory is refused before it is unpacked', async () => {
  const path = folder.path('large.xlsx');
  await writeXlsx(path, [['sku', 'name'], ...Array.from({ length: 2000 }, (_, i) => [`S-${i}`, 'x'.repeat(50)])]);
  const asked = { kind: 'products', path, staffId: null, confirm: () => false };
  await expect(house.services.imports.run({ ...asked, largestWorkbook: 100_000 })).rejects.toMatchObject({
    fault: 'workbookTooLarge',
  });
  expect((await house.services.imports.run(asked)).rows).toBe(2000);
});

test('a line without an end is refused without being held in memory', async () => {
  for (const [name, start] of [
    ['line.csv', 'sku,name\nA,"'],
    ['line.json', '[{"sku":"'],
  ] as const) {
    const path = folder.path(name);
    const stream = createWriteStream(path);
    stream.write(start);
    const piece = Buffer.alloc(1 << 20, 'x');
    for (let i = 0; i < 64; i++) if (!stream.write(piece)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'finish');
    const before = process.memoryUsage().rss;
    const refused = await importFile(house, 'products', path).catch((thrown: unknown) => thrown);
    expect((refused as UnreadableFile).fault).toBe('rowTooLong');
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  }
});

test('a table says what was written into it, whatever the cells hold', async () => {
  const cell = fc
    .oneof(fc.string({ maxLength: 12 }), fc.constantFrom('"', '""', ',', ';', '\n', '\r\n', 'a,"b"\nc', '水杯，"大"'))
    .map((text) => text.replaceAll('\0', '').trim());
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 10 }), async (rows) => {
      const lines = rows.map(([name, note], i) => `S${i},${quoted(name)},${quoted(note)}`);
      const source = await openSource(folder.write('any.csv', `sku,name,note\r\n${lines.join('\r\n')}\r\n`));
      const read: unknown[] = [];
      let line = 2;
      for await (const row of source.rows()) {
        const [name, note] = rows[read.length]!;
        expect(row).toEqual({ line, cells: { sku: `S${read.length}`, name, note } });
        line += 1 + [name, note].join('').split('\n').length - 1;
        read.push(row);
      }
      expect(read).toHaveLength(rows.length);
    }),
    { numRuns: 60 },
  );
});

test('what is not known can not be imported', async () => {
  await expect(importFile(house, 'dreams', folder.write('x.csv', 'a\n1\n'))).rejects.toThrow('choose one of products');
});
