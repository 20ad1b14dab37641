import { ActivityTypes } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { DialogEvent, EventHandler } from './dialogModule.ts';
import type { MainDialogParts } from './mainDialog.ts';
import type { Router } from './router.ts';
import { turnOf } from './turn.ts';

const reportSchema = z.object({ name: z.string(), value: z.record(z.string(), z.unknown()) });
const joinedSchema = z.object({ membersAdded: z.array(z.object({ id: z.string() })).min(1) });

/** Serves a turn that is not a message: what the business reports, what a customer's page reports, somebody who joins. Anything else is left alone. */
export async function handleEvent(dc: DialogContext, parts: MainDialogParts, router: Router): Promise<void> {
  const { activity } = dc.context;
  const { event } = turnOf(dc.context);
  const turn = { dc, services: parts.services, logger: parts.logger };
  if (event) {
    const handler = handlerOf(parts, 'events', event.kind);
    if (handler) await handler(event, turn);
    else parts.logger.warn({ kind: event.kind }, 'no dialog handles this event');
    return;
  }
  if (activity.type === ActivityTypes.ConversationUpdate) {
    const joined = joinedSchema.safeParse(activity);
    const somebody = joined.success && joined.data.membersAdded.some(({ id }) => id !== activity.recipient?.id);
    if (somebody && dc.stack.length === 0) await router.begin(dc, { intent: 'greeting', aspect: 'welcome', text: '' });
    return;
  }
  if (activity.type !== ActivityTypes.Event) return;
  const report = reportSchema.safeParse({ name: activity.name, value: activity.value });
  if (!report.success) return;
  const told: DialogEvent = { kind: report.data.name, ids: report.data.value };
  await handlerOf(parts, 'reports', told.kind)?.(told, turn);
}

function handlerOf(parts: MainDialogParts, table: 'events' | 'reports', kind: string): EventHandler | undefined {
  for (const module of parts.modules) {
    const handlers = module[table];
    if (handlers && Object.hasOwn(handlers, kind)) return handlers[kind];
  }
  return undefined;
}
