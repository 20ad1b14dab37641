import { problemsOf } from './definition.ts';
import { elementsOf, isObject, type Json } from './elements.ts';
import { type Problem, problem } from './problem.ts';
import { surveyCore } from './surveyCore.ts';
import { untranslated } from './translation.ts';

/** So many problems are told at once. */
const TOLD = 50;

/** Everything that is wrong with a definition, what we see before SurveyJS reads it and what SurveyJS sees. */
export async function check(definition: unknown, metric: string): Promise<Problem[]> {
  const own = problemsOf(definition, metric);
  if (!isObject(definition) || own.some(({ code }) => ['tooLarge', 'tooDeep', 'tooMany'].includes(code)))
    return own.slice(0, TOLD);
  const expressions = await expressionProblems(definition);
  const blocked = [...own, ...expressions].some(
    ({ code }) => code === 'unknownType' || code === 'badExpression' || code === 'loop',
  );
  const read = blocked ? [] : await coreProblems(definition);
  return [...own, ...expressions, ...read, ...untranslated(definition)].slice(0, TOLD);
}

async function expressionProblems(definition: Json): Promise<Problem[]> {
  const { ConditionsParser } = await surveyCore();
  const parser = new ConditionsParser();
  const found: Problem[] = [];
  const walk = (value: unknown, path: string) => {
    if (Array.isArray(value)) value.forEach((item, i) => void walk(item, `${path}[${i}]`));
    else if (isObject(value))
      for (const [key, item] of Object.entries(value)) {
        const at = path ? `${path}.${key}` : key;
        if (
          /(?:If|Expression|^expression)$/.test(key) &&
          typeof item === 'string' &&
          item.trim() &&
          !parser.parseExpression(item)
        )
          found.push(
            problem(
              at,
              'badExpression',
              `“${item.slice(0, 80)}” is no condition: write it like {score} < 7.`,
              `“${item.slice(0, 80)}”不是条件：请写成 {score} < 7 这样。`,
            ),
          );
        else walk(item, at);
      }
  };
  walk(definition, '');
  return found;
}

/** What SurveyJS does not know: a property that is misspelt would be passed over without a word. */
async function coreProblems(definition: Json): Promise<Problem[]> {
  const { Model } = await surveyCore();
  const { jsonErrors } = new Model(structuredClone(definition));
  const paths = new Map(elementsOf(definition).map(({ name, path }) => [name, path]));
  return (jsonErrors ?? []).map((error) => {
    const { propertyName, element } = error as unknown as { propertyName?: string; element?: { name?: string } };
    const path = [paths.get(element?.name ?? ''), propertyName].filter(Boolean).join('.');
    return problem(
      path,
      'unknownProperty',
      `SurveyJS does not know “${propertyName ?? error.type}” here; it would be passed over.`,
      `SurveyJS 不认识这里的“${propertyName ?? error.type}”，会被忽略。`,
    );
  });
}
