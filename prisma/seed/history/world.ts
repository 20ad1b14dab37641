import type { Article } from '../articles/shapes.ts';
import type { Language } from '../catalogue/shapes.ts';
import { after, type Calendar, MINUTE } from './calendar.ts';
import type { Random } from './random.ts';
import type { CustomerRow, History, IdentityRow, StaffRow } from './rows.ts';
import { moodOf, type Sold } from './sold.ts';
import { Talk } from './talk.ts';

/** An article as it is stored: with its id. */
export type Published = Article & { id: string };

/** The shop while its history is being made up: who and what there is, and the rows so far. */
export class World {
  readonly random: Random;
  readonly calendar: Calendar;
  readonly sold: readonly Sold[];
  readonly articles: readonly Published[];
  readonly history: History;
  /** Customers who did not want to be asked: they are not asked again. */
  readonly refused = new Set<string>();
  #complaintNumber: number;
  #talks = 0;
  readonly #articles = new Map<string, readonly Published[]>();
  readonly #accounts = new Map<string, IdentityRow[]>();

  constructor(parts: {
    random: Random;
    calendar: Calendar;
    sold: readonly Sold[];
    articles: readonly Published[];
    history: History;
    firstComplaintNumber: number;
  }) {
    this.random = parts.random;
    this.calendar = parts.calendar;
    this.sold = parts.sold;
    this.articles = parts.articles;
    this.history = parts.history;
    this.#complaintNumber = parts.firstComplaintNumber;
    for (const identity of parts.history.identities) {
      this.#accounts.set(identity.customerId, [...(this.#accounts.get(identity.customerId) ?? []), identity]);
    }
  }

  /** A new conversation at that time with somebody who was already a customer. */
  talk(at: Date): Talk {
    const { random } = this;
    const known = this.#knownAt(at);
    const customer = this.history.customers[random.int(0, Math.max(known - 1, 0))]!;
    const account = random.pick(this.#accounts.get(customer.id)!);
    const externalId = `demo-conversation-${++this.#talks}`;
    // Before the first customer came, the first one talks: on arrival.
    return new Talk(random, {
      customer,
      account,
      externalId,
      at: known === 0 ? after(customer.createdAt, MINUTE) : at,
    });
  }

  /** Keeps a conversation that has been made up. */
  keep({ conversation, activities, customer }: Talk): void {
    this.history.conversations.push(conversation);
    this.history.activities.push(...activities);
    if (conversation.lastActivityAt > customer.lastSeenAt) customer.lastSeenAt = conversation.lastActivityAt;
  }

  /** The number that the next complaint gets. */
  nextComplaintNumber(): number {
    return this.#complaintNumber++;
  }

  /** A product that is talked of at that time. */
  talkedOf(at: Date): Sold {
    const days = this.calendar.daysAgo(at);
    return this.random.weighted(this.sold.map((product) => [product, moodOf(product.sku, days).talkedOf] as const));
  }

  /** What is written about a product (null: about the shop) in that language. */
  articlesOn(language: Language, sku: string | null): readonly Published[] {
    const key = `${language} ${sku}`;
    const known = this.#articles.get(key);
    if (known) return known;
    const about = ({ productSkus }: Published) => (sku ? productSkus.includes(sku) : productSkus.length === 0);
    const found = this.articles.filter((article) => article.language === language && about(article));
    this.#articles.set(key, found);
    return found;
  }

  /** The product with that stock number; an error names what the catalogue lacks. */
  product(sku: string): Sold {
    const found = this.sold.find((product) => product.sku === sku);
    if (!found) throw new Error(`The demo's history speaks of ${sku}, which is not in its catalogue.`);
    return found;
  }

  /** A colleague of the team. */
  colleague(team: string): StaffRow {
    const { id } = this.team(team);
    return this.random.pick(this.history.staff.filter(({ teamId }) => teamId === id));
  }

  team(key: string): { id: string } {
    return this.history.teams.find((team) => team.key === key)!;
  }

  /** How many of the customers, oldest first, had come by then. */
  #knownAt(at: Date): number {
    let low = 0;
    let high = this.history.customers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (createdBy(this.history.customers[middle]!, at)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const createdBy = ({ createdAt }: CustomerRow, at: Date): boolean => createdAt <= at;
