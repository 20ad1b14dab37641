import { Mask } from '#ai/masking.ts';
import { normalise } from '#ai/tokenizer.ts';
import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { type Audience, audienceOf } from '../knowledge/audience.ts';
import type { Localized } from '../localized.ts';
import type { Shop } from '../shop/shop.ts';

/** What staff answered before to a customer's words; names stand as variables ({customer}, {staff}, {shop}, {hotline}). */
export interface EarlierAnswer {
  id: string;
  question: string;
  answer: string;
  language: 'zh' | 'en';
  /** Of whom it was said: what dealers are told is not for everybody. */
  audience: Audience;
}

/** Whose answers are read: the latest conversations that people had, within half a year. */
const CONVERSATIONS = 500;
const MESSAGES = 20_000;
const DAYS = 180;
/** What is kept in memory is read anew after a minute: so soon is forgotten what is erased. */
const FRESH_MS = 60_000;
/** Shorter ones (“好的”) say nothing anew, longer ones are letters. */
const SHORTEST = { zh: 8, en: 20 };
const LONGEST = 600;

interface Said {
  id: string;
  conversationId: string;
  sender: string;
  text: string;
  staffName: string | null;
  customerName: string | null;
  audience: string | null;
  language: string | null;
}

/** What staff answered before, without what concerns one customer alone. */
export class EarlierAnswers {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #shop: Shop;
  #kept: { at: number; answers: Promise<EarlierAnswer[]> } | undefined;

  constructor(db: Database, clock: Clock, shop: Shop) {
    this.#db = db;
    this.#clock = clock;
    this.#shop = shop;
  }

  /** Newest first. */
  async list(): Promise<EarlierAnswer[]> {
    const now = this.#clock.now().getTime();
    if (this.#kept && Math.abs(now - this.#kept.at) < FRESH_MS) return this.#kept.answers;
    const answers = this.#read(new Date(now - DAYS * 86_400_000));
    this.#kept = { at: now, answers };
    // What failed is asked again the next time.
    answers.catch(() => {
      this.#kept = undefined;
    });
    return answers;
  }

  async #read(since: Date): Promise<EarlierAnswer[]> {
    const { name, hotline } = await this.#shop.profile();
    const said = await this.#db.client.$queryRaw<Said[]>`
      SELECT a.id, c.id AS "conversationId", a.sender, a.text, a.body->'from'->>'name' AS "staffName",
             p.name AS "customerName", p.audience, c.language
        FROM (SELECT id, "customerId", language FROM "Conversation" WHERE "acceptedAt" >= ${since}
               ORDER BY "acceptedAt" DESC LIMIT ${CONVERSATIONS}) c
        LEFT JOIN "Customer" p ON p.id = c."customerId"
        JOIN "Activity" a ON a."conversationId" = c.id
       WHERE a.type = 'message' AND a.text IS NOT NULL AND a.direction <> 'internal' AND a.sender IN ('customer', 'staff')
       ORDER BY c.id DESC, a.sequence LIMIT ${MESSAGES}`;
    const answers: EarlierAnswer[] = [];
    let asked: Said | undefined;
    for (const each of said) {
      if (asked?.conversationId !== each.conversationId) asked = undefined;
      if (each.sender === 'customer') asked = each;
      else if (asked) answers.push(...answerOf(asked, each, { name: name as Localized, hotline }));
    }
    return answers.sort((a, b) => (a.id < b.id ? 1 : -1));
  }
}

/** An answer that may be given to others; none where it is too short, too long, or holds what is one customer's. */
function answerOf(asked: Said, said: Said, shop: { name: Localized; hotline: string | null }): EarlierAnswer[] {
  const language = said.language === 'en' ? 'en' : 'zh';
  const names: [string | null, string][] = [
    [said.customerName, '{customer}'],
    [said.staffName, '{staff}'],
    [shop.name[language], '{shop}'],
    [shop.hotline, '{hotline}'],
  ];
  const answer = names.reduce((text, [name, variable]) => (name ? text.replaceAll(name, variable) : text), said.text);
  const plain = normalise(answer);
  if (plain.length < SHORTEST[language] || plain.length > LONGEST || new Mask().hide(answer) !== answer) return [];
  const audience = audienceOf(said.audience);
  return [{ id: said.id, question: asked.text.slice(0, LONGEST), answer, language, audience }];
}
