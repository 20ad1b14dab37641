import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { localized } from '../../desk/customers/names.ts';
import { ChoiceForm } from '../../desk/frame/choiceForm.tsx';
import { useFormats } from '../../desk/frame/formats.ts';
import { useLanguage, useTexts } from '../../desk/frame/language.tsx';
import { oneOf, useAddressValues } from '../../desk/shell/address.ts';
import { ActionBar, fileAddress, type InView } from '../actions/actionBar.tsx';
import { peopleAt, peopleOf } from '../actions/people.ts';
import { actionTexts } from '../i18n/actions.ts';
import { filterTexts } from '../i18n/filters.ts';
import { surveyReportTexts } from '../i18n/surveys.ts';
import type { Filter } from '../period.ts';
import { useSkuOf } from '../reports.ts';
import { aboutIn, addressOf } from './about.ts';
import { AnswersCard } from './answersCard.tsx';
import { type Asked, askedOf, dimensionNames, type MetricName, uncutOf, wholeOf } from './asked.ts';
import { BreakdownCard } from './breakdownCard.tsx';
import { CommentsCard } from './commentsCard.tsx';
import { addressOfChosen, chosenIn, invitedQuery } from './invited.ts';
import { InvitedCard } from './invitedCard.tsx';
import { useValueName } from './names.ts';
import {
  type CommentsReport,
  useAnswers,
  useBreakdown,
  useComments,
  useInvited,
  useInvitedCounts,
  useSurveyReport,
  useSurveys,
} from './queries.ts';
import { ScoreCard } from './scoreCard.tsx';
import { SurveyTrendCard } from './trendCard.tsx';

const metricNames = ['csat', 'nps', 'ces', 'none'] as const;

/** What customers answered: one survey or metric, its score, trend, groups, comments and answers. All of it in the address. */
export function SurveysView({ filter }: { filter: Filter }): ReactNode {
  const t = useTexts(surveyReportTexts);
  const actions = useTexts(actionTexts);
  const words = useTexts(filterTexts);
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
  const about = aboutIn(search.get('about'));
  const comments = useComments({ ...asked, ...about });
  const answers = useAnswers(asked);
  const invited = chosenIn(search);
  // An address that names some of them leads there, too.
  const [led, setLed] = useState(invited ? 1 : 0);
  const invitedAsked = invited && invitedQuery(asked, invited);
  const invitedCounts = useInvitedCounts(wholeOf(asked));
  const invitedRows = useInvited(invitedAsked);
  const nameOf = useValueName();
  const what = search.get('survey') ?? 'csat';
  const titleOf = (value: string): string => {
    const survey = items.find(({ id }) => id === value);
    return survey ? localized(survey.title, language) : t[asked.metric];
  };
  const cutName =
    cut && nameOf(cut.value, breakdown.data?.items.find(({ value }) => value === cut.value)?.name ?? null);
  const name = [titleOf(what), cutName].filter(Boolean).join(' · ');
  const sku = useSkuOf()(cut?.dimension === 'product' ? cut.value : undefined);
  const isAnonymous = items.find(({ id }) => id === what)?.anonymous === true;
  // Every card acts on the answers that it counts.
  const viewOf = (of: Asked, count: string, title = name): InView => ({
    name: title,
    count,
    people: isAnonymous ? { none: actions.anonymous } : peopleAt('surveys', of),
    article: { products: sku ? [sku] : [], title: sku || cut?.dimension === 'category' ? title : undefined },
    files: {
      csv: fileAddress('/reports/surveys/file', { ...of, format: 'csv', language }),
      xlsx: fileAddress('/reports/surveys/file', { ...of, format: 'xlsx', language }),
    },
  });
  /** Those of the comments that were chosen; a file of them alone there is none. */
  const commentsView = (some: CommentsReport['newest']): InView => ({
    ...viewOf({ ...asked, commented: 'true' }, t.read(formats.integer(some.length))),
    ...(!isAnonymous && { people: peopleOf(some) }),
    files: undefined,
  });
  /** Exactly the invitations in view. */
  const invitedView = (title: string, count: string): InView => ({
    ...viewOf(asked, count, `${name} · ${title}`),
    people: peopleAt('surveys/invitations', invitedAsked),
    files: {
      csv: fileAddress('/reports/surveys/invitations/file', { ...invitedAsked, format: 'csv', language }),
      xlsx: fileAddress('/reports/surveys/invitations/file', { ...invitedAsked, format: 'xlsx', language }),
    },
  });
  const answered = (n: number | undefined) => t.answers(formats.integer(n ?? 0));
  const all = viewOf(wholeOf(asked), answered(report.data?.answers));
  const score = search.get('score') ?? undefined;
  const compared = (breakdown.data?.items ?? []).reduce((sum, row) => sum + row.answers, 0);
  const picked = report.data?.score.distribution.find((row) => String(row.score) === score)?.count;
  const cutText = search.get('cut');
  const lead = (also?: Record<string, string | undefined>): void => {
    change({ ...addressOfChosen({ outcome: 'delivered' }), ...also });
    setLed(led + 1);
  };
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
            change({
              survey: value === 'csat' ? undefined : value,
              score: undefined,
              cut: undefined,
              about: undefined,
              ...addressOfChosen(),
            })
          }
        />
        {cut && (
          <>
            <span>{t.cut(t.dimensions[cut.dimension], cutName ?? cut.value)}</span>
            <Button size="small" onClick={() => change(clear)}>
              {t.clear}
            </Button>
            {filter.productId && filter.productId !== cut.value && (
              <span className="note">{words.cutOnly(cutName ?? cut.value)}</span>
            )}
          </>
        )}
      </ChoiceForm>
      {cutText && !dimensionNames.some((each) => cutText.startsWith(`${each}:`)) && (
        <p className="filters note" role="note">
          {words.unknownCut(cutText)}
          <Button size="small" onClick={() => change({ cut: undefined })}>
            {words.remove}
          </Button>
        </p>
      )}
      <div className="cards">
        <ScoreCard
          query={report}
          score={score}
          choose={(value) => change({ score: value })}
          lead={lead}
          actions={all}
        />
        <SurveyTrendCard query={report} by={filter.by} choose={(value) => change({ by: value })} actions={all} />
        <BreakdownCard
          query={breakdown}
          metric={asked.metric}
          by={by}
          chooseBy={(group) => change({ group })}
          cut={cut?.dimension === by ? cut.value : undefined}
          choose={(value) => change(cut?.value === value ? clear : { cut: `${by}:${value}`, product: undefined })}
          lead={(value) => lead({ cut: `${by}:${value}`, product: undefined })}
          cutName={cutName}
          actions={viewOf(uncutOf(asked), answered(compared), titleOf(what))}
        />
        {!isAnonymous && (
          <InvitedCard
            counts={invitedCounts}
            rows={invitedRows}
            led={led}
            ready={report.data !== undefined && breakdown.data !== undefined}
            chosen={invited}
            choose={(chosen) => change(addressOfChosen(chosen))}
            viewOf={invitedView}
          />
        )}
        <CommentsCard
          query={comments}
          about={about}
          choose={(of) => change({ about: addressOf(of) })}
          actions={
            addressOf(about)
              ? commentsView(comments.data?.newest ?? [])
              : viewOf({ ...asked, commented: 'true' }, t.read(formats.integer(comments.data?.n ?? 0)))
          }
        />
        <AnswersCard
          query={answers}
          tools={
            <ActionBar
              view={viewOf(
                asked,
                answered(score === undefined ? report.data?.answers : picked),
                score === undefined ? name : t.scored(name, score),
              )}
            />
          }
        />
      </div>
    </>
  );
}
