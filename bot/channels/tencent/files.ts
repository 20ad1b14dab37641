import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { FileKind } from './platformApi.ts';

/** A file that a person sent; the platform keeps it for three days. */
export interface SentFile {
  kind: FileKind;
  mediaId: string;
  /** amr or speex, for voices. */
  format?: string;
  /** Where the platform tells it. */
  name?: string;
}

const types = {
  image: 'image/jpeg',
  voice: 'audio/amr',
  video: 'video/mp4',
  file: 'application/octet-stream',
} as const;
const suffixes = { image: 'jpg', voice: 'amr', video: 'mp4', file: 'bin' } as const;

/** How a file is named and what it is taken for until it is here. */
export function fileOf({ kind, format, name }: SentFile) {
  const contentType = kind === 'voice' && format && format !== 'amr' ? `audio/${format}` : types[kind];
  return { name: name ?? `wechat.${kind === 'voice' ? (format ?? 'amr') : suffixes[kind]}`, contentType };
}

/** Where a file will lie: the same for every repeat of the message that brought it, and an id like all others. */
export function uploadIdOf(message: { from: string; id: string; at: Date }): string {
  const random = createHash('sha256').update(`${message.from}\n${message.id}`).digest();
  return v7({ msecs: message.at.getTime(), random });
}
