import { createBubble } from './bubble.ts';
import { watchForHelp } from './offer.ts';
import type { LauncherSettings } from './settings.ts';
import { styles } from './styles.ts';
import type { LauncherWords } from './words.ts';

const svg = 'http://www.w3.org/2000/svg';
const shapes = {
  chat: 'M4 20.2V8a4 4 0 0 1 4-4h8a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H9.300L5 21a.65.650 0 0 1-1-.6zM8.500 9.500h7M8.500 13h4.500',
  close: 'm6 9.500 6 6 6-6',
};

/** The button and the frame, in a shadow root of their own. */
export interface Panel {
  element: HTMLElement;
  open(): void;
  close(): void;
  /** Who is signed in on the page, by the shop's signed token; an empty text: nobody any more. */
  signIn(token: string): void;
  /** Tells the chat which product's page this is; an empty text takes it back. */
  showProduct(sku: string): void;
}

/** Builds the launcher. The frame is loaded at the first opening and kept, so that answers are counted while closed. */
export function createPanel(
  { origin, language, productSku, helpAfter, shopToken }: LauncherSettings,
  words: LauncherWords,
): Panel {
  const element = document.createElement('zhiyin-chat');
  const root = element.attachShadow({ mode: 'open' });
  addStyles(root);
  const panel = document.createElement('div');
  panel.className = 'panel';
  panel.id = 'panel';
  panel.role = 'dialog';
  panel.ariaLabel = words.panel;
  panel.hidden = true;
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-controls', 'panel');
  const badge = document.createElement('span');
  badge.className = 'badge';
  badge.ariaHidden = 'true';
  root.append(panel, button);

  let frame: HTMLIFrameElement | undefined;
  let product = productSku;
  let account = shopToken;
  let ready = false;
  let unread = 0;
  let bubble: HTMLElement | undefined;
  /** Seconds on the product's page, of a visitor who wants help and whose chat is not there yet. */
  let wanted: number | undefined;

  const tell = (message: object) => frame?.contentWindow?.postMessage(message, origin);
  const show = () => {
    const isOpen = !panel.hidden;
    button.ariaExpanded = String(isOpen);
    button.ariaLabel = isOpen ? words.close : unread > 0 ? words.unread(unread) : words.open;
    badge.textContent = unread > 99 ? '99+' : String(unread);
    badge.hidden = isOpen || unread === 0;
    button.replaceChildren(drawing(isOpen ? shapes.close : shapes.chat), badge);
  };
  const closeBubble = () => {
    bubble?.remove();
    bubble = undefined;
  };
  const open = () => {
    help.opened();
    closeBubble();
    if (!frame) {
      frame = document.createElement('iframe');
      frame.title = words.panel;
      frame.allow = 'camera; clipboard-write';
      const here = encodeURIComponent(location.origin);
      // The chat waits for the token, which never stands in an address.
      const signed = account === undefined ? '' : '&account=1';
      frame.src = `${origin}/?embed=1&lang=${language}${signed}&origin=${here}`;
      panel.append(frame);
    }
    panel.hidden = false;
    unread = 0;
    show();
    tell({ type: 'zhiyin:open', open: true });
    frame.focus();
  };
  const close = () => {
    if (panel.hidden) return;
    panel.hidden = true;
    show();
    tell({ type: 'zhiyin:open', open: false });
    button.focus();
  };

  const help = watchForHelp({
    afterSeconds: helpAfter,
    isOpen: () => !panel.hidden,
    show: (seconds) => {
      bubble = createBubble(words, (yes) => {
        closeBubble();
        if (!yes) return button.focus();
        wanted = seconds;
        open();
        tellWanted();
      });
      root.insertBefore(bubble, button);
    },
  });
  const tellWanted = () => {
    if (wanted === undefined || !ready) return;
    tell({ type: 'zhiyin:help', seconds: wanted });
    wanted = undefined;
  };

  button.addEventListener('click', () => (panel.hidden ? open() : close()));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    closeBubble();
    close();
  });
  window.addEventListener('message', (event) => {
    // Only our own frame is believed, and only while it shows our own site.
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    const { type, count }: { type?: unknown; count?: unknown } = event.data ?? {};
    if (type === 'zhiyin:ready') {
      tell({ type: 'zhiyin:open', open: !panel.hidden });
      tell({ type: 'zhiyin:product', sku: product });
      if (account !== undefined) tell({ type: 'zhiyin:account', token: account });
      ready = true;
      tellWanted();
    }
    if (type === 'zhiyin:close') close();
    if (type === 'zhiyin:unread' && typeof count === 'number' && panel.hidden) {
      unread = count;
      show();
    }
  });
  show();
  help.showing(product);
  return {
    element,
    open,
    close,
    signIn: (token) => {
      account = token;
      if (ready) tell({ type: 'zhiyin:account', token });
    },
    showProduct: (sku) => {
      product = sku;
      closeBubble();
      help.showing(sku);
      tell({ type: 'zhiyin:product', sku });
    },
  };
}

/** A constructed sheet is not stopped by the host page's policy against inline styles; a style element would be. */
function addStyles(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = styles;
    root.append(style);
  }
}

function drawing(path: string): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  const attributes = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '1.8' };
  for (const [name, value] of Object.entries(attributes)) picture.setAttribute(name, value);
  picture.setAttribute('stroke-linecap', 'round');
  picture.setAttribute('stroke-linejoin', 'round');
  picture.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  picture.append(line);
  return picture;
}
