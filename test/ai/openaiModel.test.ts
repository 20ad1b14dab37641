import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isStrict } from '#ai/openai/strictSchema.ts';
import { createOpenaiModel } from '#ai/openaiModel.ts';

/** What chat completions accept; the test server refuses the rest as the real one does. */
const requestSchema = z.strictObject({
  model: z.string().min(1),
  messages: z.array(z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() })).min(1),
  max_completion_tokens: z.number().int().positive().optional(),
  temperature: z.number().min(0).max(2).optional(),
  stream: z.boolean().optional(),
  stream_options: z.strictObject({ include_usage: z.boolean() }).optional(),
  response_format: z
    .strictObject({
      type: z.literal('json_schema'),
      json_schema: z.strictObject({
        name: z.string().regex(/^[\w-]{1,64}$/),
        schema: z.looseObject({}),
        strict: z.boolean(),
      }),
    })
    .optional(),
});
type Request = z.infer<typeof requestSchema>;
type Answer = (request: Request, response: ServerResponse) => void;

let server: Server | undefined;
const seen: Request[] = [];

/** A server on this machine that checks key and form before it answers. */
async function serve(answer: Answer) {
  seen.length = 0;
  server = createServer(async (incoming: IncomingMessage, response) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    const refuse = (status: number, message: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: { message } }));
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions') return refuse(404, 'no such path');
    if (incoming.headers.authorization !== 'Bearer good') return refuse(401, 'bad key');
    const parsed = requestSchema.safeParse(JSON.parse(body));
    if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
    if (parsed.data.response_format?.json_schema.strict && !isStrict(parsed.data.response_format.json_schema.schema)) {
      return refuse(400, 'strict schemas must require every property');
    }
    seen.push(parsed.data);
    answer(parsed.data, response);
  });
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const usage = {
  prompt_tokens: 12,
  completion_tokens: 3,
  total_tokens: 15,
  prompt_tokens_details: { cached_tokens: 4 },
};
const used = { model: 'tiny-1', inputTokens: 12, outputTokens: 3, cachedTokens: 4 };
const saying =
  (content: string, finish_reason = 'stop'): Answer =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        id: '1',
        object: 'chat.completion',
        created: 1,
        model: 'tiny-1',
        usage,
        choices: [{ index: 0, finish_reason, message: { role: 'assistant', content, refusal: null } }],
      }),
    );
const event = (data: object) =>
  `data: ${JSON.stringify({ id: '1', object: 'chat.completion.chunk', created: 1, model: 'tiny-1', ...data })}\n\n`;
const piece = (content: string) => event({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const end =
  event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
  event({ choices: [], usage }) +
  'data: [DONE]\n\n';
const streaming =
  (...parts: string[]): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const part of parts) response.write(part);
    response.end();
  };

const question = [{ role: 'user' as const, content: '你好' }];
const model = (baseUrl: string, more = {}) => createOpenaiModel({ apiKey: 'good', baseUrl, model: 'tiny', ...more });
async function collect(stream: AsyncIterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const one of stream) pieces.push(one);
  return pieces;
}

describe('text', () => {
  it('gives the answer and what it used', async () => {
    const url = await serve(saying('您好'));
    expect(await model(url).text(question, { maxTokens: 50, temperature: 0 })).toEqual({ text: '您好', usage: used });
    expect(seen[0]).toMatchObject({ model: 'tiny', messages: question, max_completion_tokens: 50, temperature: 0 });
  });

  it('names the fault', async () => {
    const url = await serve(saying('x', 'length'));
    await expect(model(url).text(question)).rejects.toMatchObject({ fault: 'cut', usage: used });
    await expect(model(url, { apiKey: 'bad' }).text(question)).rejects.toMatchObject({ fault: 'unauthorised' });
    await expect(model('http://127.0.0.1:1/v1').text(question)).rejects.toMatchObject({ fault: 'unavailable' });
  });

  it('passes on how long to wait', async () => {
    const url = await serve((_, response) => void response.writeHead(429, { 'retry-after': '7' }).end('{}'));
    await expect(model(url).text(question)).rejects.toMatchObject({ fault: 'busy', retryAfterMs: 7000 });
    expect(seen).toHaveLength(1);
  });

  it('does not try twice when the server fails', async () => {
    const url = await serve((_, response) => void response.writeHead(500).end('oh'));
    await expect(model(url).text(question)).rejects.toMatchObject({ fault: 'unavailable' });
    expect(seen).toHaveLength(1);
  });

  it('does without what a server does not know', async () => {
    const url = await serve((request, response) =>
      'temperature' in request
        ? void response.writeHead(400, { 'content-type': 'application/json' }).end(
            JSON.stringify({
              error: { message: 'Unsupported value', param: 'temperature', code: 'unsupported_value' },
            }),
          )
        : saying('您好')(request, response),
    );
    const strict = model(url);
    await expect(strict.text(question, { temperature: 0 })).rejects.toMatchObject({ fault: 'rejected' });
    expect((await strict.text(question, { temperature: 0 })).text).toBe('您好');
  });

  it('waits only so long', async () => {
    const url = await serve(() => {});
    await expect(model(url, { timeoutMs: 30 }).text(question)).rejects.toMatchObject({ fault: 'timeout' });
  });

  it('ends when the caller gives up', async () => {
    const caller = new AbortController();
    const url = await serve(() => caller.abort());
    await expect(model(url).text(question, { signal: caller.signal })).rejects.toMatchObject({ fault: 'aborted' });
  });
});

describe('stream', () => {
  it('gives the pieces as they come, then what they used', async () => {
    const url = await serve(streaming(piece('您'), piece('好'), end));
    const stream = model(url).stream(question);
    expect(await collect(stream)).toEqual(['您', '好']);
    expect(await stream.usage).toEqual(used);
    expect(seen[0]).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  it('says when it was cut', async () => {
    const url = await serve(streaming(piece('您')));
    const stream = model(url).stream(question);
    await expect(collect(stream)).rejects.toMatchObject({ fault: 'cut' });
    await expect(stream.usage).rejects.toMatchObject({ fault: 'cut' });
  });

  it('says when a piece is broken', async () => {
    const url = await serve(streaming(piece('您'), 'data: {"choices": [\n\n', end));
    await expect(collect(model(url).stream(question))).rejects.toMatchObject({ name: 'LanguageModelError' });
  });

  it('waits only so long for the first piece, and longer between pieces', async () => {
    const url = await serve(
      (_, response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders(),
    );
    await expect(collect(model(url, { firstTokenMs: 30 }).stream(question))).rejects.toMatchObject({
      fault: 'timeout',
    });
  });

  it('may be left before its end', async () => {
    const url = await serve(streaming(piece('您'), piece('好'), end));
    const stream = model(url).stream(question);
    for await (const one of stream) {
      expect(one).toBe('您');
      break;
    }
    await expect(stream.usage).rejects.toMatchObject({ fault: 'aborted' });
  });
});

describe('object', () => {
  const shape = { name: 'reading', schema: z.object({ intent: z.string(), score: z.number().int().min(1).max(5) }) };

  it('gives what fits the shape', async () => {
    const url = await serve(saying('{"intent":"surveys","score":4}'));
    expect(await model(url).object(question, shape)).toEqual({ object: { intent: 'surveys', score: 4 }, usage: used });
    expect(seen[0]?.response_format?.json_schema).toMatchObject({ name: 'reading', strict: true });
  });

  it('does not call a schema with optional properties strict', async () => {
    const url = await serve(saying('{"intent":"surveys"}'));
    const loose = { name: 'reading', schema: z.object({ intent: z.string(), score: z.number().optional() }) };
    expect((await model(url).object(question, loose)).object).toEqual({ intent: 'surveys' });
    expect(seen[0]?.response_format?.json_schema.strict).toBe(false);
  });

  it.each(['no JSON', '{"intent":"surveys","score":9}', '[]'])('refuses %s, and says what it cost', async (content) => {
    const url = await serve(saying(content));
    await expect(model(url).object(question, shape)).rejects.toMatchObject({ fault: 'shape', usage: used });
  });
});
