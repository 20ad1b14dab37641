import { Bubble } from '@chatui/core';
import { memo } from 'react';
import { saidAt } from '../kit/time.ts';
import { Avatar } from './Avatar.tsx';
import { AttachmentView } from './attachments/AttachmentView.tsx';
import { OutgoingFiles } from './attachments/OutgoingFiles.tsx';
import { useChatTools } from './ChatContext.ts';
import { DeliveryNote } from './DeliveryNote.tsx';
import { Feedback } from './Feedback.tsx';
import { Icon } from './Icons.tsx';
import { type Line, ratingOf, shownText } from './lines.ts';
import { Markdown } from './markdown/Markdown.ts';
import { Sources } from './Sources.tsx';

/** One message: who says it, the words, what comes with them, and how far it has come. */
export const MessageLine = memo(function MessageLine({ line }: { line: Line }) {
  const { texts, language } = useChatTools();
  const { entry, at, continues, afterPause } = line;
  const { activity, mine, live } = entry;
  const person = activity.channelData?.sender === 'person' ? activity.from?.name : undefined;
  const { feedback, sources: given } = activity.channelData ?? {};
  const sources = Array.isArray(given) ? given : [];
  const attachments = entry.files ? [] : (activity.attachments ?? []);
  return (
    <li className={`line line--${mine ? 'mine' : 'theirs'}`} data-continues={continues || undefined}>
      {afterPause && at !== undefined && (
        <time className="line-time figures" dateTime={new Date(at).toISOString()}>
          {saidAt(at, Date.now(), language)}
        </time>
      )}
      {!mine && <Avatar name={person} />}
      <div className="line-body" aria-busy={live || undefined}>
        {person && !continues && (
          <span className="line-author" aria-hidden="true">
            {person}
          </span>
        )}
        <span className="visually-hidden">{mine ? texts.youSaid : texts.says(person ?? texts.assistant)}</span>
        <Words line={line} />
        {entry.files && (
          <OutgoingFiles files={entry.files} progress={entry.delivery === 'sent' ? undefined : entry.progress} />
        )}
        {attachments.length > 0 && (
          <div className="attachments" data-layout={activity.attachmentLayout === 'carousel' ? 'carousel' : 'list'}>
            {attachments.map((attachment, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a message's attachments never change places
              <AttachmentView key={index} attachment={attachment} activity={activity} />
            ))}
          </div>
        )}
        {!mine && !live && (sources.length > 0 || feedback) && (
          <div className="line-foot">
            <Sources sources={sources} />
            {feedback && activity.id && <Feedback activityId={activity.id} />}
          </div>
        )}
        {mine && <DeliveryNote entry={entry} />}
      </div>
    </li>
  );
});

function Words({ line: { entry } }: { line: Line }) {
  const { texts } = useChatTools();
  const { activity, mine, live } = entry;
  const text = shownText(activity);
  const stars = mine ? ratingOf(activity) : undefined;
  if (stars !== undefined && /^\d+$/.test(text.trim())) {
    return (
      <Bubble>
        <span className="given-stars" aria-hidden="true">
          {Array.from({ length: stars }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: stars are all alike
            <Icon key={index} name="star" filled size={20} />
          ))}
        </span>
        <span className="visually-hidden">{texts.stars(stars)}</span>
      </Bubble>
    );
  }
  if (!text) return live ? <Bubble>{texts.stillWriting}</Bubble> : null;
  // What a customer writes is shown as written.
  if (mine || activity.textFormat === 'plain') return <Bubble className="Bubble text plain">{text}</Bubble>;
  const informative = live && activity.channelData?.streamType === 'informative';
  return (
    <Bubble data-live={live || undefined} data-informative={informative || undefined}>
      <Markdown text={text} />
    </Bubble>
  );
}
