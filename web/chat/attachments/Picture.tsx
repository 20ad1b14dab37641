import { safeImageUrl } from '../../kit/safeUrl.ts';
import { useChatTools } from '../ChatContext.ts';
import type { Attachment } from '../directLine/activity.ts';
import { FileLink } from './FileLink.tsx';

/** A picture, opened in full by a tap. */
export function Picture({ attachment }: { attachment: Attachment }) {
  const { texts } = useChatTools();
  const full = safeImageUrl(attachment.contentUrl);
  const small = safeImageUrl(attachment.thumbnailUrl) ?? full;
  if (!full || !small) return <FileLink attachment={attachment} />;
  const name = attachment.name ?? texts.picture;
  return (
    <a className="picture" href={full} target="_blank" rel="noopener noreferrer" aria-label={texts.openPicture(name)}>
      <img src={small} alt={name} loading="lazy" />
    </a>
  );
}
