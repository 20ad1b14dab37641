import type { Activity } from './activity.ts';

const typingMs = 6_000;

/** A text that is still being written. */
export interface LiveText {
  streamId: string;
  sequence: number;
  activity: Activity;
}

/** Somebody who is typing. */
export interface Typing {
  /** Until when that may be believed, in milliseconds since the epoch. */
  until: number;
  name: string | undefined;
  /** A person of the staff, not the bot. */
  person: boolean;
}

/** Where the customer stands who waits for a person; 1 is next. */
export interface QueuePlace {
  place: number;
  waitMinutes: number | undefined;
  /** Whether anybody of the staff is at the desk. */
  here: boolean;
}

/**
 * What was said, each activity once, in the order of the stream; beside it what passes: texts being written, and
 * whether somebody is typing.
 */
export class Transcript {
  readonly #now: () => number;
  readonly #isMine: (activity: Activity) => boolean;
  readonly #activities: Activity[] = [];
  readonly #positions = new Map<string, number>();
  #live: LiveText[] = [];
  readonly #finished = new Set<string>();
  #typing: Typing | undefined;
  #place: QueuePlace | undefined;

  constructor(now: () => number, isMine: (activity: Activity) => boolean) {
    this.#now = now;
    this.#isMine = isMine;
  }

  /** Everything that was committed, in order. */
  get activities(): readonly Activity[] {
    return this.#activities;
  }

  /** Texts being written, oldest first. */
  get live(): readonly LiveText[] {
    return this.#live;
  }

  /** Who is typing right now. */
  get typing(): Typing | undefined {
    return this.#typing && this.#typing.until > this.#now() ? this.#typing : undefined;
  }

  /** The customer's place, while they wait for a person. */
  get place(): QueuePlace | undefined {
    return this.#place;
  }

  /** Takes an activity from the stream; a second time it changes nothing but its content. */
  receive(activity: Activity): void {
    if (activity.type === 'typing') {
      this.#receivePassing(activity);
      return;
    }
    if (activity.type === 'event' && activity.name === 'queue' && !this.#isMine(activity)) {
      this.#place = placeOf(activity.value);
      return;
    }
    const known = activity.id === undefined ? undefined : this.#positions.get(activity.id);
    if (known !== undefined) {
      this.#activities[known] = activity;
      return;
    }
    if (activity.id !== undefined) this.#positions.set(activity.id, this.#activities.length);
    this.#activities.push(activity);
    const streamId = activity.channelData?.streamId;
    if (streamId) this.#finished.add(streamId);
    if (activity.channelData?.sender === 'person') this.#place = undefined;
    // Only one voice answers at a time: what it committed replaces what it was writing, an apology included.
    if (activity.type === 'message' && !this.#isMine(activity)) this.dropPassing();
  }

  /** Forgets what passes: after a lost connection its end may have been missed. */
  dropPassing(): void {
    this.#live = [];
    this.#typing = undefined;
  }

  /** Forgets everything: a new conversation. */
  clear(): void {
    this.dropPassing();
    this.#place = undefined;
    this.#activities.length = 0;
    this.#positions.clear();
    this.#finished.clear();
  }

  /** Chunks carry the whole text so far, so a chunk that comes late or twice is simply ignored. */
  #receivePassing(activity: Activity): void {
    if (this.#isMine(activity)) return;
    const { streamId = activity.id, streamType, streamSequence } = activity.channelData ?? {};
    if (!streamType || !streamId) {
      const person = activity.channelData?.sender === 'person';
      this.#typing = { until: this.#now() + typingMs, name: activity.from?.name, person };
      return;
    }
    if (this.#finished.has(streamId)) return;
    const sequence = streamSequence ?? 0;
    const known = this.#live.find((text) => text.streamId === streamId);
    if (known && known.sequence >= sequence) return;
    const text: LiveText = { streamId, sequence, activity };
    this.#live = known ? this.#live.map((other) => (other === known ? text : other)) : [...this.#live, text];
    this.#typing = undefined;
  }
}

function placeOf(value: unknown): QueuePlace | undefined {
  if (typeof value !== 'object' || value === null || !('place' in value)) return undefined;
  const { place, waitMinutes, here }: { place: unknown; waitMinutes?: unknown; here?: unknown } = value;
  if (typeof place !== 'number' || place < 1) return undefined;
  return { place, waitMinutes: typeof waitMinutes === 'number' ? waitMinutes : undefined, here: here !== false };
}
