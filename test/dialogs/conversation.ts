import { type Activity, ActivityTypes, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder';
import { DialogSet, type DialogState } from 'botbuilder-dialogs';
import { v7 } from 'uuid';
import { expect } from 'vitest';
import type { Customer } from '#crm/customers/customers.ts';
import type { ConversationEvent } from '#crm/messenger.ts';
import { turnKey } from '#dialogs/turn.ts';
import type { TestShop } from './shop.ts';

/** Keeps what the bot sends; the rest of an adapter is not needed in a process. */
class KeepingAdapter extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];
  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return activities.map(() => ({ id: v7() }));
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
  override continueConversationAsync(): Promise<void> {
    return Promise.resolve();
  }
}

/** What a dialog state may weigh at most, in characters of JSON. */
const STATE_LIMIT = 12_000;

/** A customer's talk with the bot: each turn stores its state as JSON, and the next reads it back, as after a restart. */
export class Conversation {
  readonly id: string;
  readonly customer: Customer;
  state = '{}';
  /** Everything said by both sides, to read. */
  readonly transcript: string[] = [];
  readonly #shop: TestShop;

  private constructor(shop: TestShop, id: string, customer: Customer) {
    this.#shop = shop;
    this.id = id;
    this.customer = customer;
  }

  /** Begins a conversation of a new customer, or of the one given. */
  static async with(shop: TestShop, customer?: Customer): Promise<Conversation> {
    const who = customer ?? (await shop.services.customers.recognise({ channel: 'test', externalId: v7() }));
    const { id } = await shop.db.client.conversation.create({
      data: { channel: 'test', externalId: v7(), customerId: who.id },
    });
    return new Conversation(shop, id, who);
  }

  /** The customer's record as it is now. */
  async current(): Promise<Customer> {
    return this.#shop.services.customers.get(this.customer.id);
  }

  /** The customer says something; what the bot says to it. */
  say(text: string, more: Record<string, unknown> = {}): Promise<Partial<Activity>[]> {
    this.transcript.push(`> ${text}`);
    return this.send({ type: ActivityTypes.Message, text, ...more });
  }

  /** The business reports something. */
  report(event: ConversationEvent): Promise<Partial<Activity>[]> {
    return this.send({ type: ActivityTypes.Event, name: event.kind, value: event.ids }, event);
  }

  /** Any activity comes in, as one turn. */
  async send(activity: object, event?: ConversationEvent): Promise<Partial<Activity>[]> {
    const { clock, main } = this.#shop;
    const adapter = new KeepingAdapter();
    const context = new TurnContext(adapter, {
      id: v7(),
      channelId: 'test',
      conversation: { id: this.id },
      from: { id: this.customer.id },
      recipient: { id: 'bot' },
      ...activity,
    } as Activity);
    context.turnState.set(turnKey, {
      conversationId: this.id,
      activityId: v7(),
      customer: await this.current(),
      language: 'zh',
      now: clock.now(),
      channel: 'test',
      ...(event ? { event } : {}),
    });
    const stored: { value: DialogState } = { value: JSON.parse(this.state) };
    const dialogs = new DialogSet({
      get: async () => stored.value,
      set: async (_context, value) => {
        stored.value = value;
      },
      delete: async () => undefined,
    }).add(main);
    const dc = await dialogs.createContext(context);
    const result = await dc.continueDialog();
    if (result.status === 'empty') await dc.beginDialog(main.id);
    this.state = JSON.stringify(stored.value);
    expect(this.state.length).toBeLessThan(STATE_LIMIT);
    expect(JSON.parse(this.state)).toEqual(stored.value);
    this.transcript.push(...adapter.sent.map(shown));
    return adapter.sent;
  }
}

function shown({ text, suggestedActions, attachments, channelData }: Partial<Activity>): string {
  const buttons = suggestedActions?.actions.map(({ title }) => `[${title}]`).join(' ') ?? '';
  const cards = attachments?.map(({ contentType, name }) => `{${name ?? contentType}}`).join(' ') ?? '';
  const sources =
    (channelData as { sources?: { title: string }[] } | undefined)?.sources
      ?.map(({ title }) => `(${title})`)
      .join(' ') ?? '';
  return [`< ${text ?? ''}`, buttons, cards, sources].filter(Boolean).join('\n    ');
}

/** The texts of a turn's messages, joined. */
export const textOf = (activities: Partial<Activity>[]): string => activities.map(({ text }) => text ?? '').join('\n');

/** The buttons under the last message. */
export const buttonsOf = (activities: Partial<Activity>[]): string[] =>
  activities.at(-1)?.suggestedActions?.actions.map(({ title }) => title) ?? [];

/** One line of a conversation's table: what the customer says, and what the bot's answer must hold, in this order. */
export type Line = [says: string, ...hears: (string | RegExp)[]];

/** Plays a table; each answer must hold its texts in their order. */
export async function play(conversation: Conversation, lines: Line[]): Promise<void> {
  for (const [says, ...hears] of lines) {
    const answer = textOf(await conversation.say(says));
    let from = 0;
    for (const wanted of hears) {
      const rest = answer.slice(from);
      const at = typeof wanted === 'string' ? rest.indexOf(wanted) : rest.search(wanted);
      expect(at, `to “${says}” expected ${wanted} in:\n${conversation.transcript.join('\n')}`).toBeGreaterThanOrEqual(
        0,
      );
      from += at + 1;
    }
  }
}
