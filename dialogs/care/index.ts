import { Dialog } from 'botbuilder-dialogs';
import { z } from 'zod';
import { inLanguage } from '#crm/localized.ts';
import type { DialogEvent, DialogModule, EventTurn } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { replies } from './replies.ts';

const idsSchema = z.object({ messageId: z.string() });

/** Says what a care rule has for this customer; who has unsubscribed a moment ago hears nothing. */
async function told(event: DialogEvent, { dc, services }: EventTurn): Promise<void> {
  const { messageId } = idsSchema.parse(event.ids);
  const message = await services.care.text(messageId);
  if (!message) return;
  const { language } = heardOf(dc.context);
  const { channel } = turnOf(dc.context);
  if (!(await services.consents.may(message.customerId, 'care', channel))) return services.care.withhold(messageId);
  await say(dc.context, `${inLanguage(message.text, language)}\n\n${replies[language].leave}`, { purpose: 'care' });
}

/** Nothing that a customer could ask for: what the shop says of its own accord. */
class CareDialog extends Dialog {
  override async beginDialog(dc: Parameters<Dialog['beginDialog']>[0]) {
    return dc.endDialog(false);
  }
}

export const care: DialogModule = {
  id: 'care',
  intents: {},
  create: () => new CareDialog('care@1'),
  events: { care: told },
};
