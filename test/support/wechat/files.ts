import { randomUUID } from 'node:crypto';
import type { PlatformClock } from './clock.ts';

/** A file that the platform keeps. */
export interface Kept {
  bytes: Buffer;
  contentType: string;
  until: number;
}

const threeDaysMs = 3 * 24 * 3600_000;
const taken: Record<string, RegExp> = {
  image: /^image\/(png|jpeg|gif)$/,
  voice: /^audio\//,
  video: /^video\/mp4$/,
  file: /./,
};

/** Files that people and accounts left with the platform, for three days. */
export class Files {
  readonly all = new Map<string, Kept>();
  readonly #clock: PlatformClock;

  constructor(clock: PlatformClock) {
    this.#clock = clock;
  }

  keep(bytes: Buffer, contentType: string): string {
    const id = `media-${randomUUID()}`;
    this.all.set(id, { bytes, contentType, until: this.#clock.now().getTime() + threeDaysMs });
    return id;
  }

  find(id: string): Kept | undefined {
    const kept = this.all.get(id);
    return kept && kept.until > this.#clock.now().getTime() ? kept : undefined;
  }

  /** A call of media/upload: a form with one file. */
  upload(type: string, raw: Buffer): object {
    const text = raw.toString('latin1');
    const boundary = /^--([^\r]+)\r\n/.exec(text)?.[1];
    if (!boundary) return refusal(41005, 'media data missing');
    const start = text.indexOf('\r\n\r\n') + 4;
    const bytes = raw.subarray(start, text.indexOf(`\r\n--${boundary}`, start));
    const limit = type === 'file' ? 20 : type === 'video' ? 10 : 2;
    if (bytes.length === 0) return refusal(44001, 'empty media data');
    if (bytes.length > limit * 1024 * 1024) return refusal(40006, 'invalid media size');
    const named = /Content-Type: ([^\r]+)/.exec(text)?.[1] ?? '';
    if (!taken[type]?.test(named)) return refusal(40004, 'invalid media type');
    return { type, media_id: this.keep(bytes, named), created_at: 1 };
  }
}

const refusal = (errcode: number, errmsg: string) => ({ errcode, errmsg });
