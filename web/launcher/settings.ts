/** How a shop's page wants its chat: read from the script tag. */
export interface LauncherSettings {
  /** Origin of the chat: where this script came from. */
  origin: string;
  language: 'zh' | 'en';
  productSku: string;
  /** The shop's word on who is signed in; empty: nobody; undefined: the page does not say. */
  shopToken: string | undefined;
  /** Help is offered after so many seconds on a product's page; 0: never. */
  helpAfter: number;
}

/** Settings of the script tag, or undefined where the script was not loaded by one. */
export function readSettings(script: Element | SVGScriptElement | null): LauncherSettings | undefined {
  if (!(script instanceof HTMLScriptElement) || !script.src) return undefined;
  const asked = script.dataset.lang ?? (document.documentElement.lang || navigator.language);
  return {
    origin: new URL(script.src).origin,
    language: /^en\b/i.test(asked) ? 'en' : 'zh',
    productSku: script.dataset.product ?? '',
    shopToken: script.dataset.token,
    helpAfter: secondsOf(script.dataset.helpAfter),
  };
}

/** A minute unless told; what is no number (`off`) is never. */
function secondsOf(given: string | undefined): number {
  if (given === undefined) return 60;
  const seconds = Number(given);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}
