import { pino } from 'pino';
import { v7 } from 'uuid';
import { createAnswerer } from '#ai/answerer.ts';
import type { Examples } from '#ai/examples.ts';
import { Understanding } from '#ai/understanding.ts';
import type { ConversationEvent, HandoffNews, Messenger } from '#crm/messenger.ts';
import type { StaffEvent } from '#crm/notifier.ts';
import { createServices, type ServiceParts, type Services } from '#crm/services.ts';
import type { Customer, Database, Prisma, Response, Staff } from '#prisma/client.ts';

/** A Wednesday morning in Shanghai (10:00), when the shop is open. */
export const wednesday = new Date('2026-07-15T02:00:00Z');

/** A clock that stands until it is moved. */
export class TestClock {
  time: Date;

  constructor(time = wednesday) {
    this.time = time;
  }

  now(): Date {
    return this.time;
  }

  add({ minutes = 0, hours = 0, days = 0 }): Date {
    this.time = new Date(this.time.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
    return this.time;
  }
}

/** The services over a real database, with what they told customers and staff. */
export interface House {
  db: Database;
  clock: TestClock;
  services: Services;
  sent: ({ conversationId: string } & ConversationEvent)[];
  said: { conversationId: string; text: string; staff: { id: string; name: string } }[];
  /** The steps of handoffs that were told. */
  steps: ({ conversationId: string } & HandoffNews)[];
  notified: ({ staffIds: string[] } & StaffEvent)[];
  /** What the services logged as faults. */
  faults: unknown[];
}

/** Enough to tell two intents apart. */
const fewExamples: Examples[] = [
  { products: { zh: ['多少钱', '怎么清洗'], en: ['how much is it', 'how do I clean it'] } },
  { complaints: { zh: ['漏水了', '我要投诉'], en: ['it leaks', 'I want to complain'] } },
];

/** `messenger`: the real way to customers, where a test is about it, else what is told is gathered; `disk`: where files lie. */
export function buildHouse(
  db: Database,
  clock = new TestClock(),
  examples: readonly Examples[] = fewExamples,
  messenger?: Messenger,
  disk: Pick<ServiceParts, 'erased' | 'files' | 'beginnings'> = {},
): House {
  const sent: House['sent'] = [];
  const said: House['said'] = [];
  const steps: House['steps'] = [];
  const notified: House['notified'] = [];
  const faults: unknown[] = [];
  const services = createServices({
    db,
    clock,
    language: { createAnswerer, understanding: new Understanding(examples) },
    messenger: messenger ?? {
      send: async (conversationId, event) => void sent.push({ conversationId, ...event }),
      say: async (conversationId, text, staff) => void said.push({ conversationId, text, staff }),
      handoff: async (conversationId, news) => void steps.push({ conversationId, ...news }),
    },
    notifier: { notify: async (staffIds, event) => void notified.push({ staffIds, ...event }) },
    ...disk,
    logger: pino({ level: 'error' }, { write: (line) => void faults.push(JSON.parse(line)) }),
  });
  return { db, clock, services, sent, said, steps, notified, faults };
}

let made = 0;

export function buildCustomer(
  { db, clock }: House,
  given: Partial<Prisma.CustomerCreateManyInput> = {},
): Promise<Customer> {
  return db.client.customer.create({ data: { id: v7(), name: `顾客${++made}`, createdAt: clock.now(), ...given } });
}

export function buildStaff({ db, clock }: House, given: Partial<Prisma.StaffCreateManyInput> = {}): Promise<Staff> {
  const number = ++made;
  const data = {
    id: v7(),
    email: `staff${number}@example.com`,
    name: `Staff ${number}`,
    createdAt: clock.now(),
    ...given,
  };
  return db.client.staff.create({ data });
}

export function buildTeam({ db }: House, key: string) {
  return db.client.team.upsert({ where: { key }, create: { key, name: { zh: key, en: key } }, update: {} });
}

export function buildConversation({ db, clock }: House, given: Partial<Prisma.ConversationCreateManyInput> = {}) {
  const id = v7();
  const at = clock.now();
  return db.client.conversation.create({
    data: { id, channel: 'test', externalId: id, createdAt: at, lastActivityAt: at, ...given },
  });
}

export function buildActivity(
  { db, clock }: House,
  given: Partial<Prisma.ActivityCreateManyInput> & { conversationId: string; sequence: number },
) {
  return db.client.activity.create({
    data: {
      id: v7(),
      direction: 'inbound',
      type: 'message',
      sender: 'customer',
      body: {},
      createdAt: clock.now(),
      ...given,
    },
  });
}

/** Another database's worth of staff would change who is told: takes everybody out of service first. */
export async function dismissEverybody({ db }: House): Promise<void> {
  await db.client.staff.updateMany({ data: { active: false } });
}

/** Asks by the survey at the end of help, and answers it. */
export async function rated(
  { services }: Pick<House, 'services'>,
  of: { conversationId: string; customerId: string; rated?: string; productId?: string | null },
  answers: Record<string, unknown>,
): Promise<Response> {
  const survey = (await services.surveys.running()).find(({ key }) => key === 'satisfaction')!;
  const cause = `conversation:${of.conversationId}`;
  const { id } = await services.invitations.invite({ survey, cause, rated: 'bot', ...of });
  return services.responses.keep({ invitationId: id, answers });
}
