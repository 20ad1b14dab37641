import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import { CostRates } from '../costs/costRates.ts';
import type { Enquiries } from '../costs/enquiries/enquiries.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { SegmentMonths } from '../segments/segmentMonths.ts';
import type { Shop } from '../shop/shop.ts';
import { SurveyDays } from '../surveys/days/surveyDays.ts';
import { Talks } from '../talks/talks.ts';
import { GapReports } from './gaps/gapReports.ts';
import { RelationReports } from './relation/relationReports.ts';
import { Reports } from './reports.ts';
import { InvitedReports } from './surveys/invitedReports.ts';
import { SurveyReports } from './surveys/surveyReports.ts';
import { TalkReports } from './talks/talkReports.ts';
import { WeeklyReports } from './weekly.ts';

/** What managers look at, on the page and by mail. */
export interface AllReports {
  reports: Reports;
  surveyReports: SurveyReports;
  invitedReports: InvitedReports;
  weeklyReports: WeeklyReports;
  /** What the reports on conversations rest on. */
  talks: Talks;
  talkReports: TalkReports;
  gapReports: GapReports;
  relationReports: RelationReports;
  /** What the costs in them are made of. */
  costRates: CostRates;
  enquiries: Enquiries;
  segmentMonths: SegmentMonths;
}

export function allReports(parts: {
  db: Database;
  clock: Clock;
  shop: Shop;
  audit: Audit;
  enquiries: Enquiries;
  knowledge: Knowledge;
}): AllReports {
  const { db, clock, shop, audit, enquiries, knowledge } = parts;
  const reports = new Reports(db, clock, shop);
  const surveyReports = new SurveyReports(db, clock, shop, new SurveyDays(db, shop));
  const talks = new Talks(db, clock, shop);
  const costRates = new CostRates(db, audit);
  return {
    reports,
    surveyReports,
    invitedReports: new InvitedReports(db, shop, surveyReports),
    weeklyReports: new WeeklyReports({ db, shop, reports, surveyReports }),
    talks,
    talkReports: new TalkReports({ db, clock, shop, talks }),
    relationReports: new RelationReports({ db, clock, shop, costRates }),
    costRates,
    enquiries,
    segmentMonths: new SegmentMonths(db, shop),
    gapReports: new GapReports({ db, clock, knowledge }),
  };
}
