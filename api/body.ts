import type { IncomingMessage } from 'node:http';
import { UnreadableRequest } from './problem.ts';

const LARGEST = 256 * 1024;

/** The JSON of a request, `undefined` if it has none. Throws UnreadableRequest. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const type = request.headers['content-type'] ?? '';
  const text = (await readText(request)).trim();
  if (text === '') return undefined;
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) {
    throw new UnreadableRequest(415, 'notJson', 'Send JSON, with Content-Type: application/json.');
  }
  let nul = false;
  let value: unknown;
  try {
    value = JSON.parse(text, (_key, part: unknown) => {
      nul ||= typeof part === 'string' && part.includes('\0');
      return part;
    });
  } catch {
    throw new UnreadableRequest(400, 'malformedJson', 'The body is not valid JSON.');
  }
  // The database stores every character but this one.
  if (nul) throw new UnreadableRequest(400, 'nulCharacter', 'Remove the character U+0000 from the texts.');
  return value;
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      // What is too much is read to its end, so that the caller hears the refusal; it is not kept.
      if (size <= LARGEST) chunks.push(chunk);
    }
  } catch {
    throw new UnreadableRequest(400, 'brokenOff', 'The request broke off.');
  }
  if (size > LARGEST) throw new UnreadableRequest(413, 'tooLarge', `A body may have ${LARGEST} bytes.`);
  return Buffer.concat(chunks).toString('utf8');
}
