import type { Example } from './classifier.ts';

/**
 * What customers say for each intent of a dialog module, in both languages. A key may name a finer kind: `complaints.status`
 * is read as intent `complaints` with aspect `status`.
 */
export type Examples = Record<string, { zh: readonly string[]; en: readonly string[] }>;

/** The examples of all modules as one list to train from. */
export const trainingSet = (modules: readonly Examples[]): Example[] =>
  modules.flatMap((module) =>
    Object.entries(module).flatMap(([intent, { zh, en }]) => [...zh, ...en].map((text) => ({ text, intent }))),
  );
