import { createHash } from 'node:crypto';
import type { SentFile } from '../tencent/files.ts';
import { NotFromPlatform } from '../tencent/forged.ts';
import { textOf, type XmlFields } from '../tencent/xml.ts';

/** What a person or the platform did, as WeChat pushed it. */
export type Pushed = PushHead &
  (
    | { kind: 'text'; text: string; menuId?: string }
    | { kind: 'file'; file: SentFile; recognised?: string }
    | { kind: 'location'; latitude: number; longitude: number; label: string }
    | { kind: 'link'; title: string; description: string; url: string }
    | { kind: 'subscribe' | 'scan'; scene?: string }
    | { kind: 'unsubscribe' }
    | { kind: 'click'; key: string }
    | { kind: 'desk'; change: 'taken' | 'ended'; person: string }
    | { kind: 'noticeSent'; messageId: string; status: string }
    | { kind: 'noticeChoice'; choices: { templateId: string; accepted: boolean }[] }
    | { kind: 'other'; name: string }
  );

/** What every push says. */
export interface PushHead {
  /** The account's original id (gh_…). */
  to: string;
  /** The person's openid. */
  from: string;
  /** The same for every repeat of the push. */
  id: string;
  at: Date;
}

/** Reads the fields of a push (developers.weixin.qq.com/doc/service/guide/product/message/Receiving_standard_messages.html). Throws NotFromPlatform. */
export function readPush(fields: XmlFields): Pushed {
  const text = (name: string) => textOf(fields, name) ?? '';
  const [to, from, seconds] = [text('ToUserName'), text('FromUserName'), Number(text('CreateTime'))];
  if (!to || !/^[\w-]{1,64}$/.test(from) || !Number.isInteger(seconds) || seconds <= 0) throw new NotFromPlatform();
  // An id is a number beyond what JavaScript counts exactly, so it stays text. Events have none.
  const messageId = text('MsgId');
  const id = messageId ? `msg:${messageId.slice(0, 64)}` : `event:${hashOf(fields)}`;
  const head = { to, from, id, at: new Date(seconds * 1000) };
  switch (text('MsgType')) {
    case 'text': {
      const menuId = text('bizmsgmenuid');
      return { ...head, kind: 'text', text: text('Content'), ...(menuId && { menuId }) };
    }
    case 'image':
      return { ...head, kind: 'file', file: { kind: 'image', mediaId: text('MediaId') } };
    case 'voice': {
      const recognised = text('Recognition').trim();
      const file = { kind: 'voice', mediaId: text('MediaId'), format: text('Format').toLowerCase() || 'amr' } as const;
      return { ...head, kind: 'file', file, ...(recognised && { recognised }) };
    }
    case 'video':
    case 'shortvideo':
      return { ...head, kind: 'file', file: { kind: 'video', mediaId: text('MediaId') } };
    case 'location': {
      const [latitude, longitude] = [Number(text('Location_X')), Number(text('Location_Y'))];
      if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) throw new NotFromPlatform();
      return { ...head, kind: 'location', latitude, longitude, label: text('Label') };
    }
    case 'link':
      return { ...head, kind: 'link', title: text('Title'), description: text('Description'), url: text('Url') };
    case 'event':
      return { ...head, ...eventOf(fields, text) };
    default:
      return { ...head, kind: 'other', name: text('MsgType') };
  }
}

type Event = Pushed extends infer P ? (P extends PushHead ? Omit<P, keyof PushHead> : never) : never;

function eventOf(fields: XmlFields, text: (name: string) => string): Event {
  const [event, key] = [text('Event'), text('EventKey')];
  switch (event) {
    case 'subscribe': {
      const scene = key.replace(/^qrscene_/, '');
      return { kind: 'subscribe', ...(scene && { scene }) };
    }
    case 'SCAN':
      return { kind: 'scan', ...(key && { scene: key }) };
    case 'unsubscribe':
      return { kind: 'unsubscribe' };
    case 'CLICK':
      return { kind: 'click', key };
    case 'kf_create_session':
    case 'kf_switch_session':
      return { kind: 'desk', change: 'taken', person: text('ToKfAccount') || text('KfAccount') };
    case 'kf_close_session':
      return { kind: 'desk', change: 'ended', person: text('KfAccount') };
    case 'TEMPLATESENDJOBFINISH':
      return { kind: 'noticeSent', messageId: text('MsgID'), status: text('Status') };
    case 'subscribe_msg_popup_event':
      return { kind: 'noticeChoice', choices: choicesIn(fields.SubscribeMsgPopupEvent, false) };
    case 'subscribe_msg_change_event':
      return { kind: 'noticeChoice', choices: choicesIn(fields.SubscribeMsgChangeEvent, true) };
    default:
      // LOCATION (where somebody is, every five seconds), VIEW and whatever else: thanked for and forgotten.
      return { kind: 'other', name: event };
  }
}

/** One entry is an object, several are a list. Who changes their mind can only refuse: an acceptance there brings no message. */
function choicesIn(container: XmlFields[string] | undefined, onlyRefusals: boolean) {
  const list = typeof container === 'object' && !Array.isArray(container) ? container.List : undefined;
  const entries = (Array.isArray(list) ? list : [list]).filter(
    (entry): entry is XmlFields => typeof entry === 'object' && !Array.isArray(entry),
  );
  return entries.flatMap((entry) => {
    const [templateId, said] = [textOf(entry, 'TemplateId'), textOf(entry, 'SubscribeStatusString')];
    if (!templateId || (onlyRefusals && said !== 'reject')) return [];
    return [{ templateId, accepted: said === 'accept' }];
  });
}

/** Two different events of one person in one second are told apart by all that they say. */
const hashOf = (fields: XmlFields) => createHash('sha256').update(JSON.stringify(fields)).digest('hex').slice(0, 40);
