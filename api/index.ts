import type { Logger } from 'pino';
import type { Server } from 'restify';
import { apiKeyOperations } from './apiKeys.ts';
import { articleOperations } from './articles.ts';
import { auditEventOperations } from './auditEvents.ts';
import { calendarOperations } from './calendars.ts';
import { cannedReplyOperations } from './cannedReplies.ts';
import { careOperations } from './care.ts';
import { careByHandOperations } from './careByHand.ts';
import { chatTokenOperations } from './chatTokens.ts';
import { compensationOperations } from './compensations.ts';
import { complaintCauseOperations } from './complaintCauses.ts';
import { complaintReportOperations } from './complaintReports.ts';
import { complaintOperations } from './complaints.ts';
import { consentOperations } from './consents.ts';
import { contactOperations } from './contacts.ts';
import { conversationOperations } from './conversations.ts';
import { costRateOperations } from './costRates.ts';
import { customerContactOperations } from './customerContacts.ts';
import { customerMergeOperations } from './customerMerges.ts';
import { customerOperations } from './customers.ts';
import { customerWorthOperations } from './customerWorth.ts';
import { defectOperations } from './defects.ts';
import { demoOperations } from './demo.ts';
import { doneLinkOperations } from './doneLinks.ts';
import { exampleOperations } from './examples.ts';
import { gapReportOperations } from './gapReports.ts';
import { gapOperations } from './gaps.ts';
import { handoffOperations } from './handoffs.ts';
import { importOperations } from './imports.ts';
import { invitationOperations } from './invitations.ts';
import { invitedReportOperations } from './invitedReports.ts';
import { Live } from './live.ts';
import { messageBudgetOperations } from './messageBudgets.ts';
import { mountOperations } from './mount.ts';
import { myRecordOperations } from './myRecord.ts';
import { notificationSettingsOperations } from './notificationSettings.ts';
import { notificationOperations } from './notifications.ts';
import { notificationTargetOperations } from './notificationTargets.ts';
import { openApiOperations } from './openapi.ts';
import { ownerRuleOperations } from './ownerRules.ts';
import { playgroundOperations } from './playground.ts';
import { pointsOperations } from './points.ts';
import { presenceOperations } from './presence.ts';
import { privacyOperations } from './privacy.ts';
import { productOperations } from './products.ts';
import { promiseOperations } from './promises.ts';
import { purchaseOperations } from './purchases.ts';
import { recurringTaskOperations } from './recurringTasks.ts';
import { relationReportOperations } from './relationReports.ts';
import { replySuggestionOperations } from './replySuggestions.ts';
import { reportOperations } from './reports.ts';
import type { ApiParts, Operation } from './resource.ts';
import { retentionOperations } from './retention.ts';
import { segmentOperations } from './segments.ts';
import { serviceLevelOperations } from './serviceLevels.ts';
import { sessionOperations } from './session.ts';
import { shopOperations } from './shop.ts';
import { staffOperations } from './staff.ts';
import { surveyLinkOperations } from './surveyLinks.ts';
import { surveyReportOperations } from './surveyReports.ts';
import { surveyOperations } from './surveys.ts';
import { synonymOperations } from './synonyms.ts';
import { talkReportOperations } from './talkReports.ts';
import { taskBulkOperations } from './taskBulk.ts';
import { taskFileOperations } from './taskFiles.ts';
import { taskFilterOperations } from './taskFilters.ts';
import { taskOperations } from './tasks.ts';
import { taskTypeOperations } from './taskTypes.ts';
import { taskViewOperations } from './taskViews.ts';
import { teamOperations } from './teams.ts';
import { tierOperations } from './tiers.ts';
import { uploadOperations } from './uploads.ts';
import { voucherOperations } from './vouchers.ts';
import { webhookOperations } from './webhooks.ts';

export type { ApiParts, ChatToken } from './resource.ts';

/** What does not need state of its own; a new resource is a file and a line here. */
const resources: Operation[] = [
  ...shopOperations,
  ...calendarOperations,
  ...serviceLevelOperations,
  ...staffOperations,
  ...teamOperations,
  ...apiKeyOperations,
  ...webhookOperations,
  ...customerOperations,
  ...customerContactOperations,
  ...customerMergeOperations,
  ...customerWorthOperations,
  ...privacyOperations,
  ...retentionOperations,
  ...consentOperations,
  ...purchaseOperations,
  ...pointsOperations,
  ...tierOperations,
  ...segmentOperations,
  ...voucherOperations,
  ...careOperations,
  ...careByHandOperations,
  ...handoffOperations,
  ...replySuggestionOperations,
  ...messageBudgetOperations,
  ...conversationOperations,
  ...presenceOperations,
  ...cannedReplyOperations,
  ...taskOperations,
  ...taskTypeOperations,
  ...taskFileOperations,
  ...taskViewOperations,
  ...recurringTaskOperations,
  ...taskBulkOperations,
  ...taskFilterOperations,
  ...contactOperations,
  ...ownerRuleOperations,
  ...complaintCauseOperations,
  ...complaintOperations,
  ...defectOperations,
  ...compensationOperations,
  ...productOperations,
  ...articleOperations,
  ...gapOperations,
  ...synonymOperations,
  ...importOperations,
  ...playgroundOperations,
  ...exampleOperations,
  ...promiseOperations,
  ...surveyOperations,
  ...surveyLinkOperations,
  ...invitationOperations,
  ...reportOperations,
  ...surveyReportOperations,
  ...invitedReportOperations,
  ...complaintReportOperations,
  ...talkReportOperations,
  ...relationReportOperations,
  ...costRateOperations,
  ...gapReportOperations,
  ...notificationOperations,
  ...notificationSettingsOperations,
  ...notificationTargetOperations,
  ...doneLinkOperations,
  ...auditEventOperations,
  ...uploadOperations,
  ...demoOperations,
];

/** How the API is served; `publicUrl`: where browsers reach us, absent: as the request says. */
export interface ApiOptions extends ApiParts {
  publicUrl?: string;
  logger: Logger;
  /** Milliseconds between signs of life on /live. */
  heartbeatMs?: number;
}

/** The JSON API under /api/v1. `mount` adds its routes (no body parser may run before them); `close` ends the streams that are open. */
export function createApi({ publicUrl, logger, heartbeatMs, ...parts }: ApiOptions) {
  const live = new Live(heartbeatMs);
  const operations = [
    ...sessionOperations(),
    ...chatTokenOperations(),
    ...myRecordOperations(),
    ...resources,
    ...live.operations(publicUrl),
  ];
  const all = [...operations, ...openApiOperations(operations)];
  return {
    mount: (server: Server): void => mountOperations(server, all, { parts, publicUrl, logger }),
    close: (): void => live.close(),
  };
}
