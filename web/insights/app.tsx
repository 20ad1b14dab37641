import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { BrowserRouter } from 'react-router';
import { localized } from '../desk/customers/names.ts';
import { ChoiceForm } from '../desk/frame/choiceForm.tsx';
import { LanguageButton, ThemeButton } from '../desk/frame/choices.tsx';
import { Icon } from '../desk/frame/icons.tsx';
import { useLanguage, useTexts } from '../desk/frame/language.tsx';
import { useLive } from '../desk/frame/live.ts';
import { PageSkeleton } from '../desk/frame/pageSkeleton.tsx';
import { SignedIn, useMay, useSignOut } from '../desk/frame/session.tsx';
import { useTitle } from '../desk/frame/title.ts';
import { frameTexts } from '../desk/i18n/frame.ts';
import { useShop, useShopComes } from '../desk/queries/shop.ts';
import { oneOf, useAddressValues } from '../desk/shell/address.ts';
import { EmptyNote } from '../desk/shell/listParts.tsx';
import { ConnectionDot } from '../desk/shell/rail.tsx';
import { ComplaintsView } from './complaints/complaintsView.tsx';
import { useFilter } from './filter.ts';
import { FilterBar } from './filterBar.tsx';
import { GapsView } from './gaps/gapsView.tsx';
import { insightTexts } from './i18n/insights.ts';
import { relationTexts } from './i18n/relation.ts';
import { surveyReportTexts } from './i18n/surveys.ts';
import { LevelsCard } from './levelsCard.tsx';
import { ComplaintsCard, LowRatingsCard, TasksCard, TrendCard } from './otherCards.tsx';
import type { Filter } from './period.ts';
import { PromisesCard } from './promisesCard.tsx';
import { CostsView } from './relation/costsView.tsx';
import { AnalysesView, RetentionView } from './relation/otherViews.tsx';
import { useSatisfaction } from './reports.ts';
import { SatisfactionCard } from './satisfactionCard.tsx';
import { SurveysView } from './surveys/surveysView.tsx';
import { TalksView } from './talks/talksView.tsx';

function Head(): ReactNode {
  const t = useTexts(insightTexts);
  const frame = useTexts(frameTexts);
  const { language } = useLanguage();
  const shop = useShop();
  const signOut = useSignOut();
  return (
    <header className="top">
      <span className="brand-mark" aria-hidden="true" />
      <h1>{t.title}</h1>
      {shop && <span className="soft top-shop">{localized(shop.name, language)}</span>}
      <span className="top-space" />
      <ConnectionDot />
      <LanguageButton />
      <ThemeButton />
      <Button
        type="text"
        size="small"
        aria-label={frame.signOut}
        icon={<Icon name="signOut" />}
        onClick={() => void signOut()}
      />
      <Button href="/desk">{frame.goDesk}</Button>
    </header>
  );
}

/** What holds in every view; the rest of the address is of one. */
const shared = ['period', 'from', 'to', 'by', 'product', 'rated'];

const views = ['overview', 'surveys', 'talks', 'complaints', 'gaps', 'costs', 'retention', 'analyses'] as const;

function Reports(): ReactNode {
  const t = { ...useTexts(surveyReportTexts), ...useTexts(relationTexts) };
  const [filter, change] = useFilter();
  const [search] = useAddressValues();
  const view = oneOf(search.get('view') ?? undefined, views);
  const heeds = { rated: view === 'overview' || view === 'surveys', product: view !== 'retention' };
  const choose = (next: (typeof views)[number]): void => {
    const rest = [...search.keys()].filter((name) => !shared.includes(name));
    change({
      ...Object.fromEntries(rest.map((name) => [name, undefined])),
      view: next === 'overview' ? undefined : next,
    });
  };
  return (
    <main className="reports">
      <ChoiceForm className="filters">
        <Segmented
          className="filter-period"
          aria-label={t.view}
          value={view}
          options={views.map((value) => ({ value, label: t[value] }))}
          onChange={choose}
        />
      </ChoiceForm>
      <FilterBar filter={filter} heeds={heeds} change={change} />
      {view === 'overview' && <Overview filter={filter} change={change} />}
      {view === 'surveys' && <SurveysView filter={filter} />}
      {view === 'talks' && <TalksView filter={filter} />}
      {view === 'gaps' && <GapsView filter={filter} />}
      {view === 'complaints' && <ComplaintsView filter={filter} />}
      {view === 'costs' && <CostsView filter={filter} />}
      {view === 'retention' && <RetentionView filter={filter} />}
      {view === 'analyses' && <AnalysesView filter={filter} />}
    </main>
  );
}

function Overview({ filter, change }: { filter: Filter; change: ReturnType<typeof useFilter>[1] }): ReactNode {
  const satisfaction = useSatisfaction(filter);
  return (
    <div className="cards">
      <SatisfactionCard query={satisfaction} filter={filter} />
      <TrendCard query={satisfaction} filter={filter} choose={(by) => change({ by })} />
      <ComplaintsCard filter={filter} />
      <TasksCard filter={filter} />
      <PromisesCard filter={filter} />
      <LevelsCard filter={filter} />
      <LowRatingsCard filter={filter} />
    </div>
  );
}

function Insights(): ReactNode {
  useLive();
  const frame = useTexts(frameTexts);
  useTitle(`${frame.insights} · ${frame.product}`);
  const mayRead = useMay('manager');
  // Periods are days of the shop's calendar: with the browser's, the first figures would be those of other days.
  const calendarComes = useShopComes();
  return (
    <div className="insights">
      <Head />
      {mayRead ? (
        calendarComes ? (
          <PageSkeleton />
        ) : (
          <Reports />
        )
      ) : (
        <main className="reports">
          <EmptyNote icon="insights" title={frame.notAllowedTitle}>
            {frame.notAllowed}
          </EmptyNote>
        </main>
      )}
    </div>
  );
}

/** The insights page, at /insights. */
export function App(): ReactNode {
  return (
    <BrowserRouter basename="/insights">
      <SignedIn>
        <Insights />
      </SignedIn>
    </BrowserRouter>
  );
}
