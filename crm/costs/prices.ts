import type { ModelUsage } from '#ai/languageModel.ts';

/** Prices in the shop's currency for a million tokens; what the server had in its cache may cost less. */
export interface ModelPrices {
  input: number;
  output: number;
  cachedInput: number;
  embedding: number;
}

/** What a call cost, in millionths of the currency unit: so many tokens at a price for a million of them. Rounded up. */
export function costMicros(usage: ModelUsage, prices: ModelPrices, purpose: string): bigint {
  const { inputTokens, outputTokens, cachedTokens } = usage;
  if (purpose === 'embedding') return BigInt(Math.ceil(inputTokens * prices.embedding));
  const fresh = Math.max(0, inputTokens - cachedTokens);
  const cost = fresh * prices.input + cachedTokens * prices.cachedInput + outputTokens * prices.output;
  return BigInt(Math.ceil(cost));
}
