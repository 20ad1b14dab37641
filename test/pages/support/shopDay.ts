import { v7 } from 'uuid';
import type { Role } from '#prisma/client.ts';
import { buildActivity, buildConversation, buildCustomer, rated as ratedBy } from '#test/crm/support.ts';
import { password } from './staffPages.ts';
import { present, type StaffHouse } from './startStaffHouse.ts';

const minuteMs = 60_000;

/** A time that many minutes after (before, where negative) the tests' present. */
export const minutesFromNow = (minutes: number): Date => new Date(present.getTime() + minutes * minuteMs);

/** A member of staff who can sign in. */
export function hire(house: StaffHouse, role: Role, name: string, teamId: string | null = null) {
  const email = `${v7()}@example.com`;
  return house.services.staff.create({ email, name, role, password, language: 'zh', teamId }, null);
}

/** What was said, one line each: who, and the text or a whole activity. */
export type Line = ['customer' | 'bot' | 'staff', string | { text?: string; [field: string]: unknown }];

/** A customer with a conversation in which this was said. */
export async function talk(house: StaffHouse, name: string, lines: Line[]) {
  const customer = await buildCustomer(house, { name, language: 'zh', phone: '13800138000' });
  const conversation = await buildConversation(house, {
    customerId: customer.id,
    channel: 'directline',
    sequence: lines.length,
    language: 'zh',
  });
  for (const [index, [sender, said]] of lines.entries()) {
    const body = typeof said === 'string' ? { text: said } : said;
    await buildActivity(house, {
      conversationId: conversation.id,
      sequence: index + 1,
      direction: sender === 'customer' ? 'inbound' : 'outbound',
      sender,
      text: body.text ?? null,
      body: { type: 'message', ...body } as object,
      createdAt: minutesFromNow(index - 60),
    });
  }
  return { customer, conversation };
}

/** Ratings in conversations of their own, the newest last; `comment` belongs to the last. */
export async function rate(house: StaffHouse, scores: number[], comment?: string, rated = 'bot') {
  for (const [index, score] of scores.entries()) {
    const { customer, conversation } = await talk(house, `评价者 ${index}`, [['customer', '谢谢']]);
    const asked = { conversationId: conversation.id, customerId: customer.id, rated };
    const last = comment && index === scores.length - 1;
    await ratedBy(house, asked, { score, ...(last && { comment }) });
  }
}
