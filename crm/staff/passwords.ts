import { hash, verify } from '@node-rs/argon2';
import { InvalidInput } from '../errors.ts';

/** argon2id (the library's default) with the OWASP password storage cheat sheet's smallest cost: 19 MiB, 2 passes, 1 lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const SHORTEST = 10;
const LONGEST = 200;

/** Throws InvalidInput for a password that is too short to be safe, or so long that hashing it is an attack. */
export function hashPassword(password: string): Promise<string> {
  if (password.length < SHORTEST || password.length > LONGEST) {
    throw new InvalidInput([{ path: 'password', message: `Use ${SHORTEST} to ${LONGEST} characters.` }]);
  }
  return hash(password, cost);
}

let nobody: Promise<string> | undefined;

/** Compares; takes as long where there is nothing to compare with, so that time does not tell who exists. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (password.length > LONGEST) return false;
  nobody ??= hash('nobody has this password', cost);
  const same = await verify(passwordHash ?? (await nobody), password);
  return same && passwordHash !== null;
}
