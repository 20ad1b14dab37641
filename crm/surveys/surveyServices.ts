import type { CommentReader } from '#ai/commentReader.ts';
import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { CareRules } from '../care/careRules.ts';
import type { Clock } from '../clock.ts';
import type { Reach } from '../conversations/reach.ts';
import type { Messenger } from '../messenger.ts';
import type { Shop } from '../shop/shop.ts';
import type { Tasks } from '../tasks/tasks.ts';
import { SurveysByHand } from './byHand.ts';
import { CommentReadings } from './comments/commentReadings.ts';
import { Invitations } from './invitations.ts';
import { SurveyLinks } from './links.ts';
import { Responses } from './responses.ts';
import { SurveySending } from './sending.ts';
import { Surveys } from './surveys.ts';

/** What customers are asked, who of them, by which way, and what they answered. */
export interface SurveyServices {
  surveys: Surveys;
  invitations: Invitations;
  responses: Responses;
  surveySending: SurveySending;
  surveysByHand: SurveysByHand;
  surveyLinks: SurveyLinks;
  commentReadings: CommentReadings;
}

interface Parts {
  db: Database;
  clock: Clock;
  audit: Audit;
  shop: Shop;
  tasks: Tasks;
  messenger: Messenger;
  careRules: CareRules;
  reach: Reach;
  publicUrl?: string | undefined;
  commentReader: CommentReader | undefined;
}

export function createSurveys(parts: Parts): SurveyServices {
  const { db, clock, audit, shop, tasks, publicUrl, commentReader } = parts;
  const surveys = new Surveys(db, clock, audit);
  const invitations = new Invitations(db, clock, shop, surveys);
  const responses = new Responses(db, clock, tasks);
  return {
    surveys,
    invitations,
    responses,
    surveySending: new SurveySending({ ...parts, surveys }),
    surveysByHand: new SurveysByHand({ ...parts, surveys }),
    surveyLinks: new SurveyLinks({ ...parts, surveys, invitations, responses, publicUrl }),
    commentReadings: new CommentReadings(db, clock, commentReader),
  };
}
