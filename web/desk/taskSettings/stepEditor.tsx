import { Button, Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import type { TaskTypeRule } from '../api.ts';
import { Icon } from '../frame/icons.tsx';
import { useTexts } from '../frame/language.tsx';
import { taskSettingsTexts } from '../i18n/taskSettings.ts';

type Steps = TaskTypeRule['checklist'];

/** The steps of a type, in their order, in both languages. */
export function StepEditor({ steps, change }: { steps: Steps; change(steps: Steps): void }): ReactNode {
  const t = useTexts(taskSettingsTexts);
  const put = (index: number, more: Partial<Steps[number]>): void =>
    change(steps.map((step, each) => (each === index ? { ...step, ...more } : step)));
  const swap = (index: number): void =>
    change(steps.map((step, each) => (each === index - 1 ? steps[index]! : each === index ? steps[index - 1]! : step)));
  const add = (): void => change([...steps, { id: crypto.randomUUID(), text: { zh: '', en: '' }, required: false }]);
  return (
    <fieldset className="type-steps">
      <legend className="form-label">{t.steps}</legend>
      {steps.map((step, index) => (
        <div key={step.id} className="step-edit">
          <div className="step-texts">
            {(['zh', 'en'] as const).map((language) => {
              const label = `${language === 'zh' ? t.stepZh : t.stepEn} ${index + 1}`;
              return (
                <Input
                  key={language}
                  aria-label={label}
                  placeholder={label}
                  maxLength={200}
                  value={step.text[language]}
                  onChange={({ target }) => put(index, { text: { ...step.text, [language]: target.value } })}
                />
              );
            })}
          </div>
          <div className="step-tools">
            <Checkbox checked={step.required} onChange={({ target }) => put(index, { required: target.checked })}>
              {t.required}
            </Checkbox>
            <Button size="small" disabled={index === 0} aria-label={`${t.up} ${index + 1}`} onClick={() => swap(index)}>
              ↑
            </Button>
            <Button
              size="small"
              disabled={index === steps.length - 1}
              aria-label={`${t.down} ${index + 1}`}
              onClick={() => swap(index + 1)}
            >
              ↓
            </Button>
            <Button
              size="small"
              icon={<Icon name="close" />}
              aria-label={`${t.remove} ${index + 1}`}
              onClick={() => change(steps.filter((_step, each) => each !== index))}
            />
          </div>
        </div>
      ))}
      <Button icon={<Icon name="plus" />} disabled={steps.length >= 30} onClick={add}>
        {t.addStep}
      </Button>
    </fieldset>
  );
}
