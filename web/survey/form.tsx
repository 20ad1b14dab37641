import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { Model } from 'survey-core';
import 'survey-core/i18n/simplified-chinese';
import { Survey } from 'survey-react-ui';
import type { Language } from '../kit/i18n.ts';
import { answer, Refused, randomId, type SurveyFormJson } from './link.ts';
import { texts } from './texts.ts';

/** The answer that a link in a mail carries: `?score=4` is filled in, and sent only when the customer says so. */
function carried(model: Model): Record<string, unknown> {
  const score = new URLSearchParams(location.search).get('score');
  const question = model.getQuestionByName('score');
  const values: { value: number }[] = question?.visibleRateValues ?? [];
  const found = values.find(({ value }) => String(value) === score);
  return found ? { score: found.value } : {};
}

/** The form of a link. What was filled in stays whatever happens; it is sent as a whole, once. */
export function Form(props: {
  token: string;
  form: SurveyFormJson;
  language: Language;
  done(followUp: boolean): void;
  ended(code: string): void;
}): ReactNode {
  const { token, form, language, done, ended } = props;
  const t = texts[language];
  const [fault, setFault] = useState<string>();
  const id = useRef(randomId());
  const change = form.state === 'answered';
  const model = useMemo(() => {
    const made = new Model(form.definition);
    made.showTitle = false;
    made.questionErrorLocation = 'bottom';
    made.widthMode = 'responsive';
    // A scale is touched, not opened as a list, also on a telephone.
    for (const question of made.getAllQuestions())
      if (question.getType() === 'rating') question.displayMode = 'buttons';
    made.data = { ...carried(made), ...(form.answers ?? {}) };
    return made;
  }, [form]);

  useEffect(() => {
    model.locale = language === 'zh' ? 'zh-cn' : 'en';
    model.completeText = change ? t.change : t.send;
  }, [model, language, change, t]);

  useEffect(() => {
    let sending = false;
    const send = async () => {
      if (sending) return;
      sending = true;
      setFault(undefined);
      try {
        const { followUp } = await answer(token, { id: id.current, answers: model.data, language, change });
        done(followUp);
      } catch (problem) {
        if (problem instanceof Refused && problem.status === 422) showProblems(model, problem);
        else if (problem instanceof Refused && problem.code) ended(problem.code);
        else setFault(t.failed);
      } finally {
        sending = false;
      }
    };
    const completing = (_model: Model, options: { allow: boolean }) => {
      // SurveyJS must not leave the form before the server has it.
      options.allow = false;
      void send();
    };
    model.onCompleting.add(completing);
    return () => model.onCompleting.remove(completing);
  }, [model, token, language, change, done, ended, t]);

  return (
    <>
      <Survey model={model} />
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

/** What the server does not take stands at its question. */
function showProblems(model: Model, { fields }: Refused): void {
  for (const { path, message } of fields) model.getQuestionByName(path.replace(/^answers\./, ''))?.addError(message);
}
