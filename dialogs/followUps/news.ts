import { z } from 'zod';
import { formatNumber } from '#crm/complaints/complaint.ts';
import type { Complaint } from '#crm/complaints/complaints.ts';
import { inLanguage, type Localized } from '#crm/localized.ts';
import type { DialogEvent, EventHandler, EventTurn } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { waitingDialog } from '../interruptible.ts';
import { memoryOf } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import { sayTime } from '../when.ts';
import { replies } from './replies.ts';

const idsSchema = z.object({ complaintId: z.string(), state: z.string().optional() });

/** What a handler of news is given: the customer's own complaint, and what it is about in the customer's language. */
interface News {
  complaint: Complaint;
  state: string | undefined;
  number: string;
  about: string;
}

/** Tells one kind of news; a firm open question is asked again below it. */
function news(tell: (news: News, turn: EventTurn) => Promise<void>): EventHandler {
  return async (event: DialogEvent, turn: EventTurn) => {
    const { dc, services } = turn;
    const { complaintId, state } = idsSchema.parse(event.ids);
    const { customer } = turnOf(dc.context);
    const complaint = (await services.complaints.forCustomer(customer.id, 200)).find(({ id }) => id === complaintId);
    if (!complaint) return;
    const firm = waitingDialog(dc)?.firm === true;
    await tell(
      { complaint, state, number: formatNumber(complaint.number), about: await aboutOf(complaint, turn) },
      turn,
    );
    if (firm) await dc.repromptDialog();
  };
}

async function aboutOf(complaint: Complaint, { dc, services }: EventTurn): Promise<string> {
  const { language } = heardOf(dc.context);
  const product = complaint.productId ? await services.products.find(complaint.productId) : null;
  const named = product ? inLanguage(product.name as Localized, language) : complaint.productText;
  return named ?? replies[language].unnamedProduct;
}

/** What the business reports of complaints (crm/complaints/tell.ts). */
export const events: Record<string, EventHandler> = {
  complaintMoved: news(async ({ state, number, about }, { dc }) => {
    const words = replies[heardOf(dc.context).language];
    const said = words.states[state as keyof typeof words.states];
    if (said) await say(dc.context, `${words.moved(number, about)}${said}`);
  }),
  complaintDateMoved: news(async ({ complaint, number, about }, { dc, services }) => {
    const { language } = heardOf(dc.context);
    if (!complaint.answerBy) return;
    const { zone } = await services.shop.profile();
    const by = sayTime(complaint.answerBy, turnOf(dc.context).now, zone, language);
    await say(dc.context, replies[language].dateMoved(number, about, by));
  }),
  complaintLate: news(async ({ number, about }, { dc }) => {
    await say(dc.context, replies[heardOf(dc.context).language].late(number, about));
  }),
  defectFixed: news(async ({ complaint, number, about }, { dc, services }) => {
    const { language } = heardOf(dc.context);
    const defect = complaint.defectId ? await services.defects.get(complaint.defectId) : null;
    if (!defect?.fix) return;
    await say(dc.context, `${replies[language].fixed(number, about)}\n\n${inLanguage(defect.fix, language)}`);
    if (complaint.solved !== null) return;
    if (waitingDialog(dc)?.firm) {
      memoryOf(dc.context).askSolved = complaint.id;
      return;
    }
    // A question that one may leave open (a rating) gives way to the one that matters.
    dc.stack.splice(0);
    await dc.beginDialog('followUps@1', { complaintId: complaint.id });
  }),
};
