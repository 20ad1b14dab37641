import {
  type CallFor,
  type LanguageModel,
  LanguageModelError,
  type ModelMessage,
  type ModelOptions,
  type ModelStream,
  type ModelUsage,
} from '../languageModel.ts';
import type { CircuitBreaker } from './circuitBreaker.ts';
import { estimatedTokens } from './estimatedTokens.ts';

/** A call that was made and what it used. `outcome` is `answered` or the fault. */
export type ModelCallRecord = CallFor & { usage: ModelUsage; ms: number; outcome: string };

/** Decides whether there is money left for a call, and keeps what it used. */
export interface ModelMeter {
  admits(call: CallFor): Promise<boolean>;
  /** Must not throw and is not waited for. */
  record(call: ModelCallRecord): void;
  /** A call that was not made, because of the budget or because the server is left alone. */
  skipped?(call: CallFor, fault: 'budget' | 'resting'): void;
}

/** Asks whether a call may be made and reports how it ended: what every kind of call to the server goes through. */
export class Guard {
  readonly #breaker: CircuitBreaker;
  readonly #meter: ModelMeter;

  constructor(breaker: CircuitBreaker, meter: ModelMeter) {
    this.#breaker = breaker;
    this.#meter = meter;
  }

  /** @throws LanguageModelError `budget` or `resting` */
  async enter(call: CallFor): Promise<void> {
    if (!(await this.#meter.admits(call))) {
      this.#meter.skipped?.(call, 'budget');
      throw new LanguageModelError('budget', 'What may be spent is spent.');
    }
    if (this.#breaker.enter()) return;
    this.#meter.skipped?.(call, 'resting');
    throw new LanguageModelError('resting', 'The server failed just now and is left alone for a while.');
  }

  ended(call: CallFor, started: number, usage: ModelUsage, fault?: LanguageModelError): void {
    if (fault) this.#breaker.failed(fault);
    else this.#breaker.succeeded();
    const ms = Math.round(performance.now() - started);
    this.#meter.record({ ...call, usage, ms, outcome: fault?.fault ?? 'answered' });
  }
}

/** What a call used where the server did not say: nothing if it never began, else an estimate, so that no budget is passed unseen. */
function usageOf(
  model: string,
  messages: readonly ModelMessage[],
  said: string,
  fault: LanguageModelError | undefined,
) {
  const none = { model, inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  if (fault && ['unauthorised', 'busy', 'unavailable', 'rejected'].includes(fault.fault)) return none;
  const inputTokens = messages.reduce((sum, { content }) => sum + estimatedTokens(content), 0);
  return { ...none, inputTokens, outputTokens: estimatedTokens(said) };
}

const isTold = (usage: ModelUsage | undefined): usage is ModelUsage =>
  usage !== undefined && usage.inputTokens + usage.outputTokens > 0;

const asFault = (error: unknown): LanguageModelError =>
  error instanceof LanguageModelError
    ? error
    : new LanguageModelError('unavailable', error instanceof Error ? error.message : String(error), { cause: error });

/** The model behind a circuit breaker and a budget; each call is metered, also one that failed or was given up. */
export function guardModel(model: LanguageModel, guard: Guard): LanguageModel {
  async function guarded<T extends { usage: ModelUsage }>(
    messages: readonly ModelMessage[],
    { call = { purpose: 'answering' } }: ModelOptions,
    run: () => Promise<T>,
  ): Promise<T> {
    await guard.enter(call);
    const started = performance.now();
    try {
      const result = await run();
      const told = isTold(result.usage);
      guard.ended(call, started, told ? result.usage : usageOf(model.name, messages, '', undefined));
      return result;
    } catch (error) {
      const fault = asFault(error);
      const usage = isTold(fault.usage) ? fault.usage : usageOf(model.name, messages, '', fault);
      guard.ended(call, started, usage, fault);
      throw fault;
    }
  }

  return {
    name: model.name,
    text: (messages, options = {}) => guarded(messages, options, () => model.text(messages, options)),
    object: (messages, shape, options = {}) => guarded(messages, options, () => model.object(messages, shape, options)),

    stream(messages, options = {}): ModelStream {
      const { call = { purpose: 'answering' } } = options;
      const inner = model.stream(messages, options);
      async function* pieces(): AsyncGenerator<string> {
        await guard.enter(call);
        const started = performance.now();
        let said = '';
        let fault: LanguageModelError | undefined = new LanguageModelError('aborted', 'Not read to its end.');
        try {
          for await (const piece of inner) {
            said += piece;
            yield piece;
          }
          fault = undefined;
        } catch (error) {
          fault = asFault(error);
          throw fault;
        } finally {
          const told = await inner.usage.catch((error) => asFault(error).usage);
          // Whoever stopped reading had what they wanted.
          const ended = fault?.fault === 'aborted' && said ? undefined : fault;
          guard.ended(call, started, isTold(told) ? told : usageOf(model.name, messages, said, fault), ended);
        }
      }
      return { [Symbol.asyncIterator]: pieces, usage: inner.usage };
    },
  };
}
