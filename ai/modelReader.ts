import type { Examples } from './examples.ts';
import { detectInterruption } from './interruptions.ts';
import { type LanguageModel, LanguageModelError } from './languageModel.ts';
import { Mask } from './masking.ts';
import {
  intentsOf,
  type ModelReading,
  readingPrompt,
  readingRules,
  readingShape,
  wishKey,
} from './model/readingPrompt.ts';
import { type ModelTurn, modelTurn } from './modelTurn.ts';
import { noneExamples } from './noneExamples.ts';
import type { MessageReader, Reader, ReadOptions } from './reader.ts';
import type { Entities, Expecting, Reading, Wish } from './reading.ts';
import { normalise, words } from './tokenizer.ts';

const MOST_TOKENS = 300;
const LONGEST = 2000;
const CONFIDENCE = 0.9;
/** A server that does not come back. One that answers badly may still write well. */
const inVain = new Set(['timeout', 'unavailable', 'busy', 'unauthorised', 'cut', 'aborted']);
const scores = { positive: 0.6, neutral: 0, negative: -0.6 };

/**
 * Reads by one call to a model that fills in an object, with the local reading as a hint. Dates, phone and order numbers are read
 * here: they are masked before anything leaves. What the model says counts only as far as the message bears it out; without a
 * model in time, or outside of a turn, the local reading stands.
 */
export function createModelReader({
  model,
  local,
  examples,
}: {
  model: LanguageModel;
  local: Reader;
  examples: readonly Examples[];
}): MessageReader {
  const all = [...examples, noneExamples];
  const shape = { name: 'reading', schema: readingShape(intentsOf(all)) };
  const rules = readingRules(all);

  async function readByModel(text: string, options: ReadOptions, hint: Reading, turn: ModelTurn): Promise<Reading> {
    const mask = new Mask(turn.secrets);
    const message = mask.hide(text.slice(0, LONGEST));
    const products = hint.entities.products.map((mention) => mask.hide(mention.text));
    const prompt = readingPrompt(rules, { message, hint, products, asked: options.expecting });
    const answered = turn.patience.wait();
    try {
      const { object } = await model.object(prompt, shape, {
        timeoutMs: turn.patience.leftMs,
        maxTokens: MOST_TOKENS,
        temperature: 0,
        call: { purpose: 'reading', conversationId: turn.conversationId },
      });
      return merged(text, hint, object, (said) => mask.restore(said), options.expecting);
    } catch (error) {
      if (!(error instanceof LanguageModelError)) throw error;
      // Whoever has waited once in vain does not wait again for the answer.
      if (inVain.has(error.fault)) turn.patience.lose();
      return hint;
    } finally {
      answered();
    }
  }

  return {
    read(text, options) {
      const hint = local.read(text, options);
      const turn = modelTurn();
      if (!turn || turn.patience.leftMs === 0 || isPlain(text, hint.entities, options.expecting)) return hint;
      return readByModel(text, options, hint, turn);
    },
    replaceProducts: (products) => local.replaceProducts(products),
  };
}

/** Whether there is nothing to read that needs a model: a word or two, a command, the bare answer to what was just asked. */
function isPlain(text: string, entities: Entities, expecting: Expecting | undefined): boolean {
  if (detectInterruption(text)) return true;
  const said = normalise(text);
  if (words(said).length <= 2 || said.trim().length <= 3) return true;
  switch (expecting) {
    case 'rating':
      return entities.rating !== undefined;
    case 'phone':
      return entities.phones.length > 0;
    case 'date':
      return entities.dates.length > 0 && said.length < 20;
    case 'time':
      return entities.timeWindow !== undefined && said.length < 20;
    case 'amount':
      return entities.amounts.length > 0 && said.length < 20;
    default:
      return false;
  }
}

/** The local reading, mended by the model's: wishes with words that stand in the message, products that were offered to it. */
function merged(
  text: string,
  hint: Reading,
  read: ModelReading,
  restore: (text: string) => string,
  expecting: Expecting | undefined,
): Reading {
  const wishes: Wish[] = [];
  for (const { intent: key, words: said } of read.wishes) {
    const [intent, aspect] = key.split('.', 2) as [string, string?];
    const own = restore(said).trim();
    const stands = own !== '' && normalise(text).includes(normalise(own));
    const wish = { intent, ...(aspect && { aspect }), text: stands ? own : text, confidence: CONFIDENCE };
    // The same words asked for twice are one wish: else the customer has the same answer twice.
    const isTold = wishes.some((told) => wishKey(told) === key && told.text.includes(wish.text));
    if (!isTold) wishes.push(wish);
  }
  const [first] = wishes as [Wish, ...Wish[]];
  const { entities } = hint;
  const meant = new Set(read.products.map((number) => entities.products[number - 1]));
  // A product that is surely named stays named; among those that the words might mean, the model chooses.
  const products = entities.products.filter((mention) => mention.confidence >= 0.75 || meant.has(mention));
  const rating = entities.rating ?? (expecting === 'rating' && read.rating ? { score: read.rating, text } : undefined);
  const agrees = read.sentiment === hint.sentiment.label;
  const { aspect: _aspect, ...rest } = hint;
  return {
    ...rest,
    intent: first.intent,
    ...(first.aspect && { aspect: first.aspect }),
    confidence: first.confidence,
    wishes,
    entities: { ...entities, products: products.length > 0 ? products : entities.products, ...(rating && { rating }) },
    sentiment: agrees ? hint.sentiment : { label: read.sentiment, score: scores[read.sentiment] },
  };
}
