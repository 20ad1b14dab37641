/** So many may wait at one time before everything else lets them go before. */
const few = 6;

/**
 * What comes in from channels whose sender waits only a moment for the acknowledgement. While it is much, few turns run and few replies
 * are delivered beside it: what was stored can wait, what was not comes again.
 */
export class Pressing {
  #count = 0;
  readonly #onEased: () => void;

  /** @param onEased called whenever one less is waited for. */
  constructor(onEased: () => void) {
    this.#onEased = onEased;
  }

  get isMuch(): boolean {
    return this.#count > few;
  }

  /** Something comes in. Returns what to call once it is stored; a second call does nothing. */
  begin(): () => void {
    this.#count += 1;
    let stored = false;
    return () => {
      if (stored) return;
      stored = true;
      this.#count -= 1;
      this.#onEased();
    };
  }
}
