/**
 * Port to the list of erased records that lies outside of the database, so that a backup that is put back is cleaned again.
 * Ids and times, nothing else. Implemented by bot/.
 */
export interface ErasedList {
  /** Kept on the disk before it returns. */
  add(customerIds: string[], at: Date): Promise<void>;
  ids(): Promise<string[]>;
}

/** Port to the bytes of customers' files. Implemented by bot/. */
export interface CustomerFiles {
  /** Null where the file is gone. */
  read(uploadId: string): Promise<Buffer | null>;
  /** Of a file that is gone already: nothing. */
  remove(uploadIds: string[]): Promise<void>;
}

/** Where no disk is given, nothing lies on it. */
export const noErasedList: ErasedList = { add: async () => undefined, ids: async () => [] };
export const noFiles: CustomerFiles = { read: async () => null, remove: async () => undefined };
