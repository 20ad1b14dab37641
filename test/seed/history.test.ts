import { validate, version } from 'uuid';
import { describe, expect, it } from 'vitest';
import { outcomes, taskTypes } from '#crm/tasks/task.ts';
import type { History } from '#prisma/seed/history/rows.ts';
import { isEnglish } from './languages.ts';
import { historyOf, stock } from './stock.ts';

const DAY = 86_400_000;
const now = new Date('2026-08-12T06:30:00Z');
const history = historyOf(now);

const tables = Object.keys(history) as (keyof History)[];
const byId = <T extends { id: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.id, row]));
const share = (rows: { score: number }[]): number => rows.filter(({ score }) => score >= 4).length / rows.length;

function groupBy<T, K>(rows: T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const inOrder = (rows: { createdAt: Date }[]): boolean =>
  rows.every((row, i) => i === 0 || row.createdAt >= rows[i - 1]!.createdAt);

/** Every date in the history with the table and column it stands in. */
function* dates(of: History): Generator<[place: string, at: Date]> {
  for (const table of tables) {
    for (const row of of[table]) {
      for (const [column, value] of Object.entries(row)) if (value instanceof Date) yield [`${table}.${column}`, value];
    }
  }
}

describe('the history of the demo shop', () => {
  it('is the same for the same seed and time, and another for another seed', () => {
    expect(historyOf(now)).toEqual(history);
    expect(historyOf(now, 2).customers.map(({ name }) => name)).not.toEqual(history.customers.map(({ name }) => name));
  });

  it('is large enough that no page is empty', () => {
    expect(history.customers).toHaveLength(300);
    expect(history.conversations).toHaveLength(3002);
    expect(new Set(history.conversations.map(({ channel }) => channel))).toEqual(
      new Set(['directline', 'wechat', 'mail', 'smsgateway']),
    );
    expect(history.purchases.length).toBeGreaterThanOrEqual(1800);
    expect(history.preferences).toHaveLength(400);
    for (const [table, low, high] of [
      ['responses', 1350, 1650],
      ['complaints', 160, 190],
      ['tasks', 250, 360],
      ['gaps', 90, 200],
      ['feedback', 300, 500],
    ] as const) {
      expect(history[table].length, table).toBeGreaterThanOrEqual(low);
      expect(history[table].length, table).toBeLessThanOrEqual(high);
    }
  });

  it.each(['2026-08-12T06:30:00Z', '2027-12-31T16:00:00Z', '2028-02-29T19:59:59Z'])(
    'lies within the two years before %s, but for what is still to be done',
    (moment) => {
      const end = new Date(moment);
      const oldest = end.getTime() - 751 * DAY;
      const toCome = new Set(['tasks.dueAt', 'tasks.snoozedUntil', 'promises.dueAt']);
      const wrong = [...dates(historyOf(end))].filter(
        ([place, at]) => !(at.getTime() >= oldest) || (at > end && !toCome.has(place)),
      );
      expect(wrong).toEqual([]);
    },
  );

  it('gives every row an id of version 7 that is its own', () => {
    const ids = tables.flatMap((table) => history[table].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
    const timeOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(history.activities.filter(({ id, createdAt }) => timeOf(id) !== createdAt.getTime())).toEqual([]);
  });

  it('refers only to what there is', () => {
    const ids = Object.fromEntries(tables.map((table) => [table, byId<{ id: string }>(history[table])]));
    const targets: Record<string, Map<string, { id: string }>> = {
      customerId: ids.customers!,
      conversationId: ids.conversations!,
      activityId: ids.activities!,
      invitationId: ids.invitations!,
      complaintId: ids.complaints!,
      responseId: ids.responses!,
      taskId: ids.tasks!,
      promiseId: ids.promises!,
      teamId: ids.teams!,
      staffId: ids.staff!,
      ownerId: ids.staff!,
      completedById: ids.staff!,
      productId: byId(stock.sold),
    };
    const lost = tables.flatMap((table) =>
      history[table].flatMap((row) =>
        Object.entries(row).filter(
          ([column, value]) => value !== null && targets[column]?.has(value as string) === false,
        ),
      ),
    );
    expect(lost).toEqual([]);
  });

  it('names all columns in every row of a table', () => {
    for (const table of tables) {
      const columns = Object.keys(history[table][0]!).sort().join();
      expect(new Set(history[table].map((row) => Object.keys(row).sort().join())), table).toEqual(new Set([columns]));
    }
  });
});

describe('its conversations', () => {
  it('count what is said from 1, in the order of time, after the customer came', () => {
    const customers = byId(history.customers);
    const said = groupBy(history.activities, ({ conversationId }) => conversationId);
    const wrong = history.conversations.filter((conversation) => {
      const activities = said.get(conversation.id)!;
      return (
        activities.some(({ sequence }, index) => sequence !== index + 1) ||
        conversation.sequence !== activities.length ||
        conversation.lastActivityAt !== activities.at(-1)!.createdAt ||
        !inOrder(activities) ||
        activities[0]!.direction !== 'inbound' ||
        conversation.createdAt < customers.get(conversation.customerId)!.createdAt
      );
    });
    expect(wrong).toEqual([]);
  });

  it('are in the language of the customer, without a place left unfilled', () => {
    const languages = new Map(history.conversations.map(({ id, language }) => [id, language]));
    const texts = history.activities.map(({ text }) => text);
    expect(texts.filter((text) => /\{\w\}|undefined|NaN|\[object/.test(text) || text.trim() === '')).toEqual([]);
    const foreign = history.activities.filter(
      ({ conversationId, text, sender }) =>
        languages.get(conversationId) === 'en' && sender !== 'staff' && !isEnglish(`hello ${text}`),
    );
    expect(foreign).toEqual([]);
    const english = history.customers.filter(({ language }) => language === 'en').length;
    expect(english).toBeGreaterThan(20);
    expect(english).toBeLessThan(60);
  });

  it('follow the hours and days of people', () => {
    const inHour = (low: number, high: number) =>
      history.conversations.filter(({ createdAt }) => {
        const hour = (createdAt.getUTCHours() + 8) % 24;
        return hour >= low && hour < high;
      }).length;
    expect(inHour(20, 22)).toBeGreaterThan(5 * inHour(2, 5));
    const newer = history.conversations.filter(({ createdAt }) => now.getTime() - createdAt.getTime() < 365 * DAY);
    expect(newer.length).toBeGreaterThan(1600);
  });
});

describe('its customers', () => {
  it('are demo customers whom nobody could reach', () => {
    for (const { demo, phone, email } of history.customers) {
      expect(demo).toBe(true);
      if (phone) expect(phone).toMatch(/^\+86100\d{8}$|^\+1202555\d{4}$/);
      if (phone?.startsWith('+1')) expect(phone).toMatch(/^\+120255501\d\d$/);
      if (email) expect(email).toMatch(/@example\.com$/);
    }
    for (const { email } of history.staff) expect(email).toMatch(/@qimu\.example$/);
  });

  it('have the level that their purchases of the last year earned', () => {
    expect(new Set(history.customers.map(({ tier }) => tier))).toEqual(new Set(['standard', 'silver', 'gold']));
    for (const { id, tier } of history.customers) {
      const spent = history.purchases
        .filter(({ customerId, purchasedAt }) => customerId === id && +now - +purchasedAt <= 365 * DAY)
        .reduce((sum, { amountCents }) => sum + amountCents, 0);
      expect(tier).toBe(spent >= 300_000 ? 'gold' : spent >= 100_000 ? 'silver' : 'standard');
    }
  });

  it('pay what the catalogue asks', () => {
    const sold = byId(stock.sold);
    const lines = history.purchases.map(({ orderNumber, line }) => `${orderNumber}/${line}`);
    expect(new Set(lines).size).toBe(lines.length);
    for (const { productId, quantity, amountCents } of history.purchases) {
      expect(amountCents).toBe(sold.get(productId)!.priceCents * quantity);
    }
  });

  it('are quoted with words that they said', () => {
    const activities = byId(history.activities);
    for (const { activityId, quote } of history.preferences) expect(activities.get(activityId)!.text).toBe(quote);
  });
});

describe('its ratings', () => {
  const score = (from: number, to: number, sku?: string) =>
    history.responses.filter(({ answeredAt, productId }) => {
      const days = (now.getTime() - answeredAt.getTime()) / DAY;
      return days >= from && days < to && (!sku || productId === stock.sold.find((one) => one.sku === sku)!.id);
    });

  it('are mostly 4 and 5, rise over the years, and differ by product', () => {
    expect(share(history.responses)).toBeGreaterThan(0.75);
    expect(share(history.responses)).toBeLessThan(0.92);
    expect(share(score(0, 365))).toBeGreaterThan(share(score(365, 731)));
    expect(share(score(0, 240, 'K710'))).toBeLessThan(share(score(0, 240)) - 0.15);
  });

  it('answer one invitation each, once a conversation, and none after a refusal', () => {
    const answered = history.invitations.filter(({ state }) => state === 'answered');
    expect(history.responses.map(({ invitationId }) => invitationId).sort()).toEqual(
      answered.map(({ id }) => id).sort(),
    );
    expect(new Set(history.invitations.map(({ conversationId }) => conversationId)).size).toBe(
      history.invitations.length,
    );
    for (const refusal of history.invitations.filter(({ state }) => state === 'dismissed')) {
      const later = history.invitations.filter(
        ({ customerId, sentAt }) => customerId === refusal.customerId && +sentAt > +refusal.sentAt + DAY,
      );
      expect(later).toEqual([]);
    }
  });

  it('raise a follow-up where they are 1 or 2, and only there', () => {
    const low = history.responses.filter((one) => one.score <= 2).map(({ id }) => id);
    const followed = history.tasks.filter(({ type }) => type === 'surveyFollowUp').map(({ responseId }) => responseId);
    expect(followed.sort()).toEqual(low.sort());
  });
});

describe('its complaints and tasks', () => {
  it('point at the products with a defect', () => {
    const skuOf = new Map(stock.sold.map(({ id, sku }) => [id, sku]));
    const counts = groupBy(history.complaints, ({ productId }) => skuOf.get(productId!)!);
    const worst = [...counts].sort(([, a], [, b]) => b.length - a.length).map(([sku]) => sku);
    expect(worst.slice(0, 2).sort()).toEqual(['A820', 'K710']);
    const days = (at: Date) => (now.getTime() - at.getTime()) / DAY;
    const leaks = history.complaints.filter(({ whatHappened }) => whatHappened.includes('H24'));
    expect(leaks.length).toBeGreaterThan(3);
    expect(leaks.every(({ createdAt }) => days(createdAt) >= 249)).toBe(true);
    const lids = history.complaints.filter(
      ({ productId, createdAt }) => skuOf.get(productId!) === 'K710' && days(createdAt) < 60,
    );
    expect(lids.length).toBeGreaterThan(3);
  });

  it('are numbered in order, with a task that says the number', () => {
    expect(history.complaints.map(({ number }) => number)).toEqual(history.complaints.map((_, index) => 1001 + index));
    for (const complaint of history.complaints) {
      const task = history.tasks.find(({ complaintId }) => complaintId === complaint.id)!;
      expect(task.title).toContain(`C-${complaint.number} `);
      const finished = complaint.state === 'answered' || complaint.state === 'closed';
      if (task.state === 'done') expect(finished).toBe(true);
      expect(complaint.closedAt !== null).toBe(complaint.state === 'closed');
      const steps = history.complaintEvents.filter(({ complaintId }) => complaintId === complaint.id);
      expect(steps.at(-1)!.state).toBe(complaint.state);
      expect(inOrder(steps)).toBe(true);
    }
  });

  it('leave work of every kind to be done', () => {
    const open = history.tasks.filter(({ state }) => state === 'open');
    const late = open.filter(({ dueAt }) => dueAt < now);
    expect(open.length).toBeGreaterThanOrEqual(15);
    expect(late.length).toBeGreaterThanOrEqual(2);
    expect(late.length).toBeLessThan(open.length / 2);
    expect(open.some(({ ownerId }) => ownerId === null)).toBe(true);
    expect(open.some(({ ownerId }) => ownerId !== null)).toBe(true);
    expect(history.gaps.some(({ state }) => state === 'open')).toBe(true);
  });

  it('say who did what, when and how it ended', () => {
    const types = new Set<string>(taskTypes);
    const ends = new Set<string>(outcomes);
    for (const task of history.tasks) {
      expect(types.has(task.type)).toBe(true);
      const done = task.state === 'done';
      expect([task.completedAt !== null, task.completedById !== null, ends.has(task.outcome ?? '')]).toEqual([
        done,
        done,
        done,
      ]);
      if (task.completedAt) expect(task.completedAt >= task.createdAt).toBe(true);
      const log = history.taskEvents.filter(({ taskId }) => taskId === task.id);
      expect(log[0]!.kind).toBe('raised');
      if (task.state !== 'open') expect(log.some(({ kind }) => kind === task.state)).toBe(true);
    }
  });
});
