import type { TurnContext } from 'botbuilder';
import { formatNumber } from '#crm/complaints/complaint.ts';
import type { DialogServices } from '../dialogModule.ts';
import { heardOf } from '../heard.ts';
import { memoryOf, remember } from '../memory.ts';
import { say } from '../reply.ts';
import { turnOf } from '../turn.ts';
import type { ComplaintState } from './complaintDialog.ts';
import { replies } from './replies.ts';

/** Version of the words that ask whether to tell of the fix (`readBackTail`); raise it when they change in meaning. */
const WORDING = 'complaints.readBackTail@1';

/** Records the complaint, tells its number and what happens next. `tellFix`: the customer agreed to hear when the cause is fixed. */
export async function recordComplaint(
  context: TurnContext,
  { complaints, promises }: DialogServices,
  { draft, photos, severity, taskId }: ComplaintState,
  tellFix: boolean,
): Promise<void> {
  const { customer, conversationId, activityId } = turnOf(context);
  const { language } = heardOf(context);
  const words = replies[language];
  const complaint = await complaints.record({
    customerId: customer.id,
    conversationId,
    productId: draft.productId ?? null,
    productText: draft.productId ? null : (draft.product ?? null),
    language,
    whatHappened: draft.whatHappened ?? '',
    occurredText: draft.when ?? null,
    occurredOn: draft.occurredOn ?? null,
    contact: draft.contact ?? null,
    wish: draft.wish ?? null,
    batch: draft.batch ?? null,
    purchasePlace: draft.purchasePlace ?? null,
    purchasedOn: draft.purchasedOn ?? null,
    severity,
    evidence: photos,
    ...(taskId ? { taskId } : {}),
  });
  if (tellFix) {
    const asked = { purpose: 'defectNotice', wording: WORDING, source: 'customer' } as const;
    await complaints.consent(complaint.id, { ...asked, granted: true, activityId });
  }
  if (draft.productId) remember(context, [draft.productId]);
  if (severity === 'safety') memoryOf(context).noticed = [];
  else {
    memoryOf(context).helped = { by: 'complaints', ...(draft.productId ? { productId: draft.productId } : {}) };
  }
  const number = formatNumber(complaint.number);
  await promises.give({
    kind: 'contact',
    conversationId,
    complaintId: complaint.id,
    text: words.promise(number),
  });
  await say(
    context,
    `${words.recorded(number)}${language === 'en' ? ' ' : ''}${words.next[severity]}\n\n${tellFix ? words.willTell : words.askLater}`,
  );
}
