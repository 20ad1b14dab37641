import type { Temporal } from 'temporal-polyfill';
import { readEntities } from './entities/index.ts';
import { type ProductName, ProductNames } from './entities/products.ts';
import type { Examples } from './examples.ts';
import { languageOf } from './languageOf.ts';
import type { Expecting, Language, Reading } from './reading.ts';
import { readSentiment } from './sentiment.ts';
import { MAX_LENGTH, Understanding } from './understanding.ts';
import { wishesOf } from './wishes.ts';

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
      const wishes = wishesOf(text, understanding.classifier);
      const [first] = wishes;
      return {
        language: languageOf(text, language),
        intent: first!.intent,
        ...(first!.aspect && { aspect: first!.aspect }),
        confidence: first!.confidence,
        wishes,
        entities: readEntities(text, { now, products: names, ...(expecting && { expecting }) }),
        sentiment: readSentiment(text),
      };
    },
    replaceProducts(list) {
      names = new ProductNames(list);
    },
  };
}
