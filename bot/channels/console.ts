import { once } from 'node:events';
import { type Activity, ActivityTypes } from 'botbuilder';
import { v7 } from 'uuid';
import type { Database } from '#prisma/client.ts';
import { botAccount } from '../turns/reply.ts';
import type { Turns } from '../turns/turns.ts';
import { adaptiveWords, isAdaptive, isRating, productOf, sourceLine } from './cards.ts';
import type { Channel } from './channel.ts';
import { choicesOf, chosenFrom, labelsOf } from './choices.ts';

/** The channel's id in the database and in activities. */
export const channelId = 'console';

/** A talk in the terminal (npm run chat). It has no routes: the command speaks to the turns itself. */
export const consoleChannel: Channel = {
  serves: (id) => id === channelId,
  outbox: null,
  mount: () => undefined,
  close: async () => undefined,
};

/** One conversation in the terminal. Replies are told as they are committed. */
export class ConsoleConversation {
  readonly #turns: Turns;
  readonly #db: Database;
  readonly #language: 'zh' | 'en';
  readonly #conversationId = v7();
  readonly #userId = `console-${v7()}`;
  readonly #stop: () => void;
  /** What the customer was told last. */
  #last: Partial<Activity> = {};

  /** `show` gets the lines of each reply. */
  constructor(db: Database, turns: Turns, language: 'zh' | 'en', show: (lines: string[]) => void) {
    this.#turns = turns;
    this.#db = db;
    this.#language = language;
    this.#stop = turns.onCommit(this.#conversationId, ({ activities }) => {
      for (const { direction, activity } of activities) {
        if (direction !== 'outbound' || activity.type !== ActivityTypes.Message) continue;
        this.#last = activity;
        show(linesOf(activity));
      }
    });
  }

  /** Comes in: the bot says hello. */
  async open(): Promise<void> {
    const id = this.#conversationId;
    await this.#db.client.conversation.create({
      data: { id, channel: channelId, externalId: id, userId: this.#userId, language: this.#language },
    });
    const joined = { type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: this.#userId, name: '' }] };
    await this.#receive(joined, { direction: 'internal', sender: 'system' });
  }

  /** Says a line; the number of a button says what the button says. Done when it has been answered. */
  async say(line: string): Promise<void> {
    const chosen = chosenFrom(this.#last, line);
    const rated = chosen && !this.#last.suggestedActions && this.#last.attachments?.some(isRating);
    this.#last = {};
    const value = rated ? { value: { rating: Number(chosen.value) } } : {};
    await this.#receive({ type: ActivityTypes.Message, text: chosen?.value ?? line, ...value });
  }

  /** Waits until no turn of the conversation is open, also of those that the bot began itself. */
  async settled(): Promise<void> {
    const { client, signals } = this.#db;
    const where = { id: this.#conversationId };
    while ((await client.conversation.findUniqueOrThrow({ where })).waiting > 0) {
      const news = new AbortController();
      const stop = signals.subscribe('conversations', () => news.abort());
      const timer = setTimeout(() => news.abort(), 100);
      await once(news.signal, 'abort');
      clearTimeout(timer);
      stop();
    }
  }

  close(): void {
    this.#stop();
  }

  async #receive(said: Partial<Activity>, kind?: { direction: 'internal'; sender: string }): Promise<void> {
    const activity = {
      ...said,
      channelId,
      serviceUrl: 'urn:zhiyin:console',
      conversation: { id: this.#conversationId },
      from: { id: this.#userId, role: 'user' },
      recipient: botAccount,
      locale: this.#language === 'zh' ? 'zh-CN' : 'en',
    } as Partial<Activity>;
    const incoming = { conversationId: this.#conversationId, externalId: v7(), activity };
    await (await this.#turns.receive(incoming, kind))?.settled;
    await this.settled();
  }
}

/** A reply as the terminal shows it: text, cards, one line of sources, numbered buttons. */
function linesOf(activity: Partial<Activity>): string[] {
  const choices = choicesOf(activity);
  const labels = labelsOf(activity);
  const lines = activity.text ? activity.text.split('\n') : [];
  for (const attachment of activity.attachments ?? []) {
    if (isRating(attachment)) continue;
    if (isAdaptive(attachment)) {
      lines.push(...adaptiveWords(attachment).split('\n'));
      continue;
    }
    const { name = attachment.name ?? attachment.contentType, model, price, attributes } = productOf(attachment) ?? {};
    lines.push(`  ▸ ${[name, model, price].filter(Boolean).join(' · ')}`);
    if (attributes?.length) lines.push(`    ${attributes.map(({ label, value }) => `${label} ${value}`).join(' · ')}`);
  }
  const source = sourceLine(activity);
  if (source) lines.push(`  ↳ ${source}`);
  if (choices.length > 0) lines.push(choices.map(({ title }, place) => `  [${labels[place]}] ${title}`).join(''));
  return lines;
}
