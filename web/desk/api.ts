import type { ApiKeyJson } from '#api/apiKeys.ts';
import type { ArticleDiffJson, ArticleJson, ArticleVersionJson, PassageJson, ReaskedJson } from '#api/articles.ts';
import type { AuditEventJson } from '#api/auditEvents.ts';
import type { CalendarJson, WorkingDayJson } from '#api/calendars.ts';
import type { CannedReplyJson } from '#api/cannedReplies.ts';
import type { CareMessageJson, CarePreviewJson, CareResultsJson, CareRuleJson, ConsentJson } from '#api/care.ts';
import type { HandPreviewJson } from '#api/careByHand.ts';
import type { CompensationJson } from '#api/compensations.ts';
import type { ComplaintCauseJson } from '#api/complaintCauses.ts';
import type { ComplaintDetailJson, ComplaintJson, SimilarComplaintJson } from '#api/complaints.ts';
import type { ConversationJson, ExplanationJson, MessageJson } from '#api/conversations.ts';
import type { ShownContactJson } from '#api/customerContacts.ts';
import type { CustomerDoubleJson, CustomerMergeJson } from '#api/customerMerges.ts';
import type {
  CustomerJson,
  CustomerPageJson,
  CustomerZoneJson,
  PreferenceJson,
  TimelineEntryJson,
} from '#api/customers.ts';
import type { DefectJson } from '#api/defects.ts';
import type { DoneLinkJson } from '#api/doneLinks.ts';
import type { ExampleJson } from '#api/examples.ts';
import type { ArticleDraftJson, GapClusterJson, GapJson } from '#api/gaps.ts';
import type { ImportEventJson } from '#api/imports.ts';
import type { InvitationJson, SurveyPreviewJson } from '#api/invitations.ts';
import type { MessageBudgetJson } from '#api/messageBudgets.ts';
import type { NotificationSettingsJson } from '#api/notificationSettings.ts';
import type { NotificationJson } from '#api/notifications.ts';
import type { NotificationDeliveryJson, NotificationTargetJson } from '#api/notificationTargets.ts';
import type { OwnerPreviewJson, OwnerRulesJson } from '#api/ownerRules.ts';
import type { TriedReplyJson } from '#api/playground.ts';
import type { PointsJson, PointsRulesJson } from '#api/points.ts';
import type { ColleagueJson } from '#api/presence.ts';
import type { ErasureJson } from '#api/privacy.ts';
import type { ProductJson } from '#api/products.ts';
import type { PromiseJson, PromiseStoryJson } from '#api/promises.ts';
import type { PurchaseIntervalJson, PurchaseJson } from '#api/purchases.ts';
import type { RecurringTaskJson } from '#api/recurringTasks.ts';
import type { DraftJson, SuggestionsJson } from '#api/replySuggestions.ts';
import type { RetentionJson, RetentionPreviewJson } from '#api/retention.ts';
import type { PoolRoomJson, SegmentStandingJson, SegmentsJson } from '#api/segments.ts';
import type { ListedClockJson, ServiceClockDetailJson, ServiceTargetsJson } from '#api/serviceLevels.ts';
import type { SessionJson } from '#api/session.ts';
import type { ShopJson } from '#api/shop.ts';
import type { StaffJson } from '#api/staff.ts';
import type { SurveyLinkJson } from '#api/surveyLinks.ts';
import type {
  ResponseJson,
  SurveyJson,
  SurveyProblemJson,
  SurveyResultsJson,
  SurveyVersionJson,
} from '#api/surveys.ts';
import type { SynonymJson } from '#api/synonyms.ts';
import type { BulkResultJson } from '#api/taskBulk.ts';
import type { SavedFilterJson } from '#api/taskFilters.ts';
import type { TaskDetailJson, TaskJson } from '#api/tasks.ts';
import type { TaskTypeJson } from '#api/taskTypes.ts';
import type { BoardColumnJson, CalendarDayJson } from '#api/taskViews.ts';
import type { TeamJson } from '#api/teams.ts';
import type { TierRulesJson, TierStandingJson } from '#api/tiers.ts';
import type { VoucherJson } from '#api/vouchers.ts';
import type { WebhookDeliveryJson, WebhookJson } from '#api/webhooks.ts';

/** JSON of /api/v1 as the staff pages read it: types only, erased from the pages. */
export type Shop = ShopJson;
export type CustomerZone = CustomerZoneJson;
export type Session = SessionJson;
export type StaffMember = StaffJson;
export type Role = StaffJson['role'];
export type Team = TeamJson;
export type ApiKey = ApiKeyJson;
export type Notification = NotificationJson;
export type NotificationSettings = NotificationSettingsJson;
export type NotificationPreference = NotificationSettingsJson['preference'];
export type NotificationTarget = NotificationTargetJson;
export type NotificationDelivery = NotificationDeliveryJson;
/** How long data is kept, and what a period would cut. */
export type Retention = RetentionJson;
/** A person who was cut out of the records, or is about to be. */
export type Erasure = ErasureJson;
export type RetentionPreview = RetentionPreviewJson;
/** A partner who is told by signed posts, and what was sent there. */
export type Webhook = WebhookJson;
export type WebhookDelivery = WebhookDeliveryJson;
export type DoneLink = DoneLinkJson;
export type Product = ProductJson;
export type Customer = CustomerJson;
export type CustomerPage = CustomerPageJson;
/** A record that stands behind another of the same person, and two that may be one. */
export type CustomerMerge = CustomerMergeJson;
export type CustomerDouble = CustomerDoubleJson;
export type CustomerRef = NonNullable<TaskJson['customer']>;
/** What a channel still takes for a customer. */
export type MessageBudget = MessageBudgetJson;
export type Preference = PreferenceJson;
export type TimelineEntry = TimelineEntryJson;
/** A line of an order, and how often a product is bought. */
export type Purchase = PurchaseJson;
export type PurchaseInterval = PurchaseIntervalJson;
export type CustomerPoints = PointsJson;
export type PointsRules = PointsRulesJson;
export type TierRules = TierRulesJson;
export type TierStanding = TierStandingJson;
export type Voucher = VoucherJson;
export type SegmentCounts = SegmentsJson;
export type SegmentStanding = SegmentStandingJson;
export type PoolRoom = PoolRoomJson;
export type VoucherWorth = NonNullable<CareRuleJson['voucher']>;
export type Conversation = ConversationJson;
export type CannedReply = CannedReplyJson;
export type CareRule = CareRuleJson;
export type CareResults = CareResultsJson;
export type CarePreview = CarePreviewJson;
export type HandPreview = HandPreviewJson;
export type AuditEvent = AuditEventJson;
export type ShownContact = ShownContactJson;
export type ContactPolicy = Record<'phone' | 'email', 'staff' | 'manager' | 'administrator'>;
export type CareMessage = CareMessageJson;
/** What a customer agreed to or refused. */
export type Consent = ConsentJson;
export type Colleague = ColleagueJson;
/** Replies that may fit what the customer waits to hear. */
export type Suggestions = SuggestionsJson;
export type ReplySuggestion = SuggestionsJson['items'][number];
export type ReplyDraft = NonNullable<DraftJson['draft']>;
export type Holder = ConversationJson['holder'];
/** Its `body` is the activity as the channel showed it; read by conversations/messageOf.ts and nowhere else. */
export type Message = MessageJson;
export type Complaint = ComplaintJson;
export type ComplaintDetail = ComplaintDetailJson;
export type ComplaintState = ComplaintJson['state'];
export type Severity = ComplaintJson['severity'];
export type SimilarComplaint = SimilarComplaintJson;
export type Compensation = CompensationJson;
/** What each role may grant, in the currency's smallest unit; null: no limit. */
export type CompensationLimits = Record<Role, number | null>;
export type Defect = DefectJson;
export type DefectState = DefectJson['state'];
export type Cause = ComplaintCauseJson;
/** What somebody promised a customer. */
export type CustomerPromise = PromiseJson;
export type PromiseStory = PromiseStoryJson;
export type Gap = GapJson;
export type Synonym = SynonymJson;
export type GapCluster = GapClusterJson;
export type Article = ArticleJson;
export type ArticleVersion = ArticleVersionJson;
export type ArticleDiff = ArticleDiffJson;
export type ArticleDraft = ArticleDraftJson;
export type Passage = PassageJson;
export type Reasked = ReaskedJson;
/** How a reply of the bot came about. */
export type Explanation = ExplanationJson;
export type TriedReply = TriedReplyJson;
export type ImportEvent = ImportEventJson;
export type Example = ExampleJson;
export type SurveyResponse = ResponseJson;
export type Survey = SurveyJson;
export type SurveyProblem = SurveyProblemJson;
export type SurveyResults = SurveyResultsJson;
export type SurveyVersion = SurveyVersionJson;
export type SurveyLink = SurveyLinkJson;
export type Invitation = InvitationJson;
export type SurveyPreview = SurveyPreviewJson;
/** How long a customer waits for one thing, and how that stands. */
export type ServiceClock = ListedClockJson;
export type ServiceClockDetail = ServiceClockDetailJson;
export type Level = ServiceClock['level'];
export type ServiceTargets = ServiceTargetsJson;
export type Target = ServiceTargets['targets'][number];
/** Why a clock may stand. */
export type PauseReason = 'waitingForCustomer' | 'waitingForSupplier' | 'waitingForGoods' | 'agreedDate' | 'other';
/** When people work. */
export type Calendar = CalendarJson;
export type WorkingDay = WorkingDayJson;
export type Task = TaskJson;
export type TaskDetail = TaskDetailJson;
export type TaskPriority = TaskJson['priority'];
/** Tasks side by side, and day by day. */
export type BoardColumn = BoardColumnJson;
export type CalendarDay = CalendarDayJson;
/** Work that comes back. */
export type RecurringTask = RecurringTaskJson;
/** A list of tasks under a name, and what it is asked for. */
export type SavedFilter = SavedFilterJson;
export type FilterQuery = SavedFilterJson['query'];
export type BulkResult = BulkResultJson;
/** Who gets which tasks. */
export type OwnerRules = OwnerRulesJson;
export type OwnerRule = Required<OwnerRulesJson['rules'][number]>;
export type OwnerPreview = OwnerPreviewJson;
/** A kind of task with what it asks for. */
export type TaskTypeRule = TaskTypeJson;

/** The types of task that have a name of their own here; others are shown by their code. */
export type TaskType =
  | 'callBack'
  | 'answer'
  | 'complaint'
  | 'repair'
  | 'gift'
  | 'care'
  | 'approval'
  | 'promise'
  | 'surveyFollowUp'
  | 'knowledgeGap'
  | 'fault'
  | 'custom';
/** What may come of a task. */
export type Outcome = TaskTypeJson['outcomes'][number]['outcome'];

/** A page of a list. */
export interface List<T> {
  items: T[];
  nextCursor: string | null;
}
