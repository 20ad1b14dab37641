import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import {
  answerDataSchema,
  type ChatRequest,
  chatRequestSchema,
  commentsDataSchema,
  type EmbeddingRequest,
  embeddingRequestSchema,
  readingDataSchema,
} from './modelRequests.ts';

/** How the server takes a call: what it says, or how it fails. */
export type Behaviour =
  | { says: string; afterMs?: number; pieceMs?: number; pieces?: number; withoutUsage?: boolean }
  /** Sentence after sentence, each once the test lets it go. */
  | { says: string[]; waits: () => Promise<void> }
  | { status: number; retryAfter?: string }
  | 'hang'
  /** Some pieces, then the line is cut. */
  | { cutAfter: string }
  /** A stream whose pieces are no JSON, or a body that is none. */
  | 'garbage'
  /** JSON of another kind than chat completions. */
  | 'otherShape';

/** What a call asks for, as the real server would only see in the prompt. */
export type Asked = { purpose: 'reading' | 'answering' | 'comments'; request: ChatRequest; data: unknown };

const usage = {
  prompt_tokens: 120,
  completion_tokens: 30,
  total_tokens: 150,
  prompt_tokens_details: { cached_tokens: 20 },
};

/** A server that speaks OpenAI's chat completions and embeddings as strictly as the real one, and misbehaves on command. */
export class ModelServer {
  /** Every chat request that was well formed, in order. */
  readonly chats: ChatRequest[] = [];
  readonly embeddings: EmbeddingRequest[] = [];
  /** What was refused as malformed; stays empty if the client is right. */
  readonly refused: string[] = [];
  /** How chats are answered from now on. */
  chat: (asked: Asked) => Behaviour = honest;
  /** How texts become vectors; a status instead of a vector fails the call. */
  embed: (text: string) => number[] | number = bagOfCharacters;
  readonly #server: Server;
  readonly #key: string | undefined;

  private constructor(key: string | undefined) {
    this.#key = key;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** Starts on a free port of this machine. With a key, requests without it are refused. */
  static async start(key?: string): Promise<ModelServer> {
    const made = new ModelServer(key);
    await new Promise<void>((done) => made.#server.listen(0, '127.0.0.1', done));
    return made;
  }

  /** What OPENAI_BASE_URL must be. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/v1`;
  }

  /** Everything that has left the house for this server. */
  get wire(): string {
    return JSON.stringify([this.chats, this.embeddings]);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    let text = '';
    for await (const piece of incoming) text += piece;
    const refuse = (status: number, message: string) => {
      if (status === 400) this.refused.push(message);
      json(response, status, { error: { message, type: 'invalid_request_error', param: null, code: null } });
    };
    if (incoming.method !== 'POST') return refuse(405, 'Only POST.');
    if (this.#key && incoming.headers.authorization !== `Bearer ${this.#key}`) return refuse(401, 'Incorrect API key.');
    if (!incoming.headers['content-type']?.startsWith('application/json')) return refuse(400, 'Send JSON.');
    if (incoming.url === '/v1/chat/completions') {
      const parsed = chatRequestSchema.safeParse(JSON.parse(text));
      if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
      this.chats.push(parsed.data);
      return play(response, parsed.data, this.chat(askedIn(parsed.data)));
    }
    if (incoming.url === '/v1/embeddings') {
      const parsed = embeddingRequestSchema.safeParse(JSON.parse(text));
      if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
      this.embeddings.push(parsed.data);
      return this.#embed(response, parsed.data);
    }
    refuse(404, 'Unknown request URL.');
  }

  #embed(response: ServerResponse, { model, input, encoding_format }: EmbeddingRequest): void {
    const vectors = input.map((text) => this.embed(text));
    const failed = vectors.find((vector) => typeof vector === 'number');
    if (failed !== undefined) {
      json(response, failed as number, { error: { message: 'failed' } });
      return;
    }
    const data = (vectors as number[][]).map((vector, index) => ({
      object: 'embedding',
      index,
      embedding:
        encoding_format === 'base64' ? Buffer.from(new Float32Array(vector).buffer).toString('base64') : vector,
    }));
    const tokens = input.join('').length;
    json(response, 200, { object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } });
  }
}

function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  // Two statements: restify, in the same process, makes writeHead of every server return nothing.
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function askedIn(request: ChatRequest): Asked {
  const shape = request.response_format?.json_schema.name;
  const purpose = shape === 'comments' ? 'comments' : shape ? 'reading' : 'answering';
  return { purpose, request, data: JSON.parse(request.messages.at(-1)?.content ?? 'null') };
}

/** A model that does its work: reads as the hint says, answers with the first sentence of the first source. */
export function honest({ purpose, data }: Asked): Behaviour {
  if (purpose === 'comments') return { says: JSON.stringify(asWritten(data)) };
  if (purpose === 'reading') return { says: JSON.stringify(asHinted(data)) };
  const [source] = answerDataSchema.parse(data).sources;
  const sentence = source?.text.split(/(?<=[。.!！?？])\s*|\n/)[0];
  return { says: sentence ? `${sentence} [1]` : 'NONE' };
}

/** The reading that repeats the local one. */
export function asHinted(data: unknown) {
  const { message, hint, products } = readingDataSchema.parse(data);
  const wishes = hint.intents.slice(0, 4).map((intent) => ({ intent, words: message }));
  return { wishes, sentiment: 'neutral', products: products.map(({ number }) => number), rating: null };
}

/** The reading that finds nothing in any comment. */
export function asWritten(data: unknown) {
  const { comments } = commentsDataSchema.parse(data);
  return { comments: comments.map(({ number }) => ({ number, feeling: 'neutral', themes: [] })) };
}

/** Texts that share characters are near: enough to tell whether nearness is used. */
function bagOfCharacters(text: string): number[] {
  const vector = new Array<number>(64).fill(0);
  for (const character of text.toLowerCase()) vector[character.codePointAt(0)! % 64]! += 1;
  return vector;
}

async function play(response: ServerResponse, request: ChatRequest, behaviour: Behaviour): Promise<void> {
  if (behaviour === 'hang') return;
  if (behaviour === 'otherShape') return json(response, 200, { object: 'list', data: [] });
  if (behaviour === 'garbage') {
    response.writeHead(200, { 'content-type': request.stream ? 'text/event-stream' : 'application/json' });
    response.end(request.stream ? 'data: {"choices": [{]\n\n' : '{"choices": [{]');
    return;
  }
  if ('status' in behaviour) {
    const headers: Record<string, string> = behaviour.retryAfter ? { 'retry-after': behaviour.retryAfter } : {};
    return json(response, behaviour.status, { error: { message: 'no' } }, headers);
  }
  if ('cutAfter' in behaviour) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(chunk(request, { choices: [delta({ content: behaviour.cutAfter })] }));
    await pause(20);
    response.destroy();
    return;
  }
  if ('waits' in behaviour) return sentences(response, request, behaviour);
  await pause(behaviour.afterMs ?? 0);
  if (request.stream) return stream(response, request, behaviour);
  const message = { role: 'assistant', content: behaviour.says, refusal: null };
  const choices = [{ index: 0, message, finish_reason: 'stop', logprobs: null }];
  json(response, 200, { id: 'c', object: 'chat.completion', created: 1, model: request.model, choices, usage });
}

async function stream(
  response: ServerResponse,
  request: ChatRequest,
  { says, pieceMs = 0, pieces = 8, withoutUsage }: Extract<Behaviour, { says: string }>,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(chunk(request, { choices: [delta({ role: 'assistant', content: '' })] }));
  const size = Math.max(1, Math.ceil(says.length / pieces));
  for (let at = 0; at < says.length && !response.destroyed; at += size) {
    response.write(chunk(request, { choices: [delta({ content: says.slice(at, at + size) })] }));
    if (pieceMs) await pause(pieceMs);
  }
  response.write(chunk(request, { choices: [{ ...delta({}), finish_reason: 'stop' }] }));
  if (request.stream_options?.include_usage && !withoutUsage) response.write(chunk(request, { choices: [], usage }));
  response.end('data: [DONE]\n\n');
}

async function sentences(
  response: ServerResponse,
  request: ChatRequest,
  { says, waits }: Extract<Behaviour, { waits: unknown }>,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const sentence of says) {
    response.write(chunk(request, { choices: [delta({ content: sentence })] }));
    await waits();
  }
  response.write(chunk(request, { choices: [{ ...delta({}), finish_reason: 'stop' }] }));
  response.end('data: [DONE]\n\n');
}

const delta = (content: object) => ({ index: 0, delta: content, finish_reason: null, logprobs: null });

const chunk = ({ model }: ChatRequest, data: object): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model, ...data })}\n\n`;
