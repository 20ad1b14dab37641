import { useChatTools } from './ChatContext.ts';
import type { QueuePlace } from './directLine/transcript.ts';

/** Says how many wait before the customer, as the queue moves on. */
export function QueueNote({ place }: { place: QueuePlace | undefined }) {
  const { texts } = useChatTools();
  return (
    <div className="connection" role="status">
      {place && (
        <p className="connection-note" data-kind="queue">
          {texts.queuePlace(place.place)}
          {place.here ? place.waitMinutes !== undefined && texts.queueWait(place.waitMinutes) : texts.queueAway}
        </p>
      )}
    </div>
  );
}
