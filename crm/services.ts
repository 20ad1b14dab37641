import type { Audit } from './audit/audit.ts';
import type { Complaints } from './complaints/complaints.ts';
import type { Conversations } from './conversations/conversations.ts';
import type { Customers } from './customers/customers.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Preferences } from './preferences/preferences.ts';
import type { Products } from './products/products.ts';
import type { Purchases } from './purchases/purchases.ts';
import type { Reports } from './reports/reports.ts';
import type { Shop } from './shop/shop.ts';
import type { StaffAccounts } from './staff/staffAccounts.ts';
import type { Surveys } from './surveys/surveys.ts';
import type { Tasks } from './tasks/tasks.ts';

/** Everything the business can do. */
export interface Services {
  shop: Shop;
  customers: Customers;
  preferences: Preferences;
  purchases: Purchases;
  products: Products;
  knowledge: Knowledge;
  conversations: Conversations;
  complaints: Complaints;
  tasks: Tasks;
  surveys: Surveys;
  staff: StaffAccounts;
  reports: Reports;
  audit: Audit;
}
