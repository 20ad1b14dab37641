/**
 * The chat inside a shop's page: the launcher opens `/?embed=1&origin=<the page's origin>` in a frame, and both sides
 * talk by postMessage. Only the frame's parent at that origin is believed, and only it is told anything.
 */
export interface Embedding {
  /** Tells the page how many messages came while the chat was closed. */
  showUnread(count: number): void;
  /** Asks the page to close the chat. */
  close(): void;
  /** Whether the chat can be seen; called at every change. */
  onVisible(listener: (visible: boolean) => void): void;
  /** Somebody has stayed on a product's page and wants help; called once they said so, also if that was before. */
  onHelp(listener: (seconds: number) => void): void;
  /** Who is signed in on the shop's page, by its signed token; empty: nobody any more. Called at every change. */
  onAccount(listener: (shopToken: string) => void): void;
  /** The product whose page the customer is on. */
  readonly productSku: string | undefined;
}

/** The embedding that the address asks for, or undefined on a page of our own. */
export function connectEmbedding(search: URLSearchParams): Embedding | undefined {
  const origin = search.get('origin');
  if (search.get('embed') !== '1' || !origin || window.parent === window) return undefined;
  let productSku: string | undefined;
  let tell: (visible: boolean) => void = () => undefined;
  let account: string | undefined;
  let tellAccount: ((shopToken: string) => void) | undefined;
  let help: ((seconds: number) => void) | undefined;
  let wanted: number | undefined;
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || event.origin !== origin) return;
    const said: Record<'type' | 'sku' | 'open' | 'seconds' | 'token', unknown> = event.data ?? {};
    const { type, sku, open, seconds, token } = said;
    if (type === 'zhiyin:product') productSku = typeof sku === 'string' && sku !== '' ? sku.slice(0, 64) : undefined;
    if (type === 'zhiyin:open') tell(open === true);
    if (type === 'zhiyin:account' && typeof token === 'string' && token.length <= 4000) {
      account = token;
      tellAccount?.(token);
    }
    if (type === 'zhiyin:help' && typeof seconds === 'number') {
      if (help) help(seconds);
      else wanted = seconds;
    }
  });
  const post = (message: object) => window.parent.postMessage(message, origin);
  post({ type: 'zhiyin:ready' });
  return {
    showUnread: (count) => post({ type: 'zhiyin:unread', count }),
    close: () => post({ type: 'zhiyin:close' }),
    onAccount: (listener) => {
      tellAccount = listener;
      if (account !== undefined) listener(account);
    },
    onVisible: (listener) => {
      tell = listener;
    },
    onHelp: (listener) => {
      help = listener;
      if (wanted !== undefined) listener(wanted);
      wanted = undefined;
    },
    get productSku() {
      return productSku;
    },
  };
}
