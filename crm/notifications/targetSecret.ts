import { randomBytes } from 'node:crypto';
import { InvalidInput } from '../errors.ts';
import type { TargetWay } from './ways.ts';

/** The bytes of a Standard Webhooks secret: `whsec_` and base64 of 24 to 64 bytes. Null: it is none. */
export function webhookKey(secret: string): Buffer | null {
  const match = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret);
  const key = match ? Buffer.from(match[1]!, 'base64') : null;
  return key && key.length >= 24 && key.length <= 64 ? key : null;
}

export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Whether a way can sign with this. Throws InvalidInput. */
export function checkSecret(way: TargetWay, secret: string | null | undefined): void {
  if (!secret) return;
  if (way === 'webhook' && !webhookKey(secret))
    refuse('Use whsec_ and base64 of 24 to 64 bytes, or leave it empty: one is made.');
  if (way === 'wecomRobot' || way === 'teamsWorkflow')
    refuse('Robots of this kind have no secret beside their address.');
}

function refuse(message: string): never {
  throw new InvalidInput([{ path: 'secret', message }]);
}
