import { AsyncLocalStorage } from 'node:async_hooks';
import { z } from 'zod';
import { type Seen, seesNothing } from '#crm/privacy/contactDetails.ts';
import { maskedMail, maskedPhone, maskedWords } from '#crm/privacy/masking.ts';

/*
 * Fields that are masked by role where answers are written, so that no resource can forget it: an answer's schema says `phone`, `mail` or
 * `contactWords`, and mount.ts says who looks. Outside of an answer everything is masked.
 */
const looking = new AsyncLocalStorage<Seen>();

/** Writes an answer as somebody may see it. */
export const asSeen = <T>(seen: Seen, write: () => T): T => looking.run(seen, write);

const masked = (mask: (text: string, seen: Seen) => string) =>
  z.codec(z.string(), z.string(), {
    decode: (text) => text,
    encode: (text) => mask(text, looking.getStore() ?? seesNothing),
  });

export const phone = masked((text, seen) => (seen.phone ? text : maskedPhone(text)));
export const mail = masked((text, seen) => (seen.email ? text : maskedMail(text)));
/** What somebody wrote about how to be reached. */
export const contactWords = masked(maskedWords);
/** A channel's account, which may be a number or an address. */
export const account = masked((text, seen) => {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return seen.email ? text : maskedMail(text);
  return /^\+?[\d\s()-]{7,20}$/.test(text) && !seen.phone ? maskedPhone(text) : text;
});
