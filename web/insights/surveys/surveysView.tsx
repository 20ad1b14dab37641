import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { oneOf, useAddressValues } from '../../desk/shell/address.ts';
import { ActionBar, fileAddress } from '../actions/actionBar.tsx';
import { customersIn } from '../actions/people.ts';
import { surveyReportTexts } from '../i18n/surveys.ts';
import type { Filter } from '../period.ts';
import { useSkuOf } from '../reports.ts';
import { AnswersCard } from './answersCard.tsx';
import { askedOf, dimensionNames, type MetricName, uncutOf, wholeOf } from './asked.ts';
import { BreakdownCard } from './breakdownCard.tsx';
import { CommentsCard } from './commentsCard.tsx';
import { useValueName } from './names.ts';
import { useAnswers, useBreakdown, useComments, useSurveyReport, useSurveys } from './queries.ts';
import { ScoreCard } from './scoreCard.tsx';
import { SurveyTrendCard } from './trendCard.tsx';

const metricNames = ['csat', 'nps', 'ces', 'none'] as const;

/** What customers answered: one survey or metric, its score, trend, groups, comments and answers. All of it in the address. */
export function SurveysView({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const { language } = useLanguage();
  const formats = useFormats();
  const [search, change] = useAddressValues();
  const surveys = useSurveys();
  const items = surveys.data?.items ?? [];
  const metricOf = (id: string) => items.find((each) => each.id === id)?.metric as MetricName | undefined;
  const { asked, cut } = askedOf(filter, search, metricOf);
  const by = oneOf(search.get('group') ?? undefined, dimensionNames);
  const report = useSurveyReport({ ...wholeOf(asked), by: filter.by });
  const breakdown = useBreakdown({ ...uncutOf(asked), by });
  const comments = useComments(asked);
  const answers = useAnswers(asked);
  const nameOf = useValueName();
  const what = search.get('survey') ?? 'csat';
  const titleOf = (value: string): string => {
    const survey = items.find(({ id }) => id === value);
    return survey ? localized(survey.title, language) : t[asked.metric];
  };
  const cutName =
    cut && nameOf(cut.value, breakdown.data?.items.find(({ value }) => value === cut.value)?.name ?? null);
  const name = [titleOf(what), cutName].filter(Boolean).join(' · ');
  const skuOf = useSkuOf();
  const file = (format: string) => fileAddress('/reports/surveys/file', { ...asked, format, language });
  const clear = { cut: undefined, product: undefined };
  return (
    <>
      <ChoiceForm className="filters">
        <Select
          className="survey-what"
          aria-label={t.what}
          showSearch={{ optionFilterProp: 'label' }}
          value={what}
          options={[
            ...metricNames.map((value) => ({ value: value as string, label: t.all(t[value]) })),
            ...items.map(({ id, title }) => ({ value: id, label: localized(title, language) })),
          ]}
          onChange={(value) =>
            change({ survey: value === 'csat' ? undefined : value, score: undefined, cut: undefined })
          }
        />
        {cut && (
          <>
            <span>{t.cut(t.dimensions[cut.dimension], cutName ?? cut.value)}</span>
            <Button size="small" onClick={() => change(clear)}>
              {t.clear}
            </Button>
          </>
        )}
      </ChoiceForm>
      <div className="cards">
        <ScoreCard query={report} score={search.get('score') ?? undefined} choose={(score) => change({ score })} />
        <SurveyTrendCard query={report} by={filter.by} choose={(value) => change({ by: value })} />
        <BreakdownCard
          query={breakdown}
          metric={asked.metric}
          by={by}
          chooseBy={(group) => change({ group })}
          cut={cut?.dimension === by ? cut.value : undefined}
          choose={(value) => change(cut?.value === value ? clear : { cut: `${by}:${value}`, product: undefined })}
        />
        <CommentsCard query={comments} />
        <AnswersCard
          query={answers}
          tools={
            <ActionBar
              view={{
                name,
                count: t.answers(formats.integer(report.data?.answers ?? 0)),
                people: { key: ['answers', asked], read: () => customersIn('/reports/surveys/answers', asked) },
                article: { title: name, product: skuOf(cut?.dimension === 'product' ? cut.value : undefined) },
                files: { csv: file('csv'), xlsx: file('xlsx') },
              }}
            />
          }
        />
      </div>
    </>
  );
}
