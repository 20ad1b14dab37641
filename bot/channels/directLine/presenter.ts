import { ROOT } from './http.ts';
import {
  type DirectLineActivity,
  type DirectLineAttachment,
  type DirectLineStore,
  type Entry,
  VISIBLE_TYPES,
} from './store.ts';
import type { Tokens } from './tokens.ts';

const UPLOAD_PATH = new RegExp(`^${ROOT}/attachments/([0-9a-f-]{36})$`);

/** Where an upload is stored in activities; the signed address is made from it each time it is shown. */
export function uploadPath(id: string): string {
  return `${ROOT}/attachments/${id}`;
}

/** Who looks, and from where. */
export interface Viewer {
  conversationId: string;
  userId: string;
  /** The address of this server as the viewer's browser knows it. */
  base: string;
  /** Activity ids that the viewer has already been shown; grows as more is presented. */
  shown: Set<string>;
}

/** Turns stored activities into what clients are sent. */
export class Presenter {
  readonly #store: DirectLineStore;
  readonly #tokens: Tokens;

  constructor(store: DirectLineStore, tokens: Tokens) {
    this.#store = store;
    this.#tokens = tokens;
  }

  /** The entries that customers see, ready to send, in order. */
  async present(entries: Entry[], viewer: Viewer): Promise<DirectLineActivity[]> {
    const visible = entries.filter(({ activity }) => VISIBLE_TYPES.includes(activity.type));
    for (const { activity } of visible) if (activity.id) viewer.shown.add(activity.id);
    const known = await this.#answered(visible, viewer);
    return Promise.all(visible.map((entry) => this.#dress(entry, viewer, known)));
  }

  /** A typing sign or a piece of a stream, ready to send after what has sequence number `cursor`. */
  passing(activity: DirectLineActivity, viewer: Viewer, cursor: number): DirectLineActivity {
    return common(activity, viewer, viewer.shown, cursor + 0.5);
  }

  /**
   * The ids among `replyToId` that name something the viewer can see. Web Chat holds a message back for 5 s when it
   * answers an activity that never comes, so every other `replyToId` is taken off.
   */
  async #answered(entries: Entry[], viewer: Viewer): Promise<Set<string>> {
    const asked = entries.map(({ activity }) => activity.replyToId);
    const unknown = new Set(asked.filter((id): id is string => id !== undefined && !viewer.shown.has(id)));
    if (unknown.size === 0) return viewer.shown;
    const found = await this.#store.visible(viewer.conversationId, [...unknown]);
    return new Set([...viewer.shown, ...found]);
  }

  async #dress({ activity, sequence }: Entry, viewer: Viewer, known: Set<string>): Promise<DirectLineActivity> {
    const dressed = common(activity, viewer, known, sequence);
    if (activity.attachments) {
      dressed.attachments = await Promise.all(activity.attachments.map((one) => this.#address(one, viewer.base)));
    }
    return dressed;
  }

  /** The attachment with an address that a browser can fetch. */
  async #address(attachment: DirectLineAttachment, base: string): Promise<DirectLineAttachment> {
    const path = attachment.contentUrl;
    if (!path?.startsWith('/')) return attachment;
    return { ...attachment, contentUrl: await this.fileUrl(path, base) };
  }

  /** The full address of a path of ours; an upload's is signed and good until the end of the next day (UTC). */
  async fileUrl(path: string, base: string): Promise<string> {
    const upload = UPLOAD_PATH.exec(path)?.[1];
    return upload ? `${base}${path}?t=${await this.#tokens.issueFileTicket(upload)}` : `${base}${path}`;
  }
}

/** What every activity is given, and what none may show. */
function common(activity: DirectLineActivity, viewer: Viewer, known: Set<string>, place: number): DirectLineActivity {
  const { serviceUrl: _serviceUrl, replyToId, ...shown } = activity;
  const from = activity.from ?? { id: 'bot' };
  const dressed: DirectLineActivity = {
    ...shown,
    channelId: 'directline',
    conversation: { id: viewer.conversationId },
    from: { ...from, role: from.id === viewer.userId ? 'user' : 'bot' },
    channelData: withPlace(activity.channelData, place),
  };
  if (replyToId !== undefined && known.has(replyToId)) dressed.replyToId = replyToId;
  return dressed;
}

/** Web Chat sorts by this number where it is given, else by the timestamp, which two servers may not agree on. */
function withPlace(channelData: unknown, place: number): unknown {
  if (channelData !== undefined && (typeof channelData !== 'object' || channelData === null)) return channelData;
  return { ...channelData, 'webchat:sequence-id': place };
}
