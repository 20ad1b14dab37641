import type { Temporal } from 'temporal-polyfill';
import { createConcepts } from './classifier/concepts.ts';
import { everydayWords } from './classifier/everydayWords.ts';
import { trainClassifier } from './classifier.ts';
import { readEntities } from './entities/index.ts';
import { type ProductName, ProductNames } from './entities/products.ts';
import { type Examples, trainingSet } from './examples.ts';
import { languageOf } from './languageOf.ts';
import { noneExamples } from './noneExamples.ts';
import type { Expecting, Language, Reading } from './reading.ts';
import { readSentiment } from './sentiment.ts';
import { shopWords } from './shopWords.ts';
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

/** What no customer types; the rest of such a message is not read. */
const MAX_LENGTH = 2000;

/** The shop's words and everybody's. */
export const shopConcepts = createConcepts(everydayWords, shopWords);

/** Trains a reader from the dialog modules' examples (a second or less); `none` has examples of its own here. */
export function createReader({
  examples,
  products,
}: {
  examples: readonly Examples[];
  products: readonly ProductName[];
}): Reader {
  const classifier = trainClassifier(trainingSet([...examples, noneExamples]), {
    thorough: false,
    conceptsIn: shopConcepts,
  });
  let names = new ProductNames(products);
  return {
    read(message, { now, expecting, language }) {
      const text = message.slice(0, MAX_LENGTH);
      const wishes = wishesOf(text, classifier);
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
