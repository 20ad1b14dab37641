import { z } from 'zod';
import { uploadPath } from '../../directLine/presenter.ts';
import { cleanName } from '../../directLine/uploadFolder.ts';
import type { ExpectedFile } from '../../fetchedFiles.ts';
import { uploadIdOf } from '../../tencent/files.ts';
import type { PostedActivity } from '../activity.ts';

/** A file in the sender's OneDrive, with an address that is good for some minutes (Teams, "Send and receive files", receive). */
const fileType = 'application/vnd.microsoft.teams.file.download.info';
const fileSchema = z.object({
  downloadUrl: z.url({ protocol: /^https?$/ }),
  fileType: z.string().max(20).optional().catch(undefined),
});

/** What files of these endings are until they are here; what is in them decides then. */
const types: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  md: 'text/markdown',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  webm: 'video/webm',
};

/** Before the address of what is fetched with the bot's own token. */
const withToken = 'token ';

/** A file that came with a message from Teams. */
export interface ReceivedFile extends ExpectedFile {
  uploadId: string;
}

/**
 * A message from Teams with our own places in place of its files: those in OneDrive, and pictures that stand in the message, which the
 * channel hands out for the bot's token. Everything else stays as it is. A repeat has the same places.
 */
export function withOwnPlaces(posted: PostedActivity): { activity: PostedActivity; files: ReceivedFile[] } {
  const { attachments = [], channelId } = posted;
  if (channelId.toLowerCase() !== 'msteams') return { activity: posted, files: [] };
  const files: ReceivedFile[] = [];
  const own = attachments.map((attachment, place) => {
    const found = sourceOf(attachment, posted.serviceUrl);
    if (!found) return attachment;
    const at = new Date(Date.parse(String(posted.timestamp)) || 0);
    const uploadId = uploadIdOf({ from: posted.conversation.id, id: `${posted.id}#${place}`, at });
    files.push({ ...found, uploadId });
    return { contentType: found.contentType, name: found.name, contentUrl: uploadPath(uploadId) };
  });
  return { activity: files.length > 0 ? { ...posted, attachments: own } : posted, files };
}

function sourceOf(
  { contentType, contentUrl, name, ...more }: NonNullable<PostedActivity['attachments']>[number],
  serviceUrl: string,
): ExpectedFile | undefined {
  if (contentType === fileType) {
    const file = fileSchema.safeParse(more.content);
    if (!file.success) return undefined;
    const { downloadUrl, fileType: ending = '' } = file.data;
    const type = types[(ending || (name?.split('.').at(-1) ?? '')).toLowerCase()];
    return { mediaId: downloadUrl, name: cleanName(name), contentType: type ?? 'application/octet-stream' };
  }
  // The token goes to nobody but who signed the message.
  const isTheirs = contentUrl !== undefined && new URL(contentUrl).origin === new URL(serviceUrl).origin;
  if (!isTheirs || !contentType.startsWith('image/')) return undefined;
  const type = contentType === 'image/*' ? 'image/png' : contentType;
  return { mediaId: `${withToken}${contentUrl}`, name: cleanName(name ?? 'image'), contentType: type };
}

/** Where a file is fetched, and whether with the bot's token. */
export const addressOf = (mediaId: string): { url: string; signed: boolean } =>
  mediaId.startsWith(withToken)
    ? { url: mediaId.slice(withToken.length), signed: true }
    : { url: mediaId, signed: false };
