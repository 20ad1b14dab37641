import { anonymousOrder, gone, type Holding, ofComplaint, ofConversation, ofCustomer } from './holding.ts';
import { surveyHoldings } from './surveyHoldings.ts';

/** The steps of a task's type stay; those that somebody wrote for this task say the same in both languages, and go. */
const stepsOfType = `coalesce((SELECT jsonb_agg(s.step) FROM jsonb_array_elements(checklist) s(step)
 WHERE s.step->'text'->>'zh' <> s.step->'text'->>'en'), '[]')`;

/**
 * Every table in which something of a customer is kept. A table that names a customer, a conversation, a complaint or what hangs on
 * them and is missing here fails test/crm/erasure.test.ts, and so does a text column that is neither cut nor called plain.
 */
export const holdings: readonly Holding[] = [
  { table: 'Preference', by: [ofCustomer, ofConversation], erase: 'delete' },
  { table: 'CustomerZone', by: [ofCustomer, ofConversation], erase: 'delete' },
  { table: 'RecordLink', by: [ofCustomer, ofConversation], erase: 'delete', copy: 'mechanics' },
  { table: 'Consent', by: [ofCustomer, ofComplaint], erase: 'delete' },
  {
    table: 'CareMessage',
    by: [ofCustomer, ofConversation],
    erase: {
      cut: {
        occasion: `'erased-' || id`,
        variables: `'{}'`,
        state: `CASE state WHEN 'planned' THEN 'dropped'::"CareState" ELSE state END`,
      },
      plain: ['reason'],
    },
  },
  // Before the orders that they ask about.
  ...surveyHoldings,
  {
    table: 'Purchase',
    by: [ofCustomer],
    erase: {
      cut: {
        orderNumber: anonymousOrder(`"Purchase"."orderNumber"`),
        productText: 'NULL',
        place: 'NULL',
        serialNumber: 'NULL',
      },
      plain: ['source'],
    },
  },
  {
    table: 'PointsEntry',
    by: [ofCustomer, ['purchaseId', 'purchases']],
    erase: { cut: { note: 'NULL', key: 'NULL' }, plain: ['cause'] },
  },
  { table: 'TierChange', by: [ofCustomer], erase: { cut: { from: 'NULL', to: 'NULL' }, plain: ['cause', 'evidence'] } },
  { table: 'CustomerSegment', by: [ofCustomer], erase: 'delete', copy: 'mechanics' },
  {
    table: 'CustomerStep',
    by: [ofCustomer],
    erase: { cut: { note: 'NULL' }, plain: ['kind', 'from', 'to', 'evidence'] },
  },
  {
    table: 'LeaverYear',
    by: [ofCustomer],
    erase: { cut: { tier: 'NULL' }, plain: ['product', 'from'] },
    copy: 'mechanics',
  },
  { table: 'TierStanding', by: [ofCustomer], erase: 'delete', copy: 'mechanics' },
  {
    table: 'Voucher',
    by: [ofCustomer],
    erase: {
      cut: {
        code: `'erased-' || id`,
        note: 'NULL',
        orderNumber: 'NULL',
        key: 'NULL',
        cancelledAt: 'CASE WHEN "redeemedAt" IS NULL THEN coalesce("cancelledAt", $now) ELSE "cancelledAt" END',
      },
      plain: ['kind', 'cause', 'redeemedBy'],
    },
  },
  { table: 'PurchasePhoto', by: [['purchaseId', 'purchases']], erase: 'delete' },
  { table: 'Upload', by: [ofConversation], erase: 'delete' },
  { table: 'ConversationState', by: [ofConversation], erase: 'delete', copy: 'mechanics' },
  { table: 'InboxEntry', by: [ofConversation], erase: 'delete', copy: 'mechanics' },
  { table: 'OutboxEntry', by: [ofConversation], erase: 'delete', copy: 'mechanics' },
  { table: 'KfCode', by: [ofConversation], erase: 'delete', copy: 'mechanics' },
  {
    table: 'Activity',
    by: [ofConversation],
    erase: {
      cut: { text: 'NULL', body: `jsonb_build_object('type', type, 'id', id)`, explanation: 'NULL' },
      plain: ['type', 'sender'],
    },
  },
  {
    table: 'Conversation',
    by: [ofCustomer, ['id', 'conversations']],
    erase: {
      cut: {
        externalId: `'erased-' || id`,
        userId: 'NULL',
        reference: 'NULL',
        holder: `'bot'`,
        staffId: 'NULL',
        lease: 'NULL',
        leaseUntil: 'NULL',
        waiting: '0',
        erasedAt: 'coalesce("erasedAt", $now)',
      },
      plain: ['channel', 'language'],
    },
  },
  {
    table: 'Talk',
    by: [ofCustomer, ofConversation],
    erase: {
      cut: { bestId: 'NULL', worstId: 'NULL' },
      plain: ['channel', 'language', 'tier', 'segment', 'audience', 'outcome', 'how'],
    },
  },
  { table: 'Feedback', by: [ofConversation], erase: { cut: {}, plain: ['sources'] } },
  { table: 'Gap', by: [ofCustomer, ofConversation], erase: 'delete' },
  { table: 'ModelCall', by: [ofConversation], erase: { cut: {}, plain: ['purpose', 'model', 'outcome'] } },
  {
    table: 'EnquiryPart',
    by: [ofConversation],
    erase: { cut: {}, plain: ['product', 'channel', 'tier'] },
    copy: 'mechanics',
  },
  { table: 'ComplaintEvidence', by: [ofComplaint], erase: 'delete' },
  { table: 'ComplaintEvent', by: [ofComplaint], erase: { cut: { note: 'NULL' }, plain: ['kind'] } },
  {
    table: 'Compensation',
    by: [ofComplaint],
    erase: { cut: { reason: gone, decisionNote: 'NULL' }, plain: ['kind'] },
  },
  {
    table: 'Complaint',
    by: [ofCustomer, ofConversation],
    erase: {
      cut: {
        productText: 'NULL',
        whatHappened: gone,
        words: `'{""}'`,
        occurredText: 'NULL',
        contact: 'NULL',
        wish: 'NULL',
        batch: 'NULL',
        purchasePlace: 'NULL',
        state: `'closed'`,
        closedAt: 'coalesce("closedAt", $now)',
        answerBy: 'NULL',
      },
      plain: ['language', 'causeCode'],
    },
  },
  {
    table: 'CustomerPromise',
    by: [ofCustomer, ofConversation, ['taskId', 'tasks']],
    erase: {
      cut: {
        text: gone,
        state: `CASE WHEN state IN ('proposed', 'confirmed', 'late') AND "settledAt" IS NULL THEN 'withdrawn' ELSE state END`,
        settledAt: `coalesce("settledAt", $now)`,
      },
      plain: ['kind'],
    },
  },
  { table: 'PromiseEvent', by: [['promiseId', 'promises']], erase: { cut: { note: 'NULL' }, plain: ['kind'] } },
  {
    table: 'Task',
    by: [ofCustomer, ofConversation, ofComplaint, ['responseId', 'responses']],
    erase: {
      cut: {
        title: gone,
        detail: 'NULL',
        outcomeNote: 'NULL',
        completedAt: `CASE state WHEN 'open' THEN $now ELSE "completedAt" END`,
        state: `CASE state WHEN 'open' THEN 'cancelled' ELSE state END`,
        snoozedUntil: 'NULL',
        checklist: stepsOfType,
      },
      plain: ['type', 'outcome'],
    },
  },
  { table: 'RecurringTask', by: [ofCustomer], erase: 'delete' },
  { table: 'TaskFile', by: [['taskId', 'tasks']], erase: 'delete' },
  { table: 'TaskEvent', by: [['taskId', 'tasks']], erase: { cut: { note: 'NULL' }, plain: ['kind'] } },
  { table: 'DoneLink', by: [['taskId', 'tasks']], erase: 'delete', copy: 'mechanics' },
  {
    table: 'Notification',
    by: [ofConversation, ofComplaint, ['taskId', 'tasks']],
    erase: { cut: { note: 'NULL' }, plain: ['kind', 'key'] },
    copy: 'mechanics',
  },
  {
    table: 'ServiceClock',
    by: [ofConversation, ofComplaint, ['taskId', 'tasks']],
    erase: {
      cut: {
        pauseNote: 'NULL',
        lookAt: 'NULL',
        countedFrom: 'NULL',
        state: `CASE WHEN state IN ('running', 'paused') THEN 'cancelled' ELSE state END`,
      },
      plain: ['metric', 'tier', 'pauseReason'],
    },
    copy: 'mechanics',
  },
  {
    table: 'ServiceClockEvent',
    by: [['clockId', 'clocks']],
    erase: { cut: { note: 'NULL' }, plain: ['kind', 'reason'] },
    copy: 'mechanics',
  },
  { table: 'Identity', by: [ofCustomer], erase: 'delete' },
  { table: 'JoinCode', by: [ofCustomer, ofConversation], erase: 'delete', copy: 'mechanics' },
  { table: 'DataExport', by: [ofCustomer], erase: 'delete', copy: 'mechanics' },
  {
    table: 'Erasure',
    by: [ofCustomer, ofConversation],
    erase: { cut: { doneAt: 'coalesce("doneAt", $now)' }, plain: ['source', 'counts', 'mentions'] },
    copy: 'mechanics',
  },
  {
    table: 'Customer',
    by: [['id', 'customers']],
    erase: {
      cut: {
        name: 'NULL',
        language: 'NULL',
        phone: 'NULL',
        email: 'NULL',
        birthday: 'NULL',
        city: 'NULL',
        tier: 'NULL',
        audience: 'NULL',
        ownerId: 'NULL',
        ownedSince: 'NULL',
        stage: 'NULL',
        ownFields: 'NULL',
        lastSeenAt: 'NULL',
        erasedAt: 'coalesce("erasedAt", $now)',
      },
      plain: [],
    },
  },
];

/** Columns that hold the id of something of a customer's; a table with one of them belongs into the list above. */
export const linkColumns = [
  'customerId',
  'conversationId',
  'complaintId',
  'taskId',
  'responseId',
  'promiseId',
  'clockId',
  'invitationId',
  'purchaseId',
] as const;

/** Tables that have such a column and yet hold nothing of anybody: each with its reason. */
export const impersonal: Readonly<Record<string, string>> = {};
