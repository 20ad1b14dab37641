import type { Logger } from 'pino';
import client from 'prom-client';
import { createAnswerer } from '#ai/answerer.ts';
import { type CommentReader, createCommentReader } from '#ai/commentReader.ts';
import type { Embedder } from '#ai/embedder.ts';
import type { Examples } from '#ai/examples.ts';
import { CircuitBreaker } from '#ai/model/circuitBreaker.ts';
import { Guard, guardModel, type ModelMeter } from '#ai/model/guardedModel.ts';
import { createModelAnswerer } from '#ai/modelAnswerer.ts';
import { createModelReader } from '#ai/modelReader.ts';
import type { MessageReader, Reader } from '#ai/reader.ts';
import type { Costs } from '#crm/costs/costs.ts';
import type { ServiceParts } from '#crm/services.ts';
import { themes } from '#crm/surveys/comments/themes.ts';
import type { Config } from './config.ts';

/** What is different with a model: who answers, who reads, and what /metrics tells of it. */
export interface ModelParts {
  createAnswerer: ServiceParts['language']['createAnswerer'];
  embedder: Embedder | undefined;
  /** Reads what comments are about; absent: keywords do. */
  commentReader: CommentReader | undefined;
  readerWith(local: Reader): MessageReader;
  metrics: client.Registry;
  /** Whether turns may ask a model. */
  answers: boolean;
}

/** Local servers ask for no key, but the client insists on one. */
const NO_KEY = 'none';

/** Puts the model together, or what stands in its place where the settings name none. Nothing is asked before a message comes. */
export async function createModel(
  config: Config,
  { costs, examples, logger }: { costs: () => Costs; examples: readonly Examples[]; logger: Logger },
): Promise<ModelParts> {
  const metrics = new client.Registry();
  const settings = config.openai;
  const without = {
    createAnswerer,
    embedder: undefined,
    commentReader: undefined,
    readerWith: (local: Reader) => local,
    metrics,
    answers: false,
  };
  if (!settings) return without;
  const { apiKey = NO_KEY, baseUrl, firstTokenMs } = settings;
  const meter = meterOf(costs, metrics, logger);
  // Loaded here, so that whoever has no model does not load its client.
  const [{ createEmbedder }, { createOpenaiModel }] = await Promise.all([
    import('#ai/openaiEmbedder.ts'),
    import('#ai/openaiModel.ts'),
  ]);
  // Two breakers: a server may write well and have no embeddings at all.
  const embedder =
    settings.embeddingModel === undefined
      ? undefined
      : createEmbedder({ apiKey, baseUrl, model: settings.embeddingModel }, new Guard(new CircuitBreaker(), meter));
  if (!settings.model) return { ...without, embedder, answers: embedder !== undefined };
  const guard = new Guard(new CircuitBreaker(), meter);
  const model = guardModel(createOpenaiModel({ apiKey, baseUrl, model: settings.model, firstTokenMs }), guard);
  return {
    createAnswerer: (parts) => createModelAnswerer({ model, local: createAnswerer(parts) }),
    embedder,
    commentReader: settings.costs.commentTokensPerDay > 0 ? createCommentReader({ model, themes }) : undefined,
    readerWith: (local) => createModelReader({ model, local, examples }),
    metrics,
    answers: true,
  };
}

/** Counts calls for Prometheus and keeps them with the conversation. */
function meterOf(costs: () => Costs, metrics: client.Registry, logger: Logger): ModelMeter {
  const registers = [metrics];
  const calls = new client.Counter({
    name: 'zhiyin_model_calls_total',
    help: 'Calls to the language model by purpose and outcome; budget and resting were not made.',
    labelNames: ['purpose', 'outcome'],
    registers,
  });
  const tokens = new client.Counter({
    name: 'zhiyin_model_tokens_total',
    help: 'Tokens that calls to the language model used.',
    labelNames: ['purpose', 'direction'],
    registers,
  });
  const seconds = new client.Histogram({
    name: 'zhiyin_model_seconds',
    help: 'How long calls to the language model took, to their end.',
    labelNames: ['purpose'],
    buckets: [0.1, 0.25, 0.5, 1, 2, 4, 8, 16],
    registers,
  });
  return {
    admits: (call) => costs().admits(call),
    skipped: ({ purpose }, fault) => calls.inc({ purpose, outcome: fault }),
    record(call) {
      const { purpose, usage, outcome, ms } = call;
      calls.inc({ purpose, outcome });
      tokens.inc({ purpose, direction: 'input' }, usage.inputTokens);
      tokens.inc({ purpose, direction: 'output' }, usage.outputTokens);
      seconds.observe({ purpose }, ms / 1000);
      if (outcome !== 'answered') logger.warn({ purpose, outcome, ms }, 'the language model did not answer');
      costs().record(call);
    },
  };
}
