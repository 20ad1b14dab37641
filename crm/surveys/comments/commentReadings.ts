import type { CommentRead, CommentReader } from '#ai/commentReader.ts';
import { LanguageModelError } from '#ai/languageModel.ts';
import { speaksToTheReader } from '#ai/model/commentPrompt.ts';
import { isHan, normalise } from '#ai/tokenizer.ts';
import { type Database, Prisma } from '#prisma/client.ts';
import type { Clock } from '../../clock.ts';
import { hashOf } from './readComments.ts';

/** A comment that no model has read. `tries`: how often these words were sent in vain. */
interface Unread {
  id: string;
  comment: string;
  tries: number;
  secrets: string[];
}

const DAY = 86_400_000;
/** Older comments are history; they keep their keywords. */
const DAYS = 90;
/** Of each survey so many are read: as many as its page reads. */
const NEWEST = 500;
/** So many answers are looked through for them. */
const LOOKED = 5000;
const TRIES = 3;
const BATCH = 20;
const BATCH_CHARACTERS = 6000;
const CALLS = 10;
/** After so many answers in a row that could not be used the rest waits for the next run. */
const IN_VAIN = 3;
/** The server answered, but not as it was asked to: these comments may be why. Whatever else went wrong is not their fault. */
const blamed = new Set(['shape', 'refused', 'rejected', 'cut']);

/**
 * Has a model read what comments are about, where there is one: the newest ones, some in a call, in the background, within a part of the
 * day's tokens. Those of anonymous surveys never leave the house. Whatever fails is tried again, and meanwhile the keywords stand.
 */
export class CommentReadings {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #reader: CommentReader | undefined;

  constructor(db: Database, clock: Clock, reader: CommentReader | undefined) {
    this.#db = db;
    this.#clock = clock;
    this.#reader = reader;
  }

  /** Reads what is unread; tells how many were. Safe to run twice: what is read is not sent again. */
  async runDue(closing?: AbortSignal): Promise<number> {
    const reader = this.#reader;
    if (!reader) return 0;
    let [read, inVain] = [0, 0];
    for (const batch of batchesOf(await this.#unread(reader.model)).slice(0, CALLS)) {
      if (closing?.aborted || inVain >= IN_VAIN) break;
      const written = batch.map(({ comment, secrets }) => ({ text: comment, secrets }));
      const readings = await reader.read(written, closing && { signal: closing }).catch((fault) => {
        if (!(fault instanceof LanguageModelError)) throw fault;
        return blamed.has(fault.fault) ? batch.map(() => null) : undefined;
      });
      // Away, busy, or nothing left to spend: another time.
      if (!readings) break;
      const some = await this.#keep(reader.model, batch, readings);
      read += some;
      inVain = some === 0 ? inVain + 1 : 0;
    }
    return read;
  }

  /** The newest of each survey, those first that were never sent. */
  async #unread(model: string): Promise<Unread[]> {
    const since = new Date(this.#clock.now().getTime() - DAYS * DAY);
    const rows = await this.#db.client.$queryRaw<(Omit<Unread, 'secrets'> & { known: (string | null)[] })[]>(Prisma.sql`
      SELECT r.id, r.comment, CASE WHEN g.model = ${model} THEN g.tries ELSE 0 END AS tries,
             ARRAY[u.name, u.phone, u.email, m.name, m.phone, m.email] AS known
        FROM "Survey" s
       CROSS JOIN LATERAL (
         SELECT * FROM (SELECT id, comment, "customerId", "answeredAt" FROM "Response"
                         WHERE "surveyId" = s.id AND "answeredAt" >= ${since} ORDER BY "answeredAt" DESC LIMIT ${LOOKED}) n
          WHERE n.comment IS NOT NULL ORDER BY n."answeredAt" DESC LIMIT ${NEWEST}) r
        LEFT JOIN "Customer" u ON u.id = r."customerId" LEFT JOIN "Customer" m ON m.id = u."mergedIntoId"
        LEFT JOIN "CommentReading" g ON g."responseId" = r.id AND g."textHash" = encode(sha256(convert_to(r.comment, 'UTF8')), 'hex')
       WHERE NOT s.anonymous
         AND (g."responseId" IS NULL OR (g."readAt" IS NULL AND (g.tries < ${TRIES} OR g.model <> ${model})))
         AND NOT EXISTS (SELECT FROM "Erasure" e WHERE e."customerId" IN (u.id, m.id) AND e."doneAt" IS NULL)
       ORDER BY tries, r."answeredAt" DESC, r.id LIMIT ${CALLS * BATCH}`);
    const colleagues = await this.#db.client.staff.findMany({ select: { name: true } });
    const names = colleagues.map(({ name }) => name);
    return rows.map(({ known, ...row }) => {
      const secrets = [...known.filter((one) => one !== null), ...names];
      return { ...row, secrets: secrets.filter((secret) => standsIn(row.comment, secret)) };
    });
  }

  /** Keeps what was read of words that still stand: they may have been changed or erased while the model read. */
  async #keep(model: string, batch: readonly Unread[], readings: readonly (CommentRead | null)[]): Promise<number> {
    const now = this.#clock.now();
    return this.#db.transaction(async (client) => {
      const ids = batch.map(({ id }) => id);
      const stand = await client.$queryRaw<{ id: string; comment: string | null }[]>`
        SELECT id, comment FROM "Response" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
      const words = new Map(stand.map(({ id, comment }) => [id, comment]));
      let read = 0;
      for (const [place, { id, comment, tries }] of batch.entries()) {
        if (words.get(id) !== comment) continue;
        const reading = readings[place];
        const said = reading
          ? { readAt: now, feeling: reading.feeling, themes: reading.themes }
          : { readAt: null, feeling: null, themes: [] };
        const data = { textHash: hashOf(comment), model, tries: tries + 1, ...said };
        await client.commentReading.upsert({
          where: { responseId: id },
          create: { responseId: id, ...data },
          update: data,
        });
        if (reading) read++;
      }
      return read;
    });
  }
}

/** Whether somebody is named: a mask hides its words wherever they stand, and Ann is not in "annoying". */
function standsIn(comment: string, name: string): boolean {
  const at = normalise(comment).indexOf(normalise(name));
  if (at < 0 || isHan(name)) return at >= 0;
  return new RegExp(`(?<![a-z])${escaped(normalise(name))}(?![a-z])`).test(normalise(comment));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Several in a call; alone what was sent in vain, so that it spoils no other, and what speaks to the model, so that it talks of no other. */
function batchesOf(comments: readonly Unread[]): Unread[][] {
  const batches: Unread[][] = [];
  let open: Unread[] | undefined;
  let characters = 0;
  for (const one of comments) {
    if (one.tries > 0 || speaksToTheReader(one.comment)) {
      batches.push([one]);
      continue;
    }
    if (!open || open.length >= BATCH || characters + one.comment.length > BATCH_CHARACTERS) {
      open = [];
      characters = 0;
      batches.push(open);
    }
    open.push(one);
    characters += one.comment.length;
  }
  return batches;
}
