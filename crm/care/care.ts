import { Temporal } from 'temporal-polyfill';
import { type CareMessage, type Client, type Database, Prisma } from '#prisma/client.ts';
import type { Reach } from '../conversations/reach.ts';
import { inLanguage, type Localized } from '../localized.ts';
import type { Messenger } from '../messenger.ts';
import type { Shop } from '../shop/shop.ts';
import type { Tasks } from '../tasks/tasks.ts';
import type { Vouchers } from '../vouchers/vouchers.ts';
import type { CareRules } from './careRules.ts';
import { madeAt } from './madeAt.ts';
import { type Candidate, candidatesOf, LATE_DAYS } from './occasions.ts';
import { dateIn, storePlanned } from './planning.ts';
import { type CareRule, filledIn, ruleOf, variablesOf } from './rule.ts';
import { type Known, standingsOf } from './standing.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** So many are judged and sent in one transaction. */
const BATCH = 100;
/** What waited for longer than this is told too late to please. */
const STALE_DAYS = 5;
const DAY = 86_400_000;

/** What the message says, for the dialog that says it. */
export interface CareText {
  customerId: string;
  text: Localized;
}

interface CareParts {
  db: Database;
  shop: Shop;
  tasks: Tasks;
  messenger: Messenger;
  rules: CareRules;
  reach: Reach;
  vouchers: Vouchers;
}

/** Writing to customers of the shop's own accord: only where it is wanted, never twice, and measured against those left out. */
export class Care {
  readonly #db: Database;
  readonly #shop: Shop;
  readonly #tasks: Tasks;
  readonly #messenger: Messenger;
  readonly #rules: CareRules;
  readonly #reach: Reach;
  readonly #vouchers: Vouchers;

  constructor(parts: CareParts) {
    this.#db = parts.db;
    this.#shop = parts.shop;
    this.#tasks = parts.tasks;
    this.#messenger = parts.messenger;
    this.#rules = parts.rules;
    this.#reach = parts.reach;
    this.#vouchers = parts.vouchers;
  }

  /** Whether it is a good time to ask a customer if the shop may write: never answered before, and nothing of theirs is wrong. */
  async mayAsk(customerId: string): Promise<boolean> {
    if (!customerId) return false;
    const { client } = this.#db;
    const answered = await client.consent.count({ where: { customerId, purpose: 'care' } });
    if (answered > 0) return false;
    return (await client.complaint.count({ where: { customerId, state: { not: 'closed' } } })) === 0;
  }

  /** Looks which occasions have come, and acts on those that are due. Safe to run twice and on several instances. */
  async runDue(now: Date): Promise<{ planned: number; sent: number; tasks: number; dropped: number }> {
    const planned = await this.#plan(now);
    const counts = { planned, sent: 0, tasks: 0, dropped: 0 };
    for (;;) {
      const done = await this.#batch(now, counts);
      if (done < BATCH) return counts;
    }
  }

  /** What a planned message says; null where it, or its customer, is gone. */
  async text(messageId: string): Promise<CareText | null> {
    const message = await this.#db.client.careMessage.findUnique({
      where: { id: messageId },
      include: { rule: true, customer: { select: { name: true } } },
    });
    if (message?.state !== 'sent') return null;
    const { text } = ruleOf(message.rule);
    const { name } = await this.#shop.profile();
    const said = (language: 'zh' | 'en') =>
      filledIn(
        text[language],
        variablesOf(name, message.variables as Candidate['variables'], message.customer.name, language),
      );
    return { customerId: message.customerId, text: { zh: said('zh'), en: said('en') } };
  }

  /** Who unsubscribed after it was marked as sent and before it was said has not got it. */
  async withhold(messageId: string): Promise<void> {
    const where = { id: messageId, state: 'sent' as const };
    const data = { state: 'dropped' as const, reason: 'withdrawn' };
    await this.#db.transaction((client) => client.careMessage.updateMany({ where, data }));
  }

  /** What was decided of a customer, newest first: also what was not sent, and why. */
  async ofCustomer(customerId: string): Promise<(CareMessage & { rule: CareRule })[]> {
    const rows = await this.#db.client.careMessage.findMany({
      where: { customerId },
      include: { rule: true },
      orderBy: [{ dueAt: 'desc' }, { id: 'desc' }],
      take: 50,
    });
    return rows.map(({ rule, ...row }) => ({ ...row, rule: ruleOf(rule) }));
  }

  async #plan(now: Date): Promise<number> {
    const { zone } = await this.#shop.profile();
    const to = dateIn(zone, now);
    const from = Temporal.PlainDate.from(to).subtract({ days: LATE_DAYS }).toString();
    let planned = 0;
    for (const rule of (await this.#rules.list()).filter(({ active }) => active)) {
      planned += await this.#db.transaction(async (client) =>
        storePlanned(client, rule, await candidatesOf(client, rule, { zone, from, to }), now),
      );
    }
    return planned;
  }

  /** Judges and acts on what is due, in one transaction: a message and the mark that it is sent exist together or not at all. */
  async #batch(now: Date, counts: { sent: number; tasks: number; dropped: number }): Promise<number> {
    const { zone } = await this.#shop.profile();
    const manners = await this.#rules.manners();
    return this.#db.transaction(async (client) => {
      const due = await client.$queryRaw<{ id: string; customerId: string }[]>(Prisma.sql`
        SELECT id, "customerId" FROM "CareMessage" WHERE state = 'planned' AND "dueAt" <= ${now}
         ORDER BY "dueAt", id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`);
      const ids = due.map(({ id }) => id);
      const messages = await client.careMessage.findMany({
        where: { id: { in: ids } },
        include: { rule: true },
        orderBy: { id: 'asc' },
      });
      const customers = due.map(({ customerId }) => customerId);
      const { channels } = this.#reach;
      // How they stand depends on the channel, where a rule names one. The first look keeps others from them.
      const known = new Map<string | null, Map<string, Known>>();
      for (const channel of new Set(messages.map(({ rule }) => rule.channel))) {
        known.set(channel, await standingsOf(client, customers, now, known.size === 0, 'care', channels, channel));
      }
      for (const { rule: row, ...message } of messages) {
        const standing = known.get(row.channel)?.get(message.customerId);
        if (!standing) continue;
        const rule = ruleOf(row);
        const stale = now.getTime() - madeAt(message.id) > STALE_DAYS * DAY;
        const verdict: Verdict = !rule.active
          ? { do: 'never', reason: 'ruleOff' }
          : verdictOf(standing, rule, manners, { now, zone });
        const decided = stale && verdict.do === 'later' ? ({ do: 'never', reason: verdict.reason } as const) : verdict;
        const state = await this.#act(client, rule, message, standing, decided, now);
        if (state === 'sent') {
          for (const each of known.values()) Object.assign(each.get(message.customerId) ?? {}, { lastAt: now });
        }
        if (state) counts[state === 'sent' ? 'sent' : state === 'task' ? 'tasks' : 'dropped'] += 1;
      }
      return due.length;
    });
  }

  async #act(
    client: Client,
    rule: CareRule,
    message: CareMessage,
    standing: Known,
    verdict: Verdict,
    now: Date,
  ): Promise<'sent' | 'task' | 'dropped' | undefined> {
    const change = (data: Prisma.CareMessageUncheckedUpdateInput) =>
      client.careMessage.update({ where: { id: message.id }, data });
    if (verdict.do === 'later') {
      await change({ dueAt: verdict.until, reason: verdict.reason });
      return undefined;
    }
    const says = rule.act !== 'call' && inLanguage(rule.text, standing.language) !== '';
    if (verdict.do === 'send' && says && !standing.conversationId) {
      const begun = await this.#reach.begin(message.customerId, standing.channel ?? '');
      // What stands in the record is no address, or another customer's.
      if (!begun) return this.#act(client, rule, message, standing, { do: 'never', reason: 'unreachable' }, now);
      standing.conversationId = begun;
    }
    const call = verdict.do === 'send' ? rule.act === 'call' : verdict.reason === 'unreachable' && rule.orCall;
    const reason = verdict.do === 'never' ? verdict.reason : null;
    // A gift needs no channel; what stands in the demo is given nothing.
    if (rule.act === 'gift' && (verdict.do === 'send' || (reason === 'unreachable' && !standing.demo))) {
      await this.#task('gift', rule, message, standing);
      if (!says || reason) {
        await change({ state: 'task', decidedAt: now, reason: says ? reason : null });
        return 'task';
      }
    }
    if (call && rule.act !== 'gift') {
      await this.#task('callBack', rule, message, standing);
      await change({ state: 'task', decidedAt: now, reason });
      return 'task';
    }
    if (verdict.do === 'never') {
      await change({ state: 'dropped', decidedAt: now, reason });
      return 'dropped';
    }
    const { conversationId } = standing;
    const variables = { ...(message.variables as Candidate['variables']), ...(await this.#voucher(rule, message)) };
    await change({ state: 'sent', decidedAt: now, reason: null, conversationId, variables });
    await this.#messenger.send(conversationId!, { kind: 'care', ids: { messageId: message.id } });
    return 'sent';
  }

  /** The voucher that goes with a message, issued with it or not at all. */
  async #voucher({ act, voucher, name }: CareRule, { id, customerId }: CareMessage): Promise<{ voucher?: string }> {
    if (act !== 'voucher' || !voucher) return {};
    const issued = await this.#vouchers.issue({
      ...voucher,
      customerId,
      cause: 'care',
      note: name.zh,
      key: `care:${id}`,
    });
    return { voucher: issued.code };
  }

  /** For staff: whom to call and what to say, or what to give and what the customer hears of it. */
  async #task(type: 'callBack' | 'gift', rule: CareRule, message: CareMessage, standing: Known): Promise<void> {
    const variables = this.#said(
      message.variables as Candidate['variables'],
      standing,
      (await this.#shop.profile()).name,
    );
    await this.#tasks.raise({
      type,
      title: `${rule.name.zh} / ${rule.name.en}`,
      detail: [rule.gift ?? '', inLanguage(rule.text, standing.language)]
        .map((part) => filledIn(part, variables))
        .filter(Boolean)
        .join('\n\n')
        .slice(0, 2000),
      priority: 'normal',
      customerId: message.customerId,
      ...(standing.conversationId ? { conversationId: standing.conversationId } : {}),
    });
  }

  #said(given: Candidate['variables'], { name, language }: Known, shop: Localized): Record<string, string> {
    return variablesOf(shop, given, name, language);
  }
}
