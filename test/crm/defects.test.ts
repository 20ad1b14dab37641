import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NewComplaint } from '#crm/complaints/complaint.ts';
import { wordsOf } from '#crm/complaints/similar.ts';
import { testDatabase } from '#test/support/database.ts';
import { buildConversation, buildCustomer, buildHouse, buildStaff, type House, wednesday } from './support.ts';

const database = testDatabase();
let house: House;
let staffId: string;

beforeAll(async () => {
  house = buildHouse(database.db);
  staffId = (await buildStaff(house)).id;
});

/** A complaint with its conversation, by a new customer who agreed (or not) to hear of the fix. */
async function complain(given: Partial<NewComplaint> & { agrees?: boolean; demo?: boolean; silent?: boolean } = {}) {
  const { agrees = true, demo = false, silent = false, ...told } = given;
  const customer = await buildCustomer(house, { demo });
  const conversation = silent ? null : await buildConversation(house, { customerId: customer.id });
  const complaint = await house.services.complaints.record({
    customerId: customer.id,
    conversationId: conversation?.id ?? null,
    language: 'zh',
    whatHappened: '加湿器底部漏水，桌子都泡了',
    severity: 'normal',
    evidence: [],
    ...told,
  });
  if (agrees) {
    const asked = { purpose: 'defectNotice', wording: 'test@1', source: 'customer' } as const;
    await house.services.complaints.consent(complaint.id, { ...asked, granted: true });
  }
  return complaint;
}

const fix = { zh: '密封圈已换成新的材料。', en: 'The seal is made of another material now.' };
const toldOf = (conversationId: string | null) =>
  house.sent.filter((event) => event.conversationId === conversationId).map(({ kind, ids }) => [kind, ids]);

describe('a defect', () => {
  test('from the suspicion to the fix that is told once to everybody who agreed', async () => {
    const { defects } = house.services;
    const one = await complain();
    const two = await complain({ language: 'en', whatHappened: 'The humidifier leaks' });
    const refused = await complain({ agrees: false });
    const demo = await complain({ demo: true });
    const silent = await complain({ silent: true });
    const all = [one, two, refused, demo, silent];
    const { id } = await defects.suspect({ title: '底座密封圈', complaintIds: [one.id] }, staffId);
    for (const complaint of all) await defects.group(id, complaint.id, staffId);
    await expect(defects.resolve(id, { fix }, staffId)).rejects.toMatchObject({ code: 'defectNotConfirmed' });
    const verdict = {
      state: 'confirmed',
      verdict: '密封圈老化',
      affectedBatches: ['A2306', ' A2306', 'A2307'],
    } as const;
    await defects.judge(id, { ...verdict, affectedBatches: [...verdict.affectedBatches] }, staffId);
    const fixed = await defects.resolve(id, { fix, labelNote: fix, writeArticle: true }, staffId);
    expect(fixed).toMatchObject({
      state: 'fixed',
      affectedBatches: ['A2306', 'A2307'],
      complaintCount: 5,
      agreed: 4,
      told: 3,
    });
    for (const { id: complaintId, conversationId } of [one, two])
      expect(toldOf(conversationId)).toEqual([['defectFixed', { complaintId }]]);
    expect([toldOf(refused.conversationId), toldOf(demo.conversationId)]).toEqual([[], []]);
    const calls = await database.db.client.task.findMany({ where: { complaintId: silent.id, type: 'callBack' } });
    expect(calls).toHaveLength(1);
    const articles = await database.db.client.article.findMany({ where: { slug: `d-${fixed.number}` } });
    expect(articles.map(({ language }) => language).sort()).toEqual(['en', 'zh']);
    expect(articles.find(({ language }) => language === 'zh')?.body).toContain('密封圈已换成新的材料');

    // Who joins later is told then, and nobody a second time.
    const late = await complain();
    await defects.group(id, late.id, staffId);
    await defects.group(id, one.id, staffId);
    expect(toldOf(late.conversationId)).toHaveLength(1);
    expect(toldOf(one.conversationId)).toHaveLength(1);
  });

  test('a complaint has one cause: it joins one defect, and leaves it only before its customer was told', async () => {
    const { defects } = house.services;
    const complaint = await complain();
    const first = await defects.suspect({ title: 'first', complaintIds: [complaint.id] }, staffId);
    await expect(defects.suspect({ title: 'second', complaintIds: [complaint.id] }, staffId)).rejects.toMatchObject({
      code: 'groupedAlready',
    });
    expect(await database.db.client.defect.count({ where: { title: 'second' } })).toBe(0);
    await defects.part(first.id, complaint.id, staffId);
    await defects.group(first.id, complaint.id, staffId);
    await defects.judge(first.id, { state: 'confirmed', verdict: 'yes', affectedBatches: [] }, staffId);
    await defects.resolve(first.id, { fix }, staffId);
    await expect(defects.part(first.id, complaint.id, staffId)).rejects.toMatchObject({ code: 'notGrouped' });
  });

  test('withdrawn consent is no consent', async () => {
    const { defects, complaints } = house.services;
    const complaint = await complain();
    house.clock.add({ minutes: 1 });
    const asked = { purpose: 'defectNotice', wording: 'test@1', source: 'customer' } as const;
    await complaints.consent(complaint.id, { ...asked, granted: false });
    const { id } = await defects.suspect({ title: 'x', complaintIds: [complaint.id] }, staffId);
    await defects.judge(id, { state: 'confirmed', verdict: 'yes', affectedBatches: [] }, staffId);
    expect(await defects.resolve(id, { fix }, staffId)).toMatchObject({ told: 0 });
  });

  test('two who fix it at once tell everybody once', async () => {
    const { defects } = house.services;
    const complaint = await complain();
    const { id } = await defects.suspect({ title: 'x', complaintIds: [complaint.id] }, staffId);
    await defects.judge(id, { state: 'confirmed', verdict: 'yes', affectedBatches: [] }, staffId);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => defects.resolve(id, { fix }, staffId)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(toldOf(complaint.conversationId)).toHaveLength(1);
  });

  test('similar complaints are found by product, cause, batch and words, the likeliest first', async () => {
    const { complaints } = house.services;
    await database.db.client.category.create({ data: { key: 'air', name: { zh: '空气', en: 'Air' } } });
    const product = await database.db.client.product.create({
      data: {
        sku: 'H1',
        model: 'H1',
        categoryKey: 'air',
        name: { zh: '加湿器', en: 'Humidifier' },
        description: { zh: '', en: '' },
        priceCents: 1,
        attributes: {},
      },
    });
    const about = { productId: product.id };
    const twin = await complain({ ...about, batch: 'a2306' });
    const sameWords = await complain(about);
    const other = await complain({ ...about, whatHappened: '收到少了一个配件' });
    const { id } = await complain({ ...about, batch: 'A2306' });
    const found = await complaints.similar(id);
    expect(found.map((each) => each.id).slice(0, 2)).toEqual([twin.id, sameWords.id]);
    expect(found[0]?.shared).toEqual(['product', 'cause', 'batch', 'words']);
    expect(found.map((each) => each.id)).not.toContain(other.id);

    // However many came in between, and however they came in: all of the year are looked at.
    const { customerId } = twin;
    const later = Array.from({ length: 350 }, (_, index) => ({
      ...{
        customerId,
        productId: product.id,
        language: 'zh',
        whatHappened: `少了第${index}号配件`,
        causeCode: 'missing',
      },
      createdAt: new Date(wednesday.getTime() + index * 1000),
    }));
    await database.db.client.complaint.createMany({ data: later });
    const words = database.db.client.complaint.count({ where: { words: { isEmpty: true } } });
    expect(await words).toBe(350);
    await Promise.all([complaints.runDue(wednesday), complaints.runDue(wednesday)]);
    expect((await complaints.similar(id)).map((each) => each.id).slice(0, 2)).toEqual([twin.id, sameWords.id]);
    expect((await complaints.similar(other.id)).every(({ causeCode }) => causeCode === 'missing')).toBe(true);
    expect(await complaints.similar(other.id)).toHaveLength(8);
  });
});

test('similar complaints are those that a look at each of them finds, whatever is known of them', async () => {
  const { client } = database.db;
  const sample = <T>(of: readonly T[]) => fc.sample(fc.constantFrom(...of), { numRuns: 240, seed: 47 });
  const { customerId } = await complain();
  await client.category.create({ data: { key: 'all', name: { zh: '全', en: 'All' } } });
  const kind = { categoryKey: 'all', name: { zh: '物', en: 'Thing' }, description: {}, priceCents: 1, attributes: {} };
  const products = ['P1', 'P2', 'P3'].map((sku, index) => ({
    ...kind,
    id: `01890000-0000-7000-8000-00000000000${index}`,
    sku,
    model: sku,
  }));
  await client.product.createMany({ data: products });
  const [product, cause, batch] = [
    sample([...products.map(({ id }) => id), null]),
    sample(['leak-47', 'smell-47', null]),
    sample(['Q1', 'q1', 'Q2', null, null]),
  ];
  const parts = ['底座漏水', '桌子湿了', '有味道', '要求退款', '昨天晚上', '声音很大', 'x'.repeat(3000), '…'];
  const [one, two, three] = [
    sample(parts),
    sample(parts.toReversed()),
    fc.sample(fc.constantFrom(...parts), { numRuns: 240, seed: 48 }),
  ];
  const made = product.map((productId, n) => {
    const whatHappened = `${one[n]}，${two[(n * 7) % 240]}，${three[n]}`;
    const facts = { productId, causeCode: cause[(n * 11) % 240]!, batch: batch[(n * 13) % 240]! };
    return {
      ...facts,
      whatHappened,
      words: wordsOf(whatHappened),
      customerId,
      language: 'zh',
      createdAt: new Date(wednesday.getTime() - n * 60_000),
    };
  });
  await client.complaint.createMany({ data: made });
  const rows = await client.complaint.findMany({
    where: { whatHappened: { in: made.map((each) => each.whatHappened) } },
  });
  const scored = (asked: (typeof rows)[0], other: (typeof rows)[0]) => {
    const [said, theirs] = [wordsOf(asked.whatHappened), new Set(other.words)];
    const common = said.filter((word) => theirs.has(word)).length / (Math.min(said.length, theirs.size) || 1);
    const same = (key: 'productId' | 'causeCode') => asked[key] !== null && asked[key] === other[key];
    const batches = asked.batch !== null && asked.batch.toLowerCase() === other.batch?.toLowerCase();
    if (other.id === asked.id || (!same('productId') && !same('causeCode'))) return 0;
    return (same('productId') ? 0.35 : 0) + (same('causeCode') ? 0.25 : 0) + (batches ? 0.2 : 0) + 0.2 * common;
  };
  for (const asked of rows.slice(0, 60)) {
    const scores = rows
      .map((other) => Math.round(scored(asked, other) * 100 + 1e-6) / 100)
      .filter((score) => score >= 0.45);
    const found = await house.services.complaints.similar(asked.id);
    expect(found.map(({ score }) => score)).toEqual(scores.sort((a, b) => b - a).slice(0, 8));
  }
});

describe('progress', () => {
  test('each step is told before the customer asks; closing plans the call that asks whether it holds', async () => {
    const { complaints } = house.services;
    const { id, conversationId } = await complain();
    await complaints.changeState(id, 'inHand', { staffId });
    await complaints.changeState(id, 'answered', { staffId, answer: '新水箱今天寄出。' });
    await complaints.changeState(id, 'closed', { staffId });
    expect(toldOf(conversationId).map(([, ids]) => (ids as { state: string }).state)).toEqual([
      'inHand',
      'answered',
      'closed',
    ]);
    expect(house.said.at(-1)).toMatchObject({ conversationId, text: '新水箱今天寄出。' });
    const call = await database.db.client.task.findFirstOrThrow({ where: { complaintId: id, type: 'callBack' } });
    expect(call.dueAt.getTime()).toBeGreaterThan(wednesday.getTime() + 2 * 86_400_000);
  });

  test('an answer that can not reach the customer is refused, and the step is not taken', async () => {
    const { complaints } = house.services;
    const { id } = await complain({ silent: true });
    const step = complaints.changeState(id, 'answered', { staffId, answer: '新水箱今天寄出。' });
    await expect(step).rejects.toMatchObject({ code: 'invalidInput' });
    expect(await complaints.get(id)).toMatchObject({ state: 'received' });
  });

  test('a date that slips is told: when it is moved, and once when it is missed, however often it is looked', async () => {
    const { complaints } = house.services;
    const { id, conversationId, answerBy } = await complain({ severity: 'serious' });
    const later = new Date(answerBy!.getTime() + 86_400_000);
    await expect(complaints.changeFacts(id, { answerBy: new Date(0) }, staffId)).rejects.toMatchObject({
      code: 'invalidInput',
    });
    await complaints.changeFacts(id, { answerBy: later, batch: 'B7' }, staffId);
    const after = new Date(later.getTime() + 60_000);
    await Promise.all([complaints.runDue(after), complaints.runDue(after)]);
    await complaints.runDue(after);
    expect(toldOf(conversationId).map(([kind]) => kind)).toEqual(['complaintDateMoved', 'complaintLate']);
    expect(await complaints.get(id)).toMatchObject({ batch: 'B7' });
  });

  test('“not solved” opens it again and calls a colleague; others can not answer for a customer', async () => {
    const { complaints } = house.services;
    const { id, customerId } = await complain();
    await complaints.changeState(id, 'closed', { staffId });
    const stranger = await buildCustomer(house);
    expect(await complaints.customerSays({ complaintId: id, customerId: stranger.id, solved: true })).toBe(false);
    await complaints.customerSays({ complaintId: id, customerId, solved: false, words: '还在漏' });
    expect(await complaints.get(id)).toMatchObject({ state: 'reopened', solved: false, closedAt: null });
    const calls = await database.db.client.task.findMany({ where: { complaintId: id, detail: '还在漏' } });
    expect(calls).toMatchObject([{ type: 'callBack', priority: 'high' }]);
  });

  test('a test on the customer needs a consent on record', async () => {
    const { complaints } = house.services;
    const { id } = await complain();
    const plan = { staffId, what: '手臂内侧斑贴测试' };
    await expect(complaints.planTest(id, plan)).rejects.toMatchObject({ code: 'consentNeeded' });
    const asked = { purpose: 'productTest', wording: 'patch@1', source: 'staff', staffId } as const;
    await complaints.consent(id, { ...asked, granted: true, proof: '7 月 15 日电话里同意' });
    expect((await complaints.planTest(id, plan)).events.at(-1)).toMatchObject({ kind: 'test', note: plan.what });
  });
});

describe('compensation', () => {
  test('within the limit of the role at once, above it by somebody else who may', async () => {
    const { compensations } = house.services;
    const { id: complaintId } = await complain();
    const clerk = await buildStaff(house);
    const manager = await buildStaff(house, { role: 'manager' });
    const gift = { complaintId, kind: 'gift', reason: '补偿' } as const;
    expect(await compensations.request({ ...gift, amountCents: 6_000 }, clerk)).toMatchObject({ state: 'approved' });
    const above = await compensations.request({ ...gift, amountCents: 6_000 }, clerk);
    expect(above.state).toBe('requested');
    const [task] = await database.db.client.task.findMany({ where: { complaintId, type: 'approval' } });
    expect(task?.ownerId).toBe(manager.id);
    await expect(compensations.decide(above.id, { approve: true }, clerk)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(compensations.give(above.id, clerk.id)).rejects.toMatchObject({ code: 'compensationNotApproved' });
    await compensations.decide(above.id, { approve: true }, manager);
    await compensations.give(above.id, clerk.id);
    await expect(compensations.give(above.id, clerk.id)).rejects.toMatchObject({ code: 'compensationNotApproved' });
    const audited = await house.services.audit.list({ entity: 'compensation', entityId: above.id });
    expect(audited.items.map(({ action }) => action)).toEqual(['give', 'approve', 'request']);
  });

  test('whatever is asked for at once, a role never grants more than its limit', async () => {
    const { compensations } = house.services;
    const clerk = await buildStaff(house);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 2, maxLength: 6 }),
        async (amounts) => {
          const { id: complaintId } = await complain();
          const wanted = { complaintId, kind: 'refund', reason: 'x' } as const;
          await Promise.all(amounts.map((amountCents) => compensations.request({ ...wanted, amountCents }, clerk)));
          const rows = await database.db.client.compensation.findMany({ where: { complaintId } });
          const granted = rows.filter(({ state }) => state === 'approved');
          expect(rows).toHaveLength(amounts.length);
          expect(granted.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBeLessThanOrEqual(10_000);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('two decisions at once: one counts', async () => {
    const { compensations } = house.services;
    const { id: complaintId } = await complain();
    const clerk = await buildStaff(house);
    const manager = await buildStaff(house, { role: 'manager' });
    const asked = await compensations.request(
      { complaintId, kind: 'voucher', amountCents: 20_000, reason: 'x' },
      clerk,
    );
    const both = await Promise.allSettled(
      [true, false].map((approve) => compensations.decide(asked.id, { approve }, manager)),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
