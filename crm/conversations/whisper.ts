import { v7 } from 'uuid';
import type { Client } from '#prisma/client.ts';

/** Writes a note for staff into the history: internal, so that no channel ever shows it. In the transaction that is open. */
export async function whisper(
  client: Client,
  conversationId: string,
  { text, from, at }: { text: string; from: { id: string; name: string }; at: Date },
): Promise<void> {
  const { sequence } = await client.conversation.update({
    where: { id: conversationId },
    data: { sequence: { increment: 1 } },
  });
  const id = v7();
  const body = { id, type: 'whisper', text, timestamp: at.toISOString(), from };
  const sender = 'staff';
  await client.activity.create({
    data: { id, conversationId, sequence, direction: 'internal', type: 'whisper', sender, text, body, createdAt: at },
  });
}
