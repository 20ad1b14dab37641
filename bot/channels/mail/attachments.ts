import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Attachment } from 'mailparser';
import type { Database } from '#prisma/client.ts';
import { HEAD_BYTES, typeOf } from '../directLine/fileTypes.ts';
import { uploadPath } from '../directLine/presenter.ts';
import { cleanName } from '../directLine/uploadFolder.ts';
import { uploadIdOf } from '../tencent/files.ts';
import type { Mail } from './parsing.ts';

const most = 8;
const largest = 10 * 1024 * 1024;

/** The files of a mail: those that were kept, as activities name them, and the names of those that were not. */
export interface KeptFiles {
  attachments: { contentType: string; contentUrl: string; name: string }[];
  leftOut: string[];
}

/** Keeps a mail's files among the uploads of its conversation. The same mail again keeps the same files. */
export async function keepFiles(
  { db, dataDir }: { db: Database; dataDir: string },
  conversationId: string,
  mail: Mail,
): Promise<KeptFiles> {
  const kept: KeptFiles = { attachments: [], leftOut: [] };
  for (const [place, attachment] of mail.attachments.entries()) {
    const name = cleanName(attachment.filename);
    const contentType = kept.attachments.length < most ? takenType(attachment) : undefined;
    if (!contentType) {
      kept.leftOut.push(name);
      continue;
    }
    const id = uploadIdOf({ from: mail.from.address, id: `${mail.messageId}#${place}`, at: mail.date ?? new Date(0) });
    const folder = path.join(dataDir, 'uploads');
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, id), attachment.content, { mode: 0o600 });
    const row = { id, conversationId, name, contentType, size: attachment.content.length };
    await db.client.upload.createMany({ data: [row], skipDuplicates: true });
    kept.attachments.push({ contentType, contentUrl: uploadPath(id), name });
  }
  return kept;
}

/** The type under which a file is kept; undefined for one that is not: too large, empty, or of a kind that nobody should open. */
function takenType({ content, contentType }: Attachment): string | undefined {
  if (content.length === 0 || content.length > largest) return undefined;
  try {
    return typeOf(content.subarray(0, HEAD_BYTES), contentType);
  } catch {
    return undefined;
  }
}
