import { createHash, randomBytes } from 'node:crypto';

/** A secret for a browser or a program: 32 random bytes, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of it. The token has 256 random bits, so that a plain SHA-256 can not be searched. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
