import type { IncomingMessage } from 'node:http';
import { UnreadableRequest } from './problem.ts';

/** A file that is the body. What is too much is read to its end, so that the caller hears the refusal. Throws UnreadableRequest. */
export async function fileOf(request: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= largest) chunks.push(chunk);
    }
  } catch {
    throw new UnreadableRequest(400, 'brokenOff', 'The request broke off.');
  }
  const megabytes = Math.round(largest / 1024 / 1024);
  if (size > largest) throw new UnreadableRequest(413, 'fileTooLarge', `A file may have ${megabytes} MB.`);
  return Buffer.concat(chunks);
}
