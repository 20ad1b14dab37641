import { type ReactNode, useMemo } from 'react';
import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import '../../kit/surveyLook.css';
import 'survey-core/i18n/simplified-chinese';
import { Survey } from 'survey-react-ui';
import type { Language } from '../../kit/i18n.ts';

/** The survey as a page shows it; nothing that is filled in goes anywhere. */
export function SurveyPreview({ definition, language }: { definition: unknown; language: Language }): ReactNode {
  const model = useMemo(() => {
    const made = new Model(definition);
    made.locale = language === 'zh' ? 'zh-cn' : 'en';
    made.showTitle = false;
    made.showCompleteButton = false;
    made.widthMode = 'responsive';
    for (const question of made.getAllQuestions())
      if (question.getType() === 'rating') question.displayMode = 'buttons';
    return made;
  }, [definition, language]);
  return (
    <div className="survey-look">
      <Survey model={model} />
    </div>
  );
}
