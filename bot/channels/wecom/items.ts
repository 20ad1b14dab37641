import { z } from 'zod';
import type { SentFile } from '../tencent/files.ts';
import type { KfAddress } from './channelId.ts';

/** Something that happened at a 微信客服 account, as sync_msg tells it. */
export type KfItem = KfAddress & {
  /** WeCom's id of it; told again, it is the same. */
  id: string;
  at: Date;
} & (
    | { kind: 'text'; text: string; menuId?: string }
    | { kind: 'file'; file: SentFile }
    | { kind: 'location'; latitude: number; longitude: number; label: string }
    | { kind: 'link'; title: string; url: string }
    | { kind: 'entered'; code?: string; words?: string }
    | { kind: 'saidElsewhere'; servicer: string; text: string }
    | { kind: 'sendFailed'; messageId: string; reason: number }
    | { kind: 'sessionChanged'; change: 'taken' | 'passedOn' | 'ended'; servicer?: string; code?: string }
    | { kind: 'other'; name: string }
  );

const text = z.string();
const media = z.object({ media_id: text });
const head = z.object({
  msgid: text.min(1),
  send_time: z.number().int().positive(),
  origin: z.number().int().optional(),
  msgtype: text,
  open_kfid: text.optional(),
  external_userid: text.optional(),
  servicer_userid: text.optional(),
});
const bodies = z.object({
  text: z.object({ content: text, menu_id: text.optional() }).optional(),
  image: media.optional(),
  voice: media.optional(),
  video: media.optional(),
  file: media.optional(),
  location: z
    .object({ latitude: z.number(), longitude: z.number(), name: text.optional(), address: text.optional() })
    .optional(),
  link: z.object({ title: text.optional(), url: text }).optional(),
  event: z.looseObject({ event_type: text, open_kfid: text.optional(), external_userid: text.optional() }).optional(),
});
const entered = z.object({ scene_param: text.optional(), welcome_code: text.optional() });
const failed = z.object({ fail_msgid: text, fail_type: z.number().int().default(0) });
const changed = z.object({
  change_type: z.number().int(),
  new_servicer_userid: text.optional(),
  msg_code: text.optional(),
});

/** Who wrote it. */
const servicer = 5;
const changes = { 1: 'taken', 2: 'passedOn', 3: 'ended', 4: 'taken' } as const;

/**
 * Reads an entry of `msg_list` (developer.work.weixin.qq.com/document/path/94670). Undefined: it concerns no customer, or is nothing
 * that WeCom would send.
 */
export function readItem(entry: unknown): KfItem | undefined {
  const parsed = head.safeParse(entry);
  const inside = bodies.safeParse(entry);
  if (!parsed.success || !inside.success) return undefined;
  const { msgid, send_time, origin, msgtype, servicer_userid } = parsed.data;
  const body = inside.data;
  const openKfId = parsed.data.open_kfid || body.event?.open_kfid;
  const externalUserId = parsed.data.external_userid || body.event?.external_userid;
  if (!openKfId || !externalUserId) return undefined;
  const item = { openKfId, externalUserId, id: msgid, at: new Date(send_time * 1000) };
  if (msgtype === 'event' && body.event) return { ...item, ...eventOf(body.event) };
  if (origin === servicer) {
    return {
      ...item,
      kind: 'saidElsewhere',
      servicer: servicer_userid ?? '',
      text: body.text?.content ?? `[${msgtype}]`,
    };
  }
  return { ...item, ...saidOf(msgtype, body) };
}

type Said = KfItem extends infer I ? (I extends KfItem ? Omit<I, keyof KfAddress | 'id' | 'at'> : never) : never;

function saidOf(msgtype: string, body: z.infer<typeof bodies>): Said {
  const { location, link } = body;
  const sent = (kind: SentFile['kind']): Said | undefined => {
    const file = body[kind];
    return file && { kind: 'file', file: { kind, mediaId: file.media_id } };
  };
  const other: Said = { kind: 'other', name: msgtype };
  switch (msgtype) {
    case 'text': {
      const menuId = body.text?.menu_id;
      return body.text ? { kind: 'text', text: body.text.content, ...(menuId && { menuId }) } : other;
    }
    case 'image':
    case 'voice':
    case 'video':
    case 'file':
      return sent(msgtype) ?? other;
    case 'location': {
      if (!location) return other;
      const { latitude, longitude, name, address } = location;
      return { kind: 'location', latitude, longitude, label: [name, address].filter(Boolean).join(' ') };
    }
    case 'link':
      return link ? { kind: 'link', title: link.title ?? '', url: link.url } : other;
    default:
      return other;
  }
}

function eventOf(event: { event_type: string }): Said {
  const other: Said = { kind: 'other', name: event.event_type };
  switch (event.event_type) {
    case 'enter_session': {
      const { data } = entered.safeParse(event);
      const words = wordsOf(data?.scene_param);
      return {
        kind: 'entered',
        ...(data?.welcome_code && { code: data.welcome_code }),
        ...(words && { words }),
      };
    }
    case 'msg_send_fail': {
      const { data } = failed.safeParse(event);
      return data ? { kind: 'sendFailed', messageId: data.fail_msgid, reason: data.fail_type } : other;
    }
    case 'session_status_change': {
      const { data } = changed.safeParse(event);
      const change = changes[data?.change_type as keyof typeof changes];
      if (!data || !change) return other;
      return {
        kind: 'sessionChanged',
        change,
        ...(data.new_servicer_userid && { servicer: data.new_servicer_userid }),
        ...(data.msg_code && { code: data.msg_code }),
      };
    }
    default:
      // Who of WeCom's people is at their desk, what was taken back: nothing that customers say.
      return other;
  }
}

/** What a link to the account says for the customer: `say:` and words, or `product:` and its number; percent-encoded. */
function wordsOf(parameter: string | undefined): string | undefined {
  if (!parameter) return undefined;
  try {
    return sceneWords(decodeURIComponent(parameter));
  } catch {
    return undefined;
  }
}

const sceneWords = (key: string) => /^(?:say|product):(.{1,200})$/s.exec(key)?.[1]?.trim() || undefined;
