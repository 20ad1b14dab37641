/** Written on the shop's own site: help was offered, or the chat was opened, so that nobody needs to be told of it. */
const KEY = 'zhiyin.help';
const TICK = 1000;

/** What the offer is made by. */
interface OfferParts {
  /** After so many seconds on one product's page, counted while it is seen. */
  afterSeconds: number;
  /** Whether the chat is open now. */
  isOpen(): boolean;
  /** Shows the offer; `seconds`: how long the visitor has stayed. */
  show(seconds: number): void;
}

/** Offers help once, to a visitor who stays on a product's page: never twice, never after a no, and not who has opened the chat. */
export interface HelpOffer {
  /** The page of another product (or of none) is shown. */
  showing(sku: string): void;
  /** The visitor has found the chat. */
  opened(): void;
}

export function watchForHelp({ afterSeconds, isOpen, show }: OfferParts): HelpOffer {
  let product = '';
  let seconds = 0;
  let timer: number | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const tick = () => {
    if (document.visibilityState !== 'visible' || isOpen()) return;
    seconds += 1;
    if (seconds < afterSeconds) return;
    stop();
    if (claim('offered')) show(seconds);
  };
  return {
    showing: (sku) => {
      if (sku === product) return;
      product = sku;
      seconds = 0;
      stop();
      if (sku && afterSeconds > 0 && mayOffer()) timer = window.setInterval(tick, TICK);
    },
    opened: () => {
      stop();
      claim('opened');
    },
  };
}

/** Where nothing can be kept, "once" could not be kept either: then nothing is offered. */
function mayOffer(): boolean {
  try {
    return localStorage.getItem(KEY) === null;
  } catch {
    return false;
  }
}

/** Another tab may have been quicker. */
function claim(how: string): boolean {
  if (!mayOffer()) return false;
  try {
    localStorage.setItem(KEY, how);
    return true;
  } catch {
    return false;
  }
}
