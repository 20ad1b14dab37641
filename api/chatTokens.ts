import { z } from 'zod';
import { limitByAddress } from './addressLimit.ts';
import { operation } from './resource.ts';
import { anybody } from './roles.ts';

const chatTokenSchema = z.object({
  conversationId: z.string(),
  userId: z.string(),
  token: z.string(),
  expiresIn: z.number(),
  /** Whether the customer needs large type, and agreed to have that noted. */
  largeType: z.boolean(),
  /** none: the shop said nothing; joined: the visitor is who is signed in there; else why its token was not believed. */
  shop: z.enum([
    'none',
    'joined',
    'notSetUp',
    'malformed',
    'signature',
    'expired',
    'lasting',
    'audience',
    'unreachable',
  ]),
});

/** Pages opened from one address; a whole school behind one router stays below it, a program that fills the database does not. */
const PAGES = 600;
const WITHIN_SECONDS = 300;

/** Tokens for the chat page. */
export function chatTokenOperations() {
  const admit = limitByAddress(PAGES, WITHIN_SECONDS);
  return [
    operation({
      method: 'POST',
      path: '/chat-tokens',
      summary: 'A Direct Line token for a new conversation, or for that of an earlier token',
      may: anybody,
      body: z.object({
        locale: z.string().max(35).optional(),
        conversationId: z.string().max(200).optional(),
        token: z.string().max(4000).optional(),
        pass: z.string().max(40).optional(),
        shopToken: z.string().max(4000).optional(),
      }),
      answer: chatTokenSchema,
      status: 201,
      async run({ issueChatToken }, { body, http }) {
        await admit(http.request);
        return issueChatToken(body);
      },
    }),
  ];
}
