import { safeUrl } from '../kit/safeUrl.ts';
import type { Activity, CardAction } from './directLine/activity.ts';

/** What a click on a button sends, or the address it opens; undefined for a button that this page can not serve. */
export type ActionEffect = { send: Activity } | { open: string };

/** Reads a button by the Bot Framework's card action types. */
export function effectOf({ type, title = '', text, displayText, value }: CardAction): ActionEffect | undefined {
  const said = typeof value === 'string' ? { text: value } : value === undefined ? { text: title } : { value };
  switch (type) {
    case 'imBack':
      return { send: { type: 'message', text: typeof value === 'string' ? value : title } };
    case 'postBack':
      return {
        send: { type: 'message', ...said, channelData: { postBack: true, messageBack: { displayText: title } } },
      };
    case 'messageBack': {
      const shown = displayText ? { messageBack: { displayText } } : { postBack: true };
      return {
        send: { type: 'message', ...(text && { text }), ...(value !== undefined && { value }), channelData: shown },
      };
    }
    case 'openUrl':
    case 'downloadFile':
    case 'call': {
      const open = safeUrl(type === 'call' && typeof value === 'string' ? `tel:${value.replace(/^tel:/, '')}` : value);
      return open ? { open } : undefined;
    }
    default:
      return undefined;
  }
}
