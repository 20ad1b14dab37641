import { normalise } from '#ai/tokenizer.ts';
import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import { type Interval, shareOf } from '../statistics.ts';

/** How many of those who bought and rated a product are satisfied (4 and 5 of 5): n people, their share and its 95 % interval. */
export interface BuyerSatisfaction {
  n: number;
  share: number;
  interval: Interval;
}

/** Of everybody, and of those who told the same about themselves; null where too few have rated to say anything. */
export interface Buyers {
  all: BuyerSatisfaction | null;
  alike: (BuyerSatisfaction & { key: string; value: string }) | null;
}

/** What a customer told of themselves. */
export interface Trait {
  key: string;
  value: string;
}

/** Below this the interval of a share is wider than ± 20 points: it would say nothing. */
const FEWEST = 20;
const SATISFIED = 4;
const DAYS = 730;
const DAY_MS = 86_400_000;
/** Ratings change slowly; a question asked again within this time does not count them anew. */
const KEPT_MS = 600_000;
const KEPT = 500;
/** What makes a buyer alike: what they need, not how to reach them. */
const telling = new Set(['skin', 'hair', 'fragrance', 'allergy', 'household']);

interface Rated {
  score: number;
  traits: Trait[];
}

/** Who uses a product and how it serves them, from what customers answered in surveys. */
export class ProductBuyers {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #kept = new Map<string, { at: number; rated: Rated[] }>();

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** The latest rating of each customer in two years counts, once. `traits`: what the asking customer told. */
  async satisfied(productId: string, traits: readonly Trait[] = []): Promise<Buyers> {
    const rated = await this.#rated(productId);
    const groups = traits
      .filter(({ key }) => telling.has(key))
      .map((trait) => ({
        trait,
        found: summary(rated.filter((one) => one.traits.some((other) => same(other, trait)))),
      }))
      .filter(({ found }) => found !== null);
    const [best] = groups.sort((a, b) => b.found!.n - a.found!.n);
    return { all: summary(rated), alike: best ? { ...best.found!, ...best.trait } : null };
  }

  async #rated(productId: string): Promise<Rated[]> {
    const now = this.#clock.now().getTime();
    const kept = this.#kept.get(productId);
    if (kept && Math.abs(now - kept.at) < KEPT_MS) return kept.rated;
    const since = new Date(now - DAYS * DAY_MS);
    const rows = await this.#db.client.$queryRaw<{ score: number; traits: Trait[] | null }[]>`
      SELECT r.score, (SELECT json_agg(json_build_object('key', p.key, 'value', p.value))
                         FROM "Preference" p WHERE p."customerId" = r."customerId" AND p.confirmed) AS traits
        FROM (SELECT DISTINCT ON (coalesce(r."customerId", r.id)) r."customerId", r.score
                FROM "Response" r JOIN "Survey" s ON s.id = r."surveyId" AND s.metric = 'csat'
               WHERE r."productId" = ${productId}::uuid AND r."answeredAt" >= ${since} AND r.score IS NOT NULL
               ORDER BY coalesce(r."customerId", r.id), r."answeredAt" DESC) r`;
    const rated = rows.map(({ score, traits }) => ({ score, traits: traits ?? [] }));
    if (this.#kept.size >= KEPT) this.#kept.clear();
    this.#kept.set(productId, { at: now, rated });
    return rated;
  }
}

const same = (a: Trait, b: Trait): boolean => a.key === b.key && normalise(a.value) === normalise(b.value);

function summary(rated: readonly Rated[]): BuyerSatisfaction | null {
  if (rated.length < FEWEST) return null;
  const { share, interval } = shareOf(rated.filter(({ score }) => score >= SATISFIED).length, rated.length);
  return share === null || interval === null ? null : { n: rated.length, share, interval };
}
