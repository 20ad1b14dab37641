import { safeUrl } from '../../kit/safeUrl.ts';
import { useChatTools } from '../ChatContext.ts';
import type { Attachment } from '../directLine/activity.ts';
import { Icon } from '../Icons.tsx';

/** A file as a link. Nothing is shown for content that has neither an address nor a name. */
export function FileLink({ attachment }: { attachment: Attachment }) {
  const { texts } = useChatTools();
  const href = safeUrl(attachment.contentUrl);
  const name = attachment.name ?? texts.file;
  if (!href && !attachment.name) return null;
  const inner = (
    <>
      <Icon name="file" />
      <span>{name}</span>
    </>
  );
  if (!href) return <span className="file">{inner}</span>;
  return (
    <a className="file" href={href} target="_blank" rel="noopener noreferrer">
      {inner}
    </a>
  );
}
