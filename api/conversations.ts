import { z } from 'zod';
import { LARGEST_FILE } from '#crm/conversations/saying.ts';
import { type Explanation, explanationSchema } from '#crm/explanation.ts';
import { levels } from '#crm/serviceLevels/level.ts';
import { metrics } from '#crm/serviceLevels/metrics.ts';
import { fileOf } from './fileBody.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, id, listOf, localized, maybeNamed, named, page, pageQuery, time, words } from './shapes.ts';

const holderSchema = z.enum(['bot', 'queue', 'person']);
export const conversationSchema = z.object({
  id,
  channel: z.string(),
  customer: maybeNamed.extend({ tier: z.string().nullable() }).nullable(),
  language: z.string().nullable(),
  holder: holderSchema,
  staff: named.nullable(),
  /** The team for which it waits; null: for anybody. */
  team: z.object({ id, name: localized }).nullable(),
  createdAt: time,
  lastActivityAt: time,
  lastText: z.string().nullable(),
  /** Since when the customer waits, or waited, for a person. */
  queuedAt: time.nullable(),
  /** Since when the person has it who has it now. */
  heldAt: time.nullable(),
  /** How the wait for an answer stands; null: nobody waits, or the minute job has not seen it. */
  level: z
    .object({
      id,
      metric: z.enum(metrics),
      level: z.enum(levels),
      dueAt: time.nullable(),
      riskAt: time.nullable(),
      pausedUntil: time.nullable(),
      pauseReason: z.string().nullable(),
      pauseNote: z.string().nullable(),
    })
    .nullable(),
});
/** A talk with a customer, and who speaks for the shop in it. */
export type ConversationJson = z.input<typeof conversationSchema>;

const messageSchema = z.object({
  id,
  sequence: z.int(),
  direction: z.enum(['inbound', 'outbound', 'internal']),
  type: z.string(),
  sender: z.string(),
  text: z.string().nullable(),
  /** The whole activity as the channel shows it. */
  body: z.unknown(),
  createdAt: time,
});
/** Something that was said or done in a conversation. */
export type MessageJson = z.input<typeof messageSchema>;

/** Why the bot gave a reply. */
export type ExplanationJson = Explanation;

/** Conversations. */
export const conversationOperations = [
  operation({
    method: 'GET',
    path: '/conversations',
    summary: 'Conversations, last spoken first; with holder=queue by turn: tier first, then who waits longest',
    may: staff,
    query: z.object({
      ...page,
      holder: holderSchema.optional(),
      customerId: id.optional(),
      staffId: id.optional(),
    }),
    answer: listOf(conversationSchema),
    run: ({ services }, { query }) => services.conversations.list(query),
  }),
  operation({
    method: 'GET',
    path: '/conversations/:id',
    summary: 'A conversation',
    may: staff,
    params: byId,
    answer: conversationSchema,
    run: ({ services }, { params }) => services.conversations.get(params.id),
  }),
  operation({
    method: 'GET',
    path: '/conversations/:id/messages',
    summary: 'What was said and done, newest first',
    may: staff,
    params: byId,
    query: pageQuery,
    answer: listOf(messageSchema),
    run: ({ services }, { params, query }) => services.conversations.messages(params.id, query),
  }),
  operation({
    method: 'GET',
    path: '/conversations/:id/messages/:messageId/explanation',
    summary: 'Why the bot gave this reply: reading, candidates and what was chosen, as kept with the reply',
    may: staff,
    params: z.object({ id, messageId: id }),
    answer: z.object({ explanation: explanationSchema.nullable() }),
    run: async ({ services }, { params }) => ({
      explanation: await services.conversations.explanation(params.id, params.messageId),
    }),
  }),
  operation({
    method: 'POST',
    path: '/conversations/:id/messages',
    summary: 'Say something to the customer; the conversation must be one’s own',
    may: staff,
    params: byId,
    body: z.strictObject({ text: words(4000) }),
    run: ({ services }, { params, body, caller }) =>
      services.conversations.say(params.id, person(caller).id, body.text),
  }),
  operation({
    method: 'POST',
    path: '/conversations/:id/files',
    summary:
      'Send the customer a file, which is the body (application/octet-stream), 10 MB at most: a picture, PDF, text, sound or film; the conversation must be one’s own',
    may: staff,
    params: byId,
    query: z.object({ name: z.string().min(1).max(300), contentType: z.string().max(127).default('') }),
    takesFile: true,
    run: async ({ services }, { params, query, caller, http }) => {
      const bytes = await fileOf(http.request, LARGEST_FILE);
      await services.conversations.sendFile(params.id, person(caller).id, { ...query, bytes });
    },
  }),
];
