import { randomInt } from 'node:crypto';
import { NotFromPlatform } from '#bot/channels/tencent/forged.ts';

/** What became of bodies of which one byte was changed: which were taken all the same, and which broke more than a refusal. */
export function flipBytes(
  callback: { open(query: URLSearchParams, body: string): unknown },
  query: URLSearchParams,
  body: string,
  times: number,
) {
  const good = Buffer.from(body);
  const accepted: string[] = [];
  const crashed: string[] = [];
  for (let flip = 0; flip < times; flip++) {
    const bytes = Buffer.from(good);
    const place = randomInt(bytes.length);
    bytes[place]! ^= randomInt(1, 256);
    const text = bytes.toString('utf8');
    // As the channel reads bodies: what is no UTF-8 is refused before it is opened.
    if (!Buffer.from(text).equals(bytes)) continue;
    try {
      callback.open(query, text);
      accepted.push(`${place}: ${text.slice(Math.max(0, place - 10), place + 10)}`);
    } catch (fault) {
      if (!(fault instanceof NotFromPlatform)) crashed.push(String(fault));
    }
  }
  return { accepted, crashed };
}
