import type { Activity } from './activity.ts';
import type { Failure, Outgoing, OutgoingFile } from './outbox.ts';
import type { Transcript } from './transcript.ts';

/** How far a message of the customer has come. */
export type DeliveryState = 'sent' | 'sending' | 'waiting' | 'failed';

/** One line of the conversation as it is shown. */
export interface Entry {
  /** The same for a message before and after its echo, and for a text before and after it is finished. */
  key: string;
  activity: Activity;
  mine: boolean;
  delivery: DeliveryState;
  failure?: Failure;
  progress?: number;
  /** Files of a message that is still on its way. */
  files?: readonly OutgoingFile[];
  /** The text is still being written. */
  live?: boolean;
}

/** What was said, then what is being written, then what is still on its way. */
export function entriesOf(
  transcript: Transcript,
  outgoing: readonly Outgoing[],
  isMine: (activity: Activity) => boolean,
): Entry[] {
  const said = transcript.activities.map((activity, index): Entry => {
    const mine = isMine(activity);
    const key = mine ? activity.channelData?.clientActivityID : activity.channelData?.streamId;
    return { key: key ?? activity.id ?? `at-${index}`, activity, mine, delivery: 'sent' };
  });
  const live = transcript.live.map(
    ({ streamId, activity }): Entry => ({ key: streamId, activity, mine: false, delivery: 'sent', live: true }),
  );
  const leaving = outgoing.map(
    ({ clientActivityID, activity, files, delivery, failure, progress }): Entry => ({
      key: clientActivityID,
      activity,
      files,
      mine: true,
      delivery: delivery === 'accepted' ? 'sent' : delivery === 'queued' ? 'sending' : delivery,
      ...(failure && { failure }),
      ...(progress !== undefined && { progress }),
    }),
  );
  return [...said, ...live, ...leaving];
}
