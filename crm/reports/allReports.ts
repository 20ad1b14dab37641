import type { Database } from '#prisma/client.ts';
import type { Clock } from '../clock.ts';
import type { Shop } from '../shop/shop.ts';
import { SurveyDays } from '../surveys/days/surveyDays.ts';
import { Talks } from '../talks/talks.ts';
import { Reports } from './reports.ts';
import { SurveyReports } from './surveys/surveyReports.ts';
import { TalkReports } from './talks/talkReports.ts';
import { WeeklyReports } from './weekly.ts';

/** What managers look at, on the page and by mail. */
export interface AllReports {
  reports: Reports;
  surveyReports: SurveyReports;
  weeklyReports: WeeklyReports;
  /** What the reports on conversations rest on. */
  talks: Talks;
  talkReports: TalkReports;
}

export function allReports(db: Database, clock: Clock, shop: Shop): AllReports {
  const reports = new Reports(db, clock, shop);
  const surveyReports = new SurveyReports(db, clock, shop, new SurveyDays(db, shop));
  const talks = new Talks(db, clock, shop);
  return {
    reports,
    surveyReports,
    weeklyReports: new WeeklyReports({ db, shop, reports, surveyReports }),
    talks,
    talkReports: new TalkReports({ db, clock, shop, talks }),
  };
}
