import type { Activity, Attachment } from 'botbuilder';
import { formLinked } from './forms/linked.ts';
import type { Links } from './presenting.ts';

const uploadPattern = /^\/v3\/directline\/attachments\/([0-9a-f-]{36})$/;

/** What a channel takes as a file: its largest size in bytes by type; the first that fits a type holds. */
export type Takes = readonly (readonly [type: RegExp, largest: number])[];

/**
 * An activity with addresses in place of what a channel takes no other way: a form, and files that are too large or of another kind.
 * Where no address of ours can be reached, a file is its name.
 */
export async function linked(
  activity: Partial<Activity>,
  links: Pick<Links, 'form' | 'file'>,
  takes: Takes,
): Promise<Partial<Activity>> {
  const shown = formLinked(activity, links);
  if (!shown.attachments?.some(({ contentUrl }) => uploadPattern.test(contentUrl ?? ''))) return shown;
  const attachments = await Promise.all(shown.attachments.map((each) => fileLinked(each, links, takes)));
  return { ...shown, attachments };
}

async function fileLinked(attachment: Attachment, links: Pick<Links, 'file'>, takes: Takes): Promise<Attachment> {
  const upload = uploadPattern.exec(attachment.contentUrl ?? '')?.[1];
  if (!upload) return attachment;
  const { url, size } = await links.file(upload);
  const largest = takes.find(([type]) => type.test(attachment.contentType))?.[1] ?? 0;
  if (size <= largest) return attachment;
  const { contentUrl: _, ...rest } = attachment;
  return url ? { ...rest, contentUrl: url } : rest;
}
