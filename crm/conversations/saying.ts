import type { Client } from '#prisma/client.ts';
import { InvalidInput } from '../errors.ts';
import type { SentFile } from '../messenger.ts';
import { followConversation } from '../serviceLevels/followConversations.ts';
import { refuse } from './holding.ts';
import type { ConversationParts } from './parts.ts';

/** A file for the customer; `contentType` is what it is said to be. */
export interface StaffFile {
  name: string;
  contentType: string;
  bytes: Buffer;
}

/** Bytes of one file; what every channel of ours takes from customers, too. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** See Conversations.say. */
export function say(parts: ConversationParts, id: string, staffId: string, text: string): Promise<void> {
  return speak(parts, id, staffId, { text });
}

/** See Conversations.sendFile. */
export async function sendFile(parts: ConversationParts, id: string, staffId: string, file: StaffFile): Promise<void> {
  const { length } = file.bytes;
  if (length === 0) throw new InvalidInput([{ path: 'file', message: 'The file is empty.' }]);
  if (length > LARGEST_FILE) throw new InvalidInput([{ path: 'file', message: 'A file may have 10 MB.' }]);
  const kept = await parts.files.keep(file);
  try {
    await speak(parts, id, staffId, { text: '', file: kept });
  } catch (fault) {
    await parts.files.remove([kept.id]);
    throw fault;
  }
}

/** What is said is said by who has the conversation, and nobody waits any more for the shop. */
async function speak(
  { db, clocks, clock, messenger, presence }: ConversationParts,
  id: string,
  staffId: string,
  { text, file }: { text: string; file?: SentFile },
): Promise<void> {
  await db.transaction(async (client: Client) => {
    const include = { staff: { select: { id: true, name: true } } };
    const found = await client.conversation.findFirst({ where: { id, holder: 'person', staffId }, include });
    if (!found?.staff) return refuse(client, id);
    await presence.seen(staffId);
    if (file) {
      const { path: _, ...upload } = file;
      await client.upload.create({ data: { ...upload, conversationId: id, createdAt: clock.now() } });
    }
    await messenger.say(id, text, found.staff, file ? [file] : []);
    await followConversation(clocks, client, id, clock.now());
  });
}
