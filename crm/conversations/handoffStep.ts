import type { Client } from '#prisma/client.ts';
import type { Localized } from '../localized.ts';
import type { HandoffKind } from '../messenger.ts';
import type { ConversationParts } from './parts.ts';

/** A step of a handoff, by ids; see HandoffNews. */
interface Step {
  kind: HandoffKind;
  staffId?: string | null;
  toStaffId?: string | null;
  toTeamId?: string | null;
  /** What another desk said to it. */
  note?: string | null;
}

/** Keeps a step in the conversation with the names of those concerned, and tells other desks; in the transaction that is open. */
export async function tellStep(
  { messenger }: Pick<ConversationParts, 'messenger'>,
  client: Client,
  conversationId: string,
  { kind, staffId, toStaffId, toTeamId, note = null }: Step,
): Promise<void> {
  const select = { id: true, name: true } as const;
  const staff = staffId ? await client.staff.findUnique({ where: { id: staffId }, select }) : null;
  const to = toStaffId ? await client.staff.findUnique({ where: { id: toStaffId }, select }) : null;
  const named = toTeamId ? await client.team.findUnique({ where: { id: toTeamId }, select: { name: true } }) : null;
  const team = (named?.name as Localized | undefined) ?? null;
  await messenger.handoff(conversationId, { kind, staff, to, team, note });
}
