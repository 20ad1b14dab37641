import { randomBytes } from 'node:crypto';
import type { Seen } from '../account.ts';
import type { PlatformClock } from '../clock.ts';

/** WeCom's states of a session. */
export const states = { fresh: 0, bot: 1, queue: 2, person: 3, over: 4 } as const;
export type State = (typeof states)[keyof typeof states];

/** A code by which one message may be sent. */
interface Code {
  endsAt: number;
  /** Whether a menu may be sent by it, too. */
  menus: boolean;
  used: boolean;
  session: Session;
}

/** One person at one kf account, and what they saw there. */
export interface Session {
  openKfId: string;
  userId: string;
  nickname: string;
  unionid: string;
  state: State;
  servicer: string;
  /** Until when messages are taken, and how many more. */
  until: number;
  left: number;
  wroteAt: number;
  welcomedAt: number;
  seen: Seen[];
}

const hours48 = 48 * 3600_000;
const messagesPerMessage = 5;

/** What may follow a state by service_state/trans; all else is 95016. */
const next: Record<State, readonly State[]> = { 0: [1, 2, 3], 1: [2, 3], 2: [3], 3: [3, 4], 4: [] };

/** Who talks to whom at the kf accounts of a corporation. */
export class Sessions {
  readonly #clock: PlatformClock;
  readonly #all = new Map<string, Session>();
  readonly #codes = new Map<string, Code>();

  constructor(clock: PlatformClock) {
    this.#clock = clock;
  }

  get(openKfId: string, userId: string): Session {
    const key = `${openKfId}:${userId}`;
    const known = this.#all.get(key);
    if (known) return known;
    const session: Session = {
      openKfId,
      userId,
      nickname: `微信用户${userId.slice(-2)}`,
      unionid: `u-${userId}`,
      state: states.over,
      servicer: '',
      until: 0,
      left: 0,
      wroteAt: 0,
      welcomedAt: 0,
      seen: [],
    };
    this.#all.set(key, session);
    return session;
  }

  has(openKfId: string, userId: string): boolean {
    return this.#all.has(`${openKfId}:${userId}`);
  }

  /** Any session of a person. */
  ofUser(userId: string): Session | undefined {
    return [...this.#all.values()].find((session) => session.userId === userId);
  }

  /** They write: an ended session begins anew, and messages are taken again. */
  wrote(session: Session): void {
    const now = this.#now();
    if (session.state === states.over) session.state = states.fresh;
    Object.assign(session, { until: now + hours48, left: messagesPerMessage, wroteAt: now });
  }

  /** A code for a welcome, for whom it may be given out; it counts as given. */
  welcome(session: Session): string | undefined {
    const now = this.#now();
    if (now - session.welcomedAt < hours48 || now - session.wroteAt < hours48) return undefined;
    session.welcomedAt = now;
    return this.code(session, 20_000, true);
  }

  code(session: Session, ms: number, menus: boolean): string {
    const code = `CODE${randomBytes(12).toString('hex')}`;
    this.#codes.set(code, { endsAt: this.#now() + ms, menus, used: false, session });
    return code;
  }

  /** Takes a code; a text where it does not hold. */
  use(code: string, menu: boolean): Session | string {
    const known = this.#codes.get(code);
    if (!known) return 'invalid code';
    if (known.used) return 'code was used';
    if (known.endsAt <= this.#now()) return 'code expired';
    if (menu && !known.menus) return 'msgtype not allowed for this code';
    known.used = true;
    return known.session;
  }

  /** 0, or why no message is taken. */
  refusal({ state, until, left }: Session): number {
    if (state === states.over) return 95013;
    if (state !== states.fresh && state !== states.bot) return 95018;
    if (until <= this.#now()) return 95002;
    return left > 0 ? 0 : 95001;
  }

  /** Changes the state as the API may; false: it may not. */
  move(session: Session, to: State, servicer = ''): boolean {
    if (!next[session.state].includes(to)) return false;
    Object.assign(session, { state: to, servicer });
    return true;
  }

  show(session: Session, seen: Omit<Seen, 'at'>): void {
    session.seen.push({ ...seen, at: this.#clock.now().toISOString() });
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}
