import type { SentFile } from '../messenger.ts';

/**
 * Port to the list of erased records that lies outside of the database, so that a backup that is put back is cleaned again.
 * Ids and times, nothing else. Implemented by bot/.
 */
export interface ErasedList {
  /** Kept on the disk before it returns. */
  add(customerIds: string[], at: Date): Promise<void>;
  ids(): Promise<string[]>;
}

/** Port to the bytes of the files in conversations. Implemented by bot/. */
export interface CustomerFiles {
  /** Keeps one under an id of its own, typed by what is in it. Throws FileKindRefused for a kind that is not taken. */
  keep(file: { name: string; contentType: string; bytes: Buffer }): Promise<SentFile>;
  /** Null where the file is gone. */
  read(uploadId: string): Promise<Buffer | null>;
  /** Of a file that is gone already: nothing. */
  remove(uploadIds: string[]): Promise<void>;
}

/** Where no disk is given, nothing lies on it. */
export const noErasedList: ErasedList = { add: async () => undefined, ids: async () => [] };
export const noFiles: CustomerFiles = {
  keep: () => Promise.reject(new Error('There is no place for files.')),
  read: async () => null,
  remove: async () => undefined,
};
