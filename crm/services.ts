import type { Logger } from 'pino';
import type { Answerer } from '#ai/answerer.ts';
import type { CommentReader } from '#ai/commentReader.ts';
import type { Embedder } from '#ai/embedder.ts';
import type { SearchIndex } from '#ai/searchIndex.ts';
import type { Understanding } from '#ai/understanding.ts';
import type { Database } from '#prisma/client.ts';
import { Audit } from './audit/audit.ts';
import { CalendarBook } from './calendars/calendarBook.ts';
import { Calendars } from './calendars/calendars.ts';
import { CareByHand } from './care/byHand.ts';
import { Care } from './care/care.ts';
import { CarePreview } from './care/carePreview.ts';
import { CareRules } from './care/careRules.ts';
import type { Clock } from './clock.ts';
import { Compensations } from './compensations/compensations.ts';
import { Causes } from './complaints/causes.ts';
import { Complaints } from './complaints/complaints.ts';
import { Consents } from './consents/consents.ts';
import { Notices } from './consents/notices.ts';
import { CannedReplies } from './conversations/cannedReplies.ts';
import { Conversations } from './conversations/conversations.ts';
import { EarlierAnswers } from './conversations/earlierAnswers.ts';
import { MessageBudget } from './conversations/messageBudget.ts';
import { type Beginnings, Reach } from './conversations/reach.ts';
import { ReplySuggestions } from './conversations/replySuggestions.ts';
import { type CostSettings, Costs } from './costs/costs.ts';
import { Enquiries } from './costs/enquiries/enquiries.ts';
import { Customers } from './customers/customers.ts';
import { Defects } from './defects/defects.ts';
import { closedEgress, type Egress } from './egress.ts';
import { Examples } from './examples/examples.ts';
import { Imports } from './imports/imports.ts';
import { Knowledge } from './knowledge/knowledge.ts';
import { Synonyms } from './knowledge/synonyms.ts';
import type { Messenger } from './messenger.ts';
import { Notifications } from './notifications/notifications.ts';
import { createNotifying, type NotifyingServices } from './notifications/notifyingServices.ts';
import type { Notifier } from './notifier.ts';
import { createLoyalty, type LoyaltyServices } from './points/loyalty.ts';
import { Access } from './privacy/access.ts';
import { CustomerContacts } from './privacy/contactDetails.ts';
import { type CustomerFiles, type ErasedList, noErasedList, noFiles } from './privacy/erasedList.ts';
import { ErasedMarks } from './privacy/erasedMarks.ts';
import { Privacy } from './privacy/privacy.ts';
import { Retention } from './privacy/retention/retention.ts';
import { ProductBuyers } from './products/buyers.ts';
import { Products } from './products/products.ts';
import { listeningMessenger } from './promises/notice.ts';
import { Promises } from './promises/promises.ts';
import { Purchases } from './purchases/purchases.ts';
import { createRecords, type RecordServices } from './records/recordServices.ts';
import { type AllReports, allReports } from './reports/allReports.ts';
import { Secrets } from './secrets/secrets.ts';
import { ClockRows } from './serviceLevels/clockRows.ts';
import { ServiceLevels } from './serviceLevels/serviceLevels.ts';
import { TargetBook } from './serviceLevels/targetBook.ts';
import { Shop } from './shop/shop.ts';
import { ApiKeys } from './staff/apiKeys.ts';
import { Presence } from './staff/presence.ts';
import { StaffAccounts } from './staff/staffAccounts.ts';
import { Teams } from './staff/teams.ts';
import { createSurveys, type SurveyServices } from './surveys/surveyServices.ts';
import { Contacts } from './tasks/contacts.ts';
import { OwnerRules } from './tasks/owners/ownerRules.ts';
import { RecurringTasks } from './tasks/recurring/recurringTasks.ts';
import { SavedFilters } from './tasks/savedFilters.ts';
import { TaskFiles } from './tasks/taskFiles.ts';
import { TaskRows } from './tasks/taskRows.ts';
import { Tasks } from './tasks/tasks.ts';
import { TaskViews } from './tasks/taskViews.ts';
import { TaskTypes } from './tasks/types/taskTypes.ts';
import { WebhookDeliveries } from './webhooks/webhookDeliveries.ts';
import { Webhooks } from './webhooks/webhooks.ts';

/** What the business is built on. `language` makes what reads and writes language, with a model or without. */
export interface ServiceParts {
  db: Database;
  clock: Clock;
  language: {
    createAnswerer: (parts: { index: SearchIndex }) => Answerer;
    embedder?: Embedder | undefined;
    commentReader?: CommentReader | undefined;
    /** What the reader knows of intents; the shop's own examples teach it more. */
    understanding: Understanding;
  };
  messenger: Messenger;
  notifier: Notifier;
  /** Channels on which the shop may write first; absent: none. */
  beginnings?: Beginnings;
  /** Guards where things may be sent; absent: nowhere. */
  egress?: Egress;
  /** The disk: the list of erased records, and customers' files; absent: there is none. */
  erased?: ErasedList;
  files?: CustomerFiles;
  /** Where customers reach us; absent: links are paths. */
  publicUrl?: string | undefined;
  logger: Logger;
  /** What a language model costs and may use; absent: the defaults. */
  costs?: CostSettings | undefined;
  /** Seals what is secret in the database; absent: a key that the database keeps. */
  secretsKey?: string | undefined;
}

/** Everything the business can do. */
export interface Services extends NotifyingServices, RecordServices, LoyaltyServices, SurveyServices, AllReports {
  audit: Audit;
  shop: Shop;
  calendars: Calendars;
  serviceLevels: ServiceLevels;
  customers: Customers;
  privacy: Privacy;
  retention: Retention;
  access: Access;
  customerContacts: CustomerContacts;
  purchases: Purchases;
  products: Products;
  buyers: ProductBuyers;
  knowledge: Knowledge;
  synonyms: Synonyms;
  examples: Examples;
  imports: Imports;
  conversations: Conversations;
  cannedReplies: CannedReplies;
  replySuggestions: ReplySuggestions;
  messageBudget: MessageBudget;
  reach: Reach;
  notices: Notices;
  notifications: Notifications;
  tasks: Tasks;
  taskTypes: TaskTypes;
  ownerRules: OwnerRules;
  taskFiles: TaskFiles;
  taskViews: TaskViews;
  recurringTasks: RecurringTasks;
  savedFilters: SavedFilters;
  contacts: Contacts;
  consents: Consents;
  causes: Causes;
  care: Care;
  careByHand: CareByHand;
  careRules: CareRules;
  carePreview: CarePreview;
  complaints: Complaints;
  defects: Defects;
  compensations: Compensations;
  promises: Promises;
  staff: StaffAccounts;
  presence: Presence;
  teams: Teams;
  apiKeys: ApiKeys;
  webhooks: Webhooks;
  webhookDeliveries: WebhookDeliveries;
  costs: Costs;
  /** Stops what listens for changes, and waits for what is still being kept; the database is the caller's. */
  close(): Promise<void>;
}

/** Builds the services in the order in which they stand on each other. Does nothing until one is called. */
export function createServices(parts: ServiceParts): Services {
  const { db, clock, language, messenger, notifier, logger, egress = closedEgress, files = noFiles } = parts;
  const onFault = (fault: unknown) => logger.error({ err: fault }, 'a snapshot in memory could not be renewed');
  const audit = new Audit(db, clock);
  const secrets = new Secrets(db, parts.secretsKey);
  const shop = new Shop(db, clock, audit);
  const products = new Products(db, clock, onFault);
  const knowledge = new Knowledge({ db, clock, audit, products, ...language, onFault });
  const examples = new Examples({ db, audit, understanding: language.understanding, onFault });
  const costs = new Costs({ db, clock, shop, onFault, ...(parts.costs && { settings: parts.costs }) });
  const notifications = new Notifications(db, clock, notifier, audit);
  const book = new CalendarBook(db, shop);
  const clocks = new ClockRows(book);
  const targets = new TargetBook(db, clock, book);
  const taskTypes = new TaskTypes(db, clock, audit);
  const owners = new OwnerRules(db, clock, audit);
  const rows = new TaskRows(db, clock);
  const tasks = new Tasks({ db, clock, shop, notifications, clocks, targets, types: taskTypes, owners, rows });
  const consents = new Consents(db, clock);
  const promised = { db, clock, shop, tasks, notifications, messenger };
  // What staff say is listened to: promises in it are noticed.
  const voice = listeningMessenger(promised);
  const presence = new Presence(db, clock);
  const cannedReplies = new CannedReplies(db, audit);
  const heard = { db, clock, messenger: voice, notifications, clocks, presence, tasks, files, onFault };
  const conversations = new Conversations(heard);
  const earlierAnswers = new EarlierAnswers(db, clock, shop);
  const customers = new Customers(db, clock, audit);
  const marks = new ErasedMarks(db, secrets);
  const imports = new Imports(db, clock, marks);
  const loyalty = createLoyalty({ db, clock, shop, audit });
  const reach = new Reach(db, clock, parts.beginnings ?? {});
  const enquiries = new Enquiries(db, shop);
  const privacy = new Privacy({ db, clock, audit, list: parts.erased ?? noErasedList, files, enquiries, marks });
  const careRules = new CareRules(db, clock, audit);
  return {
    audit,
    shop,
    calendars: new Calendars(db, clock, shop, audit),
    serviceLevels: new ServiceLevels({ db, clock, audit, book, rows: clocks, targetBook: targets, notifications }),
    customers,
    ...createRecords({ db, clock, audit, shop, consents, customers, messenger, publicUrl: parts.publicUrl }),
    privacy,
    retention: new Retention({ db, clock, audit, privacy, files }),
    customerContacts: new CustomerContacts(db, audit),
    access: new Access({ db, clock, audit, files, publicUrl: parts.publicUrl }),
    purchases: new Purchases(db, clock, shop, imports),
    ...loyalty,
    products,
    buyers: new ProductBuyers(db, clock),
    knowledge,
    synonyms: new Synonyms(db, audit),
    examples,
    imports,
    cannedReplies,
    replySuggestions: new ReplySuggestions({ db, knowledge, products, cannedReplies, earlierAnswers }),
    messageBudget: new MessageBudget(db, clock),
    reach,
    notices: new Notices(db, clock),
    conversations,
    notifications,
    ...createNotifying({ db, clock, shop, audit, egress, secrets, tasks }),
    tasks,
    taskTypes,
    ownerRules: owners,
    taskFiles: new TaskFiles(db, clock, rows),
    taskViews: new TaskViews({ db, clock, shop, clocks, types: taskTypes }),
    recurringTasks: new RecurringTasks({ db, clock, shop, audit, types: taskTypes, tasks, rows }),
    savedFilters: new SavedFilters(db),
    contacts: new Contacts({ db, clock, tasks, conversations }),
    consents,
    causes: new Causes(db, clock, audit),
    care: new Care({ db, shop, tasks, messenger, rules: careRules, reach, vouchers: loyalty.vouchers }),
    careByHand: new CareByHand({ db, clock, shop, audit, rules: careRules, reach }),
    careRules,
    carePreview: new CarePreview(db, shop, careRules, reach, clock),
    complaints: new Complaints({ db, clock, shop, tasks, consents, messenger: voice, audit }),
    defects: new Defects({ db, clock, audit, tasks, consents, knowledge, messenger }),
    compensations: new Compensations({ db, clock, audit, tasks }),
    promises: new Promises(promised),
    ...createSurveys({ ...parts, audit, shop, tasks, careRules, reach, commentReader: language.commentReader }),
    staff: new StaffAccounts(db, clock, audit),
    presence,
    teams: new Teams(db, audit),
    apiKeys: new ApiKeys(db, clock, audit),
    webhooks: new Webhooks({ db, clock, audit, egress, secrets }),
    webhookDeliveries: new WebhookDeliveries({ db, clock, audit, secrets, tasks }),
    ...allReports({ db, clock, shop, audit, enquiries, knowledge }),
    costs,
    async close() {
      products.close();
      examples.close();
      conversations.close();
      await knowledge.close();
      await costs.settled();
    },
  };
}
