/** Ends a call when its time is up or when the caller's own signal does. `late` tells the two apart. */
export class Deadline {
  late = false;
  private readonly controller = new AbortController();
  private readonly outer: AbortSignal | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(ms: number, outer?: AbortSignal) {
    this.outer = outer;
    if (outer?.aborted) this.controller.abort(outer.reason);
    outer?.addEventListener('abort', this.follow);
    this.restart(ms);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** From now on there are `ms` again. */
  restart(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.late = true;
      this.controller.abort();
    }, ms);
  }

  /** The call has ended; nothing is left behind. */
  clear(): void {
    clearTimeout(this.timer);
    this.outer?.removeEventListener('abort', this.follow);
  }

  private readonly follow = (): void => this.controller.abort(this.outer?.reason);
}
