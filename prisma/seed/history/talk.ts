import type { Language, Localized } from '../catalogue/shapes.ts';
import { after, MINUTE } from './calendar.ts';
import { Random } from './random.ts';
import type { ActivityRow, ConversationRow, CustomerRow, IdentityRow, StaffRow } from './rows.ts';

/** A text with its places filled: {n} and the like. */
export const fill = (text: string, parts: Record<string, string>): string =>
  text.replace(/\{(\w)\}/g, (whole, name: string) => parts[name] ?? whole);

/** One conversation while it is being made up: each thing said moves its clock on. */
export class Talk {
  readonly conversation: ConversationRow;
  readonly customer: CustomerRow;
  readonly language: Language;
  readonly activities: ActivityRow[] = [];
  #random: Random;
  at: Date;

  constructor(random: Random, place: { customer: CustomerRow; account: IdentityRow; externalId: string; at: Date }) {
    const { customer, account, externalId, at } = place;
    this.#random = random;
    this.customer = customer;
    this.language = customer.language;
    this.at = at;
    this.conversation = {
      id: random.id(at),
      channel: account.channel,
      externalId,
      userId: account.externalId,
      customerId: customer.id,
      language: customer.language,
      sequence: 0,
      acceptedAt: null,
      createdAt: at,
      lastActivityAt: at,
      queuedAt: null,
      demo: true,
    };
  }

  /** The text in the customer's language. */
  in(text: Localized, parts: Record<string, string> = {}): string {
    return fill(text[this.language], parts);
  }

  /** The customer writes, after some thought. */
  says(text: string): ActivityRow {
    this.#wait(8_000, 70_000);
    return this.#add('customer', text, { from: { id: this.conversation.userId, role: 'user' } });
  }

  /** The bot answers within a moment. */
  replies(text: string, channelData?: Record<string, unknown>): ActivityRow {
    this.#wait(300, 1_200);
    const from = { id: 'zhiyin', name: 'Zhiyin', role: 'bot' };
    return this.#add('bot', text, { from, textFormat: 'markdown', ...(channelData && { channelData }) });
  }

  /** The bot asks, and one of these may be tapped. */
  offers(text: string, choices: readonly Localized[]): ActivityRow {
    const row = this.replies(text);
    const actions = choices.map((choice) => ({ type: 'imBack', title: this.in(choice), value: this.in(choice) }));
    row.body.suggestedActions = { to: [], actions };
    return row;
  }

  /** A colleague answers after some minutes; now and then nobody has looked for hours. */
  staffReplies(person: StaffRow, text: string): ActivityRow {
    const forgotten = Number.parseInt(this.conversation.id.slice(-2), 16) % 8 === 0;
    if (forgotten) this.#wait(100 * MINUTE, 400 * MINUTE);
    else this.#wait(MINUTE, 9 * MINUTE);
    this.conversation.acceptedAt ??= this.at;
    const from = { id: `staff:${person.id}`, name: person.name, role: 'bot' };
    return this.#add('staff', text, { from, channelData: { sender: 'person' } });
  }

  /** Says more without touching the numbers that the rest of the history is made of. */
  aside(say: () => void): void {
    const kept = this.#random;
    this.#random = new Random(Number.parseInt(this.conversation.id.slice(-8), 16));
    say();
    this.#random = kept;
  }

  #wait(low: number, high: number): void {
    this.at = after(this.at, this.#random.int(low, high));
  }

  #add(sender: ActivityRow['sender'], text: string, more: Record<string, unknown>): ActivityRow {
    const { conversation, at } = this;
    const id = this.#random.id(at);
    const row: ActivityRow = {
      id,
      conversationId: conversation.id,
      sequence: ++conversation.sequence,
      direction: sender === 'customer' ? 'inbound' : 'outbound',
      type: 'message',
      sender,
      text,
      body: {
        id,
        type: 'message',
        text,
        timestamp: at.toISOString(),
        channelId: conversation.channel,
        conversation: { id: conversation.externalId },
        locale: this.language === 'zh' ? 'zh-CN' : 'en',
        ...more,
      },
      createdAt: at,
    };
    conversation.lastActivityAt = at;
    this.activities.push(row);
    return row;
  }
}
