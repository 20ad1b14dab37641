import type { Meanings } from '../tencent/refusals.ts';

/** Error codes of WeCom's server API, as far as they mean something of their own for 微信客服; all others say that we made a wrong call. */
export const errcodes: Meanings = {
  [-1]: 'busy',
  40001: 'token',
  40014: 'token',
  42001: 'token',
  41001: 'token',
  40013: 'settings',
  60020: 'settings',
  48002: 'settings',
  95017: 'settings',
  95000: 'settings',
  95004: 'settings',
  45009: 'rate',
  45033: 'rate',
  40003: 'left',
  40096: 'left',
  95001: 'spent',
  95002: 'closed',
  95013: 'closed',
  95018: 'elsewhere',
  95008: 'menus',
  40007: 'media',
};

/** The token of a wake-up is too old, or none of ours. */
export const wrongWakeUp = 95007;
/** The session may not go from its state to the wanted one. */
export const wrongTransition = 95016;
