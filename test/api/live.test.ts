import { once } from 'node:events';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { beforeAll, expect, test, vi } from 'vitest';
import { buildConversation, buildCustomer } from '#test/crm/support.ts';
import { type Client, testApi } from './support.ts';

const api = testApi({ heartbeatMs: 50 });
let staff: Client;

beforeAll(async () => {
  staff = await api.signedIn();
});

/** An open stream and what came through it. */
async function listen(client: Client) {
  const request: ClientRequest = get(`${api.origin}/api/v1/live`, { headers: client.headers });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const stream = { response, text: '', ended: false, close: () => request.destroy() };
  response.setEncoding('utf8').on('data', (chunk: string) => {
    stream.text += chunk;
  });
  response.on('end', () => {
    stream.ended = true;
  });
  response.on('error', () => undefined);
  return stream;
}

test('a new task reaches an open page at once, with its id', async () => {
  const stream = await listen(staff);
  expect(stream.response.headers['content-type']).toContain('text/event-stream');
  const { id: customerId } = await buildCustomer(api.house);
  const complaint = await api.house.services.complaints.record({
    customerId,
    language: 'zh',
    whatHappened: 'x',
    severity: 'normal',
    evidence: [],
  });
  const task = await api.house.db.client.task.findFirst({ where: { complaintId: complaint.id } });
  await vi.waitFor(() => {
    expect(stream.text).toContain(`event: complaints\ndata: {"id":"${complaint.id}"}\n\n`);
    expect(stream.text).toContain(`event: tasks\ndata: {"id":"${task?.id}"}\n\n`);
  });
  stream.close();
});

test('what was rolled back is not told', async () => {
  const stream = await listen(staff);
  const { id: customerId } = await buildCustomer(api.house);
  const record = (whatHappened: string) =>
    api.house.services.complaints.record({
      customerId,
      language: 'zh',
      whatHappened,
      severity: 'normal',
      evidence: [],
    });
  let lost = '';
  await api.house.db
    .transaction(async () => {
      lost = (await record('lost')).id;
      throw new Error('no');
    })
    .catch(() => undefined);
  const kept = await record('kept');
  await vi.waitFor(() => expect(stream.text).toContain(kept.id));
  expect(stream.text).not.toContain(lost);
  stream.close();
});

test('notifications reach only whom they are for', async () => {
  const lead = await api.signedIn('manager');
  const [own, other] = [await listen(lead), await listen(staff)];
  await api.house.services.tasks.raise({ type: 'custom', title: 'x', priority: 'normal' });
  await vi.waitFor(() => expect(own.text).toContain('event: notifications'));
  await vi.waitFor(() => expect(other.text).toContain('event: tasks'));
  expect(other.text).not.toContain('event: notifications');
  own.close();
  other.close();
});

test('there is a sign of life now and then, and it ends for who has signed out', async () => {
  const leaving = await api.signedIn();
  const stream = await listen(leaving);
  await vi.waitFor(() => expect(stream.text).toContain(': heartbeat'));
  await leaving.delete('/session');
  await vi.waitFor(() => expect(stream.ended).toBe(true));
});

test('closing the API ends the streams', async () => {
  const stream = await listen(staff);
  api.closeStreams();
  await vi.waitFor(() => expect(stream.ended).toBe(true));
});

test('without a session there is no stream', async () => {
  expect((await api.client().get('/live')).status).toBe(401);
});

test('who has a page open is at the desk; colleagues see who looks and who writes, not oneself', async () => {
  const colleague = await api.signedIn();
  const [own, other] = [await listen(staff), await listen(colleague)];
  const { presence } = api.house.services;
  await vi.waitFor(async () => expect(await presence.of(colleague.staffId)).toBe('online'));
  const { id } = await buildConversation(api.house);
  await staff.post(`/conversations/${id}/viewing`, { here: true });
  await staff.post(`/conversations/${id}/typing`);
  const seen = (kind: string) => `event: ${kind}\ndata: {"id":"${id}","staffId":"${staff.staffId}"`;
  await vi.waitFor(() => {
    expect(other.text).toContain(seen('viewing'));
    expect(other.text).toContain(seen('typing'));
  });
  expect(own.text).not.toMatch(/event: (viewing|typing)/);
  own.close();
  other.close();
  await colleague.delete('/session');
  expect(await presence.of(colleague.staffId)).toBe('offline');
});
