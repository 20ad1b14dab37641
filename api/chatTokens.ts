import { z } from 'zod';
import { operation } from './resource.ts';
import { anybody } from './roles.ts';

const chatTokenSchema = z.object({
  conversationId: z.string(),
  userId: z.string(),
  token: z.string(),
  expiresIn: z.number(),
});

/** Tokens for the chat page. */
export const chatTokenOperations = [
  operation({
    method: 'POST',
    path: '/chat-tokens',
    summary: 'A Direct Line token for a new conversation, or for that of an earlier token',
    may: anybody,
    body: z.object({
      locale: z.string().max(35).optional(),
      conversationId: z.string().max(200).optional(),
      token: z.string().max(4000).optional(),
    }),
    answer: chatTokenSchema,
    status: 201,
    run: ({ issueChatToken }, { body }) => issueChatToken(body),
  }),
];
