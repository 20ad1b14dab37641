import { cardOf, fitCard } from './adaptiveCard.ts';
import { checkStatus } from './answers.ts';
import { type WayParts, write } from './parts.ts';
import type { Way } from './way.ts';

/** Bytes of a message, with room for the envelope. */
const longest = 27_000;

/** A Teams channel, through the address of a Power Automate workflow (the old connectors ended in 2026). */
export function createTeamsWorkflow(parts: WayParts): Way {
  return {
    id: 'teamsWorkflow',
    // Four a second are taken; a second apart leaves room for others.
    paceMs: 1000,
    atOnce: 20,
    attempts: 8,
    async send(letter) {
      const message = await write(letter, parts);
      const content = fitCard((count) => cardOf(message, count), message.lines.length, longest);
      const body = JSON.stringify({
        type: 'message',
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
      });
      checkStatus(await parts.egress.post(letter.target!.url, body, { 'Content-Type': 'application/json' }));
    },
  };
}
