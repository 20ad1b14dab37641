import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { v7 } from 'uuid';
import { z } from 'zod';
import { FileKindRefused } from '#crm/errors.ts';
import type { CustomerFiles, ErasedList } from '#crm/privacy/erasedList.ts';
import { UnsupportedMedia } from './channels/directLine/errors.ts';
import { HEAD_BYTES, typeOf } from './channels/directLine/fileTypes.ts';
import { uploadPath } from './channels/directLine/presenter.ts';
import { cleanName } from './channels/directLine/uploadFolder.ts';

const lineSchema = z.object({ id: z.uuid(), at: z.string() });

/** The list of erased records: one line of JSON each in DATA_DIR/erased.jsonl, to be kept apart from the database's backups. */
export function createErasedList(dataDir: string): ErasedList {
  const file = path.join(dataDir, 'erased.jsonl');
  return {
    async add(customerIds, at) {
      await mkdir(dataDir, { recursive: true });
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.write(customerIds.map((id) => `${JSON.stringify({ id, at: at.toISOString() })}\n`).join(''));
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    async ids() {
      const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return '';
        throw fault;
      });
      // A line that was cut off by a crash was not acknowledged: its erasure had not begun.
      return [...new Set(text.split('\n').flatMap(idIn))];
    },
  };
}

function idIn(line: string): string[] {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data.id] : [];
  } catch {
    return [];
  }
}

/** The bytes of the files in conversations, in DATA_DIR/uploads, each under its id. */
export function createCustomerFiles(dataDir: string): CustomerFiles {
  const at = (id: string) => path.join(dataDir, 'uploads', id);
  return {
    async keep({ name, contentType: said, bytes }) {
      const contentType = typeTaken(bytes, said);
      const id = v7();
      await mkdir(path.join(dataDir, 'uploads'), { recursive: true });
      await writeFile(`${at(id)}.part`, bytes, { mode: 0o600 });
      await rename(`${at(id)}.part`, at(id));
      return { id, name: cleanName(name), contentType, size: bytes.length, path: uploadPath(id) };
    },
    read: (id) => readFile(at(id)).catch(() => null),
    remove: async (ids) => {
      await Promise.all(ids.map((id) => rm(at(id), { force: true })));
    },
  };
}

/** Throws FileKindRefused. */
function typeTaken(bytes: Buffer, said: string): string {
  try {
    return typeOf(bytes.subarray(0, HEAD_BYTES), said);
  } catch (fault) {
    if (fault instanceof UnsupportedMedia) throw new FileKindRefused(fault.message, { cause: fault });
    throw fault;
  }
}
