import type { TurnContext } from 'botbuilder';
import { z } from 'zod';
import { afterwards } from '../afterwards.ts';
import type { DialogEvent, DialogModule, DialogServices, EventTurn } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { waitingDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import { turnOf } from '../turn.ts';
import type { SurveyOptions } from './beginning.ts';
import { examples } from './examples.ts';
import { SurveysDialog, surveysDialogId } from './surveysDialog.ts';

const ending = new Set(['thanks', 'goodbye']);
const idsSchema = z.object({ invitationId: z.string(), remind: z.string().optional() });

/**
 * How it was. Asked at the end of help and never before it: when the customer says thanks or goodbye after an answer. What is due by
 * the clock comes as an event, and waits where a firm question is open. A survey that was left half done for other talk is taken up
 * again at its end, once.
 */
export const surveys: DialogModule = {
  id: 'surveys',
  intents: examples,
  create: (services) => new SurveysDialog(services),
  initiative,
  events: { survey: due },
};

async function initiative(context: TurnContext, services: DialogServices): Promise<SurveyOptions | undefined> {
  const memory = memoryOf(context);
  const { helped, survey: left } = memory;
  const { customer, conversationId } = turnOf(context);
  if (!customer.id || (!helped && !left)) return undefined;
  const { reading, interruption } = heardOf(context);
  const ends = interruption
    ? interruption === 'cancel' || interruption === 'skip'
    : reading.wishes.some(({ intent }) => ending.has(intent));
  if (!ends) return undefined;
  if (left) {
    delete memory.survey;
    if (!left.resumed && !interruption) return { resume: left.invitationId };
  }
  if (!helped) return undefined;
  const moment = await services.invitations.atEnd(conversationId, customer.id);
  if (!moment) return undefined;
  if (moment.reason) {
    afterwards(context, () => services.invitations.withhold(moment, customer.id, conversationId));
    return undefined;
  }
  const { productId } = helped;
  const about = { rated: helped.staffId ?? 'bot', ...(productId ? { productId } : {}) };
  return { ended: { surveyId: moment.survey.id, cause: moment.cause, ...about } };
}

/** A survey is due: it waits where something else is being talked about, and is then said again by the one reminder at most. */
async function due(event: DialogEvent, { dc, services }: EventTurn): Promise<void> {
  const { invitationId, remind } = idsSchema.parse(event.ids);
  const invitation = await services.invitations.get(invitationId);
  if (!['sent', 'delivered', 'opened'].includes(invitation.state)) return;
  const { helped } = memoryOf(dc.context);
  if (helped?.productId && invitation.cause?.startsWith('conversation:'))
    await services.invitations.concerns(invitationId, helped.productId);
  if (waitingDialog(dc)?.firm) {
    memoryOf(dc.context).survey = { invitationId, resumed: false };
    return;
  }
  // A question that one may leave open gives way.
  dc.stack.splice(0);
  await services.invitations.delivered(invitationId);
  await dc.beginDialog(surveysDialogId, { invitationId, remind: remind === 'yes' } satisfies SurveyOptions);
}
