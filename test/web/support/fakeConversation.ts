import type { Activity } from '#web/chat/directLine/activity.ts';

/** A conversation as the server keeps it: one order, each message of a page once. */
export class FakeConversation {
  readonly id: string;
  readonly userId: string;
  readonly activities: Activity[] = [];
  readonly #listeners = new Set<(frame: string) => void>();

  constructor(id: string, userId: string) {
    this.id = id;
    this.userId = userId;
  }

  /** Stores what the customer sent, once per clientActivityID; answers its id. */
  receive(activity: Activity): { id: string; repeated: boolean } {
    const own = activity.channelData?.clientActivityID;
    const known = own && this.activities.find(({ channelData }) => channelData?.clientActivityID === own);
    if (known) return { id: known.id ?? '', repeated: true };
    const stored = { ...activity, from: { id: this.userId, role: 'user' } };
    return { id: this.#store(stored), repeated: false };
  }

  /** The bot, or with `sender: 'person'` and a name a person, says something. */
  say(activity: Partial<Activity>): string {
    return this.#store({ type: 'message', from: { id: 'bot', role: 'bot' }, ...activity });
  }

  /** Something that passes: typing, or a text so far. */
  pass(activity: Partial<Activity>): void {
    const passing = { type: 'typing', id: `passing-${Math.random()}`, from: { id: 'bot', role: 'bot' }, ...activity };
    this.#tell(JSON.stringify({ activities: [passing], watermark: this.watermark }));
  }

  get watermark(): string {
    return String(this.activities.length);
  }

  /** Everything after a watermark as one frame. */
  since(watermark: string): string {
    return JSON.stringify({ activities: this.activities.slice(Number(watermark) || 0), watermark: this.watermark });
  }

  /** Hears of every frame from now on. */
  listen(listener: (frame: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #store(activity: Activity): string {
    const id = `${this.id}|${String(this.activities.length + 1).padStart(7, '0')}`;
    const stored = { ...activity, id, timestamp: activity.timestamp ?? new Date().toISOString() };
    this.activities.push(stored);
    this.#tell(JSON.stringify({ activities: [stored], watermark: this.watermark }));
    return id;
  }

  #tell(frame: string): void {
    for (const listener of this.#listeners) listener(frame);
  }
}
