import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { entitiesSchema, type Reading, readingSchema } from '#ai/reading.ts';

const sourceSchema = z.object({ documentId: z.string(), title: z.string() });

/** One thing that was looked at for a reply. */
const stepSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('passages'),
    question: z.string(),
    /** Best first. Scores are only comparable within one search. */
    candidates: z.array(sourceSchema.extend({ score: z.number() })),
    /** The sentences that the answer is made of; empty: nothing was sure enough. */
    chosen: z.array(sourceSchema.extend({ excerpt: z.string() })),
    /** Of the answer, 0 to 1; null without one. */
    confidence: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('facts'),
    question: z.string(),
    product: z.string(),
    /** value null: the catalogue does not know. */
    facts: z.array(z.object({ label: z.string(), value: z.string().nullable() })),
  }),
  z.object({
    kind: z.literal('products'),
    question: z.string(),
    candidates: z.array(z.object({ name: z.string(), score: z.number(), reasons: z.array(z.string()) })),
  }),
]);
export type ExplainedStep = z.infer<typeof stepSchema>;

/** How a reply came about: what the message was taken for, and what was looked at since the reply before. */
export const explanationSchema = z.object({
  reading: readingSchema.extend({ entities: entitiesSchema.partial() }).nullable(),
  steps: z.array(stepSchema),
});
export type Explanation = z.infer<typeof explanationSchema>;

const MOST_STEPS = 8;
const LONGEST = 300;
const short = (text: string): string => text.slice(0, LONGEST);

/** Gathers, while a turn is decided, what its replies rest on. */
export class Explaining {
  #reading: Explanation['reading'] = null;
  #steps: ExplainedStep[] = [];

  read(reading: Reading): void {
    const named = Object.entries(reading.entities).filter(([, value]) => !Array.isArray(value) || value.length > 0);
    this.#reading = { ...reading, entities: Object.fromEntries(named) };
  }

  note(step: ExplainedStep): void {
    if (this.#steps.length < MOST_STEPS) this.#steps.push({ ...step, question: short(step.question) });
  }

  /** What the next reply rests on; null for one that no message caused and nothing was looked up for. */
  take(): Explanation | null {
    const steps = this.#steps;
    this.#steps = [];
    return this.#reading || steps.length > 0 ? { reading: this.#reading, steps } : null;
  }
}

const open = new AsyncLocalStorage<Explaining>();

/** Runs `body`; what it reads and looks up is noted in `explaining`. */
export const whileExplaining = <T>(explaining: Explaining, body: () => T): T => open.run(explaining, body);

/** Notes what was looked at, where somebody wants to know; `step` is made only then. */
export function explain(step: () => ExplainedStep): void {
  open.getStore()?.note(step());
}

/** Notes what a message was taken for. */
export function explainReading(reading: Reading): void {
  open.getStore()?.read(reading);
}
