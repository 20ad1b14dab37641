import { Button, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import { Field } from '../care/field.tsx';
import { useTexts } from '../frame/language.tsx';
import { ProblemNote } from '../frame/problemNote.tsx';
import { surveyTexts } from '../i18n/surveys.ts';
import { type SurveyManners, useSurveyChange, useSurveyManners } from '../queries/surveys.ts';

const keys = ['anyDays', 'csatDays', 'npsDays', 'cesDays', 'refusedDays'] as const;

/** How often at most one person is asked, over all surveys. */
export function SurveyMannersForm(): ReactNode {
  const t = useTexts(surveyTexts);
  const manners = useSurveyManners();
  const change = useSurveyChange();
  const [given, setGiven] = useState<SurveyManners>();
  const shown = given ?? manners.data;
  if (!shown) return null;
  return (
    <section className="block" aria-label={t.manners}>
      <h2>{t.manners}</h2>
      <div className="care-fields">
        {keys.map((key) => (
          <Field key={key} label={t[key]}>
            <InputNumber
              aria-label={t[key]}
              min={key === 'refusedDays' ? 1 : 0}
              max={key === 'refusedDays' ? 3650 : 365}
              value={shown[key]}
              onChange={(days) => setGiven({ ...shown, [key]: days ?? 1 })}
            />
          </Field>
        ))}
      </div>
      {change.error && <ProblemNote error={change.error} />}
      <Button
        disabled={!given}
        loading={change.isPending}
        onClick={() => change.mutate({ manners: shown }, { onSuccess: () => setGiven(undefined) })}
      >
        {t.save}
      </Button>
    </section>
  );
}
