import type { Temporal } from 'temporal-polyfill';
import { readEntities } from './entities/index.ts';
import { type ProductName, ProductNames } from './entities/products.ts';
import type { Examples } from './examples.ts';
import { languageOf } from './languageOf.ts';
import { type Entities, type Expecting, type Language, NONE, type Reading, type Wish } from './reading.ts';
import { readSentiment } from './sentiment.ts';
import { MAX_LENGTH, Understanding } from './understanding.ts';
import { asWish, wishesOf } from './wishes.ts';

/** `now` in the shop's zone gives "yesterday" its day; `expecting` is what a dialog has just asked; `language` is that of the conversation so far. */
export type ReadOptions = { now: Temporal.ZonedDateTime; expecting?: Expecting; language?: Language };

/** Understands messages on this machine: no network, under a millisecond, never throws on any text. */
export interface Reader {
  read(text: string, options: ReadOptions): Reading;
  /** The catalogue changed: product names from now on. */
  replaceProducts(products: readonly ProductName[]): void;
}

/** Understands messages, perhaps with the help of a model, which takes its time. */
export interface MessageReader {
  read(text: string, options: ReadOptions): Reading | Promise<Reading>;
  replaceProducts(products: readonly ProductName[]): void;
}

/** A reader by what is understood of intents, or by the dialog modules' examples alone, from which it is then trained (half a second). */
export function createReader({
  examples = [],
  products,
  understanding = new Understanding(examples),
}: {
  examples?: readonly Examples[];
  products: readonly ProductName[];
  understanding?: Understanding;
}): Reader {
  let names = new ProductNames(products);
  return {
    read(message, { now, expecting, language }) {
      const text = message.slice(0, MAX_LENGTH);
      const entities = readEntities(text, { now, products: names, ...(expecting && { expecting }) });
      const wishes = withComplaintNumber(wishesOf(text, understanding.classifier), entities);
      const [first] = wishes;
      return {
        language: languageOf(text, language),
        intent: first!.intent,
        ...(first!.aspect && { aspect: first!.aspect }),
        confidence: first!.confidence,
        wishes,
        entities,
        sentiment: readSentiment(text),
      };
    },
    replaceProducts(list) {
      names = new ProductNames(list);
    },
  };
}

/** Below this another reading gives way to the number of a complaint, which is never said without one. */
const SURE = 0.9;

/** "Please check on C-208" asks how that complaint is going, whatever the words alone sound like. */
function withComplaintNumber(wishes: Wish[], { complaintNumbers }: Entities): Wish[] {
  const [only, another] = wishes;
  if (!only || another || complaintNumbers.length === 0 || only.intent === 'complaints') return wishes;
  if (only.intent !== NONE && only.confidence >= SURE) return wishes;
  return [asWish('complaints.status', only.text, SURE)];
}
