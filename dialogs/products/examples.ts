import type { Examples } from '#ai/examples.ts';
import { en } from './examples/en.ts';
import { zh } from './examples/zh.ts';

/** What customers ask of the catalogue and the articles: price, attributes, use, care, returns, delivery, warranty, comparison, advice. */
export const examples: Examples = { products: { zh, en } };
