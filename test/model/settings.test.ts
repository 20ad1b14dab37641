import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#bot/config.ts';

const openai = (env: Record<string, string>) => readConfig(env).openai;

describe('the settings of a model', () => {
  it('are none without a named model: a key in the environment sends nothing anywhere', () => {
    expect(openai({})).toBeUndefined();
    expect(openai({ OPENAI_API_KEY: 'sk-1', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' })).toBeUndefined();
    expect(openai({ OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: '' })).toBeUndefined();
  });

  it('need a key, or a server of one’s own', () => {
    expect(openai({ OPENAI_BASE_URL: 'http://127.0.0.1:1/v1', OPENAI_MODEL: 'm' })).toMatchObject({
      model: 'm',
      apiKey: undefined,
    });
    expect(openai({ OPENAI_API_KEY: 'sk-1', OPENAI_EMBEDDING_MODEL: 'e' })).toMatchObject({
      embeddingModel: 'e',
      model: undefined,
    });
    expect(() => openai({ OPENAI_MODEL: 'm' })).toThrow(ConfigError);
    expect(() => openai({ OPENAI_MODEL: 'm' })).toThrow(/OPENAI_API_KEY.*OPENAI_BASE_URL/);
  });

  it('have the documented defaults, and a cached token costs what a fresh one does unless it is said', () => {
    expect(openai({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm', OPENAI_PRICE_INPUT: '2.5' })).toMatchObject({
      firstTokenMs: 2000,
      costs: {
        tokensPerDay: 2_000_000,
        tokensPerConversation: 60_000,
        commentTokensPerDay: 200_000,
        prices: { input: 2.5, cachedInput: 2.5, output: 0, embedding: 0 },
      },
    });
  });

  it.each([
    ['OPENAI_BASE_URL', 'not a url'],
    ['OPENAI_FIRST_TOKEN_MS', 'soon'],
    ['OPENAI_TOKENS_PER_DAY', '-1'],
    ['OPENAI_PRICE_OUTPUT', 'cheap'],
  ])('name a wrong %s', (name, value) => {
    expect(() => readConfig({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'm', [name]: value })).toThrow(name);
  });
});
