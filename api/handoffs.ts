import { z } from 'zod';
import { conversationSchema } from './conversations.ts';
import { operation } from './resource.ts';
import { person, staff } from './roles.ts';
import { byId, id, words } from './shapes.ts';

/** Who speaks in a conversation: taking over, passing on, giving back, and what colleagues see of each other there. */
export const handoffOperations = [
  operation({
    method: 'POST',
    path: '/conversations/next',
    summary: 'Take over who is next in the queue; null where nobody waits',
    may: staff,
    answer: z.object({ conversation: conversationSchema.nullable() }),
    run: async ({ services }, { caller }) => ({
      conversation: await services.conversations.acceptNext(person(caller)),
    }),
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
    summary: 'Pass a conversation on to a colleague or a team, or (neither) back into the queue; the note is for staff',
    may: staff,
    params: byId,
    body: z.strictObject({
      toStaffId: id.nullable().default(null),
      toTeamId: id.nullable().default(null),
      note: words(2000).nullable().default(null),
    }),
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
    method: 'POST',
    path: '/conversations/:id/viewing',
    summary: 'Show colleagues that one looks at it, or (here: false) not any more; nothing is stored',
    may: staff,
    params: byId,
    body: z.strictObject({ here: z.boolean() }),
    run: async ({ services }, { params, body, caller }) => {
      const { id: staffId, name } = person(caller);
      services.conversations.viewing(params.id, { id: staffId, name }, body.here);
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
