import { after, type Calendar, DAY, HISTORY_DAYS } from './calendar.ts';
import { cities, colleagues, englishNames, givenNames, surnames, teams } from './names.ts';
import type { Random } from './random.ts';
import type { CustomerRow, IdentityRow, StaffRow, TeamRow } from './rows.ts';

const CUSTOMERS = 300;
const ENGLISH = 0.12;
/** Those who were there in the shop's first month. */
const FOUNDERS = 0.25;

/** The teams and the people in them; nobody can sign in as them, they have no password. */
export function makeStaff(random: Random, now: Date): { teams: TeamRow[]; staff: StaffRow[] } {
  const began = after(now, -(HISTORY_DAYS + 20) * DAY);
  const rows: TeamRow[] = teams.map((team) => ({ ...team, id: random.id(began), demo: true }));
  const staff = colleagues.map(({ team, ...person }): StaffRow => {
    const { id } = rows.find(({ key }) => key === team)!;
    const language = /^[A-Z]/.test(person.name) ? 'en' : 'zh';
    return { ...person, id: random.id(began), teamId: id, language, createdAt: began, demo: true };
  });
  return { teams: rows, staff };
}

/**
 * The customers, newest last. Their numbers belong to nobody: no Chinese mobile number begins with 100, and 555-01xx is
 * kept for fiction; their mail addresses end in a domain that is reserved for examples.
 */
export function makeCustomers(
  random: Random,
  calendar: Calendar,
): { customers: CustomerRow[]; identities: IdentityRow[] } {
  const join = (): Date =>
    random.chance(FOUNDERS) ? calendar.moment(HISTORY_DAYS, HISTORY_DAYS - 30) : calendar.moment(HISTORY_DAYS, 3);
  const joined = Array.from({ length: CUSTOMERS }, join).sort((a, b) => +a - +b);
  const customers = joined.map((at, index) => makeCustomer(random, calendar.now, at, index));
  const identities = customers.flatMap((customer, index) => {
    const channels = random.chance(0.2) ? ['directline', 'wechat'] : [random.chance(0.65) ? 'directline' : 'wechat'];
    return channels.map((channel) => ({
      id: random.id(customer.createdAt),
      customerId: customer.id,
      channel,
      externalId: `demo-customer-${index + 1}`,
      createdAt: customer.createdAt,
    }));
  });
  return { customers, identities };
}

function makeCustomer(random: Random, now: Date, at: Date, index: number): CustomerRow {
  const language = random.chance(ENGLISH) ? 'en' : 'zh';
  const digits = String(index + 1).padStart(4, '0');
  const name =
    language === 'en' ? englishNames[index % englishNames.length]! : random.pick(surnames) + random.pick(givenNames);
  const born = new Date(Date.UTC(now.getUTCFullYear() - random.int(20, 68), random.int(0, 11), random.int(1, 28)));
  return {
    id: random.id(at),
    name: random.chance(0.94) ? name : null,
    language,
    phone: random.chance(0.8)
      ? language === 'en'
        ? `+1202555${String(100 + (index % 100)).padStart(4, '0')}`
        : `+86100${random.int(1000, 9999)}${digits}`
      : null,
    email: random.chance(language === 'en' ? 0.85 : 0.3) ? `customer${digits}@example.com` : null,
    birthday: random.chance(0.6) ? born.toISOString().slice(0, 10) : null,
    city: random.weighted(cities),
    tier: 'standard',
    createdAt: at,
    lastSeenAt: at,
    demo: true,
  };
}
