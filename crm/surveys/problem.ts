import type { Localized } from '../localized.ts';

/** What is wrong with a definition: where, of which kind, and what to do, in words. `blocks`: it cannot even be saved; else only not started. */
export interface Problem {
  path: string;
  code: ProblemCode;
  message: Localized;
  blocks: boolean;
}

export type ProblemCode =
  | 'notSurvey'
  | 'tooLarge'
  | 'tooDeep'
  | 'tooMany'
  | 'tooLong'
  | 'unknownType'
  | 'unknownProperty'
  | 'unsupported'
  | 'script'
  | 'name'
  | 'loop'
  | 'unknownQuestion'
  | 'badExpression'
  | 'noQuestion'
  | 'noChoices'
  | 'metricQuestion'
  | 'metricScale'
  | 'untranslated';

export const problem = (path: string, code: ProblemCode, en: string, zh: string, blocks = true): Problem => ({
  path,
  code,
  message: { zh, en },
  blocks,
});
