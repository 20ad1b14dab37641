import { z } from 'zod';
import { type Explanation, explanationSchema } from '#crm/explanation.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, id, listOf, maybeNamed, named, page, pageQuery, time, words } from './shapes.ts';

const holderSchema = z.enum(['bot', 'queue', 'person']);
const conversationSchema = z.object({
  id,
  channel: z.string(),
  customer: maybeNamed.nullable(),
  language: z.string().nullable(),
  holder: holderSchema,
  staff: named.nullable(),
  createdAt: time,
  lastActivityAt: time,
  lastText: z.string().nullable(),
  /** Since when the customer waits, or waited, for a person. */
  queuedAt: time.nullable(),
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
    summary: 'Conversations, last spoken first',
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
    path: '/conversations/:id/takeover',
    summary: 'Speak instead of the bot',
    may: staff,
    params: byId,
    answer: conversationSchema,
    run: ({ services }, { params, caller }) => services.conversations.takeover(params.id, person(caller).id),
  }),
  operation({
    method: 'POST',
    path: '/conversations/:id/transfer',
    summary: 'Pass a conversation on to a colleague, or back into the queue; the note is for staff',
    may: staff,
    params: byId,
    body: z.strictObject({ toStaffId: id.nullable(), note: words(2000).nullable().default(null) }),
    answer: conversationSchema,
    run: ({ services }, { params, body, caller }) =>
      services.conversations.transfer(params.id, { ...body, staffId: person(caller).id }),
  }),
  operation({
    method: 'POST',
    path: '/conversations/:id/whispers',
    summary: 'Write a note between staff; no channel ever shows it',
    may: staff,
    params: byId,
    body: z.strictObject({ text: words(2000) }),
    run: ({ services }, { params, body, caller }) =>
      services.conversations.whisper(params.id, person(caller).id, body.text),
  }),
  operation({
    method: 'POST',
    path: '/conversations/:id/typing',
    summary: 'Show the customer and colleagues that one is writing; nothing is stored',
    may: staff,
    params: byId,
    run: async ({ services }, { params, caller }) => {
      const { id: staffId, name } = person(caller);
      await services.conversations.typing(params.id, { id: staffId, name });
    },
  }),
  operation({
    method: 'GET',
    path: '/conversations/:id/passages',
    summary: 'Passages of the knowledge base for what the customer said last',
    may: staff,
    params: byId,
    answer: z.object({
      question: z.string().nullable(),
      items: z.array(z.object({ articleId: id, title: z.string(), excerpt: z.string() })),
    }),
    run: async ({ services }, { params }) => {
      const { language, customerText } = await services.conversations.lastSaid(params.id);
      const found = customerText ? await services.knowledge.search(customerText, { language, limit: 3 }) : [];
      return {
        question: customerText,
        items: found.map(({ articleId, title, excerpt }) => ({ articleId, title, excerpt })),
      };
    },
  }),
  operation({
    method: 'POST',
    path: '/conversations/:id/release',
    summary: 'Give the conversation back to the bot',
    may: staff,
    params: byId,
    answer: conversationSchema,
    run: ({ services }, { params, caller }) => services.conversations.release(params.id, person(caller).id),
  }),
];
