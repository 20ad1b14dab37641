import { expect } from 'vitest';
import { startReceiver } from './signedReceiver.ts';

/** Signs of the default alphabet that take one place, and two (3GPP TS 23.038). */
const one = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]$/;
const two = /^[\f^{}\\[~\]|€]$/;

/** What a network would bill: counted sign by sign, a sign never cut by the border of a segment. */
export function billed(text: string): { encoding: string; segments: number } {
  const signs = [...text];
  const gsm = signs.every((sign) => one.test(sign) || two.test(sign));
  const weight = (sign: string) => (gsm ? (two.test(sign) ? 2 : 1) : Buffer.byteLength(sign, 'utf16le') / 2);
  const parts = (room: number) => {
    let count = 0;
    let left = 0;
    for (const sign of signs) {
      if (weight(sign) > left) {
        count += 1;
        left = room;
      }
      left -= weight(sign);
    }
    return count;
  };
  const alone = gsm ? 160 : 70;
  return { encoding: gsm ? 'gsm7' : 'ucs2', segments: parts(alone) === 1 ? 1 : parts(gsm ? 153 : 67) };
}

/** A gateway that takes a signed text once, to a number with its country, with the segments counted right, ten at most. */
export async function startGateway() {
  const receiver = await startReceiver();
  return {
    ...receiver,
    /** What a phone got, in order. */
    textsTo(number: string): string[] {
      return receiver.posts
        .filter(({ body }) => body.to === number)
        .map(({ body }) => {
          expect(body.to).toMatch(/^\+[1-9]\d{6,14}$/);
          expect(body).toMatchObject(billed(body.text));
          expect(body.segments).toBeLessThanOrEqual(10);
          return body.text;
        });
    },
  };
}
