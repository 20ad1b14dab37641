import type { FileKind } from '../tencent/platformApi.ts';

/** A message as 微信客服 sends it; files are named by the upload's id until they are at WeCom. */
export type KfMessage =
  | { type: 'text'; text: string }
  /** `instead`: the same as one text with numbers, for where no menu may be sent. */
  | { type: 'menu'; head: string; choices: { id: string; title: string }[]; instead: string }
  | { type: 'file'; kind: FileKind; file: string }
  /** Not a message: the customer goes to WeCom's own desk. */
  | { type: 'handoff' };

/** A message with our id, by which WeCom shows it once however often it is sent; `sent`: WeCom has it. */
export interface Planned {
  id: string;
  message: KfMessage;
  sent?: boolean;
}

/** The body of a message for send_msg and send_msg_on_event (developer.work.weixin.qq.com/document/path/94677). */
export function kfBody(message: Exclude<KfMessage, { type: 'handoff' }>, mediaId?: string): Record<string, unknown> {
  switch (message.type) {
    case 'text':
      return { msgtype: 'text', text: { content: message.text } };
    case 'menu': {
      const list = message.choices.map(({ id, title }) => ({ type: 'click', click: { id, content: title } }));
      return { msgtype: 'msgmenu', msgmenu: { head_content: message.head, list } };
    }
    case 'file':
      return { msgtype: message.kind, [message.kind]: { media_id: mediaId } };
  }
}

/** Ids have 32 signs at most: the reply's own in 22, the place in it, and how often it was sent anew after it had not arrived. */
export const messageIdOf = (activityId: string, place: number): string =>
  `${Buffer.from(activityId.replaceAll('-', ''), 'hex').toString('base64url')}-${place}`;

/** The same message under another id: WeCom has the first, and did not deliver it. */
export function sentAnew(id: string): string {
  const [, first, round] = /^(.+?)(?:r(\d+))?$/.exec(id) ?? [];
  return `${first}r${Number(round ?? 0) + 1}`;
}

/** The reply that a message is a part of; undefined: the id is none of ours. */
export function activityIn(messageId: string): string | undefined {
  const [, short] = /^([\w-]{22})-\d+(?:r\d+)?$/.exec(messageId) ?? [];
  const hex = short && Buffer.from(short, 'base64url').toString('hex');
  return hex?.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
