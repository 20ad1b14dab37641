import type { Examples } from './examples.ts';
export const noneExamples: Examples = { none: { zh: ['今天股市怎么样'], en: ['who won the match'] } };
