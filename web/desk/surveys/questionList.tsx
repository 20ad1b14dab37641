import { Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../frame/language.tsx';
import { surveyTexts } from '../i18n/surveys.ts';
import { ChoiceList } from './choiceList.tsx';
import { OrderButtons } from './orderButtons.tsx';
import { freshQuestion, hasItems, type SimpleQuestion } from './simpleList.ts';

const kinds = ['comment', 'radiogroup', 'checkbox', 'boolean', 'rating', 'number', 'matrix'];

/** The common case: questions one below the other, in both languages. */
export function QuestionList(props: {
  list: SimpleQuestion[];
  /** All that the survey ever asked: new questions and choices are none of it. Undefined: not known yet. */
  history: readonly unknown[] | undefined;
  change(list: SimpleQuestion[]): void;
}): ReactNode {
  const { list, history, change } = props;
  const t = useTexts(surveyTexts);
  const set = (at: number, part: Partial<SimpleQuestion>) =>
    change(list.map((question, i) => (i === at ? { ...question, ...part } : question)));
  return (
    <ol className="survey-questions">
      {list.map((question, at) => (
        <li key={question.name} aria-label={`${at + 1}. ${question.zh || question.en}`}>
          <header>
            <strong>{`${at + 1}. ${t.kinds[question.kind] ?? question.kind}`}</strong>
            <OrderButtons
              list={list}
              at={at}
              drop={question.kind === 'score' ? undefined : t.dropQuestion}
              change={change}
            />
          </header>
          <Input
            aria-label={t.questionZh}
            placeholder={t.questionZh}
            value={question.zh}
            onChange={({ target }) => set(at, { zh: target.value })}
          />
          <Input
            aria-label={t.questionEn}
            placeholder={t.questionEn}
            value={question.en}
            onChange={({ target }) => set(at, { en: target.value })}
          />
          {hasItems(question.kind) && (
            <ChoiceList question={question} history={history} change={(items) => set(at, { items })} />
          )}
          {question.kind !== 'score' && (
            <Checkbox checked={question.required} onChange={({ target }) => set(at, { required: target.checked })}>
              {t.required}
            </Checkbox>
          )}
        </li>
      ))}
      <li>
        <Select
          aria-label={t.addQuestion}
          placeholder={t.addQuestion}
          value={null}
          disabled={!history}
          options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
          onChange={(kind: string | null) => kind && change([...list, freshQuestion(kind, list, history)])}
        />
      </li>
    </ol>
  );
}
