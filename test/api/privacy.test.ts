import { inflateRawSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildActivity, buildConversation, buildCustomer } from '#test/crm/support.ts';
import { type Client, codeOf, testApi } from './support.ts';

const api = testApi();
let manager: Client;
let staff: Client;
beforeAll(async () => {
  manager = await api.signedIn('manager');
  staff = await api.signedIn('staff');
});

/** The files of an archive, read by its central directory. */
function unzip(bytes: Buffer): Record<string, string> {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files: Record<string, string> = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < bytes.readUInt16LE(end + 10); i++) {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    files[name] = inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8');
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

async function download(path: string, headers: Record<string, string> = {}): Promise<Buffer> {
  const response = await fetch(`${api.origin}/api/v1${path}`, { headers });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
  return Buffer.from(await response.arrayBuffer());
}

async function plant() {
  const { house } = api;
  const customer = await buildCustomer(house, { name: '<林>晓', phone: '13800138000' });
  const talk = await buildConversation(house, { customerId: customer.id });
  await buildActivity(house, { conversationId: talk.id, sequence: 1, text: '我只用无香的' });
  await buildActivity(house, { conversationId: (await buildConversation(house)).id, sequence: 1, text: '别人的话' });
  return customer;
}

test('a copy: everything of one person, to read in both languages and for machines; who took it is logged', async () => {
  const { id } = await plant();
  const files = unzip(await download(`/customers/${id}/export`, manager.headers));
  expect(Object.keys(files)).toEqual(['zh.html', 'en.html', 'data.json']);
  expect(files['zh.html']).toContain('&lt;林&gt;晓');
  expect(files['en.html']).toMatch(/What was said[\s\S]*我只用无香的/);
  expect(JSON.parse(files['data.json']!)).toMatchObject({
    format: 'zhiyin-personal-data/1',
    tables: { Customer: [{ id, phone: '13800138000' }], Activity: [{ text: '我只用无香的' }] },
  });
  expect(Object.values(files).join()).not.toContain('别人的话');
  const log = await api.house.services.audit.list({ entity: 'customer', entityId: id });
  expect(log.items[0]).toMatchObject({ action: 'export', staffId: manager.staffId });
  expect(codeOf(await staff.get(`/customers/${id}/export`))).toBe('forbidden');
});

test('erasing: seen before, done by managers, listed without a word of the person', async () => {
  const { id } = await plant();
  expect((await manager.get(`/customers/${id}/erasure`)).body.counts).toMatchObject({ Customer: 1, Activity: 1 });
  expect(codeOf(await staff.post(`/customers/${id}/erasure`))).toBe('forbidden');
  expect((await manager.post(`/customers/${id}/erasure`)).body).toMatchObject({
    counts: { Activity: 1 },
    mentions: [],
  });
  const { body } = await manager.get('/erasures');
  const counts = { Customer: 1, Activity: 1 };
  expect(body.items[0]).toMatchObject({ customerId: id, source: 'staff', staffId: manager.staffId, counts });
  expect(JSON.stringify(body)).not.toMatch(/13800138000|林|无香/);
  expect(codeOf(await manager.get(`/customers/${id}/export`))).toBe('notFound');
});

test('by link: once, within a day, five a day', async () => {
  const { id } = await plant();
  const { access } = api.house.services;
  const link = (await access.link(id)).replace('/api/v1', '');
  expect(unzip(await download(link))['data.json']).toContain('13800138000');
  expect(codeOf(await api.client().get(link))).toBe('notFound');
  const late = (await access.link(id)).replace('/api/v1', '');
  api.house.clock.add({ hours: 25 });
  expect(codeOf(await api.client().get(late))).toBe('notFound');
  for (let i = 0; i < 5; i++) await access.link(id);
  await expect(access.link(id)).rejects.toMatchObject({ code: 'tooManyExports' });
});

test('doubles: staff see all pairs, say once that two are two people, and hear of ids that are none', async () => {
  // The clock went on: who signed in before is signed out.
  staff = await api.signedIn('staff');
  const [one, other] = [
    await buildCustomer(api.house, { name: '双一', email: 'double@example.com' }),
    await buildCustomer(api.house, { name: '双二', email: 'double@example.com' }),
  ];
  const pairs = async () =>
    (await staff.get('/customer-doubles')).body.items.map((each: { one: { id: string }; other: { id: string } }) => [
      each.one.id,
      each.other.id,
    ]);
  const pair = [one.id, other.id].sort();
  expect(await pairs()).toContainEqual(pair);
  const apart = (oneId: string, otherId: string) => staff.post('/customer-doubles/distinct', { oneId, otherId });
  expect(codeOf(await apart(one.id, one.id))).toBe('notFound');
  expect(codeOf(await apart(one.id, 'x'))).toBe('invalidInput');
  expect(await pairs()).toContainEqual(pair);
  for (let i = 0; i < 2; i++) expect((await apart(other.id, one.id)).status).toBeLessThan(300);
  expect(await pairs()).not.toContainEqual(pair);
  expect((await api.client().get('/customer-doubles')).status).toBe(401);
});

test('phones and mail addresses: masked by role wherever they are answered, shown on a press that is logged, not guessed', async () => {
  const { house } = api;
  const { client } = house.db;
  [staff, manager] = [await api.signedIn('staff'), await api.signedIn('manager')];
  const given = { name: '苗苗', phone: '13912345678', email: 'miao@example.com' };
  const { id } = await buildCustomer(house, given);
  const double = await buildCustomer(house, { phone: '13912345678' });
  await client.identity.create({ data: { customerId: id, channel: 'mail', externalId: 'miao@example.com' } });
  const complaint = await client.complaint.create({
    data: { customerId: id, language: 'zh', whatHappened: '漏水', contact: '打 13912345678 或写 miao@example.com' },
  });
  const masked = { phone: '139****5678', email: 'm***@example.com' };
  const paths = [
    `/customers/${id}`,
    `/customers?query=${encodeURIComponent('苗苗')}`,
    `/customer-doubles?customerId=${id}`,
    `/complaints/${complaint.id}`,
    '/pool?limit=200',
  ];
  for (const path of paths) {
    const { status, body } = await staff.get(path);
    expect([path, status]).toEqual([path, 200]);
    expect([path, JSON.stringify(body)]).not.toEqual([path, expect.stringMatching(/13912345678|miao@/)]);
    expect(JSON.stringify((await manager.get(path)).body)).toContain('13912345678');
  }
  expect((await staff.get(`/customers/${id}`)).body).toMatchObject({
    customer: masked,
    identities: [{ externalId: 'm***@example.com' }],
  });
  expect((await staff.get(`/complaints/${complaint.id}`)).body.contact).toBe('打 139****5678 或写 m***@example.com');
  expect((await staff.patch(`/customers/${id}`, { city: '杭州' })).body).toMatchObject(masked);
  expect(codeOf(await staff.patch(`/customers/${id}`, { phone: masked.phone }))).toBe('invalidInput');

  const found = async (by: Client, query: string) =>
    (await by.get(`/customers?query=${query}`)).body.items.map((each: { id: string }) => each.id);
  expect(await found(staff, '1391234')).toEqual([]);
  expect(await found(staff, 'miao@ex')).toEqual([]);
  expect(await found(staff, '13912345678')).toEqual([double.id, id]);
  expect(await found(manager, '1391234')).toEqual([double.id, id]);

  const show = (body: object) => staff.post(`/customers/${id}/contact`, body);
  expect(codeOf(await show({}))).toBe('invalidInput');
  expect((await show({ reason: 'delivery', complaintId: complaint.id })).body).toEqual({
    phone: given.phone,
    email: given.email,
    said: '打 13912345678 或写 miao@example.com',
  });
  const task = await house.services.tasks.raise({
    type: 'callBack',
    title: '回访',
    detail: '',
    priority: 'normal',
    customerId: id,
  });
  await client.task.update({ where: { id: task.id }, data: { ownerId: manager.staffId } });
  expect(codeOf(await show({ reason: 'task', taskId: task.id }))).toBe('forbidden');
  await client.task.update({ where: { id: task.id }, data: { ownerId: staff.staffId } });
  expect((await show({ reason: 'task', taskId: task.id })).body).toMatchObject({ phone: given.phone });
  const log = await house.services.audit.list({ entity: 'customer', entityId: id });
  expect(log.items.filter(({ action }) => action === 'show')).toMatchObject([
    { staffId: staff.staffId, reason: 'task', fields: ['phone', 'email'] },
    { staffId: staff.staffId, reason: 'delivery', fields: ['phone', 'email', 'contact'] },
  ]);

  await house.services.customerContacts.setPolicy({ phone: 'staff', email: 'administrator' }, null);
  const answers = await Promise.all([staff, manager].map((by) => by.get(`/customers/${id}`)));
  for (const { body } of answers) expect(body.customer).toMatchObject({ phone: given.phone, email: masked.email });
});

test('consents: all of them by purpose and channel with wording, source, time and proof, masked by role, logged, for managers', async () => {
  const { house } = api;
  const { consents, customerContacts, audit } = house.services;
  [staff, manager] = [await api.signedIn('staff'), await api.signedIn('manager')];
  await customerContacts.setPolicy({ phone: 'manager', email: 'manager' }, null);
  const customer = await buildCustomer(house, { name: '=同意', phone: '13712345678', email: 'yes@example.com' });
  const said = { customerId: customer.id, channel: 'any', wording: 'care@1', source: 'customer' as const };
  await consents.record({ ...said, purpose: 'care', granted: true });
  const proof = '在 13712345678 的电话里说的';
  await consents.record({
    ...said,
    purpose: 'care',
    granted: false,
    source: 'staff',
    proof,
    recordedById: manager.staffId!,
  });
  await consents.record({ ...said, purpose: 'survey', channel: 'mail', granted: true });

  const file = async (path: string) => {
    const response = await fetch(`${api.origin}/api/v1${path}`, { headers: manager.headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    return (await response.text()).trim().split('\r\n');
  };
  const own = `/customers/${customer.id}/consents/file`;
  const rows = await file(own);
  expect(rows).toHaveLength(4);
  expect(rows[0]).toContain('at,purpose,channel,granted,wording,source,recordedBy,activityId,proof');
  expect(rows.filter((row) => /,care,any,no,care@1,staff,[^,]+,,在 13712345678 的电话里说的,/.test(row))).toHaveLength(
    1,
  );
  expect(rows[1]).toContain("'=同意,13712345678,yes@example.com");
  expect((await file('/consents/file')).filter((row) => row.includes(customer.id))).toHaveLength(3);
  const surveys = await file('/consents/file?purpose=survey&channel=mail');
  expect(surveys.slice(1).every((row) => row.includes(',survey,mail,yes,'))).toBe(true);
  expect((await audit.list({ entity: 'customer', entityId: customer.id })).items[0]).toMatchObject({
    action: 'export',
    staffId: manager.staffId,
    fields: ['consents'],
  });
  expect((await audit.list({ entity: 'consents' })).items[0]).toMatchObject({
    action: 'export',
    staffId: manager.staffId,
  });

  const listed = await manager.get('/consents?purpose=survey&channel=mail&limit=1');
  expect(listed.body.items).toMatchObject([{ customerId: customer.id, wording: 'care@1', granted: true }]);
  expect(codeOf(await manager.get('/consents?purpose=everything'))).toBe('invalidInput');
  for (const path of ['/consents', '/consents/file', own]) expect(codeOf(await staff.get(path))).toBe('forbidden');

  await customerContacts.setPolicy({ phone: 'administrator', email: 'administrator' }, null);
  const masked = [
    ...(await file(own)),
    ...(await file('/consents/file')),
    JSON.stringify((await manager.get('/consents')).body),
  ];
  await customerContacts.setPolicy({ phone: 'manager', email: 'manager' }, null);
  expect(masked.join()).toContain('137****5678');
  expect(masked.join()).not.toMatch(/13712345678|yes@example/);
});
