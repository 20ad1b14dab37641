import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import type { Presenter, Viewer } from './presenter.ts';
import type { DirectLineActivity, DirectLineListener, DirectLineStore, Page } from './store.ts';

/** Activities read at once, and sent as one frame. */
const PAGE = 50;
/** Above this many unsent bytes a slow client misses typing signs and pieces of streams. */
const SLOW_BYTES = 64 * 1024;
const MAX_PENDING = 64;
const MAX_SHOWN = 1000;

/**
 * One client's socket: everything after its watermark, in order, once. It listens before it reads, and reads from its
 * own cursor; so nothing falls between replay and live, and nothing comes twice. One frame is under way at a time: a
 * slow client holds back its own reading and nobody else's.
 */
export class Stream implements DirectLineListener {
  readonly viewer: Viewer;
  readonly #socket: WebSocket;
  readonly #store: DirectLineStore;
  readonly #presenter: Presenter;
  readonly #logger: Logger;
  #cursor: number;
  #stale = true;
  #pumping = false;
  #committed: { after: number; page: Page }[] = [];
  #pending: DirectLineActivity[] = [];
  /** The last streamed answers whose end was sent: later pieces of them are old news. */
  readonly #finished: string[] = [];

  constructor(
    socket: WebSocket,
    viewer: Viewer,
    watermark: number,
    parts: { store: DirectLineStore; presenter: Presenter; logger: Logger },
  ) {
    this.viewer = viewer;
    this.#socket = socket;
    this.#cursor = watermark;
    this.#store = parts.store;
    this.#presenter = parts.presenter;
    this.#logger = parts.logger;
  }

  /** Begins: listens, then replays. It ends with the socket. */
  start(): void {
    const stop = this.#store.subscribe(this.viewer.conversationId, this);
    this.#socket.once('close', stop);
    void this.#pump();
  }

  changed(committed?: { after: number; page: Page }): void {
    if (committed && this.#committed.length < MAX_PENDING) this.#committed.push(committed);
    else this.#stale = true;
    void this.#pump();
  }

  ephemeral(activity: DirectLineActivity): void {
    if (this.#pending.length < MAX_PENDING) this.#pending.push(activity);
    void this.#pump();
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    try {
      while (this.#open && (this.#stale || this.#committed.length > 0)) {
        const page = this.#takeCommitted() ?? (await this.#readIfStale());
        if (page) await this.#show(page);
      }
      for (const activity of this.#pending.splice(0)) this.#showPassing(activity);
    } catch (error) {
      // The client comes back by itself and asks for what it has not seen.
      this.#logger.error({ err: error, conversationId: this.viewer.conversationId }, 'direct line stream failed');
      this.#socket.close(1011, 'try again');
    } finally {
      this.#pumping = false;
    }
  }

  get #open(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** What the writer handed over, if it continues where we are; a gap is left to the reader. */
  #takeCommitted(): Page | undefined {
    for (let next = this.#committed.shift(); next; next = this.#committed.shift()) {
      if (next.after <= this.#cursor) return next.page;
      this.#committed = [];
      this.#stale = true;
    }
    return undefined;
  }

  async #readIfStale(): Promise<Page | undefined> {
    if (!this.#stale) return undefined;
    this.#stale = false;
    const page = await this.#store.since(this.viewer.conversationId, this.#cursor, PAGE);
    if (page.more) this.#stale = true;
    return page;
  }

  async #show(page: Page): Promise<void> {
    const unseen = page.entries.filter((entry) => entry.sequence > this.#cursor);
    this.#cursor = Math.max(this.#cursor, page.watermark);
    if (this.viewer.shown.size > MAX_SHOWN) this.viewer.shown.clear();
    const activities = await this.#presenter.present(unseen, this.viewer);
    if (activities.length === 0) return;
    for (const activity of activities) this.#finish(activity);
    await new Promise<void>((resolve) => this.#socket.send(this.#frame(activities), () => resolve()));
  }

  /** A message ends what announced it: its own stream, and the typing signs that are still waiting. */
  #finish(activity: DirectLineActivity): void {
    const streamId = streamIdOf(activity);
    if (streamId) this.#finished.push(streamId);
    if (this.#finished.length > MAX_PENDING) this.#finished.shift();
    if (activity.from?.role === 'bot') this.#pending = this.#pending.filter((waiting) => streamIdOf(waiting));
  }

  #showPassing(activity: DirectLineActivity): void {
    const streamId = streamIdOf(activity);
    if (streamId && this.#finished.includes(streamId)) return;
    if (!this.#open || this.#socket.bufferedAmount > SLOW_BYTES) return;
    this.#socket.send(this.#frame([this.#presenter.passing(activity, this.viewer, this.#cursor)]));
  }

  #frame(activities: DirectLineActivity[]): string {
    return JSON.stringify({ activities, watermark: String(this.#cursor) });
  }
}

function streamIdOf(activity: DirectLineActivity): string | undefined {
  const data = activity.channelData;
  if (typeof data !== 'object' || data === null || !('streamId' in data)) return undefined;
  return typeof data.streamId === 'string' ? data.streamId : undefined;
}
