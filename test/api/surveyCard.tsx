import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { LanguageContext } from '#web/desk/frame/language.tsx';
import type { SurveyReport } from '#web/insights/surveys/queries.ts';
import { ScoreCard } from '#web/insights/surveys/scoreCard.tsx';
import type { DrawScoreCard } from './surveyReading.ts';

const client = new QueryClient();
const nothing = () => undefined;
const actions = { name: '', count: '', people: { none: '' } };

/** The card of the page, drawn by the page's own code from what the API said. */
export const drawScoreCard: DrawScoreCard = (report, language, zone) => {
  client.setQueryData(['shop'], { zone });
  const query = { data: report as SurveyReport, error: null, refetch: nothing } as unknown as Parameters<
    typeof ScoreCard
  >[0]['query'];
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <LanguageContext value={{ language, choose: nothing }}>
        <MemoryRouter>
          <ScoreCard lead={() => undefined} query={query} score={undefined} choose={nothing} actions={actions} />
        </MemoryRouter>
      </LanguageContext>
    </QueryClientProvider>,
  );
};
