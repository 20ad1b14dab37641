/** What a wait is told from: `place` in the line (1 is next), how many the people at the desk may still take, how many they have. */
export interface LineNow {
  place: number;
  room: number;
  held: number;
  /** Minutes that people waited lately, and that a person has a conversation; the medians, undefined where too few are known. */
  waited: number | undefined;
  having: number | undefined;
}

/**
 * Minutes until it is somebody's turn, at least one; undefined where too little is known. Who finds room waits as people did lately.
 * Who does not waits until enough conversations have ended: n people who each have one for h minutes end n / h of them a minute.
 */
export function expectedWait({ place, room, held, waited, having }: LineNow): number | undefined {
  const before = place - room;
  if (before <= 0 || having === undefined || held <= 0) return rounded(waited);
  return rounded(Math.max(waited ?? 0, (before * having) / held));
}

const rounded = (minutes: number | undefined) => (minutes === undefined ? undefined : Math.max(1, Math.round(minutes)));
