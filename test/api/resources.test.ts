import { beforeAll, describe, expect, test } from 'vitest';
import { storeCatalogue } from '#test/crm/catalogue.ts';
import { buildActivity, buildConversation, buildCustomer, rated } from '#test/crm/support.ts';
import { type Client, codeOf, testApi } from './support.ts';

const api = testApi();
let administrator: Client;
let manager: Client;
let staff: Client;

beforeAll(async () => {
  await storeCatalogue(api.house.db);
  administrator = await api.signedIn('administrator');
  manager = await api.signedIn('manager');
  staff = await api.signedIn('staff');
});

async function complain(given: object = {}) {
  const { id: customerId } = await buildCustomer(api.house, { name: '陈静' });
  const { id: conversationId } = await buildConversation(api.house, { customerId });
  const complaint = await api.house.services.complaints.record({
    customerId,
    conversationId,
    language: 'zh',
    whatHappened: '壶底烧穿了',
    occurredOn: '2026-07-14',
    severity: 'safety',
    evidence: [{ name: 'a.jpg', contentType: 'image/jpeg', url: '/x' }],
    ...given,
  });
  return { complaint, customerId, conversationId };
}

test('the shop is public, and an administrator changes it', async () => {
  const shop = await api.client().get('/shop');
  expect(shop).toMatchObject({
    status: 200,
    body: { zone: 'Asia/Shanghai', openNow: true, hours: { open: '09:00' }, hoursText: { zh: expect.any(String) } },
  });
  const { openNow: _now, ...profile } = shop.body;
  const changed = await administrator.put('/shop', { ...profile, hotline: '400-000-0000' });
  expect(changed).toMatchObject({ status: 200, body: { hotline: '400-000-0000', openNow: true } });
  for (const zone of ['Mars', 'Mars/Olympus', 'IST', '+08:00'])
    expect((await administrator.put('/shop', { ...profile, zone })).body.fields).toMatchObject([{ path: 'zone' }]);
  for (const zone of ['Asia/Kolkata', 'Asia/Calcutta', 'UTC', profile.zone])
    expect(await administrator.put('/shop', { ...profile, zone })).toMatchObject({ status: 200, body: { zone } });
});

test('a chat token is what the channel issues', async () => {
  const answered = await api.client().post('/chat-tokens', { locale: 'zh-CN', token: 'old', conversationId: 'c' });
  expect(answered).toMatchObject({
    status: 201,
    body: { conversationId: 'c', userId: 'dl_u', token: 't', expiresIn: 1800 },
  });
  expect(api.chatTokens.at(-1)).toEqual({ locale: 'zh-CN', token: 'old', conversationId: 'c' });
});

test('a program that opens page after page is refused, its neighbours are not', async () => {
  const flood = api.client({ 'x-forwarded-for': '203.0.113.9' });
  const statuses = new Set<number>();
  for (let i = 0; i < 600; i++) statuses.add((await flood.post('/chat-tokens', {})).status);
  expect([...statuses]).toEqual([201]);
  expect((await flood.post('/chat-tokens', {})).status).toBe(429);
  expect((await api.client({ 'x-forwarded-for': '203.0.113.10' }).post('/chat-tokens', {})).status).toBe(201);
});

test('staff: added, changed, signed in by a link', async () => {
  const made = await administrator.post('/staff', { email: 'New@Example.com', name: '新人', role: 'staff' });
  expect(made).toMatchObject({ status: 201, body: { email: 'new@example.com', role: 'staff', active: true } });
  expect((await administrator.patch(`/staff/${made.body.id}`, { role: 'manager' })).body.role).toBe('manager');
  const link = await administrator.post(`/staff/${made.body.id}/sign-in-links`);
  expect((await api.client().post('/session/link', { token: link.body.token })).body.staff.id).toBe(made.body.id);
  expect((await staff.get('/staff')).body.items.map(({ email }: { email: string }) => email)).toContain(
    'new@example.com',
  );
  expect(codeOf(await administrator.post('/staff', { email: 'new@example.com', name: 'x', role: 'staff' }))).toBe(
    'emailTaken',
  );
  const log = await administrator.get(`/audit-events?entity=staff&entityId=${made.body.id}`);
  expect(log.body.items.map(({ action }: { action: string }) => action)).toEqual([
    'createSignInLink',
    'update',
    'create',
  ]);
  expect(log.body.items[1]).toMatchObject({ staffId: administrator.staffId, fields: ['role'] });
});

test('teams and keys', async () => {
  const team = await administrator.post('/teams', { key: 'repairs', name: { zh: '维修', en: 'Repairs' } });
  expect(team).toMatchObject({ status: 201, body: { key: 'repairs', members: 0 } });
  expect(codeOf(await administrator.post('/teams', { key: 'repairs', name: { zh: '维修', en: 'Repairs' } }))).toBe(
    'teamExists',
  );
  expect(
    (await administrator.patch(`/teams/${team.body.id}`, { name: { zh: '修理', en: 'Repair' } })).body.name.zh,
  ).toBe('修理');
  const key = await administrator.post('/api-keys', { name: 'ERP', role: 'staff' });
  expect(key.body.secret).toMatch(/^zhiyin_/);
  const listed = await administrator.get('/api-keys');
  expect(listed.body.items[0]).toMatchObject({ id: key.body.id, revokedAt: null });
  expect(JSON.stringify(listed.body)).not.toContain(key.body.secret);
  expect((await administrator.delete(`/api-keys/${key.body.id}`)).status).toBe(204);
});

describe('complaints and tasks', () => {
  test('a complaint’s task is found, claimed, noted, snoozed and completed', async () => {
    const { complaint, customerId } = await complain();
    const list = await staff.get('/tasks?scope=all&limit=200');
    const task = list.body.items.find(({ complaintId }: { complaintId: string }) => complaintId === complaint.id);
    expect(task).toMatchObject({
      type: 'complaint',
      priority: 'urgent',
      late: false,
      dueAt: '2026-07-15T02:30:00.000Z',
      customer: { id: customerId, name: '陈静' },
      complaint: { number: complaint.number, severity: 'safety' },
    });
    expect((await staff.post(`/tasks/${task.id}/claim`)).body.owner.id).toBe(staff.staffId);
    const other = await api.signedIn('staff');
    expect(codeOf(await other.post(`/tasks/${task.id}/claim`))).toBe('taskTaken');
    expect((await other.post(`/tasks/${task.id}/comments`, { note: '客户来过电话' })).status).toBe(201);
    expect(
      (await staff.post(`/tasks/${task.id}/snooze`, { until: '2026-07-15T11:00:00+08:00' })).body.snoozedUntil,
    ).toBe('2026-07-15T03:00:00.000Z');
    expect((await staff.post(`/tasks/${task.id}/snooze`, { until: '2020-01-01T00:00:00Z' })).body.fields).toMatchObject(
      [{ path: 'until' }],
    );
    expect((await staff.post(`/tasks/${task.id}/complete`, { outcome: 'magic' })).status).toBe(422);
    const unasked = await staff.post(`/tasks/${task.id}/complete`, { outcome: 'replaced', note: '已换新' });
    expect([unasked.status, unasked.body.fields]).toMatchObject([422, [{ path: 'next' }]]);
    const done = await staff.post(`/tasks/${task.id}/complete`, { outcome: 'replaced', note: '已换新', next: null });
    expect(done.body).toMatchObject({
      state: 'done',
      outcome: 'replaced',
      outcomeNote: '已换新',
      completedAt: '2026-07-15T02:00:00.000Z',
    });
    expect(done.body.events.map(({ kind }: { kind: string }) => kind)).toEqual([
      'raised',
      'claimed',
      'commented',
      'snoozed',
      'nextNone',
      'done',
    ]);
    expect(codeOf(await staff.post(`/tasks/${task.id}/release`))).toBe('taskNotOpen');
    expect((await staff.get('/tasks?scope=mine&state=done')).body.items.map(({ id }: { id: string }) => id)).toContain(
      task.id,
    );
  });

  test('a complaint is read whole and moved on', async () => {
    const { complaint, customerId } = await complain();
    expect((await staff.get(`/complaints/${complaint.id}`)).body).toMatchObject({
      number: complaint.number,
      occurredOn: '2026-07-14',
      evidence: [{ name: 'a.jpg' }],
      state: 'received',
      events: [{ state: 'received' }],
    });
    const moved = await staff.patch(`/complaints/${complaint.id}`, { state: 'closed', note: '换新' });
    expect(moved.body).toMatchObject({
      state: 'closed',
      owner: { id: staff.staffId },
      closedAt: '2026-07-15T02:00:00.000Z',
    });
    expect(codeOf(await staff.patch(`/complaints/${complaint.id}`, { state: 'received' }))).toBe('stateNotPossible');
    expect((await staff.get(`/complaints?customerId=${customerId}&open=true`)).body).toEqual({
      items: [],
      nextCursor: null,
    });
    expect((await staff.get(`/complaints?customerId=${customerId}&open=false`)).body.items).toHaveLength(1);
  });
});

test('customers: found, read, changed, and what they told', async () => {
  const { customerId } = await complain();
  const { services } = api.house;
  const kept = await services.preferences.keep({
    customerId,
    key: 'fragrance',
    value: '无香',
    quote: '要无香',
    confidence: 1,
    confirmed: true,
  });
  expect((await staff.get(`/customers?query=${encodeURIComponent('陈静')}&limit=1`)).body.items).toHaveLength(1);
  expect((await staff.get(`/customers/${customerId}`)).body).toMatchObject({
    customer: { name: '陈静' },
    counts: { openComplaints: 1 },
    preferences: [{ value: '无香' }],
  });
  const changed = await staff.patch(`/customers/${customerId}`, {
    birthday: '1990-02-28',
    phone: '138 0013 8000',
    city: null,
  });
  expect(changed.body).toMatchObject({ birthday: '1990-02-28', phone: '138****8000' });
  expect(
    (await staff.patch(`/customers/${customerId}`, { birthday: '1990-02-30', email: 'x' })).body.fields.map(
      ({ path }: { path: string }) => path,
    ),
  ).toEqual(['email', 'birthday']);
  expect((await staff.get(`/customers/${customerId}/timeline?limit=2`)).body.items).toHaveLength(2);
  expect(
    (await staff.patch(`/customers/${customerId}/preferences/${kept.id}`, { value: '淡香', quote: '淡淡的' })).body,
  ).toMatchObject({ value: '淡香' });
  const path = `/customers/${customerId}/preferences/${kept.id}`;
  expect((await staff.patch(path, { validUntil: '2020-01-01T00:00:00Z' })).body).toMatchObject({ over: true });
  const need = { key: 'hardOfHearing', value: '听力不好', quote: '我耳朵背' };
  expect(codeOf(await staff.post(`/customers/${customerId}/preferences`, need))).toBe('needsConsent');
  const noted = await staff.post(`/customers/${customerId}/preferences`, { ...need, agreed: true });
  expect(noted.body).toMatchObject({ key: 'hardOfHearing', confirmed: true });
  expect((await staff.get(`/customers/${customerId}/consents`)).body.items).toMatchObject([
    { purpose: 'needs', granted: true, source: 'staff' },
  ]);
  expect((await staff.put(`/customers/${customerId}/zone`, { zone: 'Europe/London' })).body).toMatchObject({
    source: 'staff',
  });
  expect(codeOf(await staff.put(`/customers/${customerId}/zone`, { zone: 'Europe/Atlantis' }))).toBe('invalidInput');
  expect((await staff.get(`/customers/${customerId}`)).body).toMatchObject({
    needs: ['hardOfHearing'],
    zone: { zone: 'Europe/London' },
  });
  await staff.delete(`/customers/${customerId}/preferences/${noted.body.id}`);
  expect((await staff.delete(`/customers/${customerId}/preferences/${kept.id}`)).status).toBe(204);
  expect((await staff.get(`/customers/${customerId}/preferences`)).body.items).toEqual([]);
});

test('a preference is reached only through its own customer', async () => {
  const [one, other] = [await buildCustomer(api.house), await buildCustomer(api.house)];
  const kept = await api.house.services.preferences.keep({
    customerId: one.id,
    key: 'skin',
    value: '敏感',
    quote: 'x',
    confidence: 1,
    confirmed: true,
  });
  expect(codeOf(await staff.patch(`/customers/${other.id}/preferences/${kept.id}`, { value: 'x' }))).toBe('notFound');
  expect((await staff.delete(`/customers/${other.id}/preferences/${kept.id}`)).status).toBe(204);
  expect(await api.house.services.preferences.list(one.id)).toHaveLength(1);
});

test('conversations: read, taken over, spoken in, given back', async () => {
  const { id } = await buildConversation(api.house);
  await buildActivity(api.house, { conversationId: id, sequence: 1, text: '有人吗', body: { text: '有人吗' } });
  expect((await staff.get(`/conversations/${id}/messages`)).body.items).toMatchObject([
    { text: '有人吗', body: { text: '有人吗' }, sender: 'customer' },
  ]);
  // What the turns and channels keep in the row is theirs.
  expect(Object.keys((await staff.get(`/conversations/${id}`)).body).sort()).toEqual(
    [
      'channel',
      'createdAt',
      'customer',
      'heldAt',
      'holder',
      'id',
      'language',
      'lastActivityAt',
      'lastText',
      'level',
      'queuedAt',
      'staff',
      'team',
    ].sort(),
  );
  expect(codeOf(await staff.post(`/conversations/${id}/messages`, { text: '在的' }))).toBe('conversationNotTaken');
  expect((await staff.post(`/conversations/${id}/takeover`)).body).toMatchObject({
    holder: 'person',
    staff: { id: staff.staffId },
    lastText: '有人吗',
  });
  expect((await staff.post(`/conversations/${id}/messages`, { text: ' 在的 ' })).status).toBe(204);
  expect(api.house.said.at(-1)).toMatchObject({ conversationId: id, text: '在的' });
  expect(codeOf(await (await api.signedIn()).post(`/conversations/${id}/takeover`))).toBe('conversationTaken');
  expect(codeOf(await staff.post(`/conversations/${id}/transfer`, { toTeamId: id }))).toBe('invalidInput');
  expect((await staff.put('/presence', { away: true })).body).toEqual({ state: 'away' });
  expect((await staff.get('/presence')).body.items).toContainEqual(
    expect.objectContaining({ id: staff.staffId, state: 'away', holding: 1, capacity: 5 }),
  );
  expect((await staff.post(`/conversations/${id}/release`)).body.holder).toBe('bot');
  expect((await staff.post('/conversations/next')).body).toEqual({ conversation: null });
  expect(
    (await staff.get('/conversations?holder=person')).body.items.map((one: { id: string }) => one.id),
  ).not.toContain(id);
});

test('products, categories, articles and gaps', async () => {
  expect((await staff.get('/products?query=humidifier&limit=1')).body.items).toMatchObject([
    { sku: 'A1', attributes: { noiseDb: 30 } },
  ]);
  expect((await staff.get('/categories')).body.items).toHaveLength(2);
  const article = {
    slug: 'refunds',
    language: 'zh',
    kind: 'returns',
    title: '退款多久到账',
    body: '三个工作日内到账。',
  };
  const saved = await manager.post('/articles', article);
  expect(saved).toMatchObject({ status: 201, body: { published: true, productSkus: [] } });
  expect((await manager.post('/articles', { ...article, title: '退款几天到' })).body.id).toBe(saved.body.id);
  await api.house.services.knowledge.settled();
  expect((await staff.get(`/articles/search?question=${encodeURIComponent('退款')}`)).body.items).toMatchObject([
    { slug: 'refunds' },
  ]);
  expect((await staff.get('/articles?kind=returns')).body.items).toMatchObject([{ title: '退款几天到' }]);
  expect((await manager.post('/articles', { ...article, slug: 'No Good' })).body.fields).toMatchObject([
    { path: 'slug' },
  ]);
  expect((await manager.delete(`/articles/${saved.body.id}`)).status).toBe(204);
  const gap = await api.house.services.knowledge.recordGap({ question: '?', language: 'zh', reason: 'unanswered' });
  expect((await staff.patch(`/gaps/${gap.id}`, { state: 'closed' })).body.state).toBe('closed');
  expect((await staff.get('/gaps?state=open')).body.items).toEqual([]);
});

test('surveys and reports', async () => {
  const { id: customerId } = await buildCustomer(api.house);
  const { id: conversationId } = await buildConversation(api.house, { customerId });
  await rated(api.house, { conversationId, customerId }, { score: 5 });
  api.house.clock.add({ minutes: 1 });
  const survey = (await staff.get('/surveys')).body.items.find(({ key }: { key: string }) => key === 'satisfaction');
  expect(survey).toMatchObject({ key: 'satisfaction', title: { en: expect.any(String) } });
  expect((await staff.get(`/surveys/${survey.id}/results`)).body).toMatchObject({
    asked: { answered: 1 },
    score: { n: 1, mean: 5 },
  });
  expect((await staff.get(`/surveys/${survey.id}/responses?maxScore=2`)).body.items).toEqual([]);
  const report = await manager.get('/reports/satisfaction?from=2026-07-01T00:00:00%2B08:00&by=month');
  expect(report.body).toMatchObject({ n: 1, share: 1, interval: { high: 1 }, trend: [{ from: '2026-07-01', n: 1 }] });
  expect((await manager.get('/reports/satisfaction?from=yesterday')).body.fields).toMatchObject([{ path: 'from' }]);
  expect((await manager.get('/reports/complaints')).body.n).toBeGreaterThan(0);
  expect((await staff.get('/reports/tasks')).body).toMatchObject({
    open: expect.any(Number),
    late: expect.any(Number),
  });
  api.house.clock.add({ minutes: -1 });
});

test('numbers of comments lead to their comments', async () => {
  const said = ['送货慢死了，等了一周', '客服很耐心，讲得清楚', '送货很快，满意'];
  for (const [i, comment] of said.entries()) {
    const { id: customerId } = await buildCustomer(api.house);
    const { id: conversationId } = await buildConversation(api.house, { customerId });
    await rated(api.house, { conversationId, customerId }, { score: i === 0 ? 1 : 5, comment });
  }
  api.house.clock.add({ minutes: 1 });
  const of = async (about: Record<string, string>) => {
    const { status, body } = await manager.get(
      `/reports/surveys/comments?${new URLSearchParams({ metric: 'csat', ...about })}`,
    );
    return status === 200
      ? { ...body, said: body.newest.map(({ comment }: { comment: string }) => comment).sort() }
      : body;
  };
  const all = await of({});
  expect(all.said).toEqual([...said].sort());
  const delivery = all.themes.find(({ code }: { code: string }) => code === 'delivery');
  expect(delivery).toMatchObject({ n: 2, negative: 1, positive: 1 });
  expect((await of({ theme: 'delivery' })).said).toEqual([said[0], said[2]].sort());
  expect((await of({ theme: 'delivery', feeling: 'negative' })).said).toEqual([said[0]]);
  expect((await of({ feeling: 'positive' })).said).toEqual([said[1], said[2]].sort());
  expect((await of({ word: '耐心' })).said).toEqual([said[1]]);
  // The numbers stay those of all: they are what is pressed.
  expect(await of({ theme: 'delivery', feeling: 'negative' })).toMatchObject({
    n: 3,
    themes: all.themes,
    feelings: all.feelings,
  });
  expect((await of({ feeling: 'furious' })).fields).toMatchObject([{ path: 'feeling' }]);
  expect((await of({ theme: 'nothing' })).said ?? []).toEqual([]);
  expect((await staff.get('/reports/surveys/comments?metric=csat')).status).toBe(403);
  api.house.clock.add({ minutes: -1 });
});

test('notifications are one’s own', async () => {
  const lead = await api.signedIn('manager');
  const colleague = await api.signedIn('manager');
  await complain();
  const unread = (await lead.get('/notifications?unread=true')).body.items;
  expect(unread[0]).toMatchObject({ kind: 'taskRaised', task: { type: 'complaint' }, readAt: null });
  const others = (await colleague.get('/notifications?unread=true')).body.items;
  expect((await lead.post('/notifications/read', { ids: [others[0].id] })).body).toEqual({ read: 0 });
  expect((await lead.post('/notifications/read', {})).body.read).toBe(unread.length);
  expect((await lead.get('/notifications?unread=true')).body.items).toEqual([]);
  expect((await colleague.get('/notifications?unread=true')).body.items).toHaveLength(others.length);
});

test('files of customers are read through a signed address; the demo is removed by its button', async () => {
  const id = '01890000-0000-7000-8000-000000000001';
  const answered = await staff.get(`/uploads/${id}`);
  expect([answered.status, answered.headers.get('location')]).toEqual([302, `/files/${id}?signed`]);
  expect((await administrator.delete('/demo')).status).toBe(204);
  expect(api.removals).toBe(1);
});

test('answers hold people’s data: no cache keeps them', async () => {
  expect((await staff.get('/customers')).headers.get('cache-control')).toBe('no-store');
});

test('a fault of ours tells nothing but that it is ours, and is logged', async () => {
  const { services } = api.house;
  const get = services.tasks.get;
  services.tasks.get = () => Promise.reject(new Error('the secret of the database'));
  const answered = await staff.get('/tasks/01890000-0000-7000-8000-000000000001');
  services.tasks.get = get;
  expect(codeOf(answered)).toBe('internal');
  expect(JSON.stringify(answered.body)).not.toContain('secret');
  expect(JSON.stringify(api.faults.splice(0))).toContain('the secret of the database');
});
