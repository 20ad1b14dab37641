import type { ReactNode } from 'react';
import type { SurveyProblem } from '../api.ts';
import { useLanguage, useTexts } from '../frame/language.tsx';
import { surveyTexts } from '../i18n/surveys.ts';

interface Props {
  problem: SurveyProblem;
  /** Questions are seen as a list: where it is wrong is told by their number, not by the path in the JSON. */
  inList: boolean;
}

/** What is wrong with a definition, and where. */
export function ProblemLine({ problem: { path, code, message, blocks }, inList }: Props): ReactNode {
  const t = useTexts(surveyTexts);
  const { language } = useLanguage();
  const [, place] = /^pages\[0\]\.elements\[(\d+)\]/.exec(path) ?? [];
  const ofList = inList && place !== undefined;
  return (
    <li className={blocks ? 'survey-problem' : 'soft'}>
      {ofList ? t.inQuestion(Number(place) + 1) : <code>{path} </code>}
      {ofList && code === 'untranslated' ? t.bothLanguages : message[language]}
      {!blocks && t.onlyToStart}
    </li>
  );
}
