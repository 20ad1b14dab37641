import { checkStatus } from '../answers.ts';
import { type WayParts, write } from '../parts.ts';
import { SendRefused, type Way } from '../way.ts';
import { cut } from '../words.ts';
import { encryptPush } from './encryption.ts';
import type { Vapid } from './vapid.ts';

/** A push service keeps it so long for a browser that sleeps, in seconds. */
const keptFor = 24 * 60 * 60;

/** A browser of a member of staff, while the desk is closed: shown by web/desk/push/worker.ts. */
export function createPush(parts: WayParts, vapid: Vapid): Way {
  return {
    id: 'push',
    paceMs: 5000,
    atOnce: 20,
    attempts: 6,
    async send(letter) {
      const { id, endpoint, p256dh, auth } = letter.subscription!;
      const { title, lines, words } = await write(letter, parts);
      const [first, ...others] = lines;
      const urgent = lines.some(({ item }) => item.urgent);
      const shown = {
        title: cut(title, 300),
        body: cut(others.length === 0 ? (first?.detail ?? '') : lines.map(({ heading }) => heading).join('\n'), 1500),
        url: others.length === 0 ? (first?.open ?? '') : new URL('/desk/notifications', first?.open).href,
        tag: others.length === 0 && first?.item.task ? first.item.task.id : letter.id,
        urgent,
        open: words.open,
      };
      const keys = { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') };
      const answer = await parts.egress.post(endpoint, encryptPush(Buffer.from(JSON.stringify(shown)), keys), {
        Authorization: await vapid.authorization(endpoint, parts.clock.now()),
        'Content-Encoding': 'aes128gcm',
        'Content-Type': 'application/octet-stream',
        TTL: String(keptFor),
        Urgency: urgent ? 'high' : 'normal',
      });
      if (answer.status === 404 || answer.status === 410) {
        await parts.services.notificationAccounts.forgetBrowser(id);
        throw new SendRefused('The browser does not take notifications any more.');
      }
      checkStatus(answer);
    },
  };
}
