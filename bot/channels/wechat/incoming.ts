import type { Activity } from 'botbuilder';
import { botAccount } from '../../turns/reply.ts';
import { uploadPath } from '../directLine/presenter.ts';
import { fileOf } from '../tencent/files.ts';
import { channelId } from './channelId.ts';
import type { Pushed } from './pushes.ts';

/** What a person did that opens an allowance of messages; names of MessageAllowance. */
export type Trigger = 'message' | 'menu' | 'subscribe' | 'scan';

/** A push as it enters the conversation. */
export interface Incoming {
  /** Unique in the conversation, the same for every repeat. */
  externalId: string;
  direction: 'inbound' | 'internal';
  activity: Partial<Activity>;
}

/** What of a push opens an allowance; undefined: nothing. */
export function triggerOf({ kind }: Pushed): Trigger | undefined {
  if (['text', 'file', 'location', 'link'].includes(kind)) return 'message';
  return kind === 'click' ? 'menu' : kind === 'subscribe' || kind === 'scan' ? kind : undefined;
}

/**
 * What a key of the menu or a scene of a QR code says for the customer: `say:` and words, or `product:` and its number, as
 * whoever printed it chose. Undefined for keys of another kind.
 */
export function wordsOf(key: string | undefined): string | undefined {
  const [, words] = /^(?:say|product):(.{1,200})$/s.exec(key ?? '') ?? [];
  return words?.trim() || undefined;
}

/** The activities that a push brings, in order; `uploadId` is the place of its file. None: it means nothing to the bot. */
export function incomingOf(push: Pushed, uploadId: string): Incoming[] {
  const message = (said: Partial<Activity>): Incoming => ({
    externalId: push.id,
    direction: 'inbound',
    activity: { type: 'message', ...said },
  });
  switch (push.kind) {
    case 'text':
      return [message({ text: push.text })];
    case 'file': {
      const attachment = { ...fileOf(push.file), contentUrl: uploadPath(uploadId) };
      return [message({ text: push.recognised ?? '', attachments: [attachment] })];
    }
    case 'location': {
      const { latitude, longitude, label } = push;
      const place = { type: 'GeoCoordinates', latitude, longitude, name: label };
      return [message({ text: label || `${latitude}, ${longitude}`, entities: [place] })];
    }
    case 'link':
      return [message({ text: [push.title, push.url].filter(Boolean).join('\n') })];
    case 'subscribe': {
      const members = [{ id: push.from, name: '' }];
      const joined: Partial<Activity> = { type: 'conversationUpdate', membersAdded: members };
      const words = wordsOf(push.scene);
      return [
        { externalId: push.id, direction: 'internal', activity: joined },
        ...(words ? [{ ...message({ text: words }), externalId: `${push.id}:scene` }] : []),
      ];
    }
    case 'unsubscribe': {
      const activity: Partial<Activity> = { type: 'conversationUpdate', membersRemoved: [{ id: push.from, name: '' }] };
      return [{ externalId: push.id, direction: 'internal', activity }];
    }
    case 'scan':
    case 'click': {
      const key = push.kind === 'click' ? push.key : (push.scene ?? '');
      const words = wordsOf(key);
      if (words) return [message({ text: words })];
      return [message({ type: 'event', name: push.kind === 'click' ? 'menu' : 'scene', value: { key } })];
    }
    default:
      return [];
  }
}

/** The activity with its address, as every channel hands it in. */
export function addressed(activity: Partial<Activity>, openid: string, conversation: string): Partial<Activity> {
  return {
    ...activity,
    channelId,
    serviceUrl: 'urn:zhiyin:wechat',
    conversation: { id: conversation },
    from: { id: openid, name: '', role: 'user' },
    recipient: botAccount,
  } as Partial<Activity>;
}
