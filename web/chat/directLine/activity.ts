/**
 * The part of the Bot Framework Activity that the customer page reads and writes. What comes over the wire is only
 * checked where it is used: every field may be missing.
 */
export interface Activity {
  id?: string;
  type: string;
  name?: string;
  timestamp?: string;
  from?: { id?: string; name?: string; role?: string };
  text?: string;
  textFormat?: string;
  locale?: string;
  /** IANA name, so that "after six" means the customer's six. */
  localTimezone?: string;
  value?: unknown;
  replyToId?: string;
  attachments?: Attachment[];
  attachmentLayout?: string;
  suggestedActions?: { actions?: CardAction[] };
  channelData?: ChannelData;
}

/** A picture, a file or a card. `contentUrl` is relative to the page or absolute. */
export interface Attachment {
  contentType: string;
  contentUrl?: string;
  thumbnailUrl?: string;
  name?: string;
  content?: unknown;
}

/** A button: imBack, postBack, messageBack or openUrl. */
export interface CardAction {
  type: string;
  title?: string;
  text?: string;
  displayText?: string;
  value?: unknown;
}

/** A passage an answer rests on. */
export interface Source {
  title: string;
  excerpt?: string;
  url?: string;
}

/** What the bot and the page tell each other beside the protocol. */
export interface ChannelData {
  /** The page's own id of a message; the server stores a message of the same id once. */
  clientActivityID?: string;
  /** Who wrote it: a person of the staff instead of the bot. */
  sender?: string;
  /** Thumbs are shown under this answer. */
  feedback?: boolean;
  sources?: Source[];
  /** Whether large type is shown from now on. */
  largeType?: boolean;
  streamId?: string;
  streamSequence?: number;
  streamType?: string;
  /** The product page from which the customer opened the chat. */
  productSku?: string;
  postBack?: boolean;
  messageBack?: { displayText?: string };
}

/** A frame of the stream: activities in the conversation's order, and where the client then stands. */
export interface Frame {
  activities: Activity[];
  watermark?: string;
}

/** The frame in a socket's text, or undefined for a keep-alive or something that is no frame. */
export function readFrame(text: string): Frame | undefined {
  if (text === '') return undefined;
  try {
    const frame: unknown = JSON.parse(text);
    if (typeof frame !== 'object' || frame === null || !('activities' in frame)) return undefined;
    const { activities } = frame;
    if (!Array.isArray(activities)) return undefined;
    const watermark = 'watermark' in frame && typeof frame.watermark === 'string' ? frame.watermark : undefined;
    return { activities: activities.filter(isActivity), watermark };
  } catch {
    return undefined;
  }
}

function isActivity(value: unknown): value is Activity {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
