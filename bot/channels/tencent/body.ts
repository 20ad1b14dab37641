import type { IncomingMessage } from 'node:http';
import { NotFromPlatform } from './forged.ts';

/** More than any push has, in bytes. */
const largestBody = 64 * 1024;

/** The body of a push, read to its end or to the limit. Throws NotFromPlatform. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) throw new NotFromPlatform();
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const text = bytes.toString('utf8');
  // Broken characters would be read as others than were sent.
  if (!Buffer.from(text).equals(bytes)) throw new NotFromPlatform();
  return text;
}
