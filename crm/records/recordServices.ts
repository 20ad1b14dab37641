import type { Database } from '#prisma/client.ts';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Consents } from '../consents/consents.ts';
import type { Customers } from '../customers/customers.ts';
import { AccountProofs } from '../customers/merging/accountProofs.ts';
import { Doubles } from '../customers/merging/doubles.ts';
import { JoinCodes } from '../customers/merging/joinCodes.ts';
import { Merges } from '../customers/merging/merges.ts';
import { ShopAccounts } from '../customers/merging/shopAccounts.ts';
import { CustomerZones } from '../customers/zones/customerZones.ts';
import type { Messenger } from '../messenger.ts';
import { Preferences } from '../preferences/preferences.ts';
import type { Shop } from '../shop/shop.ts';
import { MyRecords } from './myRecord.ts';
import { RecordLinks } from './recordLinks.ts';

/** What is known of a person, and that several accounts are one. */
export interface RecordServices {
  merges: Merges;
  doubles: Doubles;
  joinCodes: JoinCodes;
  accountProofs: AccountProofs;
  shopAccounts: ShopAccounts;
  preferences: Preferences;
  zones: CustomerZones;
  recordLinks: RecordLinks;
  myRecords: MyRecords;
}

interface Parts {
  db: Database;
  clock: Clock;
  audit: Audit;
  shop: Shop;
  consents: Consents;
  customers: Customers;
  messenger: Messenger;
  publicUrl: string | undefined;
}

export function createRecords({
  db,
  clock,
  audit,
  shop,
  consents,
  customers,
  messenger,
  publicUrl,
}: Parts): RecordServices {
  const merges = new Merges(db, clock, audit);
  const preferences = new Preferences(db, clock, audit, consents);
  const zones = new CustomerZones(db, clock, shop, audit);
  return {
    merges,
    doubles: new Doubles(db, clock),
    joinCodes: new JoinCodes(db, clock, merges, messenger),
    accountProofs: new AccountProofs(db, merges),
    shopAccounts: new ShopAccounts(db, clock, merges),
    preferences,
    zones,
    recordLinks: new RecordLinks(db, clock, audit, publicUrl),
    myRecords: new MyRecords({ db, customers, preferences, consents, zones }),
  };
}
