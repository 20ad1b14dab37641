/** By when something is to be done, as far as that is said; which hours the shop keeps is not known here. Empty: no time was said ("尽快"). */
export interface Deadline {
  /** The day by which, ISO 8601. */
  day?: string;
  /** The first of several days where a span is named ("本周内"). */
  fromDay?: string;
  /** Wall-clock time on that day, HH:MM; absent: by the end of the shop's day. */
  time?: string;
  /** "within two hours": minutes from now. */
  withinMinutes?: number;
  /** "within three working days". */
  withinWorkdays?: number;
}

/** A promise that somebody of the shop makes in a sentence. */
export interface FoundPromise extends Deadline {
  /** The words, as they were said: the sentence, or its part where one sentence holds several promises. */
  text: string;
}
