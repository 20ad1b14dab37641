import { createPanel } from './panel.ts';
import { readSettings } from './settings.ts';
import { words } from './words.ts';

/**
 * What a shop pastes into its pages:
 * `<script src="https://shop/launcher.js" data-lang="zh" data-product="SKU" data-help-after="60" async></script>`.
 * It offers help once to whoever stays on a product's page (`data-help-after` seconds; `off`: never), adds a round button that opens the chat in a frame, and `window.zhiyin('open' | 'close' | 'product', …)`.
 */
declare global {
  interface Window {
    zhiyin?: Zhiyin;
  }
}

/** The shop page's way to the chat; calls made before the script was loaded wait in `q`. */
interface Zhiyin {
  (command: 'open' | 'close'): void;
  (command: 'product', sku: string | undefined): void;
  /** Who is signed in on the page, by the shop's signed token (docs/sign-in.md). */
  (command: 'signIn', token: string): void;
  (command: 'signOut'): void;
  q?: unknown[][];
}

function start(): void {
  const settings = readSettings(document.currentScript);
  if (!settings) return;
  const panel = createPanel(settings, words[settings.language]);
  const commands: Record<string, (value: unknown) => void> = {
    open: () => panel.open(),
    close: () => panel.close(),
    signIn: (token) => panel.signIn(typeof token === 'string' ? token : ''),
    signOut: () => panel.signIn(''),
    product: (sku) => panel.showProduct(typeof sku === 'string' ? sku : ''),
  };
  const waiting = window.zhiyin?.q ?? [];
  const zhiyin = (command: string, value?: unknown) => commands[command]?.(value);
  window.zhiyin = zhiyin;
  const attach = () => {
    document.body.append(panel.element);
    for (const [command, value] of waiting) zhiyin(String(command), value);
  };
  if (document.body) attach();
  else document.addEventListener('DOMContentLoaded', attach, { once: true });
}

// A page that includes the script twice gets one button.
if (!document.querySelector('zhiyin-chat')) start();
